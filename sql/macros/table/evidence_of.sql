-- What stands behind a figure: every claim that answers the same question as the one asked for, its sentence with the
-- number marked 【】, and whether it is the chosen one? Example: from evidence_of('0123456789abcdef');
create macro evidence_of(asked_id) as table
select
    case when answers.metric_id = asked_id then 'asked' when answers.chosen then 'chosen' else 'also' end as standing,
    answers.chosen,
    coalesce(marked_sentence(answers.quote, answers.quote_at, answers.surface), '【' || answers.surface || '】') as marked,
    answers.subject,
    answers.metric_name,
    answers.amount,
    answers.period,
    answers.low,
    answers.high,
    answers.title,
    answers.outlet,
    answers.published_on,
    answers.url,
    answers.document,
    answers.start_char,
    answers.end_char,
    answers.confidence,
    answers.rule,
    derived_figures.computed || ' = ' || derived_figures.follows_from
        || coalesce('，文中称' || derived_figures.stated, '') as derived,
    answers.metric_id
from answers
left join derived_figures on derived_figures.metric_id = answers.metric_id
where answers.question_id in (select question_id from answers where metric_id = asked_id)
order by answers.metric_id <> asked_id, not answers.chosen, answers.published_on desc, answers.metric_id, derived_figures.whole_id;
