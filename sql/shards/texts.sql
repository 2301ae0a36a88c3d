-- Which texts stand in which documents, by their hashes: a passage that several have counts for its first.
-- Example: select text_hash from texts group by text_hash having count(*) > 1;
create or replace temp view texts as
select document_id, hash(text) as text_hash from passages where len(text) >= 12;
