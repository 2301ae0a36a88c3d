-- A share that an article states allows the one that follows from its own values.
select subject, metric, follows_from, stated from derived_figures where not agrees;
