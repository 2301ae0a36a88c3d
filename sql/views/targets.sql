-- What was promised, by when, and where does it stand: the latest actual value of the same thing?
-- `related` is the latest actual value of the same metric in another scope, named, where the same thing was not counted.
-- A promise about a time before its own publication is none and is left out.
-- Made once, when the warehouse is built.
-- Example: select subject, noun, target, due, actual, reached, related, quote from targets order by due;
create table targets as
with promised as (
    select *, coalesce(region_id, firm_id, model_id, subject) as subject_id
    from best_claims
    where modality = 'target' and subject is not null
        and (dated_by <> 'text' or published_on is null or period_end > published_on)
),
actuals as (
    select *, coalesce(region_id, firm_id, model_id, subject) as subject_id
    from best_claims
    where modality = 'actual' and not unclear and subject is not null
        and hash(metric, measure, subject_kind, coalesce(region_id, firm_id, model_id, subject), field)
            in (select hash(metric, measure, subject_kind, subject_id, field) from promised)  -- few are promised
    qualify row_number() over (
        partition by metric, measure, subject_kind, subject_id, field, scope, unit
        order by as_of desc nulls last, sources desc, confidence desc, metric_id
    ) = 1
),
latest as (
    select
        promised.metric_id as promise_id,
        actuals.*,
        actuals.scope = promised.scope and actuals.unit = promised.unit as same
    from promised
    join actuals using (metric, measure, subject_kind, subject_id, field)
    qualify row_number() over (
        partition by promise_id, same order by actuals.as_of desc nulls last, actuals.sources desc, actuals.metric_id
    ) = 1
),
final as (
    select
        promised.subject,
        promised.metric_name,
        promised.noun,
        promised.measure,
        promised.amount as target,
        case when promised.dated_by = 'text' then promised.period_end end as due,
        same.amount as actual,
        same.period as actual_period,
        round(100 * same.value::double / nullif(promised.value::double, 0), 1) as reached,
        other.amount || '（' || coalesce(other.noun, '') || '，' || other.period || '）' as related,
        promised.quote,
        same.quote as actual_quote,
        promised.title,
        promised.outlet,
        promised.published_on,
        promised.sources,
        promised.metric,
        promised.field,
        promised.scope,
        promised.value as target_value,
        promised.value_high as target_value_high,
        promised.unit,
        promised.bound,
        same.value as actual_value,
        same.as_of as actual_as_of,
        promised.region_id,
        promised.metric_id,
        same.metric_id as actual_id,
        other.metric_id as related_id
    from promised
    left join latest as same on same.promise_id = promised.metric_id and same.same
    left join latest as other on other.promise_id = promised.metric_id and not other.same
)
select * from final order by due nulls last, metric, subject, target_value desc, metric_id;
