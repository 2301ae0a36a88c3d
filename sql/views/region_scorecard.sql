-- Where does each region stand on the headline metrics: the latest best value of each and its date?
-- One row is a region and a field of the economy. A cell reads amount, scope if it is not the whole, and time; beside it
-- stand `…_value` and `…_as_of`. Which scopes may stand in a cell, and which is preferred, says headline_metrics.
-- Made once, when the warehouse is built.
-- Example: select region, firms, output, financing, models, filings, talent from region_scorecard where field = '人工智能';
create table region_scorecard as
with candidates as (
    select
        headline_metrics.headline,
        best_claims.*,
        list_position(string_split(coalesce(headline_metrics.scopes, ''), '|'), best_claims.scope) as preference
    from best_claims
    join headline_metrics using (metric, measure)
    where modality = 'actual' and subject_kind = 'region' and region_level not in ('cities', 'regions')
        and contains('|' || coalesce(headline_metrics.scopes, '') || '|', '|' || best_claims.scope || '|')
),
headlines as (
    select
        region,
        region_id,
        region_level,
        field,
        headline,
        value,
        as_of,
        amount || case when scope = '' then '' else ' ' || scope end || coalesce(' · ' || period, '') as cell
    from candidates
    qualify row_number() over (
        partition by region_id, field, headline
        order by unclear, preference, as_of desc nulls last, dated_by = 'text' desc, sources desc, confidence desc, metric_id
    ) = 1
),
final as (
    select
        region,
        field,
        count(*) as headlines,
        max(cell) filter (headline = 'firms') as firms,
        max(cell) filter (headline = 'output') as output,
        max(cell) filter (headline = 'financing') as financing,
        max(cell) filter (headline = 'models') as models,
        max(cell) filter (headline = 'filings') as filings,
        max(cell) filter (headline = 'algorithms') as algorithms,
        max(cell) filter (headline = 'developers') as developers,
        max(cell) filter (headline = 'compute') as compute,
        max(cell) filter (headline = 'talent') as talent,
        max(cell) filter (headline = 'listed') as listed,
        max(cell) filter (headline = 'competitiveness') as competitiveness,
        max(value) filter (headline = 'firms') as firms_value,
        max(as_of) filter (headline = 'firms') as firms_as_of,
        max(value) filter (headline = 'output') as output_value,
        max(as_of) filter (headline = 'output') as output_as_of,
        max(value) filter (headline = 'financing') as financing_value,
        max(as_of) filter (headline = 'financing') as financing_as_of,
        max(value) filter (headline = 'models') as models_value,
        max(as_of) filter (headline = 'models') as models_as_of,
        max(value) filter (headline = 'filings') as filings_value,
        max(as_of) filter (headline = 'filings') as filings_as_of,
        max(value) filter (headline = 'algorithms') as algorithms_value,
        max(as_of) filter (headline = 'algorithms') as algorithms_as_of,
        max(value) filter (headline = 'developers') as developers_value,
        max(as_of) filter (headline = 'developers') as developers_as_of,
        max(value) filter (headline = 'compute') as compute_value,
        max(as_of) filter (headline = 'compute') as compute_as_of,
        max(value) filter (headline = 'talent') as talent_value,
        max(as_of) filter (headline = 'talent') as talent_as_of,
        max(value) filter (headline = 'listed') as listed_value,
        max(as_of) filter (headline = 'listed') as listed_as_of,
        max(value) filter (headline = 'competitiveness') as competitiveness_value,
        max(as_of) filter (headline = 'competitiveness') as competitiveness_as_of,
        region_level,
        region_id
    from headlines
    group by region, region_id, region_level, field
)
select * from final order by field, headlines desc, region_id;
