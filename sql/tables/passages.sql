-- The text itself, paragraph by paragraph, so that the warehouse alone can show any sentence.
create table passages (
    passage_id  varchar not null,
    document_id varchar not null,
    ordinal     integer not null,
    role        varchar not null,
    text        varchar not null,
    start_char  bigint not null,
    end_char    bigint not null
);
