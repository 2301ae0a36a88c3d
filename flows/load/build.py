"""Build a warehouse file from the lake: tables, reference data, frames, macros, views, comments."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import duckdb

from flows.load.catalog import Entry, catalog
from flows.load.copies import alike_among, mark_copies
from flows.load.listing import HISTORY_FILE, REJECTED_FILE, SOURCES_FILE
from flows.load.readings import (
    LOADED,
    SPILL,
    find_readings,
    load_frames,
    load_sketches,
    save_readings,
    show_stated,
)
from flows.load.reference import load_reference
from flows.load.runs import RUNS_FILE
from flows.load.scripts import quoted, run_scripts, run_together
from flows.load.stated import MADE

STORAGE_VERSION = "v1.0.0"
"""Every 1.x client opens it; what DuckDB 2.0 writes by default is refused by the 1.5 command line."""

ATTACHED = f"storage_version '{STORAGE_VERSION}', recovery_mode 'no_wal_writes'"
"""How the file is opened that a build writes: nobody recovers half a build, so it keeps no log."""

MEMORY = "2600MB"
"""What DuckDB may hold of a build; the rest goes to the disk, beside the shards."""

BLOCKS = "1300MB"
"""What of it is taken once and used again: pages given back and taken anew are a sixth of a build."""

ENTITIES = """create temp table entities (
    entity_id varchar, kind varchar, name varchar, short_name varchar, firm_kind varchar, document_id varchar
)"""


def build(target: Path, lake: Path) -> None:
    """Write a complete warehouse at `target`, which must not exist, from the lake and seeds/reference."""
    with written(target, lake) as db:
        run_scripts(db, "tables")
        run_scripts(db, "input")
        load_reference(db)
        find_readings(db, lake)
        save_readings(db, lake)
        db.execute(ENTITIES)
        with ThreadPoolExecutor(1) as pool:  # sketches are compared while the engine loads
            alike = pool.submit(alike_among, load_sketches(db, lake))
            for table in LOADED:
                load_frames(db, table, lake)
            load_discovered(db)
            mark_copies(db, alike.result())
        load_listing(db, lake)
        # each statement by itself: the planner sees no statistics of what is not committed
        make_answers(db, lake)
        db.begin()
        comment(db)
        db.commit()


@contextmanager
def written(target: Path, lake: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that writes the file `target`, attached as `warehouse`; whole when the block ends."""
    room = {"memory_limit": MEMORY, "block_allocator_memory": BLOCKS}
    with duckdb.connect(config={"temp_directory": str(lake / SPILL), **room}) as db:
        db.execute("set enable_progress_bar = false")
        db.execute(f"attach {quoted(target)} as warehouse ({ATTACHED})")
        db.execute("use warehouse")
        yield db
        db.execute("use memory")
        db.execute("checkpoint warehouse")
        db.execute("detach warehouse")


def make_answers(db: duckdb.DuckDBPyConnection, lake: Path | None = None) -> None:
    """Make all that follows from the loaded tables: macros, tables of answers, views, macros that ask
    the views. What claims say by their articles alone comes from the lake, or from the tables."""
    run_scripts(db, "macros")
    if lake:
        show_stated(db, lake)
    else:
        run_scripts(db, "shards")
    run_together(db, "views", first="answers")
    run_scripts(db, "macros/table")
    for relation in MADE:
        db.execute(f"drop view temp.{relation}")


def load_discovered(db: duckdb.DuckDBPyConnection) -> None:
    """Add the firms and models that articles introduce to those of the reference."""
    db.execute("""
        insert or ignore into firms by name
        select entity_id as firm_id, min(name) as name, min(short_name) as short_name, min(firm_kind) as kind,
            'discovered' as source
        from temp.entities where kind = 'firm' group by entity_id
    """)
    db.execute("""
        insert or ignore into models by name
        select entity_id as model_id, min(name) as name, 'discovered' as source
        from temp.entities where kind = 'model' group by entity_id
    """)


def load_listing(db: duckdb.DuckDBPyConnection, lake: Path) -> None:
    """Load what the listing knows: sources and what they held before, rejections, runs that ended."""
    sources, rejected, history = (lake / name for name in (SOURCES_FILE, REJECTED_FILE, HISTORY_FILE))
    columns = "source, document_id, name, run_id"
    db.execute(f"insert into sources ({columns}) select {columns} from read_parquet({quoted(sources)})")
    db.execute(f"insert into rejected_documents by name from read_parquet({quoted(rejected)})")
    if history.exists():
        db.execute(f"insert into source_history by name from read_parquet({quoted(history)})")
    load_runs(db, lake)


def load_runs(db: duckdb.DuckDBPyConnection, lake: Path) -> None:
    """Load the runs that ended."""
    if (lake / RUNS_FILE).exists():
        runs = quoted(lake / RUNS_FILE)
        db.execute(f"insert into runs by name from read_parquet({runs}) where outcome <> 'running'")


def comment(db: duckdb.DuckDBPyConnection) -> None:
    """Put the catalog's comments on tables, views and columns, so that BI tools show them."""
    db.execute(";\n".join(statement_of(entry) for entry in catalog()))  # one by one takes twice as long


def statement_of(entry: Entry) -> str:
    """The statement that puts an entry's comment on what it is about."""
    kind, name = (
        ("column", f"{entry.relation}.{entry.column}") if entry.column else (entry.type, entry.relation)
    )
    return f"comment on {kind} {name} is {quoted(entry.comment)}"
