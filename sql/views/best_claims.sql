-- What is the best value for each question (metric, measure, scope, subject, period), and how well is it supported?
-- Of the claims that answer a question, the value wins that (1) most independent sources allow, copies counting once;
-- then (2) stated in the text rather than in a title or a page's margin, (3) stated most exactly, (4) published last,
-- (5) read most surely. Claims of unlike scope, basis, modality, unit or period are never put together.
-- `dated_by` says whether the period is the text's; else `period` starts with @ and is the day of publication.
-- Example: select subject, amount, period, claims, sources, quote from best_claims where metric = 'firm_count';
create view best_claims as
select
    question_id,
    metric,
    metric_name,
    measure,
    subject,
    subject_kind,
    nullif(noun, '') as noun,
    amount,
    case when period_end is not null then period else '@' || coalesce(linked_on, published_on) end as period,
    modality,
    claims,
    sources,
    agreeing,
    coalesce(lowest, value) as lowest,
    coalesce(highest, value_high, value) as highest,
    round(
        100 * (coalesce(highest, value_high, value) - coalesce(lowest, value))::double / nullif(abs(value::double), 0), 1
    ) as spread,
    quote,
    title,
    outlet,
    published_on,
    value,
    value_high,
    unit,
    bound,
    low,
    high,
    period_start,
    period_end,
    coalesce(period_end, linked_on, published_on) as as_of,
    case
        when period_end is not null then 'text'
        when linked_on is not null then 'link'
        when published_on is not null then 'publication'
    end as dated_by,
    field,
    compared_scope as scope,
    basis,
    unclear,
    confidence,
    region,
    firm,
    model,
    region_level,
    compared_region_id as region_id,
    firm_id,
    model_id,
    document,
    metric_id,
    coalesce(evidence, metric_id) as evidence
from answers
where chosen;
