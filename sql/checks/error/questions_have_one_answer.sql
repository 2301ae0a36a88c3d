-- Every question has one best value, and it is a claim of the warehouse.
select question_id, count(*) as answers
from best_claims
group by question_id
having count(*) > 1
union all
select question_id, 0
from best_claims
where metric_id not in (select metric_id from metrics);
