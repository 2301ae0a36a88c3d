-- How much computing power has a region, how much does it lack, what does it cost, and who says so?
-- Example: select region, metric_name, amount, period, modality, quote from compute_by_region;
create view compute_by_region as
select * from region_figures where metric in ('compute_capacity', 'compute_gap', 'compute_cost');
