-- Every numeric expression of every document, understood or not.
create table numbers (
    number_id    varchar not null,
    document_id  varchar not null,
    document     varchar not null,
    passage_id   varchar,
    start_char   bigint not null,
    end_char     bigint not null,
    surface      varchar not null,
    class        varchar not null,
    value        decimal(38,6),
    value_high   decimal(38,6),
    unit         varchar,
    written_unit varchar,
    bound        varchar not null,
    period_start date,
    period_end   date,
    rule         varchar
);
