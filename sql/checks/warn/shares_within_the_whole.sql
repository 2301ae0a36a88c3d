-- A share is between 0 and 100 percent.
select metric_id, value from metrics where measure = 'share' and unit = 'percent' and value not between 0 and 100;
