"""Hedges: the words around a number that say how exact it is, touching it or not."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from typing import cast

from flows.extract.number import Bound
from flows.places import REFERENCE


@lru_cache(maxsize=1)
def _hedges(place: str = "") -> dict[str, dict[str, Bound]]:
    """Bounds by place (before, after) and surface."""
    found: dict[str, dict[str, Bound]] = {"before": {}, "after": {}}
    with (REFERENCE / "hedges.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found[row["place"]][row["surface"]] = cast(Bound, row["bound"])
    return found


_NOT_AFTER = {"上下": "游", "左右": "手两翼", "多": "模元层方样语边边年", "余": "额", "来": "自到源临", "以内": "",
              "不到": "", "许": "可多", "之内": "", "前后": ""}
# 附近, 最近, 靠近 end in a hedge that is none; so do 赶超, 反超, 打破, 大约 is one of its own
_NOT_BEFORE = {"近": "附最靠新邻远贴亲走拉", "超": "赶反高", "破": "打攻侦", "约": "条合预节签制契简公大",
               "接近": "不", "上": ""}


def hedge_before(text: str, at: int) -> tuple[Bound, int] | None:
    """The hedge that ends at `at` and where it starts."""
    table = _hedges()["before"]
    for length in (5, 4, 3, 2, 1):
        start = at - length
        if start < 0:
            continue
        word = text[start:at]
        if word in table:
            if start and text[start - 1] in _NOT_BEFORE.get(word, ""):
                continue
            return table[word], start
    return None


def hedge_after(text: str, at: int) -> tuple[Bound, int] | None:
    """The hedge that starts at `at` and where it ends."""
    table = _hedges()["after"]
    for length in (5, 4, 3, 2, 1):
        word = text[at:at + length]
        if len(word) == length and word in table:
            if text[at + length:at + length + 1] in (_NOT_AFTER.get(word) or "\0"):
                continue
            return table[word], at + length
    return None


_FAR = re.compile(
    r"(?:(?P<approx>约占|大约占|占比约|约为|约合|大约|接近|近乎|相当于约)|(?P<gt>超过|高于|多于|不低于|不少于|占比超|超)|(?P<lt>不到|不足|低于|少于|不超过))"
    r"(?:了)?[^，。；！？、,;:：\d%]{1,14}(?:的|总量|总数|总额)?$"
)


def hedge_far(text: str, at: int) -> Bound | None:
    """The hedge of a share that stands before what it is a share of: 约占全国的 before 一半."""
    found = _FAR.search(text, max(0, at - 20), at)
    return cast(Bound, found.lastgroup) if found and text[at - 1] == "的" else None
