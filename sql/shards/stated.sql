-- What does each claim say by its article alone: its sentence, how it reads, its subject, field and scope, what it allows
-- the truth to be, and the question that it answers? All of it follows from the claim's own document and the reference, so
-- it is made once a shard, when that is written, and kept beside it; a build loads it.
-- Example: select question_id, quote from stated limit 5;
set variable field_names = (
    select coalesce(string_agg(word, '|' order by len(word) desc, word), '$.')
    from (select distinct unnest(string_split(names, '|')) as word from fields)
);

set variable field_signs = (
    select coalesce(string_agg(word, '|' order by len(word) desc, word), '$.')
    from (select distinct unnest(string_split(concat_ws('|', names, signs), '|')) as word from fields)
);

create or replace temp view stated as
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
found as (
    select
        metrics.*,
        numbers.start_char,
        numbers.end_char,
        numbers.surface,
        passages.role,
        case when len(passages.text) >= 12 then hash(passages.text) end as text_hash,
        numbers.start_char - passages.start_char as first,
        numbers.end_char - passages.start_char as last,
        passages.text
    from metrics
    join numbers on numbers.number_id = metrics.number_id
    left join passages on passages.passage_id = metrics.passage_id
),
readable as (
    select
        found.* exclude (text, first, last),
        coalesce(definitions.name_zh, nullif(found.noun, ''), found.metric) as metric_name,
        value_label(found.value, found.value_high, found.unit, found.bound) as amount,
        coalesce(period_label(found.period_start, found.period_end), '@' || documents.published_on) as period,
        sentence_at(found.text, found.first, found.last) as quote,
        len(ltrim(sentence_before(found.text, found.first)))::integer as quote_at,
        documents.title,
        documents.outlet,
        documents.published_on
    from found
    join documents on documents.document_id = found.document_id
    left join metric_definitions as definitions on definitions.metric = found.metric
),
placed as (
    select
        readable.*,
        document_field,
        case when measure <> 'value' then replace(right(left(quote, quote_at), 24), '國', '国') end as words_before
    from readable
    left join document_fields on document_fields.document_id = readable.document_id
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
worded as materialized (
    select
        metric,
        scope,
        document_field,
        case when metric_comparisons.field = 'text'
            then coalesce(field_names.field, document_field, '') else coalesce(metric_comparisons.field, '')
        end as field,
        concat_ws(
            '|', fields.names, case when metric_comparisons.field = '人工智能' then '人工智能' end, whole_words, '$.'
        ) as words,
        nature,
        meets,
        metric_comparisons.field = 'text' as field_wanted
    from (select distinct metric, coalesce(scope, '') as scope, document_field from placed)
    left join metric_comparisons using (metric)
    left join field_names on field_names.word = regexp_extract(scope, getvariable('field_names'))
    left join fields
        on metric_comparisons.field = 'text' and fields.field = coalesce(field_names.field, document_field)
),
-- all wordings of a pattern at once, a line each: to make a pattern ready costs more than to apply it
narrowed as (
    select
        words,
        unnest(scopes) as scope,
        unnest(string_split(
            regexp_replace(
                regexp_replace(array_to_string(scopes, chr(10)), words, '', 'g'),
                '相关|有关|领域|赛道|产业|金额|总额|数量|的', '', 'g'
            ),
            chr(10)
        )) as narrowed
    from (select words, list(distinct scope) as scopes from worded group by words)
),
wordings as (
    select worded.*, narrowed from worded join narrowed using (words, scope)
),
questions as materialized (
    select
        placed.* exclude (words_before),
        linked_on,
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
        wordings.narrowed as compared_scope,
        case
            when measure = 'value' then ''
            else replace(replace(regexp_replace(
                regexp_extract(words_before, '全国|我国|国内|中国|全球|世界|全省|全市|全区|同比|环比|[比较][上去]年|年均'),
                '我国|国内|中国', '全国'), '世界', '全球'), '比上年', '同比')
        end as basis,
        coalesce(period_end, linked_on, published_on) as as_of,
        (model is null and firm is null and region is null)
            or wordings.meets = 'article'
            or (wordings.field_wanted and wordings.field = '' and wordings.narrowed = '') as stays
    from placed
    left join links using (metric_id)
    left join wordings
        on wordings.metric = placed.metric
        and wordings.scope = coalesce(placed.scope, '')
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
levels as (
    select
        subject_id,
        case
            when not contains(subject_id, '+') then any_value(
                case
                    when level = 'province' and (name like '%市' or name like '%特别行政区') then 'municipality'
                    else level
                end
            )
            when bool_and(coalesce(level = 'city' or level = 'province' and name like '%市', false)) then 'cities'
            else 'regions'
        end as level
    from (
        select subject_id, unnest(string_split(subject_id, '+')) as region_id
        from (select distinct subject_id from questions where subject_kind = 'region')
    )
    left join regions using (region_id)
    group by subject_id
),
final as (
    select
        start_char,
        end_char,
        surface,
        value,
        value_high,
        unit,
        bound,
        metric,
        metric_name,
        noun,
        scope,
        measure,
        region,
        firm,
        model,
        period_start,
        period_end,
        modality,
        amount,
        period,
        confidence,
        quote,
        quote_at,
        title,
        outlet,
        published_on,
        role,
        rule,
        region_id,
        firm_id,
        model_id,
        metric_id,
        number_id,
        passage_id,
        document_id,
        coalesce(model, firm, region) as subject,
        subject_kind,
        case when subject_kind = 'region' then reached.subject_id end as compared_region_id,
        levels.level as region_level,
        field,
        compared_scope,
        basis,
        linked_on,
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
        part_of_text(role) as part,
        left(md5(concat_ws(
            '|', metric, measure, modality, case unit when 'person' then 'count' else unit end,
            coalesce(subject_kind, '') || ':' || coalesce(reached.subject_id, ''), field, compared_scope, basis,
            case
                when period_end is null then '@' || coalesce(strftime(as_of, '%Y-%m'), document_id)
                when nature = 'stock' and measure in ('value', 'share', 'rank') then '..' || period_end
                else coalesce(period_start::varchar, '') || '..' || period_end
            end,
            case when stays then document_id end
        )), 16) as question_id,
        text_hash
    from reached
    left join levels on subject_kind = 'region' and levels.subject_id = reached.subject_id
)
select * from final;
