-- No two numbers of a document share a character.
with beside as (
    select
        document_id,
        start_char,
        lag(document_id) over () as document_before, -- as they stand, which costs no sort
        lag(end_char) over () as end_before
    from numbers
),
-- documents whose numbers do not stand together, one behind the other: only there can two of them overlap
asked as (
    select document_id from beside where document_id = document_before and start_char < end_before
    union
    select document_id from beside where document_id is distinct from document_before
    group by document_id having count(*) > 1
)
select document, start_char, surface from numbers
where document_id in (from asked)
qualify start_char < max(end_char) over (
    partition by document_id order by start_char, end_char rows between unbounded preceding and 1 preceding
);
