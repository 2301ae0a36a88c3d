-- The order in which claims of the same thing are trusted, best first: exact before vague, sure before unsure,
-- body before title and the rest. Example: select * from claims order by trust(bound, confidence, role) desc;
create macro trust(bound, confidence, role) as
    coalesce(confidence, 0.5)
    + case bound when 'eq' then 0.2 when 'approx' then 0.1 else 0 end
    + case role when 'body' then 0.1 when 'table' then 0.1 when 'title' then 0 else -0.2 end;
