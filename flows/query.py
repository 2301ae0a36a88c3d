"""Questions to a published warehouse: a relation with filters, or one statement of SQL. Changes nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import duckdb

from flows.places import SQL

LOCKED = {
    "enable_external_access": "false",  # no file, address or extension outside the warehouse
    "autoload_known_extensions": "false",
    "lock_configuration": "true",
}
READING = {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN, duckdb.StatementType.PRAGMA}
PLACES = ("region", "city")
"""Columns that hold a place; members of a group are joined by +."""


class WrongQuestion(ValueError):
    """What was asked cannot be answered; the message says why and what comes close."""


class NoSuchRelation(WrongQuestion):
    """The warehouse has no table or view of that name; the message names those that come close."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Rows of a relation with the names of their columns; `more` says that rows were left out."""

    columns: list[str]
    rows: list[tuple[Any, ...]]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """What to show of a relation: a SQL condition, a place, a metric by code or name, an order."""

    where: str | None = None
    region: str | None = None
    metric: str | None = None
    sort: str | None = None


def open_warehouse(warehouse: Path) -> duckdb.DuckDBPyConnection:
    """The warehouse, read-only, without access to anything outside it, and settings that cannot be undone."""
    return duckdb.connect(str(warehouse), read_only=True, config=dict(LOCKED))


def select(db: duckdb.DuckDBPyConnection, relation: str, filters: Filters, limit: int) -> Shown:
    """Rows of a table or view, in its own order unless sorted. Raises WrongQuestion, duckdb.Error."""
    columns = columns_of(db, relation)
    conditions, values = conditions_of(relation, columns, filters)
    where = f"where {' and '.join(conditions)}" if conditions else ""
    order = order_of(relation, columns, filters.sort) if filters.sort else order_made(relation)
    by = f"order by {order} limit {limit + 1}" if order else ""
    return taken(db.execute(f'from "{relation}" {where}\n{by}', values), limit)


def order_made(relation: str) -> str:
    """The order in which a table of answers is made: rows that came later stand at its end. Empty for others,
    which have none, or bring it with them."""
    script = SQL / "views" / f"{relation}.sql"
    text = script.read_text("utf-8") if script.is_file() else ""
    found = re.search(r"(?m)^order by ([^;]+);\s*\Z|^select \* from final order by ([^;]+);\s*\Z", text)
    return (found[1] or found[2]) if found and "create table" in text else ""


def ask(db: duckdb.DuckDBPyConnection, sql: str, limit: int) -> Shown:
    """The first `limit` rows that one reading statement gives. Raises WrongQuestion, duckdb.Error."""
    statements = duckdb.extract_statements(sql)
    if len(statements) != 1:
        raise WrongQuestion(f"one statement at a time, not {len(statements)}")
    if statements[0].type not in READING:
        raise WrongQuestion(f"{statements[0].type.name.lower().replace('_', ' ')} is not a question")
    return taken(db.execute(statements[0]), limit)


def taken(result: duckdb.DuckDBPyConnection, limit: int) -> Shown:
    rows = result.fetchmany(limit + 1)
    return Shown([column[0] for column in result.description or []], rows[:limit], len(rows) > limit)


def columns_of(db: duckdb.DuckDBPyConnection, relation: str) -> list[str]:
    """The columns of a table or view, in order. Raises NoSuchRelation."""
    rows = db.execute("""
        select table_name, column_name from information_schema.columns order by table_name, ordinal_position
    """).fetchall()
    known = sorted({name for name, _ in rows})
    if relation not in known:
        close = get_close_matches(relation, known, n=3, cutoff=0.5)
        hint = f"did you mean {' or '.join(close)}?" if close else 'list them with: yanshu sql "show tables"'
        raise NoSuchRelation(f"no table or view {relation!r}: {hint}")
    return [column for name, column in rows if name == relation]


def conditions_of(relation: str, columns: list[str], filters: Filters) -> tuple[list[str], list[str]]:
    """The filters as SQL conditions and the values that go with them."""
    conditions, values = [], []
    if filters.where:
        conditions.append(f"({filters.where}\n)")
    if filters.region:
        places = [name for name in PLACES if name in columns]
        place = places[0] if places else missing(relation, "region", columns)
        conditions.append(f"list_contains(string_split({place}, '+'), ?)")
        values.append(filters.region)
    if filters.metric:
        named = [name for name in ("metric", "metric_name") if name in columns]
        either = " or ".join(f"{name} = ?" for name in named) or missing(relation, "metric", columns)
        conditions.append(f"({either})")
        values += [filters.metric] * len(named)
    return conditions, values


def order_of(relation: str, columns: list[str], sort: str) -> str:
    """A list as `amount_cny desc, city`, checked against the columns; what is unknown comes last."""
    terms = []
    for term in sort.split(","):
        match = re.fullmatch(r"\s*(\w+)(?:\s+(asc|desc))?\s*", term, re.IGNORECASE)
        if match is None:
            raise WrongQuestion(f"cannot sort by {term.strip()!r}: write a column, then asc or desc")
        if match[1] not in columns:
            missing(relation, match[1], columns)
        terms.append(f'"{match[1]}" {match[2] or "asc"} nulls last')
    return ", ".join(terms)


def missing(relation: str, column: str, columns: list[str]) -> str:
    close = get_close_matches(column, columns, n=3, cutoff=0.5) or columns
    raise WrongQuestion(f"{relation} has no column {column!r}: did you mean {' or '.join(close)}?")
