"""Which figures the report sets side by side: regions in one period, and one subject over time."""

from __future__ import annotations

import duckdb

from flows.report.gather import Record, rows

CHARTS, BARS, SERIES, POINTS = 10, 16, 12, 12
"""At most so many charts of bars, bars of a chart, charts of lines, points of a line."""
PERIODS, SUBJECTS = 2, 4
"""Of one metric at most so many periods side by side and so many subjects over time: others want a place."""

REGIONS = f"""
    with headlines as (
        select distinct metric, true as is_headline from headline_metrics
    ),
    places as (
        select
            best_claims.*,
            region_level = 'county' as is_county,
            row_number() over (
                partition by metric, measure, field, scope, basis, region, is_county
                order by as_of desc nulls last, metric_id
            ) = 1 as is_latest
        from best_claims
        where subject_kind = 'region' and modality = 'actual' and not unclear
            and measure in ('value', 'share', 'growth')
            and region_level in ('province', 'municipality', 'city', 'county', 'zone') and value is not null
    ),
    in_one_period as (
        select metric, measure, unit, field, scope, basis, period, is_county,
            list(metric_id order by value desc, region, metric_id) as ids, max(as_of) as newest
        from places
        group by all having count(distinct region) > 1
    ),
    latest_of_each as (
        select metric, measure, unit, field, scope, basis, null as period, is_county,
            list(metric_id order by value desc, region, metric_id) as ids, max(as_of) as newest
        from places
        where is_latest and metric <> 'other'
        group by all having count(distinct region) > 1
    ),
    groups as (
        select * from in_one_period
        union all
        select * from latest_of_each
        where len(ids) > coalesce((
            select max(len(one.ids)) from in_one_period as one
            where (one.metric, one.measure, one.field, one.scope, one.basis) is not distinct from
                (latest_of_each.metric, latest_of_each.measure, latest_of_each.field, latest_of_each.scope,
                    latest_of_each.basis)
        ), 0)
    )
    select groups.*, definitions.name_zh, definitions.name_en
    from groups
    left join headlines using (metric)
    left join metric_definitions as definitions using (metric)
    qualify row_number() over (
        partition by metric, measure, field, scope order by len(ids) desc, newest desc nulls last, ids
    ) <= {PERIODS}
    order by is_headline nulls last, len(ids) desc, newest desc nulls last, metric, scope, ids
    limit {CHARTS}
"""

OVER_TIME = f"""
    with headlines as (
        select distinct metric, true as is_headline from headline_metrics
    ),
    series as (
        select
            metric, subject, field, scope, unit,
            list_sort(list_distinct(flatten(list([
                {{day: from_as_of, id: from_id}}, {{day: to_as_of, id: to_id}}
            ])))) as points,
            arg_max(yearly, (span = 'whole', to_as_of)) as yearly,
            arg_max(bound, (span = 'whole', to_as_of)) as bound,
            max(to_as_of) as newest
        from growth
        group by all
    )
    select series.*, definitions.name_zh, definitions.name_en
    from series
    left join headlines using (metric)
    left join metric_definitions as definitions using (metric)
    qualify row_number() over (
        partition by metric order by len(points) desc, newest desc, subject, scope, points
    ) <= {SUBJECTS}
    order by is_headline nulls last, len(points) desc, newest desc, metric, subject, scope, points
    limit {SERIES}
"""

WHOLES = """
    select metric_id
    from best_claims
    where (metric, measure, field, scope) is not distinct from ($metric, $measure, $field, $scope)
        and period = coalesce($period, period) and subject_kind = 'region'
        and modality = 'actual' and not unclear
        and region_level in ('country', 'world', 'cities', 'regions', 'group')
    qualify row_number() over (partition by region order by as_of desc nulls last, metric_id) = 1
    order by value desc, region limit 3
"""


def side_by_side(db: duckdb.DuckDBPyConnection) -> list[Record]:
    """Groups of claims (`ids`) that compare regions; `period` is null where each has a time of its own."""
    groups = rows(db, REGIONS)
    for group in groups:
        key = {field: group[field] for field in ("metric", "measure", "field", "scope", "period")}
        group["all"], group["ids"] = len(group["ids"]), group["ids"][:BARS]
        group["wholes"] = [row["metric_id"] for row in rows(db, WHOLES, key)]
    return groups


def over_time(db: duckdb.DuckDBPyConnection) -> list[Record]:
    """Series of `points` (day, id of a claim), oldest first, of one thing, with its yearly growth."""
    found = rows(db, OVER_TIME)
    return [series | {"points": series["points"][-POINTS:]} for series in found]
