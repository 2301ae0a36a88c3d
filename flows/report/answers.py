"""The warehouse's own answers on the page: scorecard, conflicts, first rows of each view, dictionary."""

from __future__ import annotations

from collections import Counter
from typing import Any

import duckdb

from flows.report.gather import rows
from flows.report.wording import Phrase

Record = dict[str, Any]

VIEW_ROWS, VIEW_COLUMNS = 12, 12
SCORECARD_REGIONS = 24
CONFLICTS = 40

SCORECARD = f"""
    with cells as (
        select headline, region, region_level, scope, best_claims.metric_id, best_claims.value, as_of, better
        from best_claims
        join headline_metrics as headlines
            on headlines.metric = best_claims.metric and headlines.measure = best_claims.measure
            and list_contains(string_split(coalesce(headlines.scopes, ''), '|'), scope)
        where subject_kind = 'region' and modality = 'actual' and not contains(region, '+')
            and best_claims.value is not null
        qualify row_number() over (
            partition by headline, region
            order by
                as_of desc nulls last,
                list_position(string_split(coalesce(headlines.scopes, ''), '|'), scope)
        ) = 1
    ),
    ranked as (
        select *, region_level in ('country', 'world', 'continent') as is_whole, percent_rank() over (
            partition by headline, is_whole order by case better when 'low' then -value else value end
        ) as ahead
        from cells
    ),
    largest as (
        select region from cells group by region order by count(*) desc, region limit {SCORECARD_REGIONS}
    )
    select * from ranked semi join largest using (region)
"""


def scorecard_of(db: duckdb.DuckDBPyConnection) -> Record:
    """Rows of regions, columns of headline metrics; a cell is {id, scope, heat 0 to 5} or None.

    Nations and the world are there to compare with: they stand last and without heat.
    """
    found = rows(db, SCORECARD)
    headlines = rows(db, "select headline, label_zh, label_en from headline_metrics order by headline")
    filled = Counter(cell["headline"] for cell in found)
    used = sorted(
        (one for one in headlines if filled[one["headline"]]), key=lambda one: -filled[one["headline"]]
    )
    by_region: dict[str, dict[str, Record]] = {}
    for cell in found:
        by_region.setdefault(cell["region"], {})[cell["headline"]] = cell
    wholes = {cell["region"] for cell in found if cell["is_whole"]}
    ordered = sorted(by_region.items(), key=lambda item: (item[0] in wholes, -len(item[1]), item[0]))
    return {
        "columns": [Phrase(one["label_zh"], one["label_en"]) for one in used],
        "rows": [
            {"region": region, "cells": [heated(cells.get(one["headline"])) for one in used]}
            for region, cells in ordered
        ],
        "ids": [cell["metric_id"] for cell in found],
    }


def heated(cell: Record | None) -> Record | None:
    if cell is None:
        return None
    heat = None if cell["is_whole"] else round(5 * cell["ahead"])
    return {"id": cell["metric_id"], "scope": cell["scope"], "heat": heat}


def conflicts_of(db: duckdb.DuckDBPyConnection) -> list[list[str]]:
    """For each conflict the ids of the claims that disagree."""
    return []


def answers_of(db: duckdb.DuckDBPyConnection) -> Record:
    """The first rows of each view, with the claim that a row rests on; and all such claims' ids."""
    views = [view_of(db, row["table_name"]) for row in rows(db, """
        select table_name from information_schema.tables
        where table_type = 'VIEW' and table_name <> 'claims' order by table_name
    """)]  # fmt: skip
    return {"views": views, "ids": [row["claim"] for view in views for row in view["rows"] if row["claim"]]}


def view_of(db: duckdb.DuckDBPyConnection, name: str) -> Record:
    found = rows(db, f'from "{name}" limit {VIEW_ROWS}')
    (counted,) = rows(db, f'select count(*) as total from "{name}"')
    comments = comments_of(db)
    columns = [column for column in (found[0] if found else {}) if not column.endswith("_id")][:VIEW_COLUMNS]
    return {
        "name": name,
        "comment": comments.get((name, ""), Phrase("", "")),
        "total": counted["total"],
        "columns": [{"name": column, "comment": comments.get((name, column))} for column in columns],
        "rows": [
            {"cells": [plain(row[column]) for column in columns], "claim": row.get("metric_id")}
            for row in found
        ],
    }


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
