-- How far from its number a bound word lets the truth be, from seeds/reference.
create table bound_tolerances (
    bound       varchar not null,
    word        varchar not null,
    below       double,
    below_steps double,
    above       double,
    above_steps double,
    meaning     varchar,
    primary key (bound, word)
);
