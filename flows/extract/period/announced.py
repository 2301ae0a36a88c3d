"""The time of the figures that the sentence before announces (某局公布上半年经济数据。增加值增长7.3%)."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest

from flows.extract.cues import alternation
from flows.extract.modality_words import announces
from flows.extract.period.bases import QUOTES
from flows.extract.period.frames import LED, NO_FRAME, OPENS, YEARLY, behind_name
from flows.extract.period.periods import Period
from flows.extract.period.whole import BASES
from flows.extract.spot import Spot
from flows.extract.times import TimeSpan
from flows.patterns import lazy

KINDS = frozenset({"month", "quarter", "half", "year", "range", "holiday", "since", "plan"})
"""Kinds of times of which figures are."""
ENDS = "。！？\n"
FIGURES = lazy(rf"报(?=[，。；：、（）》告])|的?[^，。；：、《》0-9]{{0,14}}?{alternation('figures_noun')}")
"""What of a time is announced: 10月销量, 上半年经济数据, 2024年行业统计."""
DETAILS = lazy(r"\s*(?:具体(?:来?看|来说|而言|为|是)|其中，)")
"""How a sentence opens that tells more of what the one before it told (今年两家追加投资。具体来看，…)."""
REPORT = lazy(r"(?:[季年中]报|[中全][期年]业绩|中期报告)$")


def announced(spot: Spot, published_on: date | None) -> Period | None:
    """The time of which the sentence before, which tells no number, announces figures, or with which it
    opens; what the sentence behind it tells is of that time.
    """
    end = spot.sentence.start
    if not end or published_on is None:
        return None
    start = max(spot.text.rfind(mark, 0, end - 1) for mark in ENDS) + 1
    times = [time for time in spot.reading.times if start <= time.start < end and dates(time, spot.text)]
    pairs = zip_longest(times, times[1:])
    times = [one for one, after in pairs if not (after and is_of(one, after, spot.text))]
    if len({(time.period_start, time.period_end) for time in times}) > 1:
        times = [time for time in times if tells_figures(time, spot.text)]
    if len({(time.period_start, time.period_end) for time in times}) != 1:
        return None
    time, said = times[0], spot.text[start:end]
    told = DETAILS.match(spot.to_number) is not None
    day = time.period_start if told else time.period_end
    if day is None or not 0 <= (published_on - day).days <= YEARLY:
        return None
    counts = any(start <= one.start < end and one.kind == "claim" for one in spot.reading.numbers)
    bars = any(found.end() + start != time.start for found in NO_FRAME.finditer(said))
    if counts or bars or announces(said):  # 截至6月30日的季度: a day that names the quarter
        return None
    if not (told or tells_figures(time, spot.text) or opens(time, spot, start)):
        return None
    return Period(time.period_start, time.period_end, "figures that the sentence before announces")


def is_of(time: TimeSpan, following: TimeSpan, text: str) -> bool:
    """Is the time only the end of the one that follows (截至7月28日的第二财季)?"""
    return text[time.end : following.start] in ("的", "止的", "止") and following.kind == "quarter"


def dates(time: TimeSpan, text: str) -> bool:
    """Can figures be of the time: no day, nothing that others are compared with?"""
    if not (time.kind in KINDS or time.kind == "relative" and time.period_start != time.period_end):
        return False
    return time.period_end is not None and not BASES.search(text, max(0, time.start - 3), time.start)


def tells_figures(time: TimeSpan, text: str) -> bool:
    """Does the time stand before a word of figures, or is it itself that of a report (三季报)?"""
    return bool(FIGURES.match(text, time.end) or REPORT.search(text, time.start, time.end))


def opens(time: TimeSpan, spot: Spot, start: int) -> bool:
    """Does the sentence that begins at `start` open with the time, or with a name and the time?"""
    at = time.start
    if not spot.text[start:at].strip(QUOTES) or spot.text[at - 1] in OPENS and at - start <= LEAD:
        return True
    return LED.fullmatch(spot.text, start, at) is not None or behind_name(spot, at)


LEAD = 8
"""Code points within which a sentence opens with a time (数据显示，上半年…)."""
