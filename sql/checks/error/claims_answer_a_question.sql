-- Every claim is compared: nothing that was read is lost on the way to the answers.
select metric_id from metrics
where metric_id not in (select metric_id from comparable_claims);
