-- Which claims answer the same question, and what does each of them allow the truth to be?
-- A question is: metric, measure, modality, unit, subject, field, scope, basis and period. Claims of unlike scope, of
-- unlike basis (占全国, 占全市; 同比, 环比) or of unlike period never meet. A claim without a subject, or so short that
-- neither it nor its article names a field, meets only claims of its own article. Copies of an article
-- (documents.duplicate_of) or of a passage are one source.
-- Example: select question_id, count(*) from comparable_claims group by all;
create view comparable_claims as
select
    metric_id,
    question_id,
    subject_kind,
    case subject_kind
        when 'region' then compared_region_id
        when 'firm' then coalesce(firm_id, firm)
        when 'model' then coalesce(model_id, model)
    end as subject_id,
    field,
    compared_scope as scope,
    basis,
    coalesce(period_end, linked_on, published_on) as as_of,
    case
        when period_end is not null then 'text'
        when linked_on is not null then 'link'
        when published_on is not null then 'publication'
    end as dated_by,
    low,
    high,
    exactness(bound, value_high) as exactness,
    part,
    origin_id,
    unclear
from answers;
