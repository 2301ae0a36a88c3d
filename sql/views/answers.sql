-- What does each claim say, which question does it answer, and is it the best answer there is?
-- The readable claims, how they compare and which of them is chosen, in one table: `claims`, `comparable_claims` and
-- `best_claims` are views of it, and say how each is meant. What a claim says by its article alone comes from `stated`
-- (sql/shards). Rows stand by metric, measure and place.
-- Made once, when the warehouse is built. Example: select subject, amount, quote from answers where chosen limit 5;
create table answers as
with shared_texts as (
    select text_hash from texts group by text_hash having count(*) > 1
),
copies as materialized (
    select
        text_hash,
        arg_min(
            coalesce(duplicate_of, texts.document_id),
            (coalesce(published_on, date '9999-12-31'), texts.document_id)
        ) as origin_id
    from texts
    semi join shared_texts using (text_hash)
    join documents using (document_id)
    group by text_hash
    having min(texts.document_id) <> max(texts.document_id)
),
crowded as (
    select question_id from stated group by question_id having count(*) > 1
),
asked as materialized (
    select
        stated.metric_id,
        stated.question_id,
        coalesce(copies.origin_id, documents.duplicate_of, stated.document_id) as origin_id,
        stated.value,
        coalesce(stated.value_high, stated.value) as last_value,
        stated.low,
        stated.high,
        stated.part,
        exactness(stated.bound, stated.value_high) as exactness,
        stated.published_on,
        stated.confidence
    from stated
    semi join crowded using (question_id)
    join documents on documents.document_id = stated.document_id
    left join copies on copies.text_hash = stated.text_hash
),
-- an article does not contradict itself: values that exclude each other there answer questions that its words
-- do not tell apart, so each stands alone
unclear as (
    select question_id, origin_id
    from asked
    group by question_id, origin_id
    having max(low) > min(high)
),
judged as materialized (
    select
        asked.* exclude (question_id),
        case
            when unclear.question_id is null then question_id
            else left(md5(concat_ws('|', question_id, origin_id, value)), 16)
        end as question_id,
        unclear.question_id is not null as unclear
    from asked
    left join unclear using (question_id, origin_id)
),
contested as materialized (
    select * from judged
    semi join (select question_id from judged group by question_id having count(*) > 1) using (question_id)
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
ranked as (
    select
        question_id,
        metric_id,
        coalesce(agreeing, 1) as agreeing,
        row_number() over (
            partition by question_id
            order by
                agreeing desc nulls last, part desc, exactness desc, published_on desc nulls last, confidence desc, metric_id
        ) as place
    from contested
    left join support using (question_id, value)
),
-- what differs from a claim that stands alone
verdicts as materialized (
    select
        judged.metric_id,
        judged.question_id,
        judged.unclear,
        coalesce(place, 1) = 1 as chosen,
        claims,
        sources,
        ranked.agreeing,
        lowest,
        highest,
        evidence
    from judged
    left join ranked on ranked.metric_id = judged.metric_id
    left join totals on totals.question_id = ranked.question_id and place = 1
),
final as (
    select
        documents.name as document,
        stated.* exclude (question_id, text_hash),
        documents.url,
        coalesce(verdicts.question_id, stated.question_id) as question_id,
        coalesce(copies.origin_id, documents.duplicate_of, stated.document_id) as origin_id,
        coalesce(verdicts.unclear, false) as unclear,
        case when verdicts.unclear then stated.question_id end as shared_question_id,
        coalesce(verdicts.chosen, true) as chosen,
        case when coalesce(verdicts.chosen, true) then coalesce(verdicts.claims, 1) end as claims,
        case when coalesce(verdicts.chosen, true) then coalesce(verdicts.sources, 1) end as sources,
        case when coalesce(verdicts.chosen, true) then coalesce(verdicts.agreeing, 1) end as agreeing,
        verdicts.lowest,
        verdicts.highest,
        verdicts.evidence
    from stated
    join documents on documents.document_id = stated.document_id
    left join copies on copies.text_hash = stated.text_hash
    left join verdicts on verdicts.metric_id = stated.metric_id
)
select * from final order by metric, measure, region_id, firm_id, model_id, document, start_char, metric_id;
