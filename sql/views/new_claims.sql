-- What does the newest run add: the claims of the articles that no run before it had read?
-- Example: select subject, metric_name, amount, period, marked, outlet from new_claims;
create view new_claims as
with newest as (
    select arg_max(run_id, started_at) as run_id from runs where outcome = 'published'
),
first_read as (
    select document_id
    from sources
    group by document_id
    having bool_and(run_id = (select run_id from newest))
)
select * from evidence where document_id in (select document_id from first_read);
