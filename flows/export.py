"""Export: tables and views of a warehouse as Parquet (exact), as CSV and as an Excel workbook."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import duckdb

from flows.query import columns_of

BOM = b"\xef\xbb\xbf"
"""Excel takes a CSV without it for the local 8-bit encoding and garbles Chinese."""
WORKBOOK = "yanshu.xlsx"
FORMULA_STARTS = r"^[=+\-@\t\r]"
"""A text that begins so would be run as a formula by a spreadsheet that opens a CSV."""


def export(warehouse: Path, relations: list[str], target: Path, formats: Iterable[str]) -> list[Path]:
    """Write the relations (all when none are named) under `target` as parquet, csv, xlsx; returns the files.

    Raises NoSuchRelation. Each file is written under another name and moved into place.
    """
    with duckdb.connect(str(warehouse), read_only=True) as db:
        chosen = relations or relations_of(db)
        for name in chosen:
            columns_of(db, name)
        files: list[Path] = []
        for kind in formats:
            if kind == "xlsx":
                files.append(write_workbook(db, chosen, target / WORKBOOK))
            else:
                write = write_parquet if kind == "parquet" else write_csv
                files += [write(db, name, target / kind / f"{name}.{kind}") for name in chosen]
    return files


def relations_of(db: duckdb.DuckDBPyConnection) -> list[str]:
    """Views first: they are what a reader opens."""
    rows = db.execute(
        "select table_name from information_schema.tables order by table_type <> 'VIEW', table_name"
    ).fetchall()
    return [name for (name,) in rows]


def write_parquet(db: duckdb.DuckDBPyConnection, relation: str, path: Path) -> Path:
    return placed(path, lambda part: copy(db, f'from "{relation}"', part, "format parquet, compression zstd"))


def write_csv(db: duckdb.DuckDBPyConnection, relation: str, path: Path) -> Path:
    """UTF-8 with a byte order mark; a quote before each text that a spreadsheet would run as a formula."""
    query = f'select {", ".join(defused(db, relation))} from "{relation}"'

    def write(part: Path) -> None:
        bare = part.with_name(part.name + ".bare")
        copy(db, query, bare, "format csv, header")
        with part.open("wb") as out, bare.open("rb") as rows:
            out.write(BOM)
            shutil.copyfileobj(rows, out)
        bare.unlink()

    return placed(path, write)


def defused(db: duckdb.DuckDBPyConnection, relation: str) -> list[str]:
    """The columns as SQL, texts made harmless."""
    types = db.execute(f'describe "{relation}"').fetchall()
    return [
        f"""if(regexp_matches("{name}", '{FORMULA_STARTS}'), '''' || "{name}", "{name}") as "{name}\""""
        if kind == "VARCHAR"
        else f'"{name}"'
        for name, kind, *_ in types
    ]


def write_workbook(db: duckdb.DuckDBPyConnection, relations: list[str], path: Path) -> Path:
    from flows.workbook import write

    return placed(path, lambda part: write(db, relations, part))


def copy(db: duckdb.DuckDBPyConnection, query: str, path: Path, options: str) -> None:
    target = str(path).replace("'", "''")
    db.execute(f"copy ({query}) to '{target}' ({options})")


def placed(path: Path, write: Callable[[Path], None]) -> Path:
    """Let `write` fill a file beside `path`, then move it there: a reader never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        write(part)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return path
