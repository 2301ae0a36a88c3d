-- How far is a region from the leader of its peers and from the nation: ratio and difference, and from what they follow?
-- Stocks of one year may be of different days, which `period` and `leader_period` show; their ratio is then approx.
-- Example: select region, metric_name, period, amount, leader, leader_amount, of_leader from region_gaps
--          where region = '成都';
create view region_gaps as
with final as (
    select
        own.region,
        own.metric_name,
        own.noun,
        own.period,
        own.amount,
        region_peers.rank,
        region_peers.among,
        foremost.region as leader,
        foremost.amount as leader_amount,
        foremost.period as leader_period,
        round(100 * own.value::double / nullif(foremost.value::double, 0), 1) as of_leader,
        (foremost.value - own.value)::decimal(38, 6) as behind_leader,
        case when foremost.as_of = own.as_of then ratio_bound(own.bound, foremost.bound)
            when foremost.as_of is not null then 'approx' end as of_leader_bound,
        nation.amount as nation_amount,
        nation.period as nation_period,
        round(100 * own.value::double / nullif(nation.value::double, 0), 1) as of_nation,
        (nation.value - own.value)::decimal(38, 6) as below_nation,
        case when nation.as_of = own.as_of then ratio_bound(own.bound, nation.bound)
            when nation.as_of is not null then 'approx' end as of_nation_bound,
        own.quote,
        foremost.quote as leader_quote,
        own.title,
        own.outlet,
        own.published_on,
        own.metric,
        own.field,
        own.scope,
        own.value,
        own.unit,
        own.as_of,
        own.dated_by,
        own.region_id,
        own.metric_id,
        region_peers.leader_id,
        region_peers.nation_id
    from region_peers
    join best_claims as own on own.metric_id = region_peers.metric_id
    -- what holds of every leader, and of the nation, narrows the search for their ids
    left join best_claims as foremost
        on foremost.measure = 'value' and foremost.subject_kind = 'region'
        and foremost.metric_id = region_peers.leader_id and region_peers.among > 1
    left join best_claims as nation
        on nation.measure = 'value' and nation.region_id = 'CHN' and nation.metric_id = region_peers.nation_id
    where region_peers.among > 1 or region_peers.nation_id is not null
)
select * from final order by metric, field, scope, as_of desc, value desc, region;
