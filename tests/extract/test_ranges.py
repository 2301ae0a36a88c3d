"""Ranges, tolerances, ratios; and what only looks like them."""

from __future__ import annotations

import pytest

from tests.extract.reading import claims


@pytest.mark.parametrize(("text", "expected"), [
    ("每县建20至30家书店。", ["20至30家 = 20..30 count"]),
    ("单笔补助1到2亿元。", ["1到2亿元 = 100000000..200000000 CNY"]),
    ("增速在5%—10%之间。", ["5%—10% = 5..10 percent"]),
    ("市场有2.5万—3万亿元。", ["2.5万—3万亿元 = 2500000000000..3000000000000 CNY"]),
    ("同时处理几十到上百个任务。", ["几十到上百个 = 20..100 count"]),
    ("价差从3元至5元不等。", ["3元至5元 = 3..5 CNY"]),
    ("订了三、四家酒店。", ["三、四家 = 3..4 count"]),
    ("气温为-3℃~6℃。", ["-3℃~6℃ = -3..6 celsius"]),
    ("误差为±2%。", ["±2% = -2..2 percent"]),
    ("外径为50±0.1毫米。", ["50±0.1毫米 = 49.9..50.1 mm"]),
    ("配比为1∶4。", ["1∶4 = 0.25 ratio"]),
    ("约10至12家参与。", ["约10至12家 = ~10..12 count"]),
])  # fmt: skip
def test_range(text: str, expected: list[str]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("企业从183家增至348家。", ["183家 = 183 count", "348家 = 348 count"]),
    ("企业从183家到348家。", ["183家 = 183 count", "348家 = 348 count"]),
    ("上调25个基点至1.75%。", ["25个基点 = 0.25 percent", "1.75% = 1.75 percent"]),
    ("职工增加200人至1500人。", ["200人 = 200 person", "1500人 = 1500 person"]),
    ("建成3家、5家、8家。", ["3家 = 3 count", "5家 = 5 count", "8家 = 8 count"]),
])  # fmt: skip
def test_two_numbers(text: str, expected: list[str]) -> None:
    assert claims(text) == expected
