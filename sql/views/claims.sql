-- Who, what, when, how much, how sure, and the sentence that says so: the fact table made readable.
-- Example: select region, value, bound, period_end, quote from claims
--          where metric = 'firm_count' and measure = 'value' order by value desc;
create view claims as
with placed as (
    select
        m.*,
        n.document,
        n.start_char,
        n.end_char,
        n.surface,
        p.role,
        sentence_at(p.text, n.start_char - p.start_char, n.end_char - p.start_char) as quote
    from metrics as m
    join numbers as n on n.number_id = m.number_id
    left join passages as p on p.passage_id = m.passage_id
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
        coalesce(definitions.name_zh, placed.noun) as metric_name,
        placed.noun,
        placed.scope,
        placed.measure,
        placed.region,
        placed.firm,
        placed.model,
        placed.period_start,
        placed.period_end,
        placed.modality,
        placed.confidence,
        placed.quote,
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
select * from final;
