"""Lists with semicolons between their members: each opens with a number that says what the last one did."""

from __future__ import annotations

from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import COUNTS, FREE, unit_kind
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

APART = "；"


def with_counterpart(
    topics: list[Topic], same_sentence: int, text: str, since: int, number: Number
) -> list[Topic]:
    """The topics, latest first, with that one put first which opened the member before, where the number's
    clause opens its own: in 甲投入9亿元，占营收的3%；乙8亿元 the second amount takes up the first. `since` is
    where the sentence begins.
    """
    kind, start = unit_kind(number.unit), number.start
    own = text.rfind(APART, since, start) + 1
    if not own or not same_sentence or topics[0].at >= own or "，" in text[own:start]:
        return topics
    last = text.rfind(APART, since, own - 1) + 1 or since
    told = [topic for topic in topics[:same_sentence] if last <= topic.at and topic.kind == kind]
    if kind in COUNTS:
        told = [topic for topic in told if topic.written == number.written_unit]
    if not told or told[-1] is topics[0]:
        return topics
    return [told[-1], *(topic for topic in topics if topic is not told[-1])]


FORMER = lazy(r"前者[^，。；]{0,8}后者的?(?:约|近|逾|超过?)?$")


def compared_with(window: Window, here: list[Topic]) -> Measured | None:
    """How many times the former of two amounts is of the latter: 前者是后者的12倍."""
    if "前者" not in window.before or not FORMER.search(window.before):
        return None
    told = next((topic for topic in here if topic.kind not in FREE), None)
    return Measured(told.metric, told.noun, "compared with the claim before", False) if told else None
