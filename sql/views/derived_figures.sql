-- Which shares follow from two values, from which two, and what share does a source state: 122 of 254 gives 48 percent,
-- stated as 约一半? A region's value over that of the nation, of a place that holds it, of a total that it is part of; or a
-- narrower scope over the whole of the same region. `agrees` says whether the stated share allows the one that follows.
-- Made once, when the warehouse is built.
-- Example: select subject, part, whole_of, whole, percent, stated, agrees from derived_figures;
create table derived_figures as
with figures as (
    select
        best_claims.*,
        case
            when nature = 'flow' then coalesce(period_start::varchar, '') || '..' || coalesce(period_end::varchar, '')
            else coalesce(period_end, as_of)::varchar
        end as time,
        hash(metric, field, scope, unit, time) as thing  -- one number to meet by; `computed` compares what it stands for
    from best_claims
    join (select metric, nature from metric_comparisons) using (metric)
    where measure = 'value' and modality = 'actual' and not unclear and subject_kind = 'region' and value > 0
        and unit in ('count', 'person', 'CNY', 'USD', 'P') and metric <> 'other' and (nature = 'stock' or dated_by = 'text')
),
totals as (
    select metric_id, unnest(string_split(region_id, '+')) as member_id from figures where contains(region_id, '+')
),
-- place and thing are one number to meet by, or figures of all places meet before it is asked which lies in which
sought as (
    select part.metric_id, ancestor_id, hash(ancestor_id, thing) as spot
    from figures as part
    join region_tree on region_tree.region_id = part.region_id and distance > 0
),
spots as (
    select metric_id, region_id, hash(region_id, thing) as spot from figures
),
of_places as (
    select sought.metric_id as part_id, whole.metric_id as whole_id
    from sought
    join spots as whole on whole.spot = sought.spot and whole.region_id = sought.ancestor_id
),
of_totals as (
    select part.metric_id, whole.metric_id
    from figures as part
    join totals on totals.member_id = part.region_id
    join figures as whole on whole.metric_id = totals.metric_id and whole.thing = part.thing
),
of_wholes as (
    select part.metric_id, whole.metric_id
    from figures as part
    join figures as whole
        on whole.region_id = part.region_id and whole.metric = part.metric and whole.field = part.field
        and whole.unit = part.unit and whole.time = part.time and whole.document = part.document
        and whole.scope = '' and part.scope <> '' and whole.value >= part.value
),
pairs as (
    select *, 'place' as kind from of_places
    union all
    select *, 'total' from of_totals
    union all
    select *, 'scope' from of_wholes
),
computed as (
    select
        pairs.kind,
        part.*,
        whole.metric_id as whole_id,
        whole.amount as whole_amount,
        whole.subject as whole_subject,
        whole.noun as whole_noun,
        whole.quote as whole_quote,
        100 * part.value::double / whole.value::double as percent,
        ratio_bound(
            case when part.value_high is null then part.bound else 'approx' end,
            case when whole.value_high is null then whole.bound else 'approx' end
        ) as percent_bound
    from pairs
    join figures as part on part.metric_id = pairs.part_id
    join figures as whole on whole.metric_id = pairs.whole_id
    where whole.metric = part.metric and whole.field = part.field and whole.unit = part.unit and whole.time = part.time
        and (kind = 'scope' or whole.scope = part.scope)
        and part.low <= whole.high  -- a part greater than its whole is a part of something else
        and (part.dated_by = 'text' and whole.dated_by = 'text' or part.document = whole.document)
    qualify row_number() over (
        partition by part.metric_id, pairs.kind, whole.region_id
        order by whole.period is not distinct from part.period desc, whole.sources desc,
            exactness(whole.bound, whole.value_high) desc, whole.metric_id
    ) = 1
),
shares as (
    select * from best_claims
    where measure = 'share' and modality = 'actual' and not unclear and unit = 'percent'
),
stated as (
    select
        computed.metric_id,
        computed.whole_id,
        shares.amount,
        shares.quote,
        shares.metric_id as stated_id,
        computed.percent between shares.low - 0.5 and shares.high + 0.5 as agrees
    from computed
    join shares
        on shares.metric = computed.metric and shares.region_id = computed.region_id and shares.field = computed.field
        and shares.scope = computed.scope and shares.as_of = computed.as_of
        and abs(computed.percent - shares.value::double) <= 15  -- else it is a share of something else
    qualify row_number() over (
        partition by computed.metric_id, computed.whole_id
        order by abs(computed.percent - shares.value::double), shares.metric_id
    ) = 1
),
final as (
    select
        subject,
        metric_name,
        noun,
        period,
        computed.amount as part,
        whole_subject as whole_of,
        whole_amount as whole,
        round(percent, 1) as percent,
        value_label(round(percent, 1)::decimal(38, 6), null, 'percent', percent_bound) as computed,
        stated.amount as stated,
        stated.agrees,
        computed.amount || ' ÷ ' || whole_amount || '（' || whole_subject || coalesce(' ' || whole_noun, '') || '）'
            as follows_from,
        kind,
        percent_bound as bound,
        computed.quote,
        whole_quote,
        stated.quote as stated_quote,
        computed.metric,
        computed.field,
        computed.scope,
        computed.as_of,
        computed.region_id,
        computed.metric_id,
        computed.whole_id,
        stated.stated_id
    from computed
    left join stated using (metric_id, whole_id)
)
select * from final order by metric, field, as_of desc, scope, percent desc, subject, metric_id, whole_id;
