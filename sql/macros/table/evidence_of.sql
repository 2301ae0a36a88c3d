-- What stands behind a figure: every claim that answers the same question as the one asked for, its sentence with the
-- number marked 【】, and whether it is the chosen one? Example: from evidence_of('0123456789abcdef');
create macro evidence_of(asked_id) as table
with answers as (
    select *
    from comparable_claims
    where question_id in (select question_id from comparable_claims where metric_id = asked_id)
)
select
    case when answers.metric_id = asked_id then 'asked' when best_claims.metric_id is not null then 'chosen' else 'also' end as standing,
    best_claims.metric_id is not null as chosen,
    evidence.marked,
    evidence.subject,
    evidence.metric_name,
    evidence.amount,
    evidence.period,
    answers.low,
    answers.high,
    evidence.title,
    evidence.outlet,
    evidence.published_on,
    evidence.url,
    evidence.document,
    evidence.start_char,
    evidence.end_char,
    evidence.confidence,
    evidence.rule,
    derived_figures.computed || ' = ' || derived_figures.follows_from
        || coalesce('，文中称' || derived_figures.stated, '') as derived,
    evidence.metric_id
from answers
join evidence on evidence.metric_id = answers.metric_id
left join best_claims on best_claims.question_id = answers.question_id and best_claims.metric_id = answers.metric_id
left join derived_figures on derived_figures.metric_id = answers.metric_id
order by evidence.metric_id <> asked_id, best_claims.metric_id is null, evidence.published_on desc, evidence.metric_id, derived_figures.whole_id;
