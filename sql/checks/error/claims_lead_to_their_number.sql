-- Every claim's number, document and passage stand in the warehouse.
select metrics.metric_id, metrics.number_id, metrics.document_id, metrics.passage_id
from metrics
left join numbers on numbers.number_id = metrics.number_id
left join documents on documents.document_id = metrics.document_id
left join passages on passages.passage_id = metrics.passage_id
where numbers.number_id is null
    or documents.document_id is null
    or (metrics.passage_id is not null and passages.passage_id is null);
