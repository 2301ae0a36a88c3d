-- What sources held before: contents that a newer one replaced, and sources that were pruned.
create table source_history (
    source      varchar not null,
    document_id varchar not null,
    name        varchar not null,
    run_id      varchar,
    replaced_by varchar,
    replaced_in varchar not null
);
