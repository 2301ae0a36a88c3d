-- A value as a Chinese reader writes it: 138亿元, 约20亿元, 超30, 30~40, 第6, 12.5%.
-- Example: select value_label(2000000000, null, 'CNY', 'approx');
create macro value_label(low, high, unit, bound) as
    case bound when 'approx' then '约' when 'gt' then '超' when 'lt' then '不足' else '' end
    || case when unit = 'rank' then '第' else '' end
    || case
        when unit = 'percent' then
            plain_number(round(low, 2)) || coalesce('~' || plain_number(round(high, 2)), '')
        when unit = 'rank' or abs(coalesce(high, low)) < 10000 then
            plain_number(low) || coalesce('~' || plain_number(high), '')
        when abs(coalesce(high, low)) < 100000000 then
            plain_number(low / 10000) || coalesce('~' || plain_number(high / 10000), '') || '万'
        when abs(coalesce(high, low)) < 1000000000000 then
            plain_number(low / 100000000) || coalesce('~' || plain_number(high / 100000000), '') || '亿'
        else plain_number(low / 1000000000000) || coalesce('~' || plain_number(high / 1000000000000), '') || '万亿'
    end
    || case unit
        when 'CNY' then '元' when 'USD' then '美元' when 'HKD' then '港元' when 'EUR' then '欧元' when 'JPY' then '日元'
        when 'percent' then '%' when 'multiple' then '倍' when 'person' then '人' when 'year' then '年'
        when 'month' then '个月' when 'day' then '天' when 'hour' then '小时' when 'minute' then '分钟' when 'second' then '秒'
        when 'mm' then '毫米' when 'km' then '公里' when 'm2' then '平方米' when 't' then '吨' when 'kWh' then '千瓦时'
        when 'token' then ' Token' when 'parameter' then '参数'
        when 'count' then '' when 'rank' then '' else coalesce(' ' || unit, '')
    end;
