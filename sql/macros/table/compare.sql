-- How do these regions compare on a metric: their values side by side, and each as percent of the first of them?
-- The metric by its code or Chinese name, regions by any of their names; a time and scope that more of the regions have
-- comes first. `follows_from` is the division behind `of_first`. Example: from compare('financing_amount', ['北京', '成都']);
create macro compare(asked_metric, asked_regions) as table
with asked as (
    select regions.region_id
    from (select unnest(asked_regions) as word) as words
    join regions on words.word in (regions.short_name, regions.name, regions.region_id)
        or list_contains(string_split(regions.aliases, '|'), words.word)
),
figures as (
    select
        *,
        case when dated_by = 'text' and period_start is not null then period else year(as_of)::varchar end as time
    from best_claims
    where (metric = asked_metric or metric_name = asked_metric) and measure = 'value' and modality = 'actual'
        and not unclear and region_id in (select region_id from asked)
    qualify row_number() over (
        partition by region_id, field, scope, unit, time order by as_of desc, sources desc, metric_id
    ) = 1
),
side_by_side as (
    select
        *,
        count(*) over peers as found,
        rank() over (peers order by value desc) as rank,
        first_value(value) over (peers order by value desc, metric_id) as first_value,
        first_value(amount) over (peers order by value desc, metric_id) as first_amount,
        first_value(bound) over (peers order by value desc, metric_id) as first_bound
    from figures
    window peers as (partition by field, scope, unit, time)
)
select
    metric_name,
    noun,
    region,
    amount,
    period,
    rank,
    value_label(round(100 * value::double / nullif(first_value::double, 0), 1)::decimal(38, 6), null, 'percent',
        case when value = first_value then 'eq' else ratio_bound(bound, first_bound) end) as of_first,
    case when value <> first_value then amount || ' ÷ ' || first_amount end as follows_from,
    sources,
    quote,
    title,
    outlet,
    published_on,
    value,
    unit,
    bound,
    field,
    scope,
    as_of,
    dated_by,
    metric_id
from side_by_side
order by found desc, time desc, field, scope, value desc, region;
