-- Is it growing: the same thing at two times, its change, and the compound growth a year?
-- `span` is step (from one time to the next) or whole (from the first to the last of three or more). What adds up over
-- time (nature flow) is compared over equally long periods only. `yearly` needs nearly a year between the two; `bound`
-- says how the figures are to be read: gt, when the later value is 超. `stated` is the growth that a source gives.
-- Made once, when the warehouse is built.
-- Example: select subject, noun, from_period, from_amount, to_period, to_amount, percent, yearly from growth;
create table growth as
with natures as (
    select metric, nature from metric_comparisons where metric <> 'other'
),
-- what is counted, as one number of 64 bits as question_id is one: sorting eight texts with their sentences costs more
figures as (
    select
        metric_id,
        as_of,
        sources,
        exactness(bound, value_high) as exactness,
        confidence,
        hash(
            metric, subject_kind, coalesce(region_id, firm_id, model_id, subject), field, scope, unit,
            case when nature = 'flow' then coalesce(datediff('month', period_start, period_end), -1) else 0 end
        ) as thing
    from best_claims
    join natures using (metric)
    where measure = 'value' and modality = 'actual' and not unclear and subject is not null and as_of is not null
        and (nature = 'stock' or dated_by = 'text')
),
points as (
    select metric_id, as_of, thing from figures
    qualify row_number() over (
        partition by thing, as_of order by sources desc, exactness desc, confidence desc, metric_id
    ) = 1
),
steps as (
    select
        metric_id as to_id,
        'step' as span,
        lag(metric_id) over times as from_id
    from points
    window times as (partition by thing order by as_of)
),
wholes as (
    select arg_max(metric_id, as_of) as to_id, 'whole' as span, arg_min(metric_id, as_of) as from_id
    from points
    group by thing
    having count(*) > 2
),
told as (
    select hash(metric, subject, field, as_of) as topic, amount, metric_id
    from best_claims
    where measure in ('growth', 'change') and modality = 'actual' and subject is not null
),
-- most things have one stated growth: only the others are put in order
topics as (
    select topic, count(*) as times, any_value(amount) as amount from told group by topic
),
stated as (
    select topic, amount as stated from topics where times = 1
    union all
    select topic, string_agg(amount, '；' order by metric_id)
    from told
    where topic in (select topic from topics where times > 1)
    group by topic
),
pairs as (
    select
        spans.span,
        later.*,
        earlier.period as from_period,
        earlier.amount as from_amount,
        earlier.value as from_value,
        earlier.as_of as from_as_of,
        earlier.bound as from_bound,
        earlier.quote as from_quote,
        earlier.title as from_title,
        earlier.dated_by as from_dated_by,
        earlier.metric_id as from_id,
        datediff('day', earlier.as_of, later.as_of) / 365.25 as years,
        later.value::double / nullif(earlier.value::double, 0) as ratio
    from (select * from steps where from_id is not null union all select * from wholes) as spans
    join best_claims as later on later.metric_id = spans.to_id
    join best_claims as earlier on earlier.metric_id = spans.from_id
),
final as (
    select
        pairs.subject,
        metric_name,
        noun,
        from_period,
        from_amount,
        period as to_period,
        amount as to_amount,
        value_label((value - from_value)::decimal(38, 6), null, unit, 'eq') as change,
        round(100 * (ratio - 1), 1) as percent,
        round(years, 2) as years,
        case when years >= 0.9 and ratio > 0 then round(100 * (pow(ratio, 1 / years) - 1), 1) end as yearly,
        ratio_bound(pairs.bound, from_bound) as bound,
        stated.stated,
        span,
        from_quote,
        quote as to_quote,
        from_title,
        title as to_title,
        outlet,
        published_on,
        pairs.metric,
        pairs.field,
        scope,
        from_value,
        value as to_value,
        (value - from_value)::decimal(38, 6) as difference,
        unit,
        from_as_of,
        pairs.as_of as to_as_of,
        from_dated_by,
        dated_by as to_dated_by,
        subject_kind,
        region_id,
        from_id,
        metric_id as to_id
    from pairs
    left join stated
        on stated.topic = hash(pairs.metric, pairs.subject, pairs.field, pairs.as_of)
)
select * from final order by metric, subject, field, scope, span, from_as_of, to_as_of;
