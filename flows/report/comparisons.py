"""Which figures the report sets side by side: regions in one period, and one subject over time."""

from __future__ import annotations

from typing import Any

import duckdb

from flows.report.gather import rows

Record = dict[str, Any]

BARS, SERIES, POINTS = 10, 12, 12
"""At most so many charts of bars, charts of lines, and points of a line."""

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
                order by as_of desc nulls last
            ) = 1 as is_latest
        from best_claims
        where subject_kind = 'region' and modality = 'actual' and not unclear
            and measure in ('value', 'share', 'growth')
            and region_level in ('province', 'municipality', 'city', 'county', 'zone') and value is not null
    ),
    in_one_period as (
        select metric, measure, unit, field, scope, basis, period, is_county,
            list(metric_id order by value desc) as ids, max(as_of) as newest
        from places
        group by all having count(distinct region) > 1
    ),
    latest_of_each as (
        select metric, measure, unit, field, scope, basis, null as period, is_county,
            list(metric_id order by value desc) as ids, max(as_of) as newest
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
    order by is_headline nulls last, len(ids) desc, newest desc nulls last, metric, scope
    limit {BARS}
"""

OVER_TIME = f"""
    with headlines as (
        select distinct metric, true as is_headline from headline_metrics
    ),
    points as (
        select *
        from best_claims
        where measure = 'value' and modality = 'actual' and not unclear and metric <> 'other'
            and as_of is not null and subject is not null and value is not null
        qualify row_number() over (
            partition by metric, subject, field, scope, basis, unit, as_of order by sources desc, metric_id
        ) = 1
    )
    select metric, subject, field, scope, basis, points.unit, list(metric_id order by as_of) as ids,
        (max(as_of) - min(as_of)) / 365.25 as years, definitions.name_zh, definitions.name_en
    from points
    left join headlines using (metric)
    left join metric_definitions as definitions using (metric)
    group by all
    having count(*) > 1
    order by bool_or(is_headline) nulls last, count(*) desc, max(as_of) desc, metric, subject
    limit {SERIES}
"""

WHOLES = """
    select metric_id
    from best_claims
    where metric = ? and measure = ? and period is not distinct from ? and field is not distinct from ?
        and scope is not distinct from ? and subject_kind = 'region' and modality = 'actual'
        and region_level in ('country', 'world', 'cities', 'regions', 'group')
    order by value desc limit 3
"""


def side_by_side(db: duckdb.DuckDBPyConnection) -> list[Record]:
    """Groups of claims (`ids`) that compare regions; `period` is null where each has a time of its own."""
    groups = rows(db, REGIONS)
    for group in groups:
        key = [group[field] for field in ("metric", "measure", "period", "field", "scope")]
        group["wholes"] = [row["metric_id"] for row in rows(db, WHOLES, key)] if group["period"] else []
    return groups


def over_time(db: duckdb.DuckDBPyConnection) -> list[Record]:
    """Series of claims (`ids`, oldest first) of one subject at two or more times, with the years between."""
    return [series | {"ids": series["ids"][-POINTS:]} for series in rows(db, OVER_TIME)]
