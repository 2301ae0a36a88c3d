"""The period of an article as a whole: its headline's, its report's, or the only one that it names."""

from __future__ import annotations

from datetime import date

from flows.extract.depth import Part
from flows.extract.modality_reach import clause_start
from flows.extract.modality_words import announces
from flows.extract.period.bases import COMPARISON
from flows.extract.period.periods import OF_LEAD, SOLE, Period
from flows.extract.period.reported import BULLETIN, REPORT, bare_year, fiscal
from flows.extract.period.usable import FOUNDED
from flows.extract.times import TimeSpan
from flows.patterns import lazy

STATISTICAL = frozenset({"year", "half", "quarter", "range", "month"})
"""Kinds of times of which statistics are."""


LONG_PAST = 3
"""Years before an article of which a lead tells history, and no figures."""


def period_of_all(titles: list[Part], parts: list[Part], published_on: date | None) -> Period | None:
    """The period of the headline, or of the lead that stands in for one, unless that tells of long ago; else
    that of the report that the article quotes; else the only one that it names.
    """
    headed = headline_period(titles)
    if headed is None and not titles:
        lead = headline_period(lead_of(parts))
        past = lead and lead.end and published_on and lead.end.year < published_on.year - LONG_PAST
        headed = lead.by(OF_LEAD) if lead and not past else None
    return headed or reported_period(parts) or sole_period(parts)


SHORT = 80
"""Code points of a lead that stands in for a headline."""


def lead_of(parts: list[Part]) -> list[Part]:
    """The first passage of an article without a headline, where it is as short as one and tells of more than
    what there was at the end of a year, quarter or month, or is planned for one (力争到2030年).
    """
    said = [part for part in parts if part[0].role in {"body", "caption", "heading"}]
    if len(said) <= 2:
        return []
    if len(said[0][1]) > SHORT:
        return first_sentence(said[0])
    _, text, _, times = said[0]
    aside = any(
        text[time.end - 1] in "底末"
        or time.kind in STATISTICAL
        and (PUBLISHED.match(text, time.end) or announces(text[clause_start(text, time.start) : time.start]))
        for time in times
    )
    return [] if aside else said[:1]


def first_sentence(part: Part) -> list[Part]:
    """The first sentence of a passage, where it opens with the time of which the article tells, and tells
    nothing in figures (2025年三季度的应用市场，冷热不均。).
    """
    passage, text, mentions, times = part
    end = text.find("。") + 1
    opens = bool(times) and not times[0].start and times[0].kind in {"quarter", "half"}
    if not (opens and 0 < end <= SHORT) or any(map(str.isdigit, text[times[0].end : end])):
        return []
    return [(passage, text[:end], mentions, times[:1])]


PUBLISHED = lazy(r"[^，。；：0-9]{0,6}(?:发布|公布|披露|出炉|印发|召开|举行|开幕)")
"""What follows the time at which somebody told what is told."""


def headline_period(parts: list[Part]) -> Period | None:
    """A year, half, quarter or month that the title names."""
    for _, text, _, times in parts:
        bulletin = BULLETIN.search(text)
        if bulletin:
            return year_of(int(bulletin[1]), "bulletin of the year")
        for time in times:
            stated = time.kind in STATISTICAL or time.rule.endswith("holiday") or is_over(time, text)
            if stated and time.period_end and not text.startswith(OF_ONE, time.end):
                return Period(time.period_start, time.period_end, "headline")
        year = bare_year(text)
        if year:
            return year_of(year, "headline")
    return None


OF_ONE = ("的一", "的首", "的第一", "的那")
"""What follows the year of one thing that is told of (1991年的一篇论文)."""
OVER = ("去年", "前年", "上年", "上月", "上个月", "上季", "上周")
"""How headlines name the year, quarter, month or week that is over."""


def is_over(time: TimeSpan, text: str) -> bool:
    """Is it the year, month or week just over, of which the headline tells (去年外贸增长12%)?"""
    if time.kind != "relative" or not text.startswith(OVER, time.start):
        return False
    return not (BASES.search(text, max(0, time.start - 3), time.start) or text.startswith("同期", time.end))


def reported_period(parts: list[Part]) -> Period | None:
    """The year of a bulletin, or the quarter of a report, that the first paragraphs quote from."""
    body = [part for part in parts if part[0].role in {"body", "caption"}][:2]
    found = next((match for part in body if (match := fiscal(part[1]))), None)
    if found:
        return year_of(int(found[1] or found[2] or found[3]), "bulletin of the year")
    for _, text, _, times in body:
        for time in times:
            if time.kind in STATISTICAL and time.period_end and REPORT.match(text, time.end):
                return Period(time.period_start, time.period_end, "report of the first paragraphs")
    return None


SEVERAL = 3
"""Paragraphs from which on the time that opens an article dates more than its own."""
OPENING = 2
"""Paragraphs among which the first that tells a time opens the article."""
BASES = lazy(r"(?:[较比从由自于超]|相比|[与同跟和]|接近|恢复到|追平)$")


def sole_period(parts: list[Part]) -> Period | None:
    """The year, half, quarter or months that the article opens with, where it tells of no other time but for
    comparison.
    """
    body = [part for part in parts if part[0].role in TOLD]
    if len(body) < SEVERAL:
        return None
    told = [(part, time) for part in body for time in part[3] if dates(part, time)]
    if not told or all(part[0] is not told[0][0][0] for part in body[:OPENING]):
        return None
    part, first = told[0]
    if part[0] is not body[0][0] and any(map(str.isdigit, body[0][1])):
        return None  # what is told before the time is not of it
    if first.kind not in STATISTICAL or FOUNDED.match(part[1], first.end):
        return None
    period = Period(first.period_start, first.period_end, SOLE)
    others = [time for one in parts for time in one[3] if time.period_end and time.kind != "clock"]
    if period.whole_years:
        told = [(part, time) for time in others]  # a year is too common to be the only one beside days
        if part[0] is not body[0][0] or first.start > 1:
            return None
    sole = all((time.period_start, time.period_end) == (period.start, period.end) for _, time in told)
    return period if sole else None


TOLD = frozenset({"body", "caption", "heading", "table"})
DAYS = frozenset({"date", "clock", "day", "week", "weekday"})


def dates(part: Part, time: TimeSpan) -> bool:
    """Does the time date figures: no day of an event, nothing that others are compared with?"""
    if not time.period_end or time.kind in DAYS or time.period_start == time.period_end:
        return False
    before = part[1][max(0, time.start - 3) : time.start]
    return not (COMPARISON.match(part[1], time.start) or BASES.search(before))


def year_of(year: int, rule: str) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), rule)
