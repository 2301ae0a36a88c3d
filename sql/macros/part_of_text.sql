-- The weight of the part of an article in which a number stands: 2 text and tables, 1 titles, 0 the rest of the page.
-- Example: select part_of_text('heading');
create macro part_of_text(role) as case
    when role in ('body', 'table', 'caption') then 2
    when role in ('title', 'heading') then 1
    else 0
end;
