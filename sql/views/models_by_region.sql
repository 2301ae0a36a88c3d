-- How many models, filings and developers of models has a region, what share and what rank is that, who says so?
-- Example: select region, metric_name, noun, amount, share, rank, period from models_by_region where region = '北京';
create view models_by_region as
with models_counted as (
    select *
    from claims
    where metric in ('model_count', 'model_filing_count', 'algorithm_filing_count', 'model_developer_count')
        and measure in ('value', 'share', 'rank') and region is not null and firm is null
),
best as (
    select * from models_counted
    qualify row_number() over (
        partition by metric, noun, measure, region, period_start, period_end, modality
        order by trust(bound, confidence, role) desc, published_on desc nulls last, document, start_char
    ) = 1
),
final as (
    select
        region,
        metric_name,
        noun,
        max(value_label(value, value_high, unit, bound)) filter (measure = 'value') as amount,
        max(value_label(value, value_high, unit, bound)) filter (measure = 'share') as share,
        max(value_label(value, value_high, unit, bound)) filter (measure = 'rank') as rank,
        coalesce(period_label(period_start, period_end), '@' || max(published_on)) as period,
        modality,
        max_by(quote, measure = 'value') as quote,
        max_by(title, measure = 'value') as title,
        max_by(outlet, measure = 'value') as outlet,
        max_by(published_on, measure = 'value') as published_on,
        metric,
        max(value) filter (measure = 'value') as value,
        period_start,
        period_end,
        max(as_of) as as_of,
        region_id,
        max_by(metric_id, measure = 'value') as metric_id
    from best
    group by region, region_id, metric, metric_name, noun, period_start, period_end, modality
)
select * from final order by metric, as_of desc nulls last, value desc nulls last, region, noun;
