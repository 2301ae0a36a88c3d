-- What is said about a thing: every question whose metric, wording or sentence has the word, best value first by time?
-- A word that names a metric (大模型备案, 融资额) finds that metric's figures whatever their wording.
-- Example: select subject, noun, amount, period, quote from claims_about('大模型备案');
create macro claims_about(asked_word) as table
with named as (
    select metric
    from metric_definitions
    where asked_word in (metric, name_zh, name_en) or list_contains(string_split(triggers, '|'), asked_word)
)
select
    subject,
    metric_name,
    noun,
    measure,
    amount,
    period,
    modality,
    claims,
    sources,
    quote,
    title,
    outlet,
    published_on,
    value,
    unit,
    bound,
    metric,
    as_of,
    dated_by,
    region_id,
    metric_id
from best_claims
where metric in (select metric from named)
    or contains(noun, asked_word) or contains(metric_name, asked_word) or contains(quote, asked_word)
    or subject = asked_word
order by metric, measure, as_of desc nulls last, value desc, subject;
