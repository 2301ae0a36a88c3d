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
        when claims.metric_id is not null then concat_ws(
            ' ', coalesce(claims.model, claims.firm, claims.region), claims.metric_name, claims.measure, claims.amount,
            claims.period
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
    claims.metric,
    claims.modality,
    claims.rule as claim_rule,
    claims.metric_id,
    numbers.number_id,
    numbers.passage_id,
    numbers.document_id
from numbers
left join claims on claims.number_id = numbers.number_id and claims.document = numbers.document;
