"""Flat tables: tables of which a page left one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.text import article_of
from flows.text.flats import flat_table


def cells(line: str, said: str = "") -> tuple[list[str], list[list[str]]] | None:
    flat = flat_table(line, said)
    if flat is None:
        return None
    return (
        [line[start:end] for start, end in flat.heads],
        [[line[start:end] for start, end in row] for row in flat.rows],
    )


def test_headings_behind_the_unit() -> None:
    line = "表3 各县水稻单产 单位:公斤 县名 早稻 晚稻 青禾县 420 455 白石县 401 433 柳溪县 398 440"
    assert cells(line.replace("县名", "地区")) == (
        ["地区", "早稻", "晚稻"],
        [["青禾县", "420", "455"], ["白石县", "401", "433"], ["柳溪县", "398", "440"]],
    )


def test_a_heading_of_two_words_is_told_by_the_text() -> None:
    line = "单位:% 成品 库存 新增 订单 3月 48.1 50.2 4月 47.9 51.0 5月 48.8 50.6"
    assert cells(line, "新增订单回升，成品库存下降。") == (
        ["成品 库存", "新增 订单"],
        [["3月", "48.1", "50.2"], ["4月", "47.9", "51.0"], ["5月", "48.8", "50.6"]],
    )
    assert cells(line) is None  # which words belong together is not known


def test_rows_that_are_numbered() -> None:
    line = "排名 品牌 2023年销量 增速 1 晨星 88 3.1% 2 远帆 61 -2.0% 3 绿洲 40 7.5%"
    assert cells(line) == (
        ["排名", "品牌", "2023年销量", "增速"],
        [["1", "晨星", "88", "3.1%"], ["2", "远帆", "61", "-2.0%"], ["3", "绿洲", "40", "7.5%"]],
    )


@pytest.mark.parametrize(
    "line",
    [
        "2024 年 3 月 5 日 全市 有 12 个 项目 开工 ， 投资 35 亿元 ， 其中 8 个 在 新区 ， 4 个 在 老城",
        "增长 5.1 6.2 ，其中 4.4 3.3 ，还有 2.2 1.1",
        "电话 0571-8888 8888 传真 0571-8888 8889 邮编 310000 1",
        "甲 1 2",
    ],
)
def test_no_table(line: str) -> None:
    assert cells(line) is None


WORDS = st.text(st.sampled_from("东西南北春夏秋冬山川湖海"), min_size=2, max_size=5)
VALUES = st.decimals(0, 9999, places=1, allow_nan=False).map(str)


@given(st.data())
def test_every_table_that_is_written_flat_is_found_again(data: st.DataObject) -> None:
    width = data.draw(st.integers(2, 6))
    heads = data.draw(st.lists(WORDS, min_size=width, max_size=width))
    rows = data.draw(
        st.lists(st.tuples(WORDS, st.lists(VALUES, min_size=width, max_size=width)), min_size=3, max_size=8)
    )
    line = " ".join(["地区", *heads, *(" ".join([label, *values]) for label, values in rows)])
    assert cells(f"附表 {line}") == (["地区", *heads], [[label, *values] for label, values in rows])


def test_caption_and_rest_are_passages_of_their_own() -> None:
    line = "附表 地区 产量 面积 青禾县 420 45 白石县 401 43 柳溪县 398 44 注：数据来自抽样。"
    passages = article_of("x", "x", f"早稻生产\n\n今年早稻丰收。\n{line}\n").passages
    assert [passage.role for passage in passages][-3:] == ["caption", "table", "body"]
