"""Fiscal years: how far the quarters of a firm lie from the calendar's, by the day on which one ends."""

from __future__ import annotations

from datetime import date

from flows.extract.times.calendar import Period, months, move_months
from flows.patterns import lazy

_DAY = r"至? ?(?:(20[0-9]{2}) ?年 ?)?(1[0-2]|0?[1-9]) ?月(?: ?[0-9]{1,2} ?日|[底末])?"
ENDS_BEHIND = lazy(rf"[^，。；（]{{0,10}}（[^（）]{{0,6}}截[至止]{_DAY}")
ENDS_BEFORE = lazy(rf"截[至止]{_DAY}止?的?[^，。；0-9]{{0,4}}$")
FAR = 150
"""Days from which on a fiscal quarter ahead is one of a fiscal year that bears the next year's number."""


def months_off(text: str, start: int, end: int, period: Period, today: date | None) -> int | None:
    """By how many months the fiscal quarter at `start` to `end` lies off the calendar's `period`, where the
    text says when it ends (2023财年第三季度财报（截至2022年10月）; 截至3月底的2025财年第三季: last March).
    """
    told = quarter_end(text, start, end, today)
    if told is None or period[1] is None:
        return None
    year, month = told
    off = (year - period[1].year) * 12 + month - period[1].month
    return off if -12 <= off <= 12 else None


def quarter_end(text: str, start: int, end: int, today: date | None) -> tuple[int, int] | None:
    """The year and month with which the text says that the fiscal quarter at `start` to `end` ends."""
    if "截" not in text[max(0, start - 24) : end + 24]:
        return None
    said = ENDS_BEHIND.match(text, end) or ENDS_BEFORE.search(text, max(0, start - 24), start)
    if said is None:
        return None
    month = int(said[2])
    year = int(said[1]) if said[1] else today.year - (month > today.month) if today else None
    return (year, month) if year else None


def moved(period: Period, off: int) -> Period:
    """Whole months moved by `off` months."""
    start, end = period
    if not (start and end and off):
        return period
    return months(*move_months(start, off), *move_months(end, off))


def off_unsaid(period: Period, today: date | None) -> int:
    """−12 for a quarter that could not have been reported yet, else 0."""
    start = period[0]
    return -12 if start and today and (start - today).days > FAR else 0
