-- The upper end of a range is not below its lower end.
select number_id, surface, value, value_high from numbers where value_high < value;
