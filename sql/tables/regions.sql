-- Places and groups of places, from seeds/reference.
create table regions (
    region_id  varchar primary key,
    name       varchar not null,
    short_name varchar,
    level      varchar,
    parent_id  varchar,
    aliases    varchar,
    members    varchar,
    source     varchar
);
