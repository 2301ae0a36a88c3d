-- Which places lie within which? Every region with itself (distance 0), all that hold it, and the groups it is of.
-- Example: select region_id from region_tree where ancestor_id = '110000' and distance > 0;
create table region_tree as
with recursive held as (
    select region_id, region_id as ancestor_id, 0 as distance from regions
    union all
    select held.region_id, regions.parent_id, held.distance + 1
    from held
    join regions on regions.region_id = held.ancestor_id
    where regions.parent_id is not null and held.distance < 9
),
grouped as (
    select unnest(string_split(members, '|')) as member_id, region_id as group_id
    from regions
    where members is not null
),
final as (
    select region_id, ancestor_id, distance from held
    union
    select held.region_id, grouped.group_id, held.distance + 1
    from held
    join grouped on grouped.member_id = held.ancestor_id
)
select region_id, ancestor_id, min(distance) as distance
from final
group by region_id, ancestor_id
order by ancestor_id, region_id;
