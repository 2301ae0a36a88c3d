-- What became of every number: which are claims and of what, which are times, names or filler, and which were not read?
-- A number that makes several claims has a row for each.
-- Example: select start_char, surface, class, became from number_ledger where document = 'six-cities-financing';
create view number_ledger as
select
    numbers.document,
    numbers.start_char,
    numbers.end_char,
    numbers.surface,
    numbers.class,
    case
        when numbers.rule = 'unread' then '未读懂'
        when metrics.metric_id is not null then concat_ws(
            ' ', coalesce(metrics.model, metrics.firm, metrics.region), coalesce(metric_definitions.name_zh, metrics.noun),
            metrics.measure, value_label(metrics.value, metrics.value_high, metrics.unit, metrics.bound),
            period_label(metrics.period_start, metrics.period_end)
        )
        when numbers.class = 'time' then coalesce(period_label(numbers.period_start, numbers.period_end), '时间')
        when numbers.class = 'name' then '名称的一部分'
        when numbers.class = 'filler' then '不含信息'
        else '无陈述'
    end as became,
    numbers.value,
    numbers.value_high,
    numbers.unit,
    numbers.bound,
    numbers.rule,
    metrics.metric,
    metrics.modality,
    metrics.rule as claim_rule,
    metrics.metric_id,
    numbers.number_id,
    numbers.passage_id,
    numbers.document_id
from numbers
left join metrics on metrics.number_id = numbers.number_id
left join metric_definitions on metric_definitions.metric = metrics.metric;
