-- Every number's document and passage stand in the warehouse.
select numbers.number_id, numbers.document_id, numbers.passage_id
from numbers
left join documents on documents.document_id = numbers.document_id
left join passages on passages.passage_id = numbers.passage_id
where documents.document_id is null or (numbers.passage_id is not null and passages.passage_id is null);
