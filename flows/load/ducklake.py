"""Publish to a DuckLake catalog: the tables of the warehouse as Parquet files that many read at once.

Each publish is one transaction and so one snapshot of the catalog, which carries the run's id. Only the rows
that differ from those of the snapshot before are written.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb

from flows.load.catalog import catalog
from flows.load.extensions import NoExtension, load_extension
from flows.load.scripts import count, quoted, scripts_of

PREFIX = "ducklake:"
AUTHOR = "yanshu"
POSTGRES = ("postgres:", "postgresql:")
SERVERS = (*POSTGRES, "mysql:", "sqlite:", "md:")
FAILURES = (duckdb.Error, NoExtension, OSError)

Layout = list[tuple[str, ...]]


class NoCatalog(RuntimeError):
    """The catalog cannot be opened."""


class NotInLake(RuntimeError):
    """The warehouse file stands published, the catalog is as it was."""

    state = "the warehouse file was published; refresh again to publish it to the catalog too"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A publish: its number in the catalog, for time travel, and the rows it added and removed by table."""

    number: int
    schema: str
    added: dict[str, int]
    removed: dict[str, int]


def check_catalog(target: str, data_path: str | None) -> None:
    """Open the catalog, or make it, before a long run. Raises NoCatalog."""
    try:
        with catalog_at(target, data_path):
            pass
    except FAILURES as error:
        raise NoCatalog(f"cannot open {told(target, error)}") from None


def publish_to_lake(warehouse: Path, target: str, data_path: str | None, run_id: str) -> Snapshot:
    """Bring the catalog `target`, as ducklake:FILE or ducklake:postgres:…, to the state of a published file.

    The tables stand in a schema of the file's name, so that several warehouses share a catalog. `data_path`:
    where Parquet files go, needed once. Raises NotInLake.
    """
    try:
        with catalog_at(target, data_path) as db:
            db.execute(f"attach {quoted(warehouse)} as warehouse (read_only)")
            return bring_all(db, warehouse.stem, run_id)
    except FAILURES as error:
        raise NotInLake(told(target, error)) from None


def bring_all(db: duckdb.DuckDBPyConnection, schema: str, run_id: str) -> Snapshot:
    """Bring tables, views and macros to the schema of a catalog, all or nothing."""
    db.begin()
    db.execute(f'create schema if not exists lake."{schema}"')
    db.execute(f'use lake."{schema}"')
    wanted, standing = layouts(db, "warehouse", "main"), layouts(db, "lake", schema)
    changes = {table: bring(db, table, schema, wanted[table], standing.get(table)) for table in wanted}
    for gone in sorted(set(standing) - set(wanted)):
        db.execute(f'drop table "{gone}"')
    answers = bring_answers(db, set(wanted), schema)
    left = json.dumps({"run_id": run_id, "schema": schema, "answers": answers})
    db.execute("call lake.set_commit_message(?, ?, extra_info => ?)", [AUTHOR, run_id, left])
    db.commit()
    number = db.execute("select id from lake.last_committed_snapshot()").fetchall()[0][0]
    added, removed = ({name: rows[side] for name, rows in changes.items()} for side in (0, 1))
    return Snapshot(int(number), schema, added, removed)


def told(target: str, error: Exception) -> str:
    first = next(iter(str(error).splitlines()), type(error).__name__)
    return f"{masked(target)}: {masked(first)}"


def masked(text: str) -> str:
    """A text without the passwords of connection strings."""
    return re.sub(r"(password\s*=\s*|://[^:@/\s]*:)('[^']*'|[^\s@'\"]+)", r"\1…", text)


@contextmanager
def catalog_at(target: str, data_path: str | None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with the catalog attached as `lake`."""
    with duckdb.connect() as db:
        load_extension(db, "ducklake")
        if target.removeprefix(PREFIX).startswith(POSTGRES):
            load_extension(db, "postgres_scanner")
        options = f" (data_path {quoted(data_path)})" if data_path else ""
        db.execute(f"attach {quoted(anchored(target))} as lake{options}")
        yield db


def anchored(target: str) -> str:
    """A catalog in a file by its absolute path, since its data is found from there; others as they are."""
    place = target.removeprefix(PREFIX)
    return target if place.startswith(SERVERS) or "://" in place else f"{PREFIX}{Path(place).absolute()}"


def layouts(db: duckdb.DuckDBPyConnection, database: str, schema: str) -> dict[str, Layout]:
    """The tables of a schema, each with the names and types of its columns in order."""
    rows = db.execute(
        "select table_name, column_name, data_type from duckdb_columns()"
        " join duckdb_tables() using (database_name, schema_name, table_name)"
        " where database_name = ? and schema_name = ? order by table_name, column_index",
        [database, schema],
    ).fetchall()
    found: dict[str, Layout] = {}
    for table, *column in rows:
        found.setdefault(table, []).append(tuple(column))
    return found


def bring(
    db: duckdb.DuckDBPyConnection, table: str, schema: str, wanted: Layout, standing: Layout | None
) -> tuple[int, int]:
    """Make a table of the catalog equal to the warehouse's; return the rows added and removed."""
    source, target = f'warehouse.main."{table}"', f'lake."{schema}"."{table}"'
    if wanted != standing:
        removed = count(db, target) if standing else 0
        db.execute(f"drop table if exists {target}")
        db.execute(f"create table {target} as from {source}")
        return count(db, source), removed
    row = "hash(" + ", ".join(f'"{name}"' for name, _ in wanted) + ")"
    db.execute(f"""
        create or replace temp table differing as
        select row, sum(n) as surplus from (
            select {row} as row, 1 as n from {source} union all select {row}, -1 from {target}
        ) group by row having surplus <> 0
    """)
    if not count(db, "temp.differing"):
        return 0, 0
    these = f"where {row} in (select row from temp.differing)"
    gone = db.execute(f"delete from {target} {these}").fetchall()
    came = db.execute(f"insert into {target} from {source} {these}").fetchall()
    return int(came[0][0]), int(gone[0][0])


def bring_answers(db: duckdb.DuckDBPyConnection, tables: set[str], schema: str) -> str:
    """Make macros, views and comments, unless the last publish into this schema made the same ones.

    Returns their digest.
    """
    scripts = scripts_of("macros") | scripts_of("views") | scripts_of("macros/table")
    digest = hashlib.blake2b("\n".join(scripts.values()).encode(), digest_size=8).hexdigest()
    if last_answers(db, schema) == digest:
        return digest
    for name, text in scripts.items():
        if name not in tables:
            db.execute(re.sub(r"(?m)^create (macro|view) ", r"create or replace \1 ", text))
    for entry in catalog():
        if not entry.column:
            db.execute(f'comment on {entry.type} "{entry.relation}" is {quoted(entry.comment)}')
        elif entry.relation in tables:  # DuckLake keeps no comments on the columns of a view
            db.execute(f'comment on column "{entry.relation}"."{entry.column}" is {quoted(entry.comment)}')
    return digest


def last_answers(db: duckdb.DuckDBPyConnection, schema: str) -> str | None:
    """The digest that the last publish into a schema left with its snapshot."""
    told = db.execute(
        "select commit_extra_info from lake.snapshots() where author = ? order by snapshot_id desc", [AUTHOR]
    ).fetchall()
    for (line,) in told:
        with suppress(ValueError, TypeError):
            left = json.loads(line)
            if left.get("schema") == schema:
                return str(left.get("answers"))
    return None
