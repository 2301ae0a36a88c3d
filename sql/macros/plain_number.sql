-- A number without the zeros that its type adds. Example: select plain_number(138.000000::decimal(38, 6));
create macro plain_number(number) as rtrim(rtrim(round(number, 4)::decimal(38, 4)::varchar, '0'), '.');
