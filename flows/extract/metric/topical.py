"""What a number measures by its clause, its sentence, its passage and the passages before."""

from __future__ import annotations

from flows.extract.metric.behind import phrase_after
from flows.extract.metric.inherited import ANY_UNITS, STOCKS, Measured, Topic, inherit, nearest_noun
from flows.extract.metric.measures import GROWTH_AFTER
from flows.extract.metric.metrics import COUNTS, FREE, OTHER, compatible, unit_kind
from flows.extract.metric.nouns import phrase_before
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

BARE = lazy(r"[，；、以为达约则有是共]*")


def by_topic(
    number: Number,
    window: Window,
    specific: list[str],
    earlier: list[Topic],
    same_sentence: int,
    older: tuple[Topic, ...],
) -> Measured | None:
    """What the clause, the sentence, the passage or the passages before are about."""
    kind = unit_kind(number.unit)
    inherited = inherit(kind, window, earlier, same_sentence, bool(specific), number.written_unit)
    if inherited:
        keeps = inherited.rule.startswith("topic") and inherited.metric != OTHER
        noun = inherited.noun if keeps or not specific else specific[0]
        return Measured(inherited.metric, noun, inherited.rule, False)
    if specific or not (kind in FREE or kind in COUNTS or BARE.fullmatch(window.before)):
        return None
    if kind == "person" and same_sentence:
        return None
    head = window.sentence.split("#", 1)[0]
    listed = kind == "rank" and "中" in head and IN_RANKING.search(head)
    for topic in older:
        if topic.kind == "rank" and kind != "rank" or listed and topic.kind != "rank":
            continue
        if topic.metric == OTHER and not says_no_more(number, window):
            continue
        written = kind not in COUNTS or topic.written == number.written_unit
        if kind in FREE or topic.kind == kind and written:
            metric = STOCKS.get(topic.metric) if SPREAD.search(window.sentence) else None
            return Measured(metric or topic.metric, topic.noun, "topic of the passage before", False)
    return None


def says_no_more(number: Number, window: Window) -> bool:
    """Does the sentence name nothing that could be measured but the number, so that what no metric names may
    be taken from the passage before (乙录得-7%的负增长; 去程3万标箱)?
    """
    if number.unit == "rank" or not number.written_unit or number.written_unit in ANY_UNITS:
        return False
    kind = unit_kind(number.unit)
    if phrase_before(window.before) or kind in COUNTS and phrase_before(window.clause.split("#", 1)[0]):
        return False
    if kind not in FREE:
        return not phrase_after(window.after)
    if nearest_noun(window):
        return False
    return GROWTH_AFTER.match(window.after) is not None or not phrase_after(window.after)


IN_RANKING = lazy(r"(?:榜单?|排行|排名|指数|评选|评比|评价)[中里上]")
"""A ranking that the sentence itself speaks of: what the passages before measured is not what it ranks by."""
LEVEL_AFTER = lazy(r"[，；]?(?:达到?|为|约|共|计|合计|总量)*")


def level_of_share(window: Window, kind: str, here: list[Topic]) -> Measured | None:
    """The level of what a share was told of (用电量占七成，达到38亿千瓦时)."""
    if kind in FREE or kind in COUNTS or not here or here[0].kind != "percent" or not here[0].noun:
        return None
    if not LEVEL_AFTER.fullmatch(window.before):
        return None
    metric = here[0].metric if compatible(here[0].metric, kind) else OTHER
    return Measured(metric, here[0].noun, "level of the share before", False)


SPREAD = lazy(r"(?:地域|区域|地区|省份|城市|空间|行业)(?:分布)?上?来?看|分布|现有|现存|存量|拥有|共有")
"""Words of a sentence that speaks of all there are, no longer of the new ones alone."""
