-- What can be measured, from seeds/reference.
create table metric_definitions (
    metric     varchar primary key,
    name_zh    varchar,
    name_en    varchar,
    unit       varchar,
    definition varchar,
    triggers   varchar
);
