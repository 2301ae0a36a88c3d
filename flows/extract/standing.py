"""What those rank by who stand in a list: what was told last, or the figures that follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.extract.metric.fitting import Topic
from flows.extract.metric.indices import INDICES, index_in
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import FIRMS, OTHER
from flows.extract.metric.ranked_by import by_figures
from flows.extract.metric.standings import standing_of_firm
from flows.extract.outline import Topics
from flows.extract.spot import Spot
from flows.extract.subject.subjects import Subject

UNNAMED = frozenset({"no metric named", "topic of the headline"})
"""Rules by which a rank's own words tell nothing that it is by."""


def as_standing(
    measured: Measured, subject: Subject, spot: Spot, topics: Topics, told: Sequence[Topic]
) -> Measured:
    """The same, where a firm stands in a list: that is no standing of places, and no number of firms.
    What the first rank by, of whom a later passage names more, is what was `told` last.
    """
    if spot.number.rule == "rank_top" and measured.metric == OTHER:
        by = by_figures(spot.text, spot.number.end, spot.window.before)
        if by:
            return by
    if subject.regions or not (subject.firm or subject.model):
        return measured
    if measured.rule in INDICES:
        return replace(measured, metric=OTHER, noun=measured.noun or index_in(spot.to_number))
    if spot.number.unit == "rank":
        unnamed = measured.metric == OTHER and measured.rule in UNNAMED
        if subject.rule == "listed" and (unnamed or measured.metric in FIRMS):
            last = next((topic for topic in told if topic.metric not in FIRMS and len(topic.noun) > 1), None)
            if last:
                return Measured(last.metric, last.noun, "what the first rank by", False)
        return standing_of_firm(measured, topics.whole.title, spot.text[: spot.number.start])
    return measured
