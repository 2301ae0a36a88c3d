-- How exactly a value is stated: 3 a plain number, 2 a range or about, 1 only more than or less than.
-- Example: select exactness('approx', null);
create macro exactness(bound, value_high) as case
    when bound in ('gt', 'lt') then 1
    when bound = 'approx' or value_high is not null then 2
    else 3
end;
