-- A claim's metric is defined in metric_definitions.
select metric_id, metric from metrics
where metric <> 'other' and metric not in (select metric from metric_definitions);
