-- A claim has a value and a unit.
select metric_id, number_id from metrics where value is null or unit is null;
