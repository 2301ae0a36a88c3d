-- Where documents came from: files and addresses as given.
create table sources (
    source      varchar primary key,
    document_id varchar not null,
    name        varchar not null,
    run_id      varchar
);
