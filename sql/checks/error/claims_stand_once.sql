-- No claim stands twice.
select metric_id, count(*) as times from metrics group by metric_id having count(*) > 1;
