-- The fact table: who, what, when, how much, how sure. The view `claims` is its readable form.
-- Example: select metric, measure, count(*) from metrics group by all;
create view metrics as
select
    metric_id,
    number_id,
    passage_id,
    document_id,
    metric,
    noun,
    scope,
    measure,
    region_id,
    region,
    firm_id,
    firm,
    model_id,
    model,
    value,
    value_high,
    unit,
    bound,
    period_start,
    period_end,
    modality,
    confidence,
    rule
from answers;
