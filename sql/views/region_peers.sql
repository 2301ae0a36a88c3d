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
sizes as (
    select thing, peers, count(*) as among from sets group by thing, peers
),
-- only a municipality stands in two sets, of which it takes the larger
placed as (
    select * from sets where region_level <> 'municipality'
    union all
    select sets.* from sets join sizes using (thing, peers) where region_level = 'municipality'
    qualify row_number() over (partition by thing, region_id order by sizes.among desc, peers) = 1
),
ranked as (
    select
        *,
        count(*) over (partition by thing, peers) as among,
        rank() over (partition by thing, peers order by value desc) as rank,
        first_value(region) over standing as leader,
        first_value(metric_id) over standing as leader_id
    from placed
    window standing as (
        partition by thing, peers order by value desc, exactness(bound, value_high) desc, region
    )
)
select
    ranked.region,
    ranked.metric,
    ranked.field,
    ranked.scope,
    ranked.time,
    ranked.peers,
    ranked.rank,
    ranked.among,
    ranked.leader,
    ranked.region_id,
    ranked.metric_id,
    ranked.leader_id,
    nations.metric_id as nation_id
from ranked
left join latest as nations
    on nations.region_id = 'CHN' and ranked.region_id <> 'CHN'
    and nations.thing = ranked.thing and nations.unit = ranked.unit
order by ranked.metric, ranked.field, ranked.scope, ranked.time desc, peers, rank, ranked.region;
