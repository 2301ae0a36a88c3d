"""Parts of tables under the tables' names: the scripts of sql/views then make a part of the answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from flows.places import SQL


@contextmanager
def shown(db: duckdb.DuckDBPyConnection, **parts: str) -> Iterator[None]:
    """Let names of tables stand for the rows of these queries, which read from `warehouse`."""
    try:
        for name, query in parts.items():
            db.execute(f"create or replace temp table {name} as {query}")
        yield
    finally:
        for name in parts:
            db.execute(f"drop table if exists temp.{name}")


def part(relation: str, condition: str) -> str:
    """The query for rows of a table, or of a view of `answers`. They are found by the columns of the
    condition, then fetched by their places: a tenth of the work of reading whole rows in search of a few."""
    script = script_of(relation)
    if script and (view := OF_ANSWERS.search(script)):
        rows = f"select rowid as place, {view[1]} from warehouse.answers {view[2]}"
    else:
        rows = f"select rowid as place, * from warehouse.{relation}"
    return f"""
        select * exclude (place) from ({rows}) where place in (select place from ({rows}) where {condition})
    """


OF_ANSWERS = re.compile(r"(?ms)^create view \w+ as\nselect\n(.*)\nfrom answers\n?(.*);$")


def script_of(relation: str) -> str | None:
    """The script of sql/views that makes a relation, if it is one of these."""
    path = SQL / "views" / f"{relation}.sql"
    return path.read_text("utf-8") if path.exists() else None


def show_claims(db: duckdb.DuckDBPyConnection) -> None:
    """Let the views of `answers` show the rows of the table that `answers` stands for."""
    for view in VIEWS:
        db.execute(re.sub(r"(?m)^create view ", "create or replace temp view ", str(script_of(view))))


VIEWS = ("claims", "comparable_claims", "best_claims")


def made(db: duckdb.DuckDBPyConnection, table: str) -> None:
    """Run the script of a table of answers; the outcome is temporary, under the table's name."""
    db.execute(re.sub(r"(?m)^create table ", "create or replace temp table ", str(script_of(table))))


def put(db: duckdb.DuckDBPyConnection, table: str, old: str, new: str = "true") -> None:
    """Let what was made, of it what fulfils `new`, take the place of the rows that fulfil `old`."""
    db.execute(f"delete from warehouse.{table} where {old}")
    db.execute(f"insert into warehouse.{table} by name from temp.{table} where {new}")
    db.execute(f"drop table temp.{table}")
