"""The scripts of sql/, run as they stand."""

from __future__ import annotations

import duckdb

from flows.places import SQL


def quoted(value: object) -> str:
    """A value as a SQL string."""
    return "'" + str(value).replace("'", "''") + "'"


def run_scripts(db: duckdb.DuckDBPyConnection, kind: str, first: tuple[str, ...] = ()) -> None:
    """Run the scripts of sql/KIND in order of name, those named `first` before the others."""
    scripts = {script.stem: script for script in sorted((SQL / kind).glob("*.sql"))}
    for name in (*first, *(name for name in scripts if name not in first)):
        db.execute(scripts[name].read_text("utf-8"))
