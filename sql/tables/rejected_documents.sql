-- Sources that could not be read, with a reason a person understands.
create table rejected_documents (
    source varchar not null,
    reason varchar not null,
    run_id varchar
);
