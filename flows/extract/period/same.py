"""同期, 去年同期: the months that the claim before speaks of, in the year that is named."""

from __future__ import annotations

from flows.extract.discourse import Discourse
from flows.extract.outline import Topics
from flows.extract.period.periods import OF_COMPARISON, PART_OF_IT, Period
from flows.extract.spot import Spot
from flows.extract.times import TimeSpan
from flows.extract.times.calendar import shift_years

SAME = "同期"
NEAR = 3
"""Sentences behind a claim within which 同期 is of its period."""


def in_same_months(found: Period, spot: Spot, discourse: Discourse, topics: Topics) -> Period:
    """A period that 同期 gave, as the claim before has it: its own months in the year that is named."""
    if found.rule != OF_COMPARISON:
        return found
    time = same_before(spot)
    if time is None:
        return found
    base = period_in_force(found, spot, discourse, topics)
    if base is None or base.end is None or found.end is None:
        return found
    count = 0 if spot.text.startswith(SAME, time.start) else found.end.year - base.end.year
    return Period(*shift_years((base.start, base.end), count), OF_COMPARISON)


def of_the_same_months(spot: Spot, discourse: Discourse, topics: Topics) -> Period | None:
    """What a bare 同期 means in a passage that names no period before it: the one in force."""
    time = same_before(spot)
    if time is None or not spot.text.startswith(SAME, time.start):
        return None
    if discourse.same_sentence and discourse.period and discourse.period.known:
        return discourse.period
    if time.period_end:
        return None
    near = discourse.period and spot.order - discourse.period_sentence <= NEAR
    base = discourse.period if near else topics.period or discourse.older_period
    return base.by(OF_COMPARISON) if base and base.known else None


def same_before(spot: Spot) -> TimeSpan | None:
    """The last time before the number in its sentence, where it is 同期."""
    before = [time for time in spot.sentence.times if time.start < spot.number.start]
    return before[-1] if before and spot.text.endswith(SAME, 0, before[-1].end) else None


def period_in_force(found: Period, spot: Spot, discourse: Discourse, topics: Topics) -> Period | None:
    """The period of the claim before; of the passage's or the headline's where 同期 found none of its own."""
    near = discourse.period and discourse.period.known and spot.order - discourse.period_sentence <= NEAR
    if discourse.same_sentence and near:
        last = discourse.latest
        return last if last and last.rule == PART_OF_IT else discourse.period
    if found.end and not found.whole_year:
        return None
    return discourse.period if near else topics.period or discourse.older_period
