-- How much of each article was understood: its numbers by class, its claims, those of a known metric, subject and time?
-- Made once, when the warehouse is built.
-- Example: select document, numbers, claims, unread, with_subject, with_period from coverage order by claims desc;
create table coverage as
with counted as (
    select
        document_id,
        count(*) as numbers,
        count(*) filter (class = 'claim') as claim_numbers,
        count(*) filter (class = 'time') as times,
        count(*) filter (class = 'name') as names,
        count(*) filter (class = 'filler') as fillers,
        count(*) filter (rule = 'unread') as unread
    from numbers
    group by document_id
),
claimed as (
    select
        document_id,
        count(*) as claims,
        count(*) filter (metric <> 'other') as of_known_metric,
        count(*) filter (coalesce(region, firm, model) is not null) as with_subject,
        count(*) filter (period_end is not null) as with_period,
        round(avg(confidence::decimal(18, 9)), 3) as confidence -- exact, whatever the order of the claims
    from metrics
    group by document_id
),
final as (
    select
        documents.name as document,
        documents.title,
        documents.outlet,
        documents.published_on,
        documents.published_on_source,
        documents.characters,
        coalesce(counted.numbers, 0) as numbers,
        coalesce(counted.claim_numbers, 0) as claim_numbers,
        coalesce(counted.times, 0) as times,
        coalesce(counted.names, 0) as names,
        coalesce(counted.fillers, 0) as fillers,
        coalesce(counted.unread, 0) as unread,
        coalesce(claimed.claims, 0) as claims,
        coalesce(claimed.of_known_metric, 0) as of_known_metric,
        coalesce(claimed.with_subject, 0) as with_subject,
        coalesce(claimed.with_period, 0) as with_period,
        claimed.confidence,
        documents.document_id
    from documents
    left join counted using (document_id)
    left join claimed using (document_id)
)
select * from final order by document, document_id;
