-- A period in a few characters: 2024, 2024H1, 2024Q3, 2024-06, 2018..2023, ..2024-08-31 (up to that day).
-- Null where no period is given. Example: select period_label(date '2024-01-01', date '2024-06-30');
create macro period_label(first, last) as case
    when first is null and last is null then null
    when first is null then '..' || last
    when last is null then first || '..'
    when first = last then first::varchar
    when first = date_trunc('month', first) and last = last_day(last) then case
        when date_trunc('month', last) = first then strftime(first, '%Y-%m')
        when month(first) = 1 and month(last) = 12 and year(first) = year(last) then year(first)::varchar
        when month(first) = 1 and month(last) = 12 then year(first) || '..' || year(last)
        when year(first) = year(last) and month(last) - month(first) = 5 and month(first) in (1, 7)
            then year(first) || 'H' || (month(first) + 5) // 6
        when year(first) = year(last) and month(last) - month(first) = 2 and month(first) % 3 = 1
            then year(first) || 'Q' || (month(first) + 2) // 3
        else strftime(first, '%Y-%m') || '..' || strftime(last, '%Y-%m')
    end
    else first || '..' || last
end;
