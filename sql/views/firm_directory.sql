-- Which firms and institutions are there, where, of what kind, and what is said of each?
-- Those with the most claims come first; `figures` are some of the newest, `models` what the warehouse knows them to make.
-- Made once, when the warehouse is built.
-- Example: select name, kind, region, claims, figures from firm_directory where claims > 0;
create table firm_directory as
with said as (
    select
        firm_id,
        sum(claims) as claims,
        max(as_of) as latest,
        array_to_string(list(metric_name || ' ' || amount order by as_of desc nulls last, metric_id)[:5], '；') as figures
    from best_claims
    where firm_id is not null
    group by firm_id
),
made as (
    select firm_id, count(*) as model_count, string_agg(name, '、' order by name) as models
    from models
    where firm_id is not null
    group by firm_id
),
final as (
    select
        firms.name,
        firms.short_name,
        firms.kind,
        regions.short_name as region,
        firms.layer,
        coalesce(said.claims, 0)::bigint as claims,
        said.latest,
        said.figures,
        made.models,
        coalesce(made.model_count, 0) as model_count,
        firms.source,
        firms.region_id,
        firms.firm_id
    from firms
    left join said using (firm_id)
    left join made using (firm_id)
    left join regions on regions.region_id = firms.region_id
)
select * from final order by claims desc, name, firm_id;
