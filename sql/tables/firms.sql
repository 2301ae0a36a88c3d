-- Firms and institutions: those of seeds/reference and those that articles introduce.
create table firms (
    firm_id    varchar primary key,
    name       varchar not null,
    short_name varchar,
    aliases    varchar,
    kind       varchar,
    region_id  varchar,
    layer      varchar,
    source     varchar
);
