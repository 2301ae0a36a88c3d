-- Every source's document stands in the warehouse: nothing that was read is lost.
select source, document_id from sources
where document_id not in (select document_id from documents);
