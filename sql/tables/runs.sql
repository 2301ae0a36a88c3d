-- The runs of this warehouse: those that published, failed, or were cut off.
create table runs (
    run_id             varchar not null,
    started_at         timestamp,
    finished_at        timestamp,
    seconds            double,
    outcome            varchar not null,
    reason             varchar,
    documents_seen     bigint,
    documents_new      bigint,
    documents_changed  bigint,
    documents_reread   bigint,
    documents_rejected bigint,
    sources_pruned     bigint,
    claims             bigint,
    conflicts          bigint,
    checks_failed      bigint,
    extractor_version  varchar
);
