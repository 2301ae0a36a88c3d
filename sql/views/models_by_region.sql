-- How many models, filings and developers of models has a region, what share and what rank is that, who says so?
-- Example: select region, metric_name, noun, amount, share, rank, period from models_by_region where region = '北京';
create view models_by_region as
select * from region_figures where metric in ('model_count', 'model_filing_count', 'algorithm_filing_count', 'model_developer_count');
