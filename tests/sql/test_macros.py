"""The macros, as small tables of what goes in and what comes out."""

from __future__ import annotations

import duckdb
import pytest


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("2024-01-01", "2024-06-30", "2024H1"),
        ("2024-07-01", "2024-12-31", "2024H2"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2018-01-01", "2023-12-31", "2018..2023"),
        ("2024-07-01", "2024-09-30", "2024Q3"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2024-02-01", "2024-05-31", "2024-02..2024-05"),
        ("2024-08-11", "2024-08-11", "2024-08-11"),
        ("2024-08-11", "2024-08-20", "2024-08-11..2024-08-20"),
        (None, "2024-08-31", "..2024-08-31"),
        ("2024-08-31", None, "2024-08-31.."),
        (None, None, None),
    ],
)
def test_period_label(
    empty_warehouse: duckdb.DuckDBPyConnection, first: str | None, last: str | None, label: str | None
) -> None:
    said = empty_warehouse.execute("select period_label(?::date, ?::date)", [first, last]).fetchall()
    assert said == [(label,)]


@pytest.mark.parametrize(
    ("value", "high", "unit", "bound", "label"),
    [
        (13_800_000_000, None, "CNY", "eq", "138亿元"),
        (410_000_000, None, "CNY", "eq", "4.1亿元"),
        (2_000_000_000, None, "CNY", "approx", "约20亿元"),
        (14_400_000_000_000, None, "CNY", "approx", "约14.4万亿元"),
        (250_000, None, "USD", "gt", "超25万美元"),
        (118, None, "count", "gt", "超118"),
        (30, 40, "count", "eq", "30~40"),
        (6, None, "rank", "eq", "第6"),
        (33.33, None, "percent", "lt", "不足33.33%"),
        (2, None, "multiple", "eq", "2倍"),
        (0.1, None, "mm", "eq", "0.1毫米"),
        (0, None, "count", "eq", "0"),
        (-12.5, None, "percent", "eq", "-12.5%"),
    ],
)
def test_value_label(
    empty_warehouse: duckdb.DuckDBPyConnection,
    value: float,
    high: float | None,
    unit: str,
    bound: str,
    label: str,
) -> None:
    sql = "select value_label(?::decimal(38, 6), ?::decimal(38, 6), ?, ?)"
    assert empty_warehouse.execute(sql, [value, high, unit, bound]).fetchall() == [(label,)]


@pytest.mark.parametrize(
    ("text", "surface", "sentence"),
    [
        ("甲市有企业。乙市有企业30家，居首。丙市无。", "30家", "乙市有企业30家，居首。"),
        ("开头就是30家", "30家", "开头就是30家"),
        ("他说：“有30家。”众人称是。", "30家", "他说：“有30家。”"),
        ("第一行\n约30家\n第三行", "30家", "约30家"),
        ("精度0.1毫米。其他不详", "0.1毫米", "精度0.1毫米。"),
        ("北京领先；成都有30家；其他略少。", "30家", "北京领先；成都有30家；其他略少。"),
        ("小家伙👨‍👩‍👧来了！共30家。", "30家", "共30家。"),
    ],
)
def test_sentence_at(
    empty_warehouse: duckdb.DuckDBPyConnection, text: str, surface: str, sentence: str
) -> None:
    first = text.index(surface)
    sql = "select sentence_at(?, ?, ?)"
    assert empty_warehouse.execute(sql, [text, first, first + len(surface)]).fetchall() == [(sentence,)]
