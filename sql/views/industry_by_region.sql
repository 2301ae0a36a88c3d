-- How large is the industry of a region (output, firms, listed firms) at which time, and who says so?
-- Example: select region, noun, amount, period, quote from industry_by_region where metric = 'industry_output';
create view industry_by_region as
with industry as (
    select *
    from claims
    where metric in ('industry_output', 'market_size', 'firm_count', 'firm_new_count', 'firm_listed_count')
        and measure in ('value', 'share', 'growth') and region is not null and firm is null and model is null
),
best as (
    select * from industry
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
        measure,
        value_label(value, value_high, unit, bound) as amount,
        coalesce(period_label(period_start, period_end), '@' || published_on) as period,
        modality,
        quote,
        title,
        outlet,
        published_on,
        metric,
        value,
        value_high,
        unit,
        bound,
        period_start,
        period_end,
        as_of,
        region_id,
        metric_id
    from best
)
select * from final order by metric, measure, as_of desc nulls last, value desc, region;
