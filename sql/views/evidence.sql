-- Every claim with its sentence, the number marked 【】: which words say it, and what was read from them?
-- Example: select marked, subject, metric_name, amount, period from evidence where metric = 'financing_amount' limit 20;
create view evidence as
select
    marked_sentence(
        passages.text, numbers.start_char - passages.start_char, numbers.end_char - passages.start_char
    ) as marked,
    coalesce(metrics.model, metrics.firm, metrics.region) as subject,
    coalesce(metric_definitions.name_zh, metrics.noun) as metric_name,
    metrics.noun,
    metrics.measure,
    value_label(metrics.value, metrics.value_high, metrics.unit, metrics.bound) as amount,
    coalesce(period_label(metrics.period_start, metrics.period_end), '@' || documents.published_on) as period,
    metrics.modality,
    metrics.confidence,
    documents.title,
    documents.outlet,
    documents.published_on,
    documents.url,
    passages.role,
    metrics.metric,
    numbers.document,
    numbers.start_char,
    numbers.end_char,
    numbers.surface,
    metrics.rule,
    metrics.metric_id,
    metrics.number_id,
    metrics.passage_id,
    metrics.document_id
from metrics
join numbers on numbers.number_id = metrics.number_id
join documents on documents.document_id = metrics.document_id
left join passages on passages.passage_id = metrics.passage_id
left join metric_definitions on metric_definitions.metric = metrics.metric;
