-- Who, what, when, how much, how sure, and the sentence that says so: the fact table made readable.
-- Made once, when the warehouse is built, because every answer shows its sentence.
-- Example: select region, value, bound, period_end, quote from claims
--          where metric = 'firm_count' and measure = 'value' order by value desc;
create table claims as
with placed as (
    select
        metrics.*,
        numbers.document,
        numbers.start_char,
        numbers.end_char,
        numbers.surface,
        passages.role,
        passages.ordinal,
        numbers.start_char - passages.start_char as first,
        numbers.end_char - passages.start_char as last,
        passages.text
    from metrics
    join numbers on numbers.number_id = metrics.number_id
    left join passages on passages.passage_id = metrics.passage_id
),
final as (
    select
        placed.document,
        placed.start_char,
        placed.end_char,
        placed.surface,
        placed.value,
        placed.value_high,
        placed.unit,
        placed.bound,
        placed.metric,
        coalesce(definitions.name_zh, nullif(placed.noun, ''), placed.metric) as metric_name,
        placed.noun,
        placed.scope,
        placed.measure,
        placed.region,
        placed.firm,
        placed.model,
        placed.period_start,
        placed.period_end,
        placed.modality,
        value_label(placed.value, placed.value_high, placed.unit, placed.bound) as amount,
        coalesce(period_label(placed.period_start, placed.period_end), '@' || documents.published_on) as period,
        placed.confidence,
        sentence_at(placed.text, placed.first, placed.last) as quote,
        len(ltrim(sentence_before(placed.text, placed.first)))::integer as quote_at,
        documents.title,
        documents.outlet,
        documents.published_on,
        documents.url,
        coalesce(placed.period_end, documents.published_on) as as_of,
        placed.role,
        placed.rule,
        placed.region_id,
        placed.firm_id,
        placed.model_id,
        placed.metric_id,
        placed.number_id,
        placed.passage_id,
        placed.document_id
    from placed
    join documents on documents.document_id = placed.document_id
    left join metric_definitions as definitions on definitions.metric = placed.metric
)
select * from final order by metric, measure, region_id, firm_id, model_id, document, start_char, metric_id;
