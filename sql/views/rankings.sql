-- Who stands where: the rank that follows from the values (`rank` of `among`), beside the rank that a source states?
-- Ranks that follow are by size, equal values share a rank; a stated rank may count others than those listed here.
-- Made once, when the warehouse is built.
-- Example: select subject, metric_name, period, rank, among, stated, amount from rankings where metric = 'financing_amount';
create table rankings as
with counted as (
    select best_claims.*, region_peers.rank, region_peers.among
    from region_peers
    join best_claims using (metric_id)
    where region_peers.among > 1
),
stated as (
    select * from best_claims where measure = 'rank' and modality = 'actual' and subject is not null
),
final as (
    select
        coalesce(counted.subject, stated.subject) as subject,
        coalesce(counted.metric_name, stated.metric_name) as metric_name,
        coalesce(counted.noun, stated.noun) as noun,
        coalesce(counted.period, stated.period) as period,
        counted.rank,
        counted.among,
        stated.amount as stated,
        stated.basis as stated_basis,
        counted.amount,
        coalesce(stated.quote, counted.quote) as quote,
        coalesce(stated.title, counted.title) as title,
        coalesce(stated.outlet, counted.outlet) as outlet,
        coalesce(stated.published_on, counted.published_on) as published_on,
        coalesce(counted.metric, stated.metric) as metric,
        coalesce(counted.field, stated.field) as field,
        coalesce(counted.scope, stated.scope) as scope,
        counted.value,
        counted.unit,
        stated.value::integer as stated_rank,
        coalesce(counted.as_of, stated.as_of) as as_of,
        coalesce(counted.dated_by, stated.dated_by) as dated_by,
        coalesce(counted.subject_kind, stated.subject_kind) as subject_kind,
        coalesce(counted.region_id, stated.region_id) as region_id,
        counted.metric_id,
        stated.metric_id as stated_id
    from counted
    full join stated
        on stated.metric = counted.metric and stated.field = counted.field and stated.scope = counted.scope
        and stated.region_id = counted.region_id and stated.as_of = counted.as_of
)
select * from final
order by metric, field, scope, as_of desc nulls last, coalesce(rank, stated_rank), subject;
