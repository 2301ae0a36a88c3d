"""Build a warehouse file from the lake: tables, reference data, frames, macros, views, comments."""

from __future__ import annotations

from pathlib import Path

import duckdb

from flows.extract.frames import SCHEMAS
from flows.load.catalog import catalog
from flows.load.listing import REJECTED_FILE, RUNS_FILE, SOURCES_FILE
from flows.places import REFERENCE, SQL

STORAGE_VERSION = "v1.0.0"
"""Every 1.x client opens it; what DuckDB 2.0 writes by default is refused by the 1.5 command line."""

VIEWS_FIRST = ("claims",)
"""Views that other views read."""

ENTITIES = """create temp table entities (
    entity_id varchar, kind varchar, name varchar, short_name varchar, firm_kind varchar, document_id varchar
)"""


def build(target: Path, lake: Path) -> None:
    """Write a complete warehouse at `target`, which must not exist, from the lake and seeds/reference."""
    with duckdb.connect() as db:
        db.execute(f"attach {quoted(target)} as warehouse (storage_version '{STORAGE_VERSION}')")
        db.execute("use warehouse")
        run_scripts(db, "tables")
        load_reference(db)
        find_readings(db, lake)
        db.execute(ENTITIES)
        for table in SCHEMAS:
            load_frames(db, table, lake)
        load_discovered(db)
        load_listing(db, lake)
        run_scripts(db, "macros")
        run_scripts(db, "views", first=VIEWS_FIRST)
        comment(db)
        db.execute("use memory")
        db.execute("checkpoint warehouse")
        db.execute("detach warehouse")


def quoted(value: object) -> str:
    """A value as a SQL string."""
    return "'" + str(value).replace("'", "''") + "'"


def run_scripts(db: duckdb.DuckDBPyConnection, kind: str, first: tuple[str, ...] = ()) -> None:
    """Run the scripts of sql/KIND in order of name, those named `first` before the others."""
    scripts = {script.stem: script for script in sorted((SQL / kind).glob("*.sql"))}
    for name in (*first, *(name for name in scripts if name not in first)):
        db.execute(scripts[name].read_text("utf-8"))


def load_reference(db: duckdb.DuckDBPyConnection) -> None:
    """Fill the reference tables from seeds/reference: of each file the columns that the table has too."""
    for table in ("regions", "firms", "models", "metric_definitions"):
        load_csv(db, table, REFERENCE / f"{table}.csv")
    load_csv(db, "regions", REFERENCE / "region_groups.csv", ", name as short_name, 'group' as level")


def load_csv(db: duckdb.DuckDBPyConnection, table: str, path: Path, more: str = "") -> None:
    if not path.exists():
        return
    rows = db.sql(f"select * {more} from read_csv({quoted(path)}, all_varchar = true, delim = ',')")
    columns = {entry.column for entry in catalog() if entry.relation == table}
    shared = ", ".join(column for column in rows.columns if column in columns)
    rows.query("seed", f"insert or ignore into {table} ({shared}) select {shared} from seed")


def find_readings(db: duckdb.DuckDBPyConnection, lake: Path) -> None:
    """Make `temp.readings`: for each listed document its reading, its shard, its name and address."""
    db.execute("create temp table shards (reading_id varchar, shard varchar)")
    shards = sorted((lake / "documents").glob("*.parquet"))
    if shards:
        db.execute(f"""
            insert into temp.shards
            select reading_id, min(parse_filename(filename, true))
            from read_parquet({paths(shards)}, filename = true) group by reading_id
        """)
    db.execute(f"""
        create temp table readings as
        select
            document_id,
            max_by(reading_id, run_id) as reading_id,
            max_by(shard, run_id) as shard,
            min(name) as document,
            min(url) as url
        from read_parquet({quoted(lake / SOURCES_FILE)}) join temp.shards using (reading_id)
        group by document_id
    """)


def paths(files: list[Path]) -> str:
    return "[" + ", ".join(map(quoted, files)) + "]"


def load_frames(db: duckdb.DuckDBPyConnection, table: str, lake: Path) -> None:
    """Load a frame's rows of the current readings into the table of its name."""
    names = db.sql("select distinct shard from temp.readings order by shard").fetchall()
    if not names:
        return
    own = {"documents": {"name": "readings.document", "url": "readings.url"}}.get(table, {})
    columns = [f"{own.get(column, 'frame.' + column)} as {column}" for column in SCHEMAS[table]]
    if table == "numbers":
        columns.append("readings.document as document")
    db.execute(f"""
        insert into {table if table != "entities" else "temp.entities"} by name
        select {", ".join(columns)}
        from read_parquet({paths([lake / table / f"{name}.parquet" for (name,) in names])}) as frame
        join temp.readings as readings using (reading_id)
    """)


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
    """Load what the listing knows: sources, rejections, runs."""
    sources, rejected, runs = (quoted(lake / name) for name in (SOURCES_FILE, REJECTED_FILE, RUNS_FILE))
    columns = "source, document_id, name, run_id"
    db.execute(f"insert into sources ({columns}) select {columns} from read_parquet({sources})")
    db.execute(f"insert into rejected_documents by name select * from read_parquet({rejected})")
    if (lake / RUNS_FILE).exists():
        db.execute(f"insert into runs by name select * from read_json({runs}, format = 'newline_delimited')")


def comment(db: duckdb.DuckDBPyConnection) -> None:
    """Put the catalog's comments on tables, views and columns, so that BI tools show them."""
    for entry in catalog():
        kind, name = (
            ("column", f"{entry.relation}.{entry.column}") if entry.column else (entry.type, entry.relation)
        )
        db.execute(f"comment on {kind} {name} is {quoted(entry.comment)}")
