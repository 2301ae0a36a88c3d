"""From shards to rows: which readings make up a warehouse, and what the shards hold of them."""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl

from flows.extract.frames import SCHEMAS
from flows.load.listing import SOURCES_FILE
from flows.load.scripts import quoted, run_scripts
from flows.load.shards import part_of, shard_path, whole_shards
from flows.load.stated import MADE, stated_of
from flows.text.likeness import PERMUTATIONS
from flows.version import extractor_version

SPILL = "spill"
"""What DuckDB writes while a build is larger than the memory, and what a build keeps at hand."""
SKETCHES_FILE = "sketches.parquet"
"""The sketches of all readings that a build met: each follows from its reading, so none is ever wrong."""
LOADED = tuple(table for table in SCHEMAS if table != "metrics")
"""The frames that become tables as they are; claims are written with what they say, as `answers`."""
FEW = 2000
"""So many sketches that the file lacks are read beside it; for more of them it is written anew."""


def find_readings(db: duckdb.DuckDBPyConnection, lake: Path) -> None:
    """Make `temp.readings`: for each listed document its reading, its shard, its name and address."""
    db.execute("create temp table shards (reading_id varchar, shard varchar)")
    shards = [shard_path(lake, "documents", name) for name in whole_shards(lake)]
    if shards:
        db.execute(f"""
            insert into temp.shards
            select reading_id, min(parse_filename(filename, true))
            from read_parquet({paths(shards)}, filename = true) group by reading_id
        """)
    # Of a document's readings today's extractor's, else that of the first source by name: runs in any order.
    newest = f"(not starts_with(shard, {quoted(extractor_version() + '-')}), source)"
    db.execute(f"""
        create temp table readings as
        select
            document_id,
            min_by(reading_id, {newest}) as reading_id,
            min_by(shard, {newest}) as shard,
            min(name) as document,
            min(url) as url
        from read_parquet({quoted(lake / SOURCES_FILE)}) join temp.shards using (reading_id)
        group by document_id
    """)


def save_readings(db: duckdb.DuckDBPyConnection, lake: Path) -> None:
    """Write down which readings a file is made of, for made.py."""
    made_readings(lake).parent.mkdir(exist_ok=True)
    db.execute(f"copy (from temp.readings) to {quoted(made_readings(lake))}")


def made_readings(lake: Path) -> Path:
    return lake / SPILL / "readings.parquet"


def paths(files: list[Path]) -> str:
    return "[" + ", ".join(map(quoted, files)) + "]"


def load_frames(db: duckdb.DuckDBPyConnection, table: str, lake: Path, of: str = "temp.readings") -> None:
    """Load a frame's rows of the current readings, or of those `of` a table, into the table of its name."""
    own = {"documents": {"name": "readings.document", "url": "readings.url"}}.get(table, {})
    columns = [f"{own.get(column, 'frame.' + column)} as {column}" for column in SCHEMAS[table]]
    if table == "numbers":
        columns.append("readings.document as document")
    rows = rows_of(db, columns, table, lake, of)
    if rows is not None:
        db.execute(f"insert into {table if table != 'entities' else 'temp.entities'} by name {rows}")


def load_sketches(db: duckdb.DuckDBPyConnection, lake: Path) -> pl.DataFrame:
    """The sketches of the documents, by which near-copies are found: document_id, clauses, sketch."""
    path, readings = lake / SKETCHES_FILE, pl.read_parquet(made_readings(lake), columns=["reading_id"])
    try:
        known = pl.read_parquet(path)
    except (OSError, pl.exceptions.PolarsError):
        known = pl.DataFrame(schema=SKETCH)
    missing = readings.join(known, on="reading_id", how="anti")
    if missing.height > FEW:
        write_sketches(db, lake, path)
        known = pl.read_parquet(path)
    elif missing.height:
        db.execute(
            "create temp table unsketched as from temp.readings where list_contains(?, reading_id)",
            [missing["reading_id"].to_list()],
        )
        known = pl.concat([known, read_sketches(db, lake, "temp.unsketched")])
    return arrays(known.join(readings, on="reading_id", how="semi"))


def read_sketches(db: duckdb.DuckDBPyConnection, lake: Path, of: str) -> pl.DataFrame:
    """The sketches of some readings, from their shards."""
    beside = lake / SPILL / SKETCHES_FILE
    write_sketches(db, lake, beside, of)
    return pl.read_parquet(beside)


def arrays(sketches: pl.DataFrame) -> pl.DataFrame:
    """The sketches of texts that have clauses, with their numbers side by side."""
    of_clauses = sketches.filter(pl.col("clauses") > 0)
    return of_clauses.select("document_id", "clauses", pl.col("sketch").list.to_array(PERMUTATIONS))


SKETCH: dict[str, pl.DataType | type[pl.DataType]] = {
    "reading_id": pl.String, "document_id": pl.String, "clauses": pl.Int64, "sketch": pl.List(pl.UInt32),
}  # fmt: skip


def write_sketches(db: duckdb.DuckDBPyConnection, lake: Path, path: Path, of: str = "temp.readings") -> None:
    """Write the sketches of the current readings, or of those in another table, as a file."""
    columns = ["readings.reading_id", "frame.document_id", "clauses::bigint as clauses", "sketch"]
    rows, part = rows_of(db, columns, "documents", lake, of), part_of(path)
    db.execute(f"copy ({rows}) to {quoted(part)} (format parquet, compression uncompressed)")
    part.replace(path)


def rows_of(db: duckdb.DuckDBPyConnection, columns: list[str], table: str, lake: Path, of: str) -> str | None:
    """The query for columns of the shards' files of a table, of some readings only; None if there are none.

    Two shards may hold the same reading, where one was written by a worker that outlived its run.
    """
    names = db.sql(f"select distinct shard from {of} order by shard").fetchall()
    if not names:
        return None
    files = [shard_path(lake, table, name) for (name,) in names]
    return f"""
        select {", ".join(columns)}
        from read_parquet({paths(files)}, filename = true) as frame
        join {of} as readings
            on readings.reading_id = frame.reading_id
            and readings.shard = parse_filename(frame.filename, true)
    """


def show_stated(
    db: duckdb.DuckDBPyConnection, lake: Path, of: str = "temp.readings", named: str = ""
) -> None:
    """Make the views `temp.stated` and `temp.texts`, their names with `named` before them, of what is kept
    beside the shards of these readings."""
    shards = [name for (name,) in db.sql(f"select distinct shard from {of} order by shard").fetchall()]
    if not shards:
        run_scripts(db, "shards")
        for relation in MADE if named else ():
            db.execute(f"create temp table {named}{relation} as from {relation} limit 0")
    for relation, files in stated_of(lake, shards).items() if shards else ():
        db.execute(
            f"create or replace temp table {named}{relation}_kept as select reading_id, file from {of}"
            " join (select unnest(?) as shard, unnest(?) as file) using (shard)",
            [list(files), [str(file) for file in files.values()]],
        )
        db.execute(f"""
            create or replace temp view {named}{relation} as
            select frame.* exclude (reading_id, filename)
            from read_parquet({paths(list(files.values()))}, filename = true) as frame
            join temp.{named}{relation}_kept as readings
                on readings.reading_id = frame.reading_id and readings.file = frame.filename
        """)
