"""Times that a number takes from one before it: 届时, and the year behind that of an earlier level."""

from __future__ import annotations

from datetime import date

from flows.extract.discourse import Discourse
from flows.extract.modality_words import announces
from flows.extract.outline import Topics
from flows.extract.period.announced import announced
from flows.extract.period.pairs import FROM_WORDS, is_quarter
from flows.extract.period.periods import Period, year_of
from flows.extract.spot import Spot
from flows.extract.times import TimeSpan
from flows.patterns import holds, lazy

BY_THEN = ("届时", "到时候", "到那时")
GOALS = frozenset({"year", "until", "plan", "month", "date"})


def by_then(spot: Spot, discourse: Discourse, published_on: date | None) -> Period | None:
    """The time of which 届时 speaks: the last future one that was named (项目2027年投产。届时，年产值…)."""
    if published_on is None or not holds(spot.to_number, BY_THEN):
        return None
    named = [time for time in spot.reading.times if time.end <= spot.number.start and time.kind in GOALS]
    for time in reversed(named):
        if time.period_end and time.period_end > published_on:
            return Period(time.period_start, time.period_end, "the time named before")
    left = discourse.left
    if left and left.period_end and left.period_end > published_on:
        return Period(left.period_start, left.period_end, "the time named before")
    return None


YEARLY = lazy(r"同比|按年|年增|年减|比上年|较上年|比前一年")


def year_after(spot: Spot, discourse: Discourse, topics: Topics, published_on: date | None) -> Period | None:
    """The year to which a level has come from the one that the sentence names (由2024年的A升至B，同比…):
    the one, or the part of one, that is spoken of, else the next one where the growth is yearly.
    """
    base = base_year(spot)
    if base is None or base.period_end is None or published_on is None:
        return None
    year = base.period_end.year
    latest = published_on.year if not announces(spot.to_number) else date.max.year
    spoken_of = (discourse.period, discourse.opening, discourse.entered, topics.period)
    for known in (announced(spot, published_on), *spoken_of):
        if known and known.end and year < known.end.year <= latest:
            if known.whole_year or is_quarter(known):
                return known.by("the year spoken of")
    grown = YEARLY.search(spot.text, base.end, spot.sentence.end)
    return (
        year_of(date(year + 1, 1, 1), "behind the level before")
        if grown and year < published_on.year
        else None
    )


def base_year(spot: Spot) -> TimeSpan | None:
    """The only time before the number in its sentence, where it is a year from which a level has come."""
    times = [time for time in spot.sentence.times if time.end <= spot.number.start and time.period_end]
    if len(times) != 1 or spot.text[times[0].start - 1 : times[0].start] not in FROM_WORDS:
        return None
    time = times[0]
    whole = Period(time.period_start, time.period_end, "").whole_year
    levels = spot.index > 0 and spot.text.startswith("的", time.end)
    return time if whole and levels else None
