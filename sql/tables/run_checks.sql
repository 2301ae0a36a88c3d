-- What the checks of sql/checks found when this file was published.
create table run_checks (
    name      varchar not null,
    severity  varchar not null,
    offending bigint not null,
    question  varchar
);
