-- Every claim with its sentence, the number marked 【】: which words say it, and what was read from them?
-- Example: select marked, subject, metric_name, amount, period from evidence where metric = 'financing_amount' limit 20;
create view evidence as
select
    coalesce(marked_sentence(quote, quote_at, surface), '【' || surface || '】') as marked,
    coalesce(model, firm, region) as subject,
    metric_name,
    noun,
    measure,
    amount,
    period,
    modality,
    confidence,
    title,
    outlet,
    published_on,
    url,
    role,
    metric,
    document,
    start_char,
    end_char,
    surface,
    rule,
    metric_id,
    number_id,
    passage_id,
    document_id
from claims;
