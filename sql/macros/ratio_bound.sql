-- The bound of one value divided by another: 138 of more than 215 is less than 64 percent.
-- Example: select ratio_bound('eq', 'gt');
create macro ratio_bound(of_part, of_whole) as case
    when of_part = 'eq' and of_whole = 'eq' then 'eq'
    when of_part = 'eq' and of_whole = 'gt' then 'lt'
    when of_part = 'eq' and of_whole = 'lt' then 'gt'
    when of_part in ('gt', 'lt') and of_whole = 'eq' then of_part
    else 'approx'
end;
