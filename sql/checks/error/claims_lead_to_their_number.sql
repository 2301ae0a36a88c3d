-- Every claim's number stands in the warehouse, in the claim's document and passage.
select metrics.metric_id, metrics.number_id, metrics.document_id, metrics.passage_id
from metrics
anti join numbers
    on numbers.number_id = metrics.number_id
    and numbers.document_id = metrics.document_id
    and numbers.passage_id is not distinct from metrics.passage_id;
