-- The runs that made this warehouse.
create table runs (
    run_id             varchar not null,
    started_at         timestamp,
    finished_at        timestamp,
    documents_seen     bigint,
    documents_new      bigint,
    documents_rejected bigint,
    extractor_version  varchar
);
