"""Guards that keep a pattern from being tried let through all that it finds."""

from __future__ import annotations

import re

import pytest

from flows.extract.cues import cue_words
from flows.extract.metric.inherited import FOREMOST, TOLD_LAST, TURNED
from flows.extract.metric.volumes import VOLUME, volume_stems
from flows.extract.subject.compared import COMPARAND, COMPARAND_ENDS
from flows.extract.subject.ways import TRADE_BEFORE, TRADE_ENDS


@pytest.mark.parametrize(
    ("pattern", "ends"), [(TRADE_BEFORE, TRADE_ENDS), (COMPARAND, COMPARAND_ENDS)], ids=["trade", "comparand"]
)
def test_a_guard_knows_every_last_character(pattern: re.Pattern[str], ends: frozenset[str]) -> None:
    words = pattern.pattern.split("(?:(?:排名|位居")[0]
    assert set(re.findall(r"([\u4e00-\u9fff])(?=[|)?])", words)) <= ends


def test_a_stem_stands_in_every_volume() -> None:
    assert all(any(stem in word for stem in volume_stems()) for word in cue_words("volume_noun"))
    assert all(VOLUME.search(stem) for stem in volume_stems())


LEADS = "仅次于 最多 最大 最高 最强 最密集 最多的 最高的是 最大的为 最快的有 居首 领先 居前 位居前列 领跑"
TURNED_TO = "转正 为正 为盈 扭亏 转盈 转亏 创新高 不菲 可观 惊人 亮眼 回暖 反弹 走强 走弱"


@pytest.mark.parametrize(
    ("pattern", "endings"), [(FOREMOST, LEADS), (TURNED, TURNED_TO)], ids=["foremost", "turned"]
)
def test_what_is_told_of_an_amount_ends_as_its_guard_says(pattern: re.Pattern[str], endings: str) -> None:
    for ending in endings.split():
        assert pattern.search(ending)
        assert ending[-1] in TOLD_LAST
