"""Plain amounts read at once are read as the grammar reads them."""

from __future__ import annotations

import csv
import random
from datetime import date
from pathlib import Path

import pytest

from flows.extract.numbers import read as numbers
from flows.extract.numbers import walk
from flows.extract.numbers.bounds import _hedges
from flows.extract.numbers.names import _CRAFT_TAILS
from flows.extract.numbers.number import Number
from flows.extract.numbers.plain import read_plain
from flows.extract.numbers.units import currency_prefixes, units_by_first

TODAY = date(2024, 8, 20)
HERE = Path(__file__).parent
BEFORE = (
    "", "\n", " ", "，", "。", "（", "(", "“", "第", "前", "每", "一", "每年人均", "每吨水泥耗电",
    "增长", "约增长", "至少可容纳", "最多", "约占全国的", "超过全省总量的", "占总数的", "的", "从", "由",
    "-", "——", "+", "负", "零下", "±", "GPT-", "A", "v", ".", ",", ":", "3:", "2.", "占", "达", "约达",
    "为", "是", "有", "和", "、", "至", "到", "共", "时速", "排名", "参数", "气温", "用电",
)  # fmt: skip
NUMERALS = (
    "0", "0.5", "1", "3", "07", "8", "10", "11", "12.5", "100", "360", "1.25", "1024", "1234", "1999",
    "2024", "2024.5", "8.8万", "3万亿", "0亿", "0.0万", "1.5亿", "1,234", "12,345,678", "1234,5",
    "12，345", "400", "13812345678", "12345678", "123456789", "1.2.3", "5千", "3百", "20几", "2亿3千万",
    "1万余", "30余", "4700多", "12,000多", "20来", "3万把",
    "一", "二", "两", "三", "五", "九", "十", "十二", "三百", "半", "几",
    "1e5", "1/3", "3:1", "10-12", "5%-7", "6×10", "7十", "9折", "2番",
)  # fmt: skip
AFTER = (
    "", " ", "，", "。", "、", "和", "与3", "和5家之间", "至", "到7", "-", "—9%", "~", " -8", "/吨",
    "每人", "一辆", "以上", "以下", "左右", "上下", "多", "半", "余", "级", "规模以上", "以内", "内",
    "内容", "的企业", "的", "5", "五", "个百分点", "3角", "之一", "亿", "万", "+", "（", "|", " |",
    "宇宙", "才", "A", "号", "不等", "之间", "强", "会议", "大会", "期", "间", "起", "增长",
)  # fmt: skip


def surfaces() -> list[str]:
    return sorted(unit.surface for units in units_by_first().values() for unit in units)


def by_grammar(text: str, monkeypatch: pytest.MonkeyPatch) -> list[Number]:
    """The numbers of a text where nothing is read at once."""
    with monkeypatch.context() as patch:
        patch.setattr(walk, "read_plain", lambda text, at: None)
        patch.setattr(walk, "read_digit", lambda text, at: None)
        return numbers.read_numbers(text, TODAY)


def made(count: int) -> list[str]:
    """Clauses put together from what may stand before, in and after an amount."""
    chance = random.Random(3)
    units = ["", *surfaces()]
    hedges = [hedge.surface for side in _hedges() for found in side.values() for hedge in found]
    before = [*BEFORE, *hedges, *currency_prefixes(), *_CRAFT_TAILS]
    after = [*AFTER, *hedges, *units]
    parts = (("企业", "全省", "", "约", "从3家", "据统计"), before, before, NUMERALS, units, after, after)
    return ["".join(chance.choice(part if index != 1 or chance.random() < 0.3 else ("",))
                    for index, part in enumerate(parts)) for _ in range(count)]  # fmt: skip


def test_clauses_are_read_as_by_the_grammar(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in made(12_000):
        assert numbers.read_numbers(text, TODAY) == by_grammar(text, monkeypatch), text


def test_expressions_are_read_as_by_the_grammar(monkeypatch: pytest.MonkeyPatch) -> None:
    for file in sorted((HERE / "expressions").glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                text = row["text"]
                assert numbers.read_numbers(text, TODAY) == by_grammar(text, monkeypatch), text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("企业12.5万家，", True),
        ("同比增长8%", True),
        ("融资约3.2亿元。", True),
        ("每吨120元", True),
        ("至少可容纳800人", True),
        ("20%—30%", False),
        ("3家", True),
        ("GPT-12家", False),
        ("24家左右", True),
        ("第12家", False),
    ],
)
def test_what_is_plain(text: str, plain: bool) -> None:
    at = next(index for index, char in enumerate(text) if char.isdecimal())
    assert (read_plain(text, at) is not None) == plain
