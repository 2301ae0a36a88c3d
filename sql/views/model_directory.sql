-- Which models and products are there, by sector and region, who makes each, and what is said of it?
-- Made once, when the warehouse is built.
-- Example: select sector, region, name, firm, figures from model_directory where kind = 'vertical';
create table model_directory as
with said as (
    select
        model_id,
        sum(claims) as claims,
        max(as_of) as latest,
        array_to_string(list(metric_name || ' ' || amount order by as_of desc nulls last, metric_id)[:5], '；') as figures
    from best_claims
    where model_id is not null
    group by model_id
),
final as (
    select
        models.sector,
        coalesce(own.short_name, seat.short_name) as region,
        models.name,
        models.kind,
        coalesce(firms.short_name, firms.name) as firm,
        coalesce(said.claims, 0)::bigint as claims,
        said.latest,
        said.figures,
        models.source,
        coalesce(models.region_id, firms.region_id) as region_id,
        models.firm_id,
        models.model_id
    from models
    left join firms using (firm_id)
    left join regions as own on own.region_id = models.region_id
    left join regions as seat on seat.region_id = firms.region_id
    left join said using (model_id)
)
select * from final order by sector nulls last, region nulls last, claims desc, name, model_id;
