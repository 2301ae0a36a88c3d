"""When a claim holds: by its sentence, else by the claim before it, else by the headline."""

from __future__ import annotations

from datetime import date

from flows.extract.discourse import Discourse
from flows.extract.outline import Topics
from flows.extract.period.dated import Dated
from flows.extract.period.inherited import inherited_period
from flows.extract.period.own import period_of
from flows.extract.period.pairs import from_or_to
from flows.extract.period.periods import LASTING, NONE, Period
from flows.extract.period.same import in_same_months, of_the_same_months
from flows.extract.period.series import aligned_period
from flows.extract.period.stated import is_still_planned, now_of_report, settled
from flows.extract.period.timeless import is_given
from flows.extract.period.walked import walked_period
from flows.extract.spot import Spot


def when(spot: Spot, what: Dated, discourse: Discourse, topics: Topics, published_on: date | None) -> Period:
    """The period of the claim; of a level that something has come from, the year before."""
    period = stated_or_inherited(spot, what, discourse, topics, published_on)
    if period.known and is_given(spot, what, period):
        return LASTING
    return from_or_to(spot, period)


def stated_or_inherited(
    spot: Spot, what: Dated, discourse: Discourse, topics: Topics, published_on: date | None
) -> Period:
    """The period of the sentence; else that of the claim before, if its sentence stands directly before; else
    the headline's, or that of the passage before, as far as the claim can have it.
    """
    found = aligned_period(spot, discourse, topics.whole)
    if not found and spot.place and spot.place[0] and discourse.latest:
        return discourse.latest
    found = found or walked_period(spot, what, discourse) or of_the_same_months(spot, discourse, topics)
    found = found or period_of(spot, published_on)
    if found:
        if is_still_planned(found, spot, discourse, published_on):
            return NONE
        if found.rule == NONE.rule:
            return now_of_report(spot, what, discourse) or found
        return in_same_months(settled(found, spot, what, discourse, topics), spot, discourse, topics)
    return inherited_period(spot, what, discourse, topics, published_on)
