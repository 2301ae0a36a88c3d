"""Rows of amounts behind as many nouns, without a word like 分别: 收入和净利润是12亿元、3亿元."""

from __future__ import annotations

from collections.abc import Sequence

from flows.extract.lists import row_about
from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import OTHER
from flows.extract.metric.parallel import BOUNDARY, listed_nouns, measured_as, plain_text
from flows.extract.spot import Spot
from flows.patterns import lazy

NOUN_IN_ROW = "as many nouns as values, noun in order"
BEHIND_LIST = lazy(
    r"(?:，?(?:的?(?:占比|比重|比例))?(?:则|也|还|只|仅|就|均|都|各|同比|累计|共|[为是有占达至到约近超逾增升涨降跌减将的]"
    r"|低于|高于|超过|不足|上升|下降|增长|上涨|下跌|变成|实现|完成)*)$"
)
"""What stands between the list of nouns and its first amount."""
COMPARED = lazy(r"^(?:相比|相较|较|比)")
JOINED = lazy(r"[、和与及]")


def noun_in_row(spot: Spot, measured: Measured, here: Sequence[Topic]) -> Measured | None:
    """The noun in the number's own place of a list with as many members as its row has amounts; in a second
    row of as many that names nothing, those of the first one (去年收入和利润是9亿、2亿，今年是8亿、1亿).
    """
    inside, at = spot.inside, spot.index
    if spot.place or len(inside) < 2:
        return None
    first, last = row_about(spot.text, inside, at)
    size, index = last - first + 1, at - first
    if size < 2:
        return None
    floor = inside[first - 1].end if first else spot.sentence.start
    start = max(floor, spot.sentence.clause_start(inside[first].start))
    head = BEHIND_LIST.sub("", plain_text(spot, start, inside[first].start))
    clause = COMPARED.sub("", BOUNDARY.split(head)[-1])
    if not clause:
        return again_in_row(spot, here, index, size)
    if "》" in clause or not JOINED.search(clause) or len(spot.sentence.times) >= size > 2:
        return None
    nouns = listed_nouns(clause, size)
    if not nouns or len(set(nouns)) < size or not clause.endswith(nouns[-1]):
        return None
    named = measured_as(nouns[index], spot, NOUN_IN_ROW)
    told = measured.metric != OTHER and measured_as(nouns[0], spot, NOUN_IN_ROW).metric == OTHER
    if named.metric == OTHER and told:
        return Measured(measured.metric, named.noun, NOUN_IN_ROW, True)
    return named


def again_in_row(spot: Spot, here: Sequence[Topic], index: int, size: int) -> Measured | None:
    """What the amount in the same place of the row before measures, where each of that is of its own."""
    first = spot.index - index
    before = row_about(spot.text, spot.inside, first - 1) if first else (0, 0)
    told = here[index : index + size]
    if before != (first - size, first - 1) or len({topic.noun for topic in told}) < size:
        return None
    topic = told[-1 - index]
    return Measured(topic.metric, topic.noun, NOUN_IN_ROW, False)
