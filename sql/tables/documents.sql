-- The articles. The key is a hash of their bytes: the same text under two names is one row.
create table documents (
    document_id         varchar primary key,
    name                varchar not null,
    title               varchar,
    outlet              varchar,
    published_on        date,
    published_on_source varchar,
    url                 varchar,
    script              varchar,
    characters          bigint not null,
    duplicate_of        varchar
);
