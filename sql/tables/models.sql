-- AI models and products: those of seeds/reference and those that articles introduce.
create table models (
    model_id  varchar primary key,
    name      varchar not null,
    aliases   varchar,
    firm_id   varchar,
    region_id varchar,
    kind      varchar,
    sector    varchar,
    source    varchar
);
