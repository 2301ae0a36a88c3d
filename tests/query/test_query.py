"""Questions to a warehouse: filters, order, SQL that only reads; what is printed in each form."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from flows.query import Filters, NoSuchRelation, WrongQuestion, ask, open_warehouse, select
from flows.show import Shown, csv_of, json_of, table_of
from tests.cli.test_cli import yanshu

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def db(sample_warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_warehouse(sample_warehouse) as opened:
        yield opened


def values(shown: Shown, column: str) -> list[object]:
    return [row[shown.columns.index(column)] for row in shown.rows]


def test_a_region_is_found_alone_and_within_a_total(db: duckdb.DuckDBPyConnection) -> None:
    places = set(values(select(db, "financing_by_city", Filters(region="成都"), 50), "city"))
    assert "成都" in places
    assert all("成都" in str(place).split("+") for place in places)
    assert len(places) == 2


@pytest.mark.parametrize("metric", ["financing_amount", "融资金额"])
def test_a_metric_by_code_or_by_name(db: duckdb.DuckDBPyConnection, metric: str) -> None:
    shown = select(db, "claims", Filters(metric=metric), 50)
    assert set(values(shown, "metric")) == {"financing_amount"}


def test_filters_hold_together(db: duckdb.DuckDBPyConnection) -> None:
    filters = Filters(where="value > 1 or true", region="成都", metric="financing_amount", sort="value desc")
    shown = select(db, "claims", filters, 50)
    assert [str(place).split("+")[-1] for place in values(shown, "region")] == ["成都"] * len(shown.rows)
    assert values(shown, "value") == sorted(values(shown, "value"), reverse=True)  # type: ignore[type-var]


def test_what_is_unknown_sorts_last(db: duckdb.DuckDBPyConnection) -> None:
    days = values(select(db, "claims", Filters(sort="period_end desc, value"), 500), "period_end")
    known = [day for day in days if day is not None]
    assert days == known + [None] * (len(days) - len(known))


def test_the_limit_says_that_there_is_more(db: duckdb.DuckDBPyConnection) -> None:
    assert select(db, "claims", Filters(), 3).more
    assert not select(db, "runs", Filters(), 3).more


@pytest.mark.parametrize(
    ("relation", "filters", "told"),
    [
        ("claim", Filters(), "did you mean claims"),
        ("claims", Filters(sort="valu"), "did you mean value"),
        ("claims", Filters(sort="value; drop table runs"), "cannot sort by"),
        ("claims", Filters(sort='value" desc --'), "cannot sort by"),
        ("runs", Filters(region="成都"), "runs has no column 'region'"),
        ("runs", Filters(metric="firm_count"), "runs has no column 'metric'"),
    ],
)
def test_a_wrong_question_says_what_comes_close(
    db: duckdb.DuckDBPyConnection, relation: str, filters: Filters, told: str
) -> None:
    with pytest.raises(WrongQuestion, match=told):
        select(db, relation, filters, 5)


def test_a_name_like_nothing_says_how_to_list_them(db: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(NoSuchRelation, match="show tables"):
        select(db, "zzzz", Filters(), 5)


@pytest.mark.parametrize(
    "sql",
    [
        "select count(*) from claims",
        "from claims",
        "describe claims",
        "show tables",
        "summarize runs",
        "with a as (select 1 as x) from a",
        "explain select 1",
        "pragma version",
        "values (1), (2)",
    ],
)
def test_questions_are_answered(db: duckdb.DuckDBPyConnection, sql: str) -> None:
    assert ask(db, sql, 5).rows


@pytest.mark.parametrize(
    "sql",
    [
        "delete from numbers",
        "create table t (x integer)",
        "create temp table t (x integer)",
        "drop view claims",
        "attach 'other.duckdb'",
        "copy claims to 'out.csv'",
        "export database 'out'",
        "install httpfs",
        "load json",
        "set threads = 1",
        "set enable_external_access = true",
        "checkpoint",
        "use temp",
        "",
        "select 1; select 2",
    ],
)
def test_what_is_no_question_is_refused(db: duckdb.DuckDBPyConnection, sql: str) -> None:
    with pytest.raises((WrongQuestion, duckdb.Error)):
        ask(db, sql, 5)


@pytest.mark.parametrize(
    "sql",
    [
        "from read_text('/etc/hostname')",
        "from read_csv('/etc/passwd')",
        "from '/etc/passwd'",
        "from glob('/etc/*')",
        "from read_text('https://example.org')",
        "from sniff_csv('/etc/passwd')",
        "from parquet_scan('x.parquet')",
    ],
)
def test_nothing_outside_the_warehouse_can_be_read(db: duckdb.DuckDBPyConnection, sql: str) -> None:
    with pytest.raises(duckdb.Error):
        ask(db, sql, 5)


def test_a_boundless_answer_is_cut_at_once(db: duckdb.DuckDBPyConnection) -> None:
    began = time.monotonic()
    shown = ask(db, "select * from range(100_000_000_000)", 3)
    assert (len(shown.rows), shown.more) == (3, True)
    assert time.monotonic() - began < 5


def test_sql_prints_rows_and_tells_wrong_ones_in_one_line(sample_warehouse: Path) -> None:
    at = ("--warehouse", str(sample_warehouse))
    code, out, _ = yanshu("sql", "select '成都' as city, 22 as firms", *at)
    assert code == 0
    assert "成都" in out
    assert "1 row of the answer" in out
    for wrong in (
        "selec 1",
        "select nothing from claims",
        "delete from numbers",
        "from read_text('/etc/hosts')",
    ):
        code, out, err = yanshu("sql", wrong, *at)
        assert (code, out, err.count("\n")) == (2, "", 1), wrong


def test_rows_as_json_and_csv(sample_warehouse: Path) -> None:
    at = ("--warehouse", str(sample_warehouse))
    _, out, _ = yanshu("show", "claims", "--region", "成都", "--metric", "融资金额", "--format", "json", *at)
    rows = [json.loads(line) for line in out.splitlines()]
    assert 410_000_000 in [row["value"] for row in rows]
    assert {row["period_end"] for row in rows} == {"2024-06-30"}
    _, out, _ = yanshu("sql", "select 1.50 as a, null as b, '含,逗号' as c", "--format", "csv", *at)
    assert out == 'a,b,c\n1.5,,"含,逗号"\n'


def test_a_text_said_again_is_shown_once() -> None:
    quote = "北京以138亿元位居第一，成都为4.1亿元。"
    shown = Shown(
        ["city", "quote"], [("北京", quote), ("成都", quote), ("深圳", "另一句话，说的是深圳的融资。")]
    )
    table, hidden = table_of(shown, 80)
    assert list(table.columns[1].cells)[1].plain == "〃"  # type: ignore[union-attr]
    assert hidden == []


def test_forms_keep_what_json_cannot_say() -> None:
    shown = Shown(["a"], [(b"\x00",)])
    assert json_of(shown)
    assert csv_of(shown).startswith("a\n")


def test_show_starts_fast(sample_warehouse: Path) -> None:
    command = [
        sys.executable,
        "-X",
        "importtime",
        "-m",
        "flows",
        "show",
        "runs",
        "--warehouse",
        str(sample_warehouse),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, env={**os.environ})
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    slow = {
        "prefect",
        "polars",
        "pydantic",
        "numpy",
        "vl_convert",
        "jinja2",
        "xlsxwriter",
        "rjieba",
        "opencc",
    }
    assert imported & slow == set()
