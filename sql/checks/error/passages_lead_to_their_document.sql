-- Every passage's document stands in the warehouse.
select passage_id, document_id from passages
where document_id not in (select document_id from documents);
