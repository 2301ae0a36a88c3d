-- Which claims answer the same question, and what does each of them allow the truth to be?
-- A question is: metric, measure, modality, unit, subject, field, scope, basis and period. Claims of unlike scope, of
-- unlike basis (占全国, 占全市; 同比, 环比) or of unlike period never meet. A claim without a subject, or so short that
-- neither it nor its article names a field, meets only claims of its own article. Copies of an article
-- (documents.duplicate_of) or of a passage are one source.
-- Made once, when the warehouse is built. Example: select question_id, count(*) from comparable_claims group by all;
set variable field_names = (
    select coalesce(string_agg(word, '|' order by len(word) desc, word), '$.')
    from (select distinct unnest(string_split(names, '|')) as word from fields)
);

set variable field_signs = (
    select coalesce(string_agg(word, '|' order by len(word) desc, word), '$.')
    from (select distinct unnest(string_split(concat_ws('|', names, signs), '|')) as word from fields)
);

create table comparable_claims as
with field_names as (
    select word, min(field) as field
    from (select field, unnest(string_split(names, '|')) as word from fields)
    group by word
),
field_signs as (
    select field, unnest(string_split(concat_ws('|', names, signs), '|')) as word from fields
),
signs_found as (
    select document_id, unnest(regexp_extract_all(text, getvariable('field_signs'))) as word
    from (
        select document_id, left(text, 400) as text from passages where role <> 'boilerplate'
        union all
        select document_id, title from documents where title is not null
    )
),
field_counts as (
    select document_id, field, sum(times) as times
    from (select document_id, word, count(*) as times from signs_found group by all)
    join field_signs using (word)
    group by all
),
document_fields as (
    select document_id, arg_max(field, (times, field)) as document_field from field_counts group by document_id
),
copies as (
    select
        hash(text) as text_hash,
        arg_min(
            coalesce(duplicate_of, passages.document_id),
            (coalesce(published_on, date '9999-12-31'), passages.document_id)
        ) as origin_id
    from passages
    join documents using (document_id)
    where len(text) >= 12
    group by text_hash
    having min(passages.document_id) <> max(passages.document_id)
),
copied as (
    select passage_id, text_hash from (select passage_id, hash(text) as text_hash from passages) semi join copies using (text_hash)
),
placed as (
    select
        claims.metric_id,
        claims.passage_id,
        claims.document_id,
        claims.metric,
        claims.scope,
        claims.measure,
        claims.modality,
        claims.unit,
        claims.bound,
        claims.surface,
        claims.value,
        claims.value_high,
        claims.region_id,
        claims.region,
        claims.firm_id,
        claims.firm,
        claims.model_id,
        claims.model,
        claims.period_start,
        claims.period_end,
        claims.published_on,
        claims.role,
        document_field,
        coalesce(copies.origin_id, documents.duplicate_of, claims.document_id) as origin_id,
        case when measure <> 'value' then replace(right(left(quote, quote_at), 24), '國', '国') end as words_before
    from claims
    join documents on documents.document_id = claims.document_id
    left join document_fields on document_fields.document_id = claims.document_id
    left join copied on copied.passage_id = claims.passage_id
    left join copies on copies.text_hash = copied.text_hash
),
links as (
    select
        placed.metric_id,
        try_cast(regexp_extract(passages.text, '(\d{4}-\d{2}-\d{2})\s*$', 1) as date) as linked_on
    from placed
    join passages as own using (passage_id)
    join passages on passages.document_id = own.document_id and passages.ordinal = own.ordinal + 1
    where placed.role = 'boilerplate' and len(passages.text) < 60
),
wordings as (
    select
        metric,
        scope,
        document_field,
        case when metric_comparisons.field = 'text'
            then coalesce(field_names.field, document_field, '') else coalesce(metric_comparisons.field, '')
        end as field,
        regexp_replace(
            regexp_replace(
                coalesce(scope, ''),
                concat_ws('|', fields.names, case when metric_comparisons.field = '人工智能' then '人工智能' end, whole_words, '$.'),
                '', 'g'
            ),
            '相关|有关|领域|赛道|产业|金额|总额|数量|的', '', 'g'
        ) as narrowed,
        nature,
        meets,
        metric_comparisons.field = 'text' as field_wanted
    from (select distinct metric, scope, document_field from placed)
    left join metric_comparisons using (metric)
    left join field_names on field_names.word = regexp_extract(scope, getvariable('field_names'))
    left join fields
        on metric_comparisons.field = 'text' and fields.field = coalesce(field_names.field, document_field)
),
questions as materialized (
    select
        placed.* exclude (scope, words_before),
        coalesce(wordings.nature, 'flow') as nature,
        case
            when model is not null then 'model'
            when firm is not null and firm_id is distinct from region_id then 'firm' -- a zone is a place
            when region is not null then 'region'
        end as subject_kind,
        case
            when model is not null then coalesce(model_id, model)
            when firm is not null and firm_id is distinct from region_id then coalesce(firm_id, firm)
            when contains(region, '+') then array_to_string(list_sort(string_split(coalesce(region_id, region), '+')), '+')
            when region is not null then coalesce(region_id, region)
        end as subject_id,
        case when model is null and (firm is null or firm_id = region_id) then wordings.field else '' end as field,
        wordings.narrowed as scope,
        case
            when measure = 'value' then ''
            else replace(replace(regexp_replace(
                regexp_extract(words_before, '全国|我国|国内|中国|全球|世界|全省|全市|全区|同比|环比|[比较][上去]年|年均'),
                '我国|国内|中国', '全国'), '世界', '全球'), '比上年', '同比')
        end as basis,
        coalesce(period_end, linked_on, published_on) as as_of,
        case
            when period_end is not null then 'text'
            when linked_on is not null then 'link'
            when published_on is not null then 'publication'
        end as dated_by,
        (model is null and firm is null and region is null)
            or wordings.meets = 'article'
            or (wordings.field_wanted and wordings.field = '' and wordings.narrowed = '') as stays
    from placed
    left join links using (metric_id)
    left join wordings
        on wordings.metric = placed.metric
        and wordings.scope is not distinct from placed.scope
        and wordings.document_field is not distinct from placed.document_field
),
tolerances as (
    select
        surface,
        written.bound,
        arg_max(bound_tolerances, case word when '*' then 0 else len(word) end) as tolerance
    from (select distinct surface, bound from questions) as written
    join bound_tolerances on bound_tolerances.bound = written.bound
    where word = '*' or contains(surface, word)
    group by all
),
stepped as (
    select questions.*, tolerance, last_digit(value) as step
    from questions
    left join tolerances using (surface, bound)
),
reached as (
    select
        stepped.* exclude (tolerance, step),
        value::double as first_value,
        coalesce(value_high, value)::double as last_value,
        least(abs(value::double) * tolerance.below, step * tolerance.below_steps) as below,
        least(
            abs(coalesce(value_high, value)::double) * tolerance.above,
            case when value_high is null then step else last_digit(value_high) end * tolerance.above_steps
        ) as above
    from stepped
),
allowed as materialized (
    select
        metric_id,
        value,
        value_high,
        bound,
        subject_kind,
        subject_id,
        field,
        scope,
        basis,
        as_of,
        dated_by,
        role,
        origin_id,
        case
            when value is null then null
            when value < 0 then coalesce(first_value - above, '-infinity'::double)
            else coalesce(first_value - below, 0)
        end as low,
        case
            when value is null then null
            when value < 0 then coalesce(last_value + below, 0)
            else coalesce(last_value + above, 'infinity'::double)
        end as high,
        left(md5(concat_ws(
            '|', metric, measure, modality, case unit when 'person' then 'count' else unit end,
            coalesce(subject_kind, '') || ':' || coalesce(subject_id, ''), field, scope, basis,
            case
                when period_end is null then '@' || coalesce(strftime(as_of, '%Y-%m'), document_id)
                when nature = 'stock' and measure in ('value', 'share', 'rank') then '..' || period_end
                else coalesce(period_start::varchar, '') || '..' || period_end
            end,
            case when stays then document_id end
        )), 16) as question_id
    from reached
),
-- an article does not contradict itself: values that exclude each other there answer questions that its words
-- do not tell apart, so each stands alone
unclear as (
    select question_id, origin_id
    from allowed
    group by question_id, origin_id
    having max(low) > min(high)
),
final as (
    select
        allowed.metric_id,
        case
            when unclear.question_id is null then question_id
            else left(md5(concat_ws('|', question_id, origin_id, value)), 16)
        end as question_id,
        subject_kind,
        subject_id,
        field,
        scope,
        basis,
        as_of,
        dated_by,
        low,
        high,
        exactness(bound, value_high) as exactness,
        part_of_text(role) as part,
        origin_id,
        unclear.question_id is not null as unclear
    from allowed
    left join unclear using (question_id, origin_id)
)
select * from final order by question_id, metric_id;
