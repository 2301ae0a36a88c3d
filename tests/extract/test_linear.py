"""Work stays linear: hostile lines twice as long take about twice the time, however they are made."""

from __future__ import annotations

import time

import pytest

from flows.extract.claims import read_text

PIECES = {
    "digits": "1", "particles": "的", "list": "甲、", "numerals": "一", "magnitudes": "万", "quotes": "“",
    "brackets": "（", "titles": "《1》", "codes": "A1-", "years": "2024年", "groups": "1,", "slashes": "1/",
    "labels": "【北京】", "firms": "科技有限公司", "products": "研发的系统", "places": "北京、上海、",
    "spaces": " 1", "points": "1.", "colons": "1:", "comparisons": "比", "shares": "占",
    "addresses": "http://a.b/1",
    "blanks": " ", "groups of three": " 000", "wide blanks": "\u3000", "tabs": "\t", "line ends": "\n",
    "tags": "<b>", "entities": "&amp;", "pinyin": "当(dāng)",
}  # fmt: skip
SIZE = 100_000
"""Bytes of UTF-8."""
SECONDS = 20.0
"""Seven times what the slowest takes on a busy machine; quadratic work takes an hour."""


@pytest.mark.parametrize("name", PIECES)
def test_a_hostile_line_is_read_in_bounded_time(name: str) -> None:
    piece = PIECES[name]
    started = time.process_time()
    read_text(piece * (SIZE // len(piece.encode())))
    assert time.process_time() - started < SECONDS


def test_a_long_paragraph_takes_time_by_its_length() -> None:
    """A paragraph of four times the length takes at most eight times as long: twice what is linear."""
    sentence = "2024年5月，北京有人工智能企业3家，上海增长5.2%，其中成都占三成。"
    read_text(sentence * 20)
    took = []
    for times in (300, 1200):
        started = time.process_time()
        read_text(sentence * times)
        took.append(time.process_time() - started)
    assert took[1] < 8 * took[0]
