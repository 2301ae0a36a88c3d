"""Lists of places that are as long as the count behind them says: 美国、中国等5个国家 names no examples."""

from __future__ import annotations

import re

from flows.extract.entities.mention import Mention
from flows.extract.subject.groups import SIZES
from flows.patterns import lazy

PLACES_COUNTED = lazy(r"等(?:[0-9]{1,2}|[二两三四五六七八九十])(?:个(?:国家|省份?|城市|地区)|国|省市?|市|地)")


def whole_list(text: str, mention: Mention, mentions: list[Mention]) -> bool:
    """Do the places of a list number as many as 等5个国家 behind it says? Then they are all meant."""
    if mention.kind != "region":
        return False
    counted = PLACES_COUNTED.search(text, mention.end, mention.end + 40)
    if counted is None or "，" in text[mention.end : counted.start()]:
        return False
    size = re.search(r"[0-9]+", counted[0])
    wanted = int(size[0]) if size else SIZES[counted[0][1]]
    run, end = 0, counted.start()
    for other in reversed(mentions):
        if other.kind == "region" and other.end <= end and text[other.end : end] in LIST_JOINTS:
            run, end = run + 1, other.start
    return run == wanted


LIST_JOINTS = frozenset(("", "、", "和", "与", "及"))
