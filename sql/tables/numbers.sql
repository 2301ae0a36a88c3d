-- Every numeric expression of every document, understood or not.
create table numbers (
    number_id    varchar not null using compression fsst,
    document_id  varchar not null using compression dictionary,
    document     varchar not null using compression dictionary,
    passage_id   varchar using compression fsst,
    start_char   bigint not null,
    end_char     bigint not null,
    surface      varchar not null using compression dictionary,
    class        varchar not null using compression dictionary,
    value        decimal(38,6),
    value_high   decimal(38,6),
    unit         varchar using compression dictionary,
    written_unit varchar using compression dictionary,
    bound        varchar not null using compression dictionary,
    period_start date,
    period_end   date,
    rule         varchar using compression dictionary
);
