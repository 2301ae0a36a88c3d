-- Which city raised how much in which period, in how many deals, for how many firms, and who says so? A total over several
-- cities is a row of its own. `rank` and `share` (percent of the sum) are among the cities listed for the same period, field
-- and scope; `stated_rank` is what a source says.
-- Example: select city, amount, rank, share, events, firms, quote from financing_by_city where period = '2024H1';
create view financing_by_city as
with financing as (
    select * from best_claims
    where metric in ('financing_amount', 'financing_event_count', 'financed_firm_count')
        and measure in ('value', 'rank') and modality = 'actual' and not unclear
        and region_level in ('city', 'municipality', 'cities')
),
by_city as (
    select
        period,
        region as city,
        region_id,
        region_level,
        field,
        scope,
        period_start,
        period_end,
        max(as_of) as as_of,
        max(value) filter (metric = 'financing_amount' and measure = 'value') as amount_cny,
        max(amount) filter (metric = 'financing_amount' and measure = 'value') as amount,
        max(bound) filter (metric = 'financing_amount' and measure = 'value') as bound,
        max(amount) filter (metric = 'financing_event_count' and measure = 'value') as events,
        max(amount) filter (metric = 'financed_firm_count' and measure = 'value') as firms,
        max(amount) filter (metric = 'financing_amount' and measure = 'rank') as stated_rank,
        arg_max(quote, (metric = 'financing_amount', measure = 'value')) as quote,
        arg_max(title, (metric = 'financing_amount', measure = 'value')) as title,
        arg_max(outlet, (metric = 'financing_amount', measure = 'value')) as outlet,
        arg_max(published_on, (metric = 'financing_amount', measure = 'value')) as published_on,
        arg_max(sources, (metric = 'financing_amount', measure = 'value')) as sources,
        arg_max(metric_id, (metric = 'financing_amount', measure = 'value')) as metric_id
    from financing
    where measure = 'value' or metric = 'financing_amount'
    group by all
),
listed as (
    select
        *,
        region_level <> 'cities' and amount_cny is not null as counts,
        sum(amount_cny) filter (region_level <> 'cities') over peers as together
    from by_city
    window peers as (partition by period, period_start, period_end, field, scope)
),
final as (
    select
        period,
        city,
        amount,
        case when counts then rank() over (
            partition by period, period_start, period_end, field, scope, counts order by amount_cny desc
        ) end as rank,
        case when counts then round(100 * amount_cny::double / nullif(together::double, 0), 1) end as share,
        events,
        firms,
        stated_rank,
        quote,
        title,
        published_on,
        outlet,
        sources,
        field,
        scope,
        amount_cny,
        bound,
        period_start,
        period_end,
        as_of,
        region_id,
        metric_id
    from listed
)
select * from final
order by period_end desc nulls last, period_start desc nulls last, field, scope, contains(city, '+'),
    amount_cny desc nulls last, city;
