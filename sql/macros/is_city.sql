-- Whether a region identifier, or each of several joined by +, is a city: a prefecture-level city or a municipality.
-- Example: select short_name from regions where is_city(region_id);
create macro is_city(ids) as not exists (
    select 1
    from (select unnest(string_split(ids, '+')) as region_id) as member
    left join regions using (region_id)
    where regions.region_id is null
        or not (regions.level = 'city' or (regions.level = 'province' and regions.name like '%市'))
);
