"""One definition of every column: the catalog, the tables, the views and the frames say the same."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb

from flows.extract.frames import SCHEMAS, frame_of
from flows.load.build import comment
from flows.load.catalog import catalog

HAN = re.compile(r"[\u4e00-\u9fff]")


def columns_of(relation: str) -> list[tuple[str, str]]:
    return [(entry.column, entry.type) for entry in catalog() if entry.relation == relation and entry.column]


def relations() -> list[str]:
    return [entry.relation for entry in catalog() if not entry.column]


def test_every_table_and_view_is_as_the_catalog_says(empty_warehouse: duckdb.DuckDBPyConnection) -> None:
    made = empty_warehouse.execute("select table_name from information_schema.tables").fetchall()
    assert sorted(relations()) == sorted(name for (name,) in made)
    for relation in relations():
        described = empty_warehouse.execute(f"describe {relation}").fetchall()
        assert columns_of(relation) == [(row[0], row[1].lower()) for row in described], relation


def test_frames_are_the_tables_that_they_fill() -> None:
    joined = {  # the name of a document is not part of its content; a copy is one beside others
        "numbers": [("document", "varchar")],
        "documents": [("duplicate_of", "varchar")],
    }
    for table in ("documents", "passages", "numbers", "metrics"):
        frame = [*SCHEMAS[table].items(), *joined.get(table, [])]
        assert sorted(frame) == sorted(columns_of(table)), table


def test_frames_hold_what_duckdb_reads_as_these_types(tmp_path: Path) -> None:
    for table, schema in SCHEMAS.items():
        frame_of(table, []).write_parquet(tmp_path / table)
        with duckdb.connect() as db:
            described = db.execute(f"describe from read_parquet('{tmp_path / table}')").fetchall()
        assert {name: dtype.lower() for name, dtype, *_ in described} == schema


def test_every_comment_is_chinese_and_english() -> None:
    for entry in catalog():
        assert HAN.search(entry.comment_zh), entry
        assert re.search("[A-Za-z]{3}", entry.comment_en), entry
        assert not HAN.search(re.sub("138亿元|约20亿元", "", entry.comment_en)), entry


def test_clients_see_the_comments(empty_warehouse: duckdb.DuckDBPyConnection) -> None:
    comment(empty_warehouse)
    bare = empty_warehouse.execute("""
        select table_name, column_name from duckdb_columns() where not internal and comment is null
        union all select table_name, '' from duckdb_tables() where not internal and comment is null
        union all select view_name, '' from duckdb_views() where not internal and comment is null
    """).fetchall()
    assert bare == []
