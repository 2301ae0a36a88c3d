"""What a passage leaves to the next one: its topics, and the period that most of its figures are of."""

from __future__ import annotations

from flows.extract.claim import PassageReading
from flows.extract.discourse import DIRECTLY, KEPT, Span
from flows.extract.metric.fitting import Topic
from flows.extract.metric.metrics import OTHER, unit_kind
from flows.extract.period.periods import OF_COMPARISON, Period
from flows.memo import tally
from flows.patterns import lazy


def last_topics(reading: PassageReading) -> list[Topic]:
    """Topics that a passage leaves to the next one: a headline metric of each unit and classifier at most,
    then what no metric names.
    """
    topics: dict[tuple[str, str | None], Topic] = {}
    unnamed: dict[str, Topic] = {}
    for claim in reading.claims:
        if claim.measure == "value" and (claim.metric != OTHER or len(claim.noun) > 1):
            number = claim.number
            topic = Topic(claim.metric, claim.noun, unit_kind(number.unit), number.written_unit)
            if claim.metric == OTHER:
                unnamed.setdefault(claim.unit, topic)
            else:
                topics.setdefault((claim.unit, number.written_unit), topic)
    units = {unit for unit, _ in topics}
    rest = [topic for unit, topic in unnamed.items() if unit not in units]
    return [*topics.values(), *rest]


def last_period(reading: PassageReading) -> Period | None:
    """The quarter, half or other part of a year that most of the passage's actual figures are of."""
    best = [match.span() for match in BEST_YEAR.finditer(reading.text)]
    periods = tally(
        (claim.period_start, claim.period_end)
        for claim in reading.claims
        if claim.modality == "actual" and claim.period_end and not PASSES.search(claim.rule)
        if not any(start < claim.number.start < end for start, end in best)
    )
    if not periods:
        return None
    (period, count), *others = sorted(periods.items(), key=lambda one: -one[1])
    over = [other for other, as_many in others if as_many == count and not later(period, other)]
    over += [first for first in [*periods][:1] if is_within(period, first)]
    return Period(*period, DIRECTLY) if period[0] and not over else None


BEST_YEAR = lazy("其中，?[0-9]{4}年[^。；]*")
"""One year of several, told apart from the whole (近三年融资3287起，其中2021年最多，达1326起)."""


def is_within(period: Span, whole: Span) -> bool:
    """Is the period a part of the other, of which a passage has told before it (前三季度…。三季度…)?"""
    if not (period[0] and period[1] and whole[0] and whole[1]):
        return False
    return period != whole and whole[0] <= period[0] and period[1] <= whole[1]


PASSES = lazy(f"period: (?:{OF_COMPARISON}|time duration)")
"""Rules of periods that a passage does not leave to the next one."""


def later(period: Span, other: Span) -> bool:
    """Does the period end behind the other, with which it is only compared?"""
    return bool(period[1] and other[1] and period[1] > other[1])


def kept_topics(latest: list[Topic], older: list[Topic]) -> list[Topic]:
    """The topics that the passages so far leave: the latest first, the last of each written unit; those that
    no metric names behind the others.
    """
    units = {topic.written for topic in latest if topic.metric != OTHER}
    unnamed = {topic.written for topic in latest if topic.metric == OTHER}
    named = [topic for topic in latest if topic.metric != OTHER]
    named += [topic for topic in older if topic.metric != OTHER and topic.written not in units]
    rest = [topic for topic in latest if topic.metric == OTHER]
    rest += [topic for topic in older if topic.metric == OTHER and topic.written not in unnamed]
    return named[:KEPT] + rest[:KEPT]
