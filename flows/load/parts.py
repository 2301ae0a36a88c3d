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


def part(table: str, condition: str) -> str:
    """The query for rows of a table. They are found by the columns of the condition, then fetched by their
    places: a tenth of the work of reading whole rows in search of a few."""
    return f"""
        select * from warehouse.{table}
        where rowid in (select rowid from warehouse.{table} where {condition})
    """


def made(db: duckdb.DuckDBPyConnection, table: str) -> None:
    """Run the script of a table of answers; the outcome is temporary, under the table's name."""
    script = (SQL / "views" / f"{table}.sql").read_text("utf-8")
    db.execute(re.sub(r"(?m)^create table ", "create or replace temp table ", script))


def put(db: duckdb.DuckDBPyConnection, table: str, old: str, new: str = "true") -> None:
    """Let what was made, of it what fulfils `new`, take the place of the rows that fulfil `old`."""
    db.execute(f"delete from warehouse.{table} where {old}")
    db.execute(f"insert into warehouse.{table} by name from temp.{table} where {new}")
    db.execute(f"drop table temp.{table}")
