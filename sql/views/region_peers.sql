-- Beside whom does a region's value stand, who leads them, and what is the nation's?
-- Peers are the cities, the provinces, the counties of one city, or the countries; a municipality (直辖市) stands with the
-- cities or the provinces, whichever are more. Only values of one metric, field, scope and unit meet; of what adds up
-- over time (nature flow) only those of one period, of the rest each region's latest of a year.
-- Made once, when the warehouse is built. Example: select region, rank, among, leader from region_peers;
create table region_peers as
with
-- what is counted and when, as one number of 64 bits as question_id is one: sorting five texts costs more
figures as (
    select
        best_claims.*,
        regions.parent_id,
        case
            when nature = 'flow' and dated_by = 'text'
                then coalesce(period_start::varchar, '') || '..' || period_end
            else year(as_of)::varchar
        end as time,
        hash(metric, field, scope, unit, time) as thing
    from best_claims
    join (select metric, nature from metric_comparisons) using (metric)
    join regions using (region_id)
    where measure = 'value' and modality = 'actual' and not unclear and value is not null
        and subject_kind = 'region' and as_of is not null and metric <> 'other'
),
latest as (
    select * from figures
    qualify row_number() over (
        partition by thing, region_id
        order by as_of desc, sources desc, confidence desc, metric_id
    ) = 1
),
sets as (
    select
        latest.*,
        unnest(case region_level
            when 'municipality' then ['city', 'province']
            when 'county' then ['county of ' || parent_id]
            else [region_level]
        end) as peers
    from latest
    where region_level in ('city', 'province', 'municipality', 'county', 'country')
),
sized as (
    select *, count(*) over (partition by thing, peers) as among from sets
),
ranked as (
    select
        *,
        rank() over standing as rank,
        first_value(region) over standing as leader,
        first_value(metric_id) over standing as leader_id
    from (
        select * from sized
        qualify row_number() over (
            partition by thing, region_id order by among desc, peers
        ) = 1
    )
    window standing as (
        partition by thing, peers order by value desc, exactness(bound, value_high) desc, region
    )
),
final as (
    select
        ranked.region,
        ranked.metric,
        ranked.field,
        ranked.scope,
        ranked.time,
        ranked.peers,
        count(*) over (partition by ranked.thing, ranked.peers) as among,
        ranked.leader,
        ranked.region_id,
        ranked.metric_id,
        ranked.leader_id,
        nations.metric_id as nation_id,
        ranked.value,
        ranked.unit,
        ranked.thing
    from ranked
    left join latest as nations
        on nations.region_id = 'CHN' and ranked.region_id <> 'CHN'
        and nations.thing = ranked.thing and nations.unit = ranked.unit
)
select
    region, metric, field, scope, time, peers,
    rank() over (partition by thing, peers order by value desc) as rank,
    among, leader, region_id, metric_id, leader_id, nation_id
from final
order by metric, field, scope, time desc, peers, rank, region;
