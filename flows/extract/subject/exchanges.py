"""The market of stocks that a sentence speaks of stands for its land: A股, 科创板, 台股."""

from __future__ import annotations

import re
from functools import lru_cache

from flows.extract.reference import read_reference, regions
from flows.extract.subject.subjects import Scene, Subject
from flows.patterns import Pattern, lazy


@lru_cache(maxsize=1)
def exchanges() -> tuple[Pattern, dict[str, str]]:
    """The words for markets of stocks, and the region of each."""
    lands = {row["word"]: row["region_id"] for row in read_reference("stock_markets")}
    words = sorted(lands, key=lambda word: (-len(word), word))
    return lazy("|".join(map(re.escape, words))), lands


GOES_TO = lazy(r"(?:登陆|冲刺|在|赴|于|闯关|挂牌|转战|申报|拟|申请|回归|撤回|终止|折戟|备战|到|从|向)$")


def exchange_of(scene: Scene) -> Subject | None:
    """The land whose market the sentence names before the number, unless as where somebody goes."""
    pattern, lands = exchanges()
    start = scene.sentence.start
    for found in pattern.finditer(scene.text, start, scene.number.start):
        if not GOES_TO.search(scene.text, max(start, found.start() - 2), found.start()):
            region = regions()[lands[found[0]]]
            return Subject(regions=((region.region_id, region.short_name),), rule="market of stocks")
    return None
