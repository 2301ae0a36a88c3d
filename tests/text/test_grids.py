"""Tables of which a page left one cell a line are tables again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.extract.claims import read_text
from flows.text.columns import spans_of_columns
from flows.text.grids import grids_of, spans_of_grids

LABELS = st.text(alphabet="工业农林牧渔服务零售金融仓储", min_size=1, max_size=8)
VALUES = st.from_regex(r"-?[0-9]{1,4}(\.[0-9]{1,2})?", fullmatch=True)


def table_of(lines: list[str]) -> list[list[str]]:
    """The first grid's headings and rows, as text."""
    heads, rows = grids_of(lines)[0]
    named = [[lines[at] if at >= 0 else "" for at in heads]] if heads else []
    return named + [[lines[at] for at in row] for row in rows]


@given(
    st.lists(LABELS, min_size=2, max_size=6),
    st.data(),
    st.booleans(),
)
def test_rows_come_back(heads: list[str], data: st.DataObject, bars: bool) -> None:
    row = st.tuples(LABELS, *[VALUES] * (len(heads) - 1)).map(list)
    rows = data.draw(st.lists(row, min_size=3, max_size=8))
    cells = [cell for line in [heads, *rows] for cell in line]
    lines = [line for cell in cells for line in (cell, "|")] if bars else cells
    assert table_of(lines) == [heads, *rows]


def test_numbered_rows_and_a_corner_left_out() -> None:
    ranked = ["名次", "城市", "得分", "1", "嘉兴", "90.2", "2", "绍兴", "88", "3", "台州", "85.1"]
    assert table_of(ranked) == [ranked[at : at + 3] for at in range(0, 12, 3)]
    yearly = ["2022年", "2023年", "粮食", "61.2", "63", "蔬菜", "30", "31.5", "水果", "8", "-"]
    assert table_of(yearly)[0] == ["", "2022年", "2023年"]


@pytest.mark.parametrize(
    "lines",
    [
        ["去年全市新增企业很多，服务业恢复得比工业更快", "12", "今年仍有压力，但是订单在回来", "13"] * 4,
        ["第一部分", "第二部分", "第三部分", "12"],
        ["嘉兴", "12", "绍兴", "13"],
    ],
)  # fmt: skip
def test_what_is_no_table(lines: list[str]) -> None:
    assert spans_of_grids(lines) == []


BULLETIN = """2023年全县主要指标

单位：亿元
|
指 标
|
绝对数
|
比上年增长%
|
社会消费品零售总额
|
85.6
|
6.2
|
固定资产投资
|
120.3
|
-3.1
|
财政收入
|
30.5
|
4.4

嘉善县统计局有关负责人说，全年消费稳步恢复，投资结构继续改善，县域经济韧性得到检验。"""


def test_its_cells_are_claims_of_row_and_column() -> None:
    reading = read_text(BULLETIN, "嘉善公布2023年经济数据", date(2024, 2, 20))
    claims = [claim for part in reading.passages for claim in part.claims]
    assert [(c.number.surface, c.noun, c.measure, c.unit) for c in claims] == [
        ("85.6", "社会消费品零售总额", "value", "CNY"),
        ("6.2", "社会消费品零售总额", "growth", "percent"),
        ("120.3", "固定资产投资", "value", "CNY"),
        ("-3.1", "固定资产投资", "growth", "percent"),
        ("30.5", "财政收入", "value", "CNY"),
        ("4.4", "财政收入", "growth", "percent"),
    ]
    assert {c.period_end for c in claims} == {date(2023, 12, 31)}
    assert claims[0].value == 8_560_000_000


def test_columns_with_blanks_alone_and_years_as_labels() -> None:
    lines = ["城市 用水量 同比", "芜湖 3.1 2.2%", "安庆 2.7 -1%", "这是一段话 3 4。"]
    assert spans_of_columns(lines) == [range(0, 3)]
    assert spans_of_columns(["• 建成 库区", "• 芜湖 3.1", "• 安庆 2.7"]) == []
    yearly = ["年份", "产量", "2021", "31", "2022", "35", "2023", "36"]
    assert table_of(yearly) == [yearly[at : at + 2] for at in range(0, 8, 2)]
    assert grids_of(["项目 |", "数量 |", "桥 |", "3 |", "路 |", "5 |", "塔 |", "2 |"])[0].heads == [0, 1]
