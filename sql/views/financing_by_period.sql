-- How much was raised in a period, by how many cities, and how much of it by the first of them?
-- `stated` is a source's total over several regions or the nation; `listed` is the sum of the cities known one by one.
-- Example: select period, stated, stated_for, listed, cities, leader, leader_share from financing_by_period;
create view financing_by_period as
with financing as (
    select * from best_claims
    where metric in ('financing_amount', 'financing_event_count') and measure = 'value' and modality = 'actual'
        and subject_kind = 'region' and not unclear
),
cities as (
    select
        period, period_start, period_end, field, scope,
        count(*) as cities,
        sum(value)::decimal(38, 6) as listed_cny,
        arg_max(region, value) as leader,
        arg_max(amount, value) as leader_amount,
        max(value) as leader_cny
    from financing
    where metric = 'financing_amount' and region_level in ('city', 'municipality')
    group by all
),
totals as (
    select * from financing
    where region_level in ('cities', 'regions', 'group', 'country') and metric = 'financing_amount'
    qualify row_number() over (partition by period, period_start, period_end, field, scope order by value desc, metric_id) = 1
),
deals as (
    select
        period, field, scope, region_id,
        max(amount) as deals,
        max(value) as deal_count,
        max(bound) as bound
    from financing
    where metric = 'financing_event_count'
    group by all
),
final as (
    select
        period,
        totals.amount as stated,
        totals.region as stated_for,
        value_label(cities.listed_cny, null, 'CNY', 'eq') as listed,
        cities.cities,
        cities.leader,
        cities.leader_amount,
        round(100 * cities.leader_cny::double / nullif(cities.listed_cny::double, 0), 1) as leader_share,
        deals.deals,
        value_label((totals.value / nullif(deals.deal_count, 0))::decimal(38, 6), null, 'CNY', ratio_bound(totals.bound, deals.bound))
            as per_deal,
        totals.quote,
        totals.title,
        totals.outlet,
        totals.published_on,
        field,
        scope,
        totals.value as stated_cny,
        cities.listed_cny,
        coalesce(cities.period_start, totals.period_start) as period_start,
        coalesce(cities.period_end, totals.period_end) as period_end,
        totals.metric_id
    from cities
    full join totals using (period, field, scope)
    left join deals using (period, field, scope, region_id)
)
select * from final order by period_end desc nulls last, period_start desc nulls last, field, scope;
