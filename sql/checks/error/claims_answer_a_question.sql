-- Every claim answers a question: none that was read is left without.
select metric_id from answers
where question_id is null;
