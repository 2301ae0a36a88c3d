-- Everything that is said of a region and a metric at a time, side by side: amount, share, rank, growth, and who says so?
-- The views by topic read from here. Where wording leaves two things under one name, each has its own row.
-- Example: select metric_name, noun, amount, share, rank, period from region_figures where region = '北京';
create view region_figures as
with stated as (
    select * from best_claims where subject_kind = 'region' and measure in ('value', 'share', 'rank', 'growth', 'change')
),
final as (
    select
        region,
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
        metric,
        field,
        scope,
        max(value) filter (measure = 'value') as value,
        max(value_high) filter (measure = 'value') as value_high,
        max(unit) filter (measure = 'value') as unit,
        max(bound) filter (measure = 'value') as bound,
        period_start,
        period_end,
        max(as_of) as as_of,
        dated_by,
        region_level,
        region_id,
        arg_max(metric_id, (measure = 'value', metric_id)) as metric_id
    from stated
    group by region, region_id, region_level, metric, metric_name, field, scope, period, period_start, period_end,
        dated_by, modality, case when unclear then metric_id end
)
select * from final order by metric, as_of desc nulls last, value desc nulls last, region, noun, metric_id;
