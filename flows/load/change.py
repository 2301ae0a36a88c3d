"""The tables of a published file brought from its readings to others: rows of documents go and come."""

from __future__ import annotations

from pathlib import Path

import duckdb

from flows.load.build import ENTITIES, load_runs
from flows.load.listing import HISTORY_FILE, REJECTED_FILE, SOURCES_FILE
from flows.load.readings import (
    LOADED,
    arrays,
    find_readings,
    load_frames,
    load_sketches,
    read_sketches,
    save_readings,
)
from flows.load.recopied import mark_copies_again
from flows.load.scripts import count, quoted

BY_DOCUMENT = ("documents", "passages", "numbers")
"""Tables whose rows are of one document each, as the shards hold them."""


def find_changes(db: duckdb.DuckDBPyConnection, lake: Path, held: Path) -> int:
    """Make `temp.dropped_readings` and `temp.added`, whose rows go and come, and tell how many there are.

    `held`: the file of the readings that the published file holds. A document that is read anew, or whose
    name is another now, is in both.
    """
    find_readings(db, lake)
    save_readings(db, lake)
    same = "document_id, reading_id, document, url"
    db.execute(f"create temp table held as from read_parquet({quoted(held)})")
    db.execute(f"""
        create temp table added_readings as
        from temp.readings where document_id in (
            select document_id from (select {same} from temp.readings except select {same} from temp.held)
        )
    """)
    db.execute("create temp table added as select document_id from temp.added_readings")
    db.execute(f"""
        create temp table dropped_readings as
        select held.document_id, held.reading_id, held.document, held.url, shards.shard
        from temp.held left join temp.shards using (reading_id)
        where document_id in (
            select document_id from (select {same} from temp.held except select {same} from temp.readings)
        )
    """)
    return max(count(db, "temp.added"), count(db, "temp.dropped_readings"))


def note_dropped(db: duckdb.DuckDBPyConnection) -> None:
    """Keep what will be asked of the documents that go: their claims, what these counted for, their texts."""
    db.execute("""
        create temp table dropped as
        select
            document_id,
            duplicate_of is not null
                or document_id in (select duplicate_of from documents) as has_copy
        from documents where document_id in (select document_id from temp.dropped_readings)
    """)
    gone = "document_id in (select document_id from temp.dropped)"
    db.execute(f"create temp table dropped_claims as select metric_id from metrics where {gone}")
    db.execute(f"""
        create temp table dropped_texts as
        select distinct hash(text) as text_hash from passages where {gone} and len(text) >= 12
    """)


def change_rows(db: duckdb.DuckDBPyConnection, lake: Path) -> None:
    """Take the dropped documents' rows out and put the added ones' in."""
    if count(db, "temp.dropped"):
        for table in BY_DOCUMENT:
            db.execute(f"delete from {table} where document_id in (select document_id from temp.dropped)")
    db.execute(ENTITIES)
    for table in LOADED:
        load_frames(db, table, lake, "temp.added_readings")
    change_discovered(db, lake)
    gone = read_sketches(db, lake, "temp.dropped_readings") if count(db, "temp.dropped") else None
    known = load_sketches(db, lake)
    mark_copies_again(db, known, known.clear() if gone is None else arrays(gone))
    change_listing(db, lake)


def change_discovered(db: duckdb.DuckDBPyConnection, lake: Path) -> None:
    """Bring the firms and models that articles introduce up to date; `temp.renamed` are those in question."""
    db.execute("create temp table renamed as select distinct entity_id, kind from temp.entities")
    if count(db, "temp.dropped"):
        load_frames(db, "entities", lake, "temp.dropped_readings")
        db.execute(
            "create or replace temp table renamed as select distinct entity_id, kind from temp.entities"
        )
        db.execute("truncate temp.entities")
        load_frames(db, "entities", lake)
        for table, kind in (("firms", "firm"), ("models", "model")):
            db.execute(f"""
                delete from {table} where source = 'discovered'
                    and {kind}_id in (select entity_id from temp.renamed where kind = '{kind}')
            """)
    of_these = "entity_id in (select renamed.entity_id from temp.renamed where renamed.kind = entities.kind)"
    for table, kind, values in (
        ("firms", "firm", {"name": "name", "short_name": "short_name", "kind": "firm_kind"}),
        ("models", "model", {"name": "name"}),
    ):
        told = ", ".join(f"min({value}) as {column}" for column, value in values.items())
        least = ", ".join(f"{column} = least({table}.{column}, told.{column})" for column in values)
        db.execute(f"""
            create or replace temp table told as
            select entity_id as {kind}_id, {told}, 'discovered' as source
            from temp.entities where kind = '{kind}' and {of_these} group by entity_id
        """)
        db.execute(f"""
            update {table} set {least} from temp.told
            where told.{kind}_id = {table}.{kind}_id and {table}.source = 'discovered'
        """)
        db.execute(f"insert or ignore into {table} by name from temp.told")


def change_listing(db: duckdb.DuckDBPyConnection, lake: Path) -> None:
    """Bring sources, their history, rejections and runs to what the lake has of them."""
    for table, name in (
        ("sources", SOURCES_FILE), ("rejected_documents", REJECTED_FILE), ("source_history", HISTORY_FILE),
    ):  # fmt: skip
        if not (lake / name).exists():
            continue
        columns = ", ".join(row[0] for row in db.execute(f"describe {table}").fetchall())
        db.execute(f"""
            create or replace temp table listed as select {columns} from read_parquet({quoted(lake / name)})
        """)
        row = f"hash({columns})"
        db.execute(f"delete from {table} where {row} not in (select {row} from temp.listed)")
        db.execute(f"""
            insert into {table} by name
            from temp.listed where {row} not in (select {row} from {table})
        """)
    db.execute("truncate runs")
    load_runs(db, lake)
