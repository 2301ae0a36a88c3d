-- What is said of a region: its own figures, then those of the places within it and of totals that it is part of?
-- `derived` shows the share that follows from two values; `rank` is stated, else among those listed (2/6).
-- Example: select place, metric_name, noun, amount, share, rank, derived, period, quote from profile('四川');
create macro profile(asked_region) as table
with asked as (
    select region_id, short_name
    from regions
    where asked_region in (short_name, name, region_id) or list_contains(string_split(aliases, '|'), asked_region)
),
places as (
    select
        region_tree.region_id,
        case when min(distance) = 0 then 'itself' else 'within' end as place
    from region_tree
    where ancestor_id in (select region_id from asked)
    group by region_tree.region_id
),
found as (
    select best_claims.*, places.place
    from best_claims
    join places using (region_id)
    where subject_kind = 'region'
    union all by name
    select *, 'total' as place
    from best_claims
    where subject_kind = 'region' and contains(region_id, '+')
        and list_has_any(string_split(region_id, '+'), (select list(region_id) from asked))
),
figures as (
    select
        place,
        region,
        region_id,
        metric,
        metric_name,
        coalesce(max(noun) filter (measure = 'value'), max(noun)) as noun,
        max(amount) filter (measure = 'value') as amount,
        max(amount) filter (measure = 'share') as share,
        max(amount) filter (measure = 'rank') as rank,
        max(amount) filter (measure in ('growth', 'change')) as growth,
        period,
        modality,
        max(sources) as sources,
        arg_max(quote, (measure = 'value', metric_id)) as quote,
        arg_max(title, (measure = 'value', metric_id)) as title,
        arg_max(outlet, (measure = 'value', metric_id)) as outlet,
        arg_max(published_on, (measure = 'value', metric_id)) as published_on,
        max(value) filter (measure = 'value') as value,
        max(unit) filter (measure = 'value') as unit,
        field,
        scope,
        max(as_of) as as_of,
        dated_by,
        arg_max(metric_id, (measure = 'value', metric_id)) as metric_id
    from found
    group by place, region, region_id, metric, metric_name, field, scope, period, period_start, period_end, dated_by,
        modality, case when unclear then metric_id end
),
derived as (
    select
        metric_id,
        string_agg('占' || whole_of || ' ' || computed || '（' || follows_from || coalesce('，文中称' || stated, '') || '）', '；'
            order by percent desc, whole_id) as derived
    from derived_figures
    where metric_id in (select metric_id from figures)
    group by metric_id
)
select
    figures.place,
    figures.region,
    metric_name,
    noun,
    amount,
    share,
    coalesce(figures.rank, case when region_peers.among > 1 then region_peers.rank || '/' || region_peers.among end) as rank,
    growth,
    derived.derived,
    period,
    modality,
    sources,
    quote,
    title,
    outlet,
    published_on,
    figures.metric,
    value,
    unit,
    figures.field,
    figures.scope,
    as_of,
    dated_by,
    figures.region_id,
    figures.metric_id
from figures
left join derived on derived.metric_id = figures.metric_id
left join region_peers on region_peers.metric_id = figures.metric_id
order by list_position(['itself', 'within', 'total'], figures.place), figures.region, figures.metric, as_of desc, value desc, figures.metric_id;
