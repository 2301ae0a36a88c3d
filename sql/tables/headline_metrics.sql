-- The columns of region_scorecard and which wordings of the metric they show, from seeds/reference.
create table headline_metrics (
    headline varchar primary key,
    metric   varchar not null,
    measure  varchar not null,
    scopes   varchar,
    better   varchar not null,
    label_zh varchar not null,
    label_en varchar not null
);
