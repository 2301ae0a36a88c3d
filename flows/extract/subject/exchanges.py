"""The market of stocks that a sentence speaks of stands for its land: A股, 科创板, 台股."""

from __future__ import annotations

import re
from functools import lru_cache

from flows.extract.entities.mention import Mention
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


WELCOMES = lazy(r"(?:迎来|迎接|欢迎)(?!了?[0-9一二两三四五六七八九十多])|(?:股[票份])?(?:代码|代号|编号)")
"""Behind an exchange at which one firm is listed, or before its code; 迎来21家 counts them."""


def exchange_of(scene: Scene) -> Subject | None:
    """The land whose market the sentence names before the number, unless as where somebody goes."""
    pattern, lands = exchanges()
    start = scene.sentence.start
    for found in pattern.finditer(scene.text, start, scene.number.start):
        goes = GOES_TO.search(scene.text, max(start, found.start() - 2), found.start())
        if any(m.start < found.start() < m.end for m in scene.mentions):
            continue  # 北京市 is no market
        if not goes and not WELCOMES.match(scene.text, found.end()):
            region = regions()[lands[found[0]]]
            return Subject(regions=((region.region_id, region.short_name),), rule="market of stocks")
    return None


def set_aside_exchanges(text: str, mentions: list[Mention]) -> None:
    """An exchange at which a firm is listed (港交所迎来甲集团，发售…) is not whom its price is of."""
    for mention in mentions:
        if mention.level == "exchange" and WELCOMES.match(text, mention.end):
            mention.role = "object"
