-- When two claims of a metric are about the same thing, from seeds/reference.
create table metric_comparisons (
    metric      varchar primary key,
    nature      varchar not null,
    meets       varchar not null,
    field       varchar,
    whole_words varchar
);
