-- No claim stands twice.
select metric_id, count(*) as times from metrics
where hash(metric_id) in (select hash(metric_id) from metrics group by hash(metric_id) having count(*) > 1)
group by metric_id having count(*) > 1;
