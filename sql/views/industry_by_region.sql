-- How large is the industry of a region (output, market, firms, listed firms) at which time, and who says so?
-- Example: select region, noun, amount, period, quote from industry_by_region where metric = 'industry_output';
create view industry_by_region as
select * from region_figures where metric in ('industry_output', 'market_size', 'firm_count', 'firm_new_count', 'firm_listed_count');
