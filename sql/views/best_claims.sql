-- What is the best value for each question (metric, measure, scope, subject, period), and how well is it supported?
-- Of the claims that answer a question, the value wins that (1) most independent sources allow, copies counting once;
-- then (2) stated in the text rather than in a title or a page's margin, (3) stated most exactly, (4) published last,
-- (5) read most surely. Claims of unlike scope, basis, modality, unit or period are never put together.
-- `dated_by` says whether the period is the text's; else `period` starts with @ and is the day of publication.
-- Made once, when the warehouse is built.
-- Example: select subject, amount, period, claims, sources, quote from best_claims where metric = 'firm_count';
create table best_claims as
with answers as (
    select
        comparable_claims.*,
        metrics.value,
        metrics.value_high,
        metrics.bound,
        metrics.confidence,
        documents.published_on
    from comparable_claims
    join metrics using (metric_id)
    join documents using (document_id)
),
several as (
    select question_id from answers group by question_id having count(*) > 1
),
contested as (
    select answers.* from answers join several using (question_id)
),
candidates as (
    select distinct question_id, value from contested
),
support as (
    select question_id, candidates.value, count(distinct origin_id) as agreeing
    from candidates
    join contested using (question_id)
    where candidates.value between low and high
    group by all
),
totals as (
    select
        question_id,
        count(*) as claims,
        count(distinct origin_id) as sources,
        min(value) as lowest,
        max(coalesce(value_high, value)) as highest,
        string_agg(metric_id, ',' order by metric_id) as evidence
    from contested
    group by question_id
),
winners as (
    select contested.*, totals.* exclude (question_id), coalesce(support.agreeing, 1) as agreeing
    from contested
    join totals using (question_id)
    left join support using (question_id, value)
    qualify row_number() over (
        partition by question_id
        order by
            agreeing desc, part desc, exactness desc, published_on desc nulls last, confidence desc, metric_id
    ) = 1
),
chosen as (
    select
        answers.*,
        1 as claims,
        1 as sources,
        value as lowest,
        coalesce(value_high, value) as highest,
        metric_id as evidence,
        1 as agreeing
    from answers
    anti join several using (question_id)
    union all by name
    select * from winners
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
        metrics.metric,
        coalesce(metric_definitions.name_zh, nullif(metrics.noun, ''), metrics.metric) as metric_name,
        metrics.measure,
        coalesce(metrics.model, metrics.firm, metrics.region) as subject,
        chosen.subject_kind,
        nullif(metrics.noun, '') as noun,
        value_label(chosen.value, chosen.value_high, metrics.unit, chosen.bound) as amount,
        case chosen.dated_by
            when 'text' then period_label(metrics.period_start, metrics.period_end)
            else '@' || chosen.as_of
        end as period,
        metrics.modality,
        chosen.claims,
        chosen.sources,
        chosen.agreeing,
        chosen.lowest,
        chosen.highest,
        round(100 * (chosen.highest - chosen.lowest)::double / nullif(abs(chosen.value::double), 0), 1) as spread,
        sentence_at(
            passages.text, numbers.start_char - passages.start_char, numbers.end_char - passages.start_char
        ) as quote,
        documents.title,
        documents.outlet,
        documents.published_on,
        chosen.value,
        chosen.value_high,
        metrics.unit,
        chosen.bound,
        chosen.low,
        chosen.high,
        metrics.period_start,
        metrics.period_end,
        chosen.as_of,
        chosen.dated_by,
        chosen.field,
        chosen.scope,
        chosen.basis,
        chosen.unclear,
        chosen.confidence,
        metrics.region,
        metrics.firm,
        metrics.model,
        levels.level as region_level,
        case when chosen.subject_kind = 'region' then chosen.subject_id end as region_id,
        metrics.firm_id,
        metrics.model_id,
        numbers.document,
        chosen.metric_id,
        chosen.evidence
    from chosen
    join metrics on metrics.metric_id = chosen.metric_id
    join numbers on numbers.number_id = metrics.number_id
    join documents on documents.document_id = metrics.document_id
    left join passages on passages.passage_id = metrics.passage_id
    left join metric_definitions on metric_definitions.metric = metrics.metric
    left join levels on levels.subject_id = chosen.subject_id
)
select * from final
order by metric, measure, modality, subject_kind, field, scope, as_of desc nulls last, value desc, question_id;
