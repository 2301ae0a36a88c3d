-- What does each claim say, which question does it answer, and is it the best answer there is?
-- The readable claims, how they compare and which of them is chosen, in one table: `claims`, `comparable_claims` and
-- `best_claims` are views of it, and say how each is meant. What a claim says by its article alone comes from `stated`
-- (sql/shards). Rows stand by metric, measure and place.
-- Made once, when the warehouse is built, in steps: so the planner knows how few questions are contested.
-- Example: select subject, amount, quote from answers where chosen limit 5;
create or replace temp table copied_texts as
with shared_texts as (
    select text_hash from texts group by text_hash having count(*) > 1
),
final as (
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
)
select * from final;

-- claims of questions that several claims answer
create or replace temp table judged_claims as
with crowded as (
    select question_id from stated group by question_id having count(*) > 1
),
asked as (
    select
        stated.metric_id,
        stated.question_id,
        coalesce(copied_texts.origin_id, documents.duplicate_of, stated.document_id) as origin_id,
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
    left join copied_texts on copied_texts.text_hash = stated.text_hash
),
-- an article does not contradict itself: values that exclude each other there answer questions that its words
-- do not tell apart, so each stands alone
unclear as (
    select question_id, origin_id
    from asked
    group by question_id, origin_id
    having max(low) > min(high)
),
final as (
    select
        asked.* exclude (question_id),
        case
            when unclear.question_id is null then question_id
            else left(md5(concat_ws('|', question_id, origin_id, value)), 16)
        end as question_id,
        unclear.question_id is not null as unclear
    from asked
    left join unclear using (question_id, origin_id)
)
select * from final;

-- what differs in them from a claim that stands alone
create or replace temp table claim_verdicts as
with contested as materialized (
    select * from judged_claims
    semi join (select question_id from judged_claims group by question_id having count(*) > 1) using (question_id)
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
        coalesce(support.agreeing, 1) as agreeing,
        row_number() over (
            partition by question_id
            order by
                support.agreeing desc nulls last, part desc, exactness desc, published_on desc nulls last, confidence desc, metric_id
        ) as place
    from contested
    left join support using (question_id, value)
),
final as (
    select
        judged_claims.metric_id,
        judged_claims.question_id,
        judged_claims.unclear,
        coalesce(place, 1) = 1 as chosen,
        claims,
        sources,
        ranked.agreeing,
        lowest,
        highest,
        evidence
    from judged_claims
    left join ranked on ranked.metric_id = judged_claims.metric_id
    left join totals on totals.question_id = ranked.question_id and place = 1
)
select * from final;

drop table temp.judged_claims; -- the room is wanted by what sorts the answers

-- how strings are kept is named: to try every way on every column takes a seventh of a build
create table answers (
    document           varchar using compression fsst,
    start_char         bigint,
    end_char           bigint,
    surface            varchar using compression dictionary,
    value              decimal(38,6),
    value_high         decimal(38,6),
    unit               varchar using compression dictionary,
    bound              varchar using compression dictionary,
    metric             varchar using compression dictionary,
    metric_name        varchar using compression dictionary,
    noun               varchar using compression dictionary,
    scope              varchar using compression dictionary,
    measure            varchar using compression dictionary,
    region             varchar using compression dictionary,
    firm               varchar using compression dictionary,
    model              varchar using compression dictionary,
    period_start       date,
    period_end         date,
    modality           varchar using compression dictionary,
    amount             varchar using compression dictionary,
    period             varchar using compression dictionary,
    confidence         double,
    quote              varchar using compression fsst,
    quote_at           integer,
    title              varchar using compression dictionary,
    outlet             varchar using compression dictionary,
    published_on       date,
    role               varchar using compression dictionary,
    rule               varchar using compression dictionary,
    region_id          varchar using compression dictionary,
    firm_id            varchar using compression fsst,
    model_id           varchar using compression fsst,
    metric_id          varchar using compression fsst,
    number_id          varchar using compression fsst,
    passage_id         varchar using compression fsst,
    document_id        varchar using compression fsst,
    subject            varchar using compression dictionary,
    subject_kind       varchar using compression dictionary,
    compared_region_id varchar using compression dictionary,
    region_level       varchar using compression dictionary,
    field              varchar using compression dictionary,
    compared_scope     varchar using compression dictionary,
    basis              varchar using compression dictionary,
    linked_on          date,
    low                double,
    high               double,
    part               integer,
    url                varchar using compression dictionary,
    question_id        varchar using compression fsst,
    origin_id          varchar using compression fsst,
    unclear            boolean,
    shared_question_id varchar using compression fsst,
    chosen             boolean,
    claims             bigint,
    sources            bigint,
    agreeing           bigint,
    lowest             decimal(38,6),
    highest            decimal(38,6),
    evidence           varchar using compression fsst
);

insert into answers by name
with final as (
    select
        documents.name as document,
        stated.* exclude (question_id, text_hash),
        documents.url,
        coalesce(claim_verdicts.question_id, stated.question_id) as question_id,
        coalesce(copied_texts.origin_id, documents.duplicate_of, stated.document_id) as origin_id,
        coalesce(claim_verdicts.unclear, false) as unclear,
        case when claim_verdicts.unclear then stated.question_id end as shared_question_id,
        coalesce(claim_verdicts.chosen, true) as chosen,
        case when coalesce(claim_verdicts.chosen, true) then coalesce(claim_verdicts.claims, 1) end as claims,
        case when coalesce(claim_verdicts.chosen, true) then coalesce(claim_verdicts.sources, 1) end as sources,
        case when coalesce(claim_verdicts.chosen, true) then coalesce(claim_verdicts.agreeing, 1) end as agreeing,
        claim_verdicts.lowest,
        claim_verdicts.highest,
        claim_verdicts.evidence
    from stated
    join documents on documents.document_id = stated.document_id
    left join copied_texts on copied_texts.text_hash = stated.text_hash
    left join claim_verdicts on claim_verdicts.metric_id = stated.metric_id
)
select * from final order by metric, measure, region_id, firm_id, model_id, document, start_char, metric_id;

drop table temp.copied_texts;
drop table temp.claim_verdicts;
drop table if exists temp.metrics; -- what was read, which now stands in `answers`
