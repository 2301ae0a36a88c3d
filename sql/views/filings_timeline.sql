-- How did the numbers of filed models and algorithms (备案) grow, in the nation and in each region?
-- `dated_by` says whether the time is the text's; `more` is the change since the row before of the same region and kind.
-- Example: select as_of, region, amount, more, quote from filings_timeline where region = '中国' order by as_of;
create view filings_timeline as
with filings as (
    select * from best_claims
    where metric in ('model_filing_count', 'algorithm_filing_count') and measure = 'value' and modality = 'actual'
        and subject_kind = 'region'
),
final as (
    select
        as_of,
        region,
        metric_name,
        noun,
        amount,
        (value - lag(value) over (
            partition by region_id, metric, scope, unclear order by as_of, published_on, metric_id
        ))::decimal(38, 6) as more,
        period,
        dated_by,
        sources,
        quote,
        title,
        outlet,
        published_on,
        metric,
        scope,
        value,
        unit,
        bound,
        period_start,
        period_end,
        region_level,
        region_id,
        metric_id
    from filings
)
select * from final order by metric desc, as_of, value desc, region, metric_id;
