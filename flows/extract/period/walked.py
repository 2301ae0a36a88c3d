"""Levels gone through, one for each of the times before them: 2017年至2019年，由A增至B，再增至C."""

from __future__ import annotations

from datetime import date

from flows.extract.discourse import Discourse, Span
from flows.extract.metric.metrics import metric_natures, unit_kind
from flows.extract.numbers.number import Number
from flows.extract.period.dated import Dated
from flows.extract.period.durations import years_over
from flows.extract.period.pairs import FROM_LEVEL
from flows.extract.period.periods import OF_COMPARISON, UNDATED, Period
from flows.extract.period.series import times_listed, years_of_range
from flows.extract.spot import Spot
from flows.patterns import holds, lazy

STEP = lazy(r"(?:[，、](?:再|后?又|之?后|随后|继而|最终|进而|进一步)?)?[^，。；、0-9]{0,10}[至到为]-?|、-?")
"""What leads from one level to the next: 增至, 、, ，再到, ，后又扩大到."""
FEW = 5
"""Code points before a number in which 由 or 从 makes it the first level."""


def walked_period(spot: Spot, what: Dated, discourse: Discourse) -> Period | None:
    """The time of the number's own level, where there are as many levels as times."""
    if spot.number.unit == "rank" or not holds(spot.to_number, ("由", "从")):
        return None
    levels = levels_of(spot)
    if len(levels) < 2:
        return None
    over = years_before(spot, levels[0]) if len(levels) == 2 else []
    if over:
        return level_over(over, spot.number is levels[0], unit_kind(spot.number.unit), what)
    listed = spans_of(spot, levels[0], len(levels))
    if len(listed) != len(levels):
        return None
    discourse.listed = listed
    return Period(*listed[levels.index(spot.number)], "level after level, time in order")


def years_before(spot: Spot, first: Number) -> list[Span]:
    """The whole years of the stretch up to the article's day that is named before the first level."""
    times = [time for time in spot.sentence.times if time.end <= first.start]
    if not times or times[-1].kind != "duration" or times[-1].rule == "duration.so far":
        return []
    over = years_over(times[-1], spot.text)
    if over is None:
        return years_of_range(times[-1])
    return [(date(year, 1, 1), date(year, 12, 31)) for year in range(over[0].year, over[1].year + 1)]


def level_over(years: list[Span], first: bool, kind: str, what: Dated) -> Period:
    """The first year of the level that something has come from; the last of one that it has come to, where
    that is done in a year, else none (过去5年间，企业从1400家增至5000家).
    """
    if first:
        return Period(*years[0], OF_COMPARISON)
    nature = metric_natures().get(what.metric)
    flow = nature == "flow" or nature != "stock" and kind == "money"
    return Period(*years[-1], "last year of the stretch") if flow else UNDATED


def levels_of(spot: Spot) -> list[Number]:
    """The levels among which the number is, in order; none where it is among none."""
    text, found = spot.text, list[Number]()
    for one in spot.inside:
        if found and one.unit == found[-1].unit and STEP.fullmatch(text, found[-1].end, one.start):
            found.append(one)
        elif spot.number in found:
            return found
        else:
            first = FROM_LEVEL.search(text, max(spot.sentence.start, one.start - FEW), one.start)
            found = [one] if first else []
    return found if spot.number in found else []


def spans_of(spot: Spot, first: Number, size: int) -> list[Span]:
    """The times before the first level, if there are as many; two years of which the later stands behind 到,
    or with which a range of years begins and ends.
    """
    listed = times_listed(spot, size)
    if listed or size > 2:
        return listed
    over = [time for time in spot.sentence.times if time.end <= first.start]
    if len(over) > 1 and spot.text.startswith("同期", over[-1].start):
        years = years_of_range(over[-2])
        return [years[0], years[-1]] if len(years) > 1 else []  # 2020—2023年，…；同期净利率从A升至B
    if [time.kind for time in over] == ["year", "year"] and spot.text[over[1].start - 1] in "到至":
        return [(time.period_start, time.period_end) for time in over]
    return []
