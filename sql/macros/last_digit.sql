-- One unit of the last digit of a number that is not zero: 1100 → 100, 4.1 → 0.1, 348 → 1.
-- Example: select last_digit(21500000000::decimal(38, 6));
create macro last_digit(number) as case
    when number = 0 then 1
    when number = trunc(number) then
        pow(10, len(trunc(abs(number))::decimal(38, 0)::varchar) - len(rtrim(trunc(abs(number))::decimal(38, 0)::varchar, '0')))
    else pow(10, -len(regexp_extract(rtrim(number::decimal(38, 6)::varchar, '0'), '[.]([0-9]*)$', 1)))
end;
