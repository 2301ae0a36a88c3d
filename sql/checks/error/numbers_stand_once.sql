-- No number stands twice.
select number_id, count(*) as times from numbers group by number_id having count(*) > 1;
