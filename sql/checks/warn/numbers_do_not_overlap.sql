-- No two numbers of a document share a character.
select document, start_char, surface from numbers
qualify start_char < max(end_char) over (
    partition by document_id order by start_char, end_char rows between unbounded preceding and 1 preceding
);
