-- Class, bound, measure and modality use the words that readers of the warehouse rely on.
select 'numbers' as relation, number_id as id, class as word from numbers
where class not in ('claim', 'time', 'name', 'filler')
union all
select 'numbers', number_id, bound from numbers where bound not in ('eq', 'approx', 'gt', 'lt')
union all
select 'metrics', metric_id, bound from metrics where bound not in ('eq', 'approx', 'gt', 'lt')
union all
select 'metrics', metric_id, measure from metrics where measure not in ('value', 'share', 'rank', 'growth', 'change')
union all
select 'metrics', metric_id, modality from metrics
where modality not in ('actual', 'target', 'forecast', 'hypothetical');
