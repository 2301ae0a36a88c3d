"""The warehouse's own answers on the page: scorecard, conflicts, first rows of each view, dictionary."""

from __future__ import annotations

from collections import Counter
from typing import Any

import duckdb

from flows.places import SQL
from flows.query import columns_of
from flows.report.gather import Record, rows
from flows.report.wording import Phrase

VIEW_ROWS, VIEW_COLUMNS = 12, 12
SCORECARD_ROWS, CONFLICTS, TARGETS = 24, 40, 40
SHOWN_WHOLE = {"claims", "evidence", "number_ledger"}
"""What the page shows elsewhere in full."""

CELLS = """
    with cells as (
        select
            '{headline}' as headline, region, region_id, region_level, field, headlines as filled,
            {headline}_value as value, {headline}_as_of as as_of
        from region_scorecard
        where {headline}_value is not null
        order by headlines desc, region_id
        limit {rows}
    ),
    found as (
        select cells.*, best_claims.scope, best_claims.metric_id, better
        from cells
        join headline_metrics using (headline)
        join best_claims
            on best_claims.metric = headline_metrics.metric and best_claims.measure = headline_metrics.measure
            and best_claims.region_id = cells.region_id and best_claims.field = cells.field
            and best_claims.value = cells.value and best_claims.as_of is not distinct from cells.as_of
        qualify row_number() over (
            partition by cells.region_id, cells.field order by sources desc, metric_id
        ) = 1
    )
    select *, region_level in ('country', 'world', 'continent') as is_whole, percent_rank() over (
        partition by field, is_whole order by case better when 'low' then -value else value end
    ) as ahead
    from found
"""


def scorecard_of(db: duckdb.DuckDBPyConnection) -> Record:
    """Rows of regions, columns of headline metrics; a cell is {id, scope, heat 0 to 5} or None.

    Nations and the world are there to compare with: they stand last and without heat.
    """
    headlines = rows(db, "select headline, label_zh, label_en from headline_metrics order by headline")
    found = [cell for one in headlines for cell in rows(db, CELLS.format(rows=SCORECARD_ROWS, **one))]
    filled = Counter(cell["headline"] for cell in found)
    used = sorted(
        (one for one in headlines if filled[one["headline"]]), key=lambda one: -filled[one["headline"]]
    )
    by_region: dict[tuple[str, str], dict[str, Record]] = {}
    for cell in found:
        by_region.setdefault((cell["region"], cell["field"]), {})[cell["headline"]] = cell
    ordered = sorted(by_region.items(), key=lambda item: place_of(*item))[:SCORECARD_ROWS]
    return {
        "columns": [Phrase(one["label_zh"], one["label_en"]) for one in used],
        "rows": [
            {"region": region, "field": field, "cells": [heated(cells.get(one["headline"])) for one in used]}
            for (region, field), cells in ordered
        ],
        "fields": len({field for (_, field), _ in ordered}),
        "ids": [cell["metric_id"] for cell in found],
    }


def place_of(key: tuple[str, str], cells: dict[str, Record]) -> tuple[bool, int, tuple[str, str]]:
    """Regions of which more is known come first, wholes last."""
    return any(cell["is_whole"] for cell in cells.values()), -len(cells), key


def heated(cell: Record | None) -> Record | None:
    if cell is None:
        return None
    heat = None if cell["is_whole"] else round(5 * cell["ahead"])
    return {"id": cell["metric_id"], "scope": cell["scope"], "heat": heat}


def conflicts_of(db: duckdb.DuckDBPyConnection) -> list[list[str]]:
    """For each conflict the ids of the claims that disagree, the chosen one first."""
    found = rows(db, f"select metric_id, other_metric_id from claim_conflicts order by all limit {CONFLICTS}")
    sides: dict[str, list[str]] = {}
    for row in found:
        sides.setdefault(row["metric_id"], [row["metric_id"]]).append(row["other_metric_id"])
    return list(sides.values())


def targets_of(db: duckdb.DuckDBPyConnection) -> list[Record]:
    """What was promised: ids of the target and of what comes nearest to it so far, or None."""
    return rows(
        db, f"select metric_id as id, coalesce(actual_id, related_id) as so_far from targets limit {TARGETS}"
    )


def answers_of(db: duckdb.DuckDBPyConnection) -> Record:
    """The first rows of each answer, with the claim that a row rests on; and all such claims' ids."""
    there = {row["table_name"] for row in rows(db, "select table_name from information_schema.tables")}
    names = sorted(path.stem for path in (SQL / "views").glob("*.sql"))
    views = [view_of(db, name) for name in names if name in there and name not in SHOWN_WHOLE]
    return {"views": views, "ids": [row["claim"] for view in views for row in view["rows"] if row["claim"]]}


def view_of(db: duckdb.DuckDBPyConnection, name: str) -> Record:
    found = rows(db, f'from "{name}" limit {VIEW_ROWS}')
    (counted,) = rows(db, f'select count(*) as total from "{name}"')
    comments = comments_of(db)
    columns = [column for column in columns_of(db, name) if not column.endswith("_id")][:VIEW_COLUMNS]
    return {
        "name": name,
        "comment": comments.get((name, ""), Phrase("", "")),
        "total": counted["total"],
        "columns": [{"name": column, "comment": comments.get((name, column))} for column in columns],
        "rows": [
            row_of([plain(row[column]) for column in columns], row.get("metric_id") or row.get("to_id"))
            for row in found
        ],
    }


def row_of(cells: list[Any], claim: str | None) -> Record:
    """Cells, and `lead`: which of them links to the row's claim, the first that says something."""
    said = [at for at, cell in enumerate(cells) if cell not in {None, ""}]
    return {"cells": cells, "claim": claim, "lead": said[0] if said and claim else None}


def plain(value: Any) -> Any:
    """A value as a reader has it: decimals without the zeros that their type adds."""
    if hasattr(value, "normalize"):
        return f"{value.normalize():,f}"
    return value


def comments_of(db: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], Phrase]:
    """Comments of relations (column is empty) and of columns, each split into its two languages."""
    found = rows(db, """
        select table_name, '' as column_name, comment from duckdb_tables() where comment is not null
        union all select view_name, '', comment from duckdb_views() where comment is not null
        union all select table_name, column_name, comment from duckdb_columns() where comment is not null
    """)  # fmt: skip
    return {(row["table_name"], row["column_name"]): split(row["comment"]) for row in found}


def split(comment: str) -> Phrase:
    chinese, _, english = comment.partition(" | ")
    return Phrase(chinese, english or chinese)


def dictionary_of(db: duckdb.DuckDBPyConnection) -> list[Record]:
    """Every table and view with its columns, types and comments."""
    comments = comments_of(db)
    relations: dict[str, Record] = {}
    for row in rows(db, """
        select tables.table_name, table_type, column_name, data_type
        from information_schema.tables as tables join information_schema.columns as columns using (table_name)
        order by table_type desc, tables.table_name, ordinal_position
    """):  # fmt: skip
        name = row["table_name"]
        relation = relations.setdefault(name, {
            "name": name, "kind": "view" if row["table_type"] == "VIEW" else "table",
            "comment": comments.get((name, ""), ""), "columns": [],
        })  # fmt: skip
        relation["columns"].append({
            "name": row["column_name"], "type": row["data_type"].lower(),
            "comment": comments.get((name, row["column_name"]), ""),
        })  # fmt: skip
    return list(relations.values())
