-- A period does not end before it begins.
select metric_id as id, period_start, period_end from metrics where period_end < period_start
union all
select number_id, period_start, period_end from numbers where period_end < period_start;
