-- Which city raised how much in which period, and who says so? A total over several cities is a row of its own.
-- `share` is the percentage of what the cities listed for that period raised together.
-- Example: select city, amount, events, firms, quote from financing_by_city where period = '2024H1';
create view financing_by_city as
with financing as (
    select *, period_label(period_start, period_end) as period
    from claims
    where metric in ('financing_amount', 'financing_event_count', 'financed_firm_count')
        and measure = 'value' and modality = 'actual' and region is not null and firm is null and model is null
),
of_cities as (
    select * from financing
    where region_id in (select ids.region_id from (select distinct region_id from financing) as ids where is_city(ids.region_id))
),
best as (
    select * from of_cities
    qualify row_number() over (
        partition by metric, region, period_start, period_end
        order by trust(bound, confidence, role) desc, published_on desc nulls last, document, start_char
    ) = 1
),
by_city as (
    select
        period,
        region as city,
        period_start,
        period_end,
        max(value) filter (metric = 'financing_amount') as amount_cny,
        max(value_label(value, value_high, unit, bound)) filter (metric = 'financing_amount') as amount,
        max(bound) filter (metric = 'financing_amount') as bound,
        max(value_label(value, value_high, unit, bound)) filter (metric = 'financing_event_count') as events,
        max(value_label(value, value_high, unit, bound)) filter (metric = 'financed_firm_count') as firms,
        max_by(quote, metric = 'financing_amount') as quote,
        max_by(title, metric = 'financing_amount') as title,
        max_by(outlet, metric = 'financing_amount') as outlet,
        max_by(published_on, metric = 'financing_amount') as published_on,
        max_by(metric_id, metric = 'financing_amount') as metric_id
    from best
    group by all
),
final as (
    select
        period,
        city,
        amount,
        case when city not like '%+%' then
            round(100 * amount_cny / sum(amount_cny) filter (city not like '%+%') over (partition by period_start, period_end), 1)
        end as share,
        events,
        firms,
        quote,
        title,
        published_on,
        outlet,
        amount_cny,
        bound,
        period_start,
        period_end,
        metric_id
    from by_city
)
select * from final
order by period_end desc nulls last, period_start desc nulls last, city like '%+%', amount_cny desc nulls last, city;
