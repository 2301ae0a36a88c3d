-- How many people work in a region's field, what share and what rank is that, and who says so?
-- Example: select region, noun, amount, share, rank, period, quote from talent_by_region;
create view talent_by_region as
select * from region_figures where metric in ('talent_count');
