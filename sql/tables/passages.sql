-- The text itself, paragraph by paragraph, so that the warehouse alone can show any sentence.
create table passages (
    passage_id  varchar not null using compression fsst,
    document_id varchar not null using compression dictionary,
    ordinal     integer not null,
    role        varchar not null using compression dictionary,
    text        varchar not null using compression fsst,
    start_char  bigint not null,
    end_char    bigint not null
);
