-- No number stands twice.
select number_id, count(*) as times from numbers
where hash(number_id) in (select hash(number_id) from numbers group by hash(number_id) having count(*) > 1)
group by number_id having count(*) > 1;
