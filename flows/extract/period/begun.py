"""A stretch of which the text says only when it began: 自2018年起, 2013年至今."""

from __future__ import annotations

from datetime import date

from flows.extract.cues import alternation
from flows.extract.discourse import Discourse
from flows.extract.period.dated import Dated
from flows.extract.period.periods import UNDATED, Period
from flows.extract.spot import Spot
from flows.extract.times import TimeSpan
from flows.extract.times.calendar import move_day, shift_months
from flows.extract.times.numerals import read_numeral
from flows.patterns import lazy

SINCE = "time since"
BEGUN = frozenset({SINCE, "time range"})
"""Rules of the periods of which it may be said only when they began."""
FROM = lazy(r"[自从由]$")
GOES_ON = lazy(r"算?起")
RUN = lazy(r"连续[^，。；0-9]{0,2}([0-9一二两三四五六七八九十]{1,3})个月")
"""How many months something has gone on for (从去年8月起，增速连续10个月居首)."""
HELD = lazy(rf"(?:{alternation('holding_verb')})[^，。；0-9]{{0,14}}$")
"""What stands before what is held by now, however long it took."""
NEAR = 1
"""How many sentences behind a year what has grown since is told of as up to it."""


def since_begun(found: Period, spot: Spot, what: Dated, discourse: Discourse) -> Period:
    """The period of a number behind such a stretch: up to the year that the text tells of, for what has
    grown; without an end, where it began in an earlier year; none for what is held by now.
    """
    if what.measure == "growth":
        return until_year_told(found, spot, discourse) if found.rule == SINCE else found
    time = start_of(found, spot)
    if time is None or found.rule != SINCE and not spot.text.endswith("至今", 0, time.end):
        return found
    if found.end is None or time.period_start is None or found.end.year == time.period_start.year:
        return found
    latest = discourse.latest if discourse.same_sentence else None
    held = HELD.search(spot.text, spot.clause_start, spot.number.start) or is_more_of(latest, spot)
    if held and time.start < spot.clause_start:
        return UNDATED
    run = RUN.search(spot.text, time.end, spot.clause_end)
    if run:
        return run_from(found, time.period_start, run[1])
    return open_ended(found, spot.text, time)


def start_of(found: Period, spot: Spot) -> TimeSpan | None:
    """The time of the sentence before the number that the stretch begins with."""
    before = (time for time in reversed(spot.sentence.times) if time.start < spot.number.start)
    return next((time for time in before if time.period_start == found.start), None)


def run_from(found: Period, start: date, run: str) -> Period:
    """The stretch with the end of so many months."""
    count = read_numeral(run)
    end = shift_months(start, count[0]) if count else None
    return Period(found.start, move_day(end, -1) if end else None, found.rule)


def open_ended(found: Period, text: str, time: TimeSpan) -> Period:
    """The stretch without its end, which nobody has told, if it began in an earlier year."""
    led = FROM.search(text, max(0, time.start - 1), time.start) or GOES_ON.match(text, time.end)
    return Period(found.start, None, found.rule) if led or text.endswith("至今", 0, time.end) else found


def is_more_of(latest: Period | None, spot: Spot) -> bool:
    """Does a rank or a share tell more of what is held (手握专利8000件，数量居首)?"""
    return latest is not None and latest.rule == UNDATED.rule and spot.number.unit in {"rank", "percent"}


def until_year_told(since: Period, spot: Spot, discourse: Discourse) -> Period:
    """Up to the year with which the sentence opened (2024年规模达5万亿元，“十四五”以来年均增长25%), or of
    which the one before it told (2022年装机29万台。从2017年算起，年均增长13%).
    """
    if "；" in spot.to_number:
        return since
    told = discourse.opening if discourse.same_sentence else None
    if told is None and not discourse.same_sentence and spot.order - discourse.period_sentence <= NEAR:
        told = discourse.period
    if told is None or not told.whole_year or told.end is None or since.start and told.end < since.start:
        return since
    return Period(since.start, told.end, since.rule)
