-- Where do independent sources disagree about the same thing beyond their bounds and tolerances?
-- One row is the chosen value of a question and a source that excludes it, sentence beside sentence. 超215亿 does not
-- exclude 220亿, 约20亿 does not exclude 21亿 (see bound_tolerances), copies do not count, unlike things never meet.
-- Made once, when the warehouse is built.
-- Example: select subject, metric_name, period, amount, other_amount, quote, other_quote from claim_conflicts;
create table claim_conflicts as
with disputed as (
    select question_id
    from comparable_claims
    semi join (select question_id from best_claims where sources > 1) using (question_id)
    group by question_id
    having max(low) > min(high) and min(origin_id) <> max(origin_id)
),
chosen as (
    select best_claims.*, comparable_claims.origin_id
    from best_claims
    join disputed using (question_id)
    join comparable_claims using (metric_id)
),
dissenting as (
    select
        voices.metric_id,
        voices.question_id,
        voices.origin_id
    from comparable_claims as voices
    join chosen on chosen.question_id = voices.question_id
    where voices.origin_id <> chosen.origin_id and (voices.low > chosen.high or voices.high < chosen.low)
    qualify row_number() over (
        partition by voices.question_id, voices.origin_id
        order by voices.part desc, voices.exactness desc, voices.metric_id
    ) = 1
),
final as (
    select
        chosen.subject,
        chosen.metric_name,
        chosen.measure,
        chosen.noun,
        chosen.period,
        chosen.amount,
        others.amount as other_amount,
        round(100 * (others.value - chosen.value)::double / nullif(abs(chosen.value::double), 0), 1) as difference,
        chosen.agreeing,
        chosen.sources,
        chosen.quote,
        others.quote as other_quote,
        chosen.title,
        others.title as other_title,
        chosen.outlet,
        others.outlet as other_outlet,
        chosen.published_on,
        others.published_on as other_published_on,
        chosen.metric,
        chosen.modality,
        chosen.field,
        chosen.scope,
        chosen.value,
        others.value as other_value,
        chosen.unit,
        chosen.as_of,
        chosen.region_id,
        chosen.question_id,
        chosen.metric_id,
        others.metric_id as other_metric_id
    from dissenting
    join chosen on chosen.question_id = dissenting.question_id
    join claims as others on others.metric_id = dissenting.metric_id
)
select * from final order by abs(difference) desc nulls last, subject, metric_name, other_metric_id;
