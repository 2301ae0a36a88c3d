"""The tables of what the field knows, from seeds/reference."""

from __future__ import annotations

from pathlib import Path

import duckdb

from flows.load.catalog import catalog
from flows.load.scripts import quoted
from flows.places import REFERENCE

SEEDED = (
    "regions", "firms", "models", "metric_definitions",
    "metric_comparisons", "bound_tolerances", "headline_metrics", "fields",
)  # fmt: skip
"""Tables that seeds/reference fills, each from the file of its name."""


def load_reference(db: duckdb.DuckDBPyConnection) -> None:
    """Fill the reference tables from seeds/reference: of each file the columns that the table has too."""
    for table in SEEDED:
        load_csv(db, table, REFERENCE / f"{table}.csv")
    load_csv(db, "regions", REFERENCE / "region_groups.csv", ", name as short_name, 'group' as level")
    load_csv(db, "firms", REFERENCE / "listed_firms.csv", ", name as short_name, 'firm' as kind")


def seeds() -> list[Path]:
    """The files that builds take knowledge from."""
    return sorted(REFERENCE.glob("*.csv"))


def load_csv(db: duckdb.DuckDBPyConnection, table: str, path: Path, more: str = "") -> None:
    if not path.exists():
        return
    rows = db.sql(f"select * {more} from read_csv({quoted(path)}, all_varchar = true, delim = ',')")
    columns = {entry.column for entry in catalog() if entry.relation == table}
    shared = ", ".join(column for column in rows.columns if column in columns)
    rows.query("seed", f"insert or ignore into {table} ({shared}) select {shared} from seed")
