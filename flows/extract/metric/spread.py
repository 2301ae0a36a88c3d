"""Firms and other things that a sentence says to be spread over places (企业分布于…，占比分别为…)."""

from __future__ import annotations

from flows.extract.metric.behind import phrase_after
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import metric_for
from flows.extract.metric.nouns import is_generic, phrase_before
from flows.extract.windows import Window
from flows.patterns import lazy

FIRMS_SPREAD = lazy(
    r"([\u4e00-\u9fffA-Za-z]{0,10}?(?:企业|公司|机构|厂商|独角兽))(?:主要|共|总部|已|广泛)*(?:分布|覆盖|遍布|集中|涉及|来自)"
)


def spread_firms(window: Window) -> Measured | None:
    """The firms that are said to spread over the places counted before the number."""
    found = FIRMS_SPREAD.findall(window.lead + window.sentence.split("#", 1)[0])
    if not found or phrase_after(window.after):
        return None
    noun = phrase_before(found[-1])
    metric = metric_for(noun, found[-1], "count")
    return Measured(metric[0], noun, "firms spread over places", False) if metric else None


THINGS_SPREAD = lazy(
    r"([\u4e00-\u9fffA-Za-z]{2,16}?)(?:主要|多|大多|高度|总部|广泛|也|仍|，)*(?:分布|集中|聚集|集聚|来自|位于)[在于自]?#?"
)


def spread_before(window: Window) -> str:
    """The things that the sentence before says to be spread, where this one counts: …分布在两地。甲共9个."""
    found = LAST_SPREAD.search(window.lead)
    noun = phrase_before(found[1]) if found else ""
    return "" if is_generic(noun) else noun


LAST_SPREAD = lazy(
    r"([\u4e00-\u9fffA-Za-z]{2,16}?)(?:主要|多|大多|高度|广泛|也|仍)*(?:分布|集中|聚集|集聚)[在于][^。；]*[。；]\s*$"
)


def spread_shares(window: Window) -> Measured | None:
    """The things whose places a sentence names before it tells their shares (主要分布在…，占比分别为…)."""
    found = THINGS_SPREAD.search(window.sentence.split("#", 1)[0])
    noun = phrase_before(found[1]) if found else ""
    metric = metric_for(noun, noun, "percent") if noun and not is_generic(noun) else None
    return Measured(metric[0], noun, "share of what is spread over places", False) if metric else None
