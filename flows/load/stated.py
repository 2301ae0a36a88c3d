"""What the claims of a shard say by their articles alone, made once a shard and kept beside it.

`lake/stated/SHARD.CODE.SUM.parquet` has the rows of sql/shards/stated.sql, `lake/texts/` those of texts.sql:
CODE is a digest of the scripts, the reference and the engine, SUM one of the file. They follow from the
shard, so one that is missing, or is not as it was written, is made again.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import duckdb
import polars as pl

from flows.load.reference import load_reference, seeds
from flows.load.scripts import quoted, run_scripts
from flows.load.shards import LakeDamaged, marker, part_of, shard_path
from flows.places import SQL

MADE = ("stated", "texts")
SOURCES = {
    "passages": "* exclude (reading_id)",
    "numbers": "* exclude (reading_id), '' as document",
    "metrics": "* exclude (reading_id)",
}
"""What the scripts read of a shard, beside its documents."""
MEMORY = "600MB"
"""What a desk may hold; a shard of 4,000 articles takes a third of it."""
ROWS = "select {0}.*, reading_id from {0} join documents using (document_id)"
ORDER = {"stated": " order by metric, measure, region_id", "texts": ""}


def code() -> str:
    """A digest of all that these rows follow from, but for the shard."""
    digest = hashlib.blake2b(duckdb.__version__.encode(), digest_size=4)
    scripts = [path for kind in ("shards", "macros", "input") for path in sorted((SQL / kind).glob("*.sql"))]
    for path in [*scripts, *seeds()]:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


class Desk:
    """A database in memory where claims are stated, shard after shard."""

    def __init__(self) -> None:
        self.code, self.shards = code(), 0
        self.db = duckdb.connect(config={"memory_limit": MEMORY, "threads": 1})
        run_scripts(self.db, "tables")
        run_scripts(self.db, "input")
        load_reference(self.db)
        run_scripts(self.db, "macros")
        self.db.execute("""
            create or replace table documents as
            select *, null::varchar as reading_id, null::bigint as turn from documents limit 0
        """)
        run_scripts(self.db, "shards")
        for relation in MADE:
            self.db.execute(f"create table all_{relation} as {ROWS.format(relation)} limit 0")

    def state(self, lake: Path, shard: str) -> None:
        self.shards += 1
        files = {table: quoted(shard_path(lake, table, shard)) for table in ("documents", *SOURCES)}
        for relation in MADE:
            self.db.execute(f"truncate all_{relation}")
        for turn in range(1, self.turns(files["documents"]) + 1):
            self.take(files, turn)
            for relation in MADE:
                self.db.execute(f"insert into all_{relation} {ROWS.format(relation)}")
            self.prove(lake, shard)
        for relation in MADE:
            keep(self.db, lake, relation, shard, self.code)

    def prove(self, lake: Path, shard: str) -> None:
        """Raise LakeDamaged where a claim is not stated, since its number or its article is not there."""
        lost = self.db.execute("from metrics anti join all_stated using (metric_id) limit 1").fetchall()
        if lost:
            raise LakeDamaged(
                f"claim {lost[0][0]} of {shard} has no number; remove {marker(lake, shard)} and refresh"
                " again: its articles are then read anew"
            )

    def turns(self, documents: str) -> int:
        """Of a document that a shard holds in several readings one reading at a time is looked at."""
        self.db.execute(f"""
            create or replace temp table readings as
            select
                document_id, reading_id, name, title, outlet, published_on, characters,
                row_number() over (partition by document_id order by reading_id) as turn
            from read_parquet({documents})
        """)
        return int(self.db.execute("select coalesce(max(turn), 0) from temp.readings").fetchall()[0][0])

    def take(self, files: dict[str, str], turn: int) -> None:
        """Fill the tables that the scripts read with what a shard holds of some readings."""
        self.db.execute("truncate documents")
        self.db.execute(f"insert into documents by name from temp.readings where turn = {turn}")
        for table, columns in SOURCES.items():
            self.db.execute(f"truncate {table}")
            self.db.execute(f"""
                insert into {table} by name select {columns} from read_parquet({files[table]})
                where reading_id in (select reading_id from documents)
            """)


DESKS = threading.local()
USES = 40
"""Shards after which a desk is made anew: it does not give back all memory of what it has forgotten."""


def make_stated(lake: Path, shard: str) -> None:
    """Make what is kept beside a shard."""
    desk, made_by = getattr(DESKS, "desk", None), (os.getpid(), code())
    if desk is None or made_by != DESKS.made_by or desk.shards >= USES:
        desk = DESKS.desk = Desk()
        DESKS.made_by = made_by
    desk.state(lake, shard)


def keep(db: duckdb.DuckDBPyConnection, lake: Path, relation: str, shard: str, made_by: str) -> None:
    """Write the rows of a relation; the file's name says what they were made by and its sum."""
    part = part_of(lake / relation / f"{shard}.parquet")
    try:
        rows = f"from all_{relation}{ORDER[relation]}"
        db.execute(f"copy ({rows}) to {quoted(part)} (format parquet, compression zstd)")
        os.replace(part, lake / relation / f"{shard}.{made_by}.{sum_of(part)}.parquet")
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def sum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:32]


def kept(lake: Path, relation: str, shards: Iterable[str]) -> dict[str, Path]:
    """By shard the file that is kept beside it, of those that are as they were written."""
    wanted, found = named(shards), dict[str, Path]()
    for path in sorted((lake / relation).glob("*.parquet")):
        name, _, told = path.stem.rpartition(".")
        if name in wanted and sum_of(path) == told:
            found[wanted[name]] = path
    return found


def named(shards: Iterable[str]) -> dict[str, str]:
    """The shards by the beginning of the names of what today's code keeps beside them."""
    made_by = code()
    return {f"{shard}.{made_by}": shard for shard in shards}


def merge_stated(lake: Path, readings: dict[str, list[str]], whole: str) -> None:
    """Bring what is kept beside shards together where these became one, of each the readings that it gave."""
    for relation in MADE:
        files = kept(lake, relation, readings)
        if len(files) == len(readings):
            rows = [
                pl.scan_parquet(files[shard]).filter(pl.col("reading_id").is_in(given))
                for shard, given in readings.items()
            ]
            part = part_of(lake / relation / f"{whole}.parquet")
            pl.concat(rows).sink_parquet(part, compression="zstd")
            os.replace(part, lake / relation / f"{whole}.{code()}.{sum_of(part)}.parquet")


def remove_stated(lake: Path, shard: str) -> None:
    """Remove what is kept beside a shard."""
    for relation in MADE:
        for path in (lake / relation).glob(f"{shard}.*.parquet"):
            path.unlink(missing_ok=True)


def clear_stated(lake: Path, shards: Iterable[str]) -> None:
    """Remove what is kept beside other shards than these, or was made by another code."""
    known = named(shards)
    for relation in MADE:
        for path in (lake / relation).glob("*.parquet"):
            if path.stem.rpartition(".")[0] not in known:
                path.unlink(missing_ok=True)


def stated_of(lake: Path, shards: list[str]) -> dict[str, dict[str, Path]]:
    """By relation and shard the files that are kept beside these shards; what is missing is made."""
    found = {relation: kept(lake, relation, shards) for relation in MADE}
    missing = [shard for shard in shards if any(shard not in files for files in found.values())]
    if missing:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(lambda shard: make_stated(lake, shard), missing))
        found = {relation: kept(lake, relation, shards) for relation in MADE}
    return found
