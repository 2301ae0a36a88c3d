-- What is the best value for each question (metric, measure, scope, subject, period), and how well is it supported?
-- Of the claims that answer a question, the value wins that (1) most independent sources allow, copies counting once;
-- then (2) stated in the text rather than in a title or a page's margin, (3) stated most exactly, (4) published last,
-- (5) read most surely. Claims of unlike scope, basis, modality, unit or period are never put together.
-- `dated_by` says whether the period is the text's; else `period` starts with @ and is the day of publication.
-- Made once, when the warehouse is built.
-- Example: select subject, amount, period, claims, sources, quote from best_claims where metric = 'firm_count';
create table best_claims as
with several as (
    select question_id from comparable_claims group by question_id having count(*) > 1
),
contested as materialized (
    select
        question_id,
        metric_id,
        value,
        coalesce(value_high, value) as last_value,
        low,
        high,
        origin_id,
        part,
        exactness,
        confidence,
        published_on
    from comparable_claims
    join several using (question_id)
    join claims using (metric_id)
),
totals as (
    select
        question_id,
        count(*) as claims,
        count(distinct origin_id) as sources,
        min(value) as lowest,
        max(last_value) as highest,
        string_agg(metric_id, ',' order by metric_id) as evidence
    from contested
    group by question_id
),
candidates as (
    select distinct question_id, value from contested
),
voices as (
    select distinct question_id, origin_id, low, high from contested
),
support as (
    select question_id, value, count(distinct origin_id) as agreeing
    from candidates
    join voices using (question_id)
    where value between low and high
    group by question_id, value
),
winners as (
    select question_id, metric_id, agreeing
    from contested
    left join support using (question_id, value)
    qualify row_number() over (
        partition by question_id
        order by
            agreeing desc nulls last, part desc, exactness desc, published_on desc nulls last, confidence desc, metric_id
    ) = 1
),
chosen as (
    select
        comparable_claims.*,
        1 as claims, 1 as sources, 1 as agreeing,
        null::decimal(38, 6) as lowest,
        null::decimal(38, 6) as highest,
        metric_id as evidence
    from comparable_claims
    anti join several using (question_id)
    union all
    select comparable_claims.*, claims, sources, coalesce(agreeing, 1), lowest, highest, evidence
    from winners
    join totals using (question_id)
    join comparable_claims using (metric_id)
),
levels as (
    select
        subject_id,
        case
            when not contains(subject_id, '+') then any_value(
                case
                    when level = 'province' and (name like '%市' or name like '%特别行政区') then 'municipality'
                    else level
                end
            )
            when bool_and(coalesce(level = 'city' or level = 'province' and name like '%市', false)) then 'cities'
            else 'regions'
        end as level
    from (
        select subject_id, unnest(string_split(subject_id, '+')) as region_id
        from (select distinct subject_id from chosen where subject_kind = 'region')
    )
    left join regions using (region_id)
    group by subject_id
),
final as (
    select
        chosen.question_id,
        claims.metric,
        claims.metric_name,
        claims.measure,
        coalesce(claims.model, claims.firm, claims.region) as subject,
        chosen.subject_kind,
        nullif(claims.noun, '') as noun,
        claims.amount,
        case chosen.dated_by
            when 'text' then period_label(claims.period_start, claims.period_end)
            else '@' || chosen.as_of
        end as period,
        claims.modality,
        chosen.claims,
        chosen.sources,
        chosen.agreeing,
        coalesce(chosen.lowest, claims.value) as lowest,
        coalesce(chosen.highest, claims.value_high, claims.value) as highest,
        round(
            100 * (coalesce(chosen.highest, claims.value_high, claims.value) - coalesce(chosen.lowest, claims.value))::double
                / nullif(abs(claims.value::double), 0),
            1
        ) as spread,
        claims.quote,
        claims.title,
        claims.outlet,
        claims.published_on,
        claims.value,
        claims.value_high,
        claims.unit,
        claims.bound,
        chosen.low,
        chosen.high,
        claims.period_start,
        claims.period_end,
        chosen.as_of,
        chosen.dated_by,
        chosen.field,
        chosen.scope,
        chosen.basis,
        chosen.unclear,
        claims.confidence,
        claims.region,
        claims.firm,
        claims.model,
        levels.level as region_level,
        case when chosen.subject_kind = 'region' then chosen.subject_id end as region_id,
        claims.firm_id,
        claims.model_id,
        claims.document,
        chosen.metric_id,
        chosen.evidence
    from chosen
    join claims on claims.metric_id = chosen.metric_id
    left join levels on levels.subject_id = chosen.subject_id
)
select * from final
order by metric, measure, modality, subject_kind, field, scope, as_of desc nulls last, value desc, question_id;
