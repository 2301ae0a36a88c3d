"""In which year a text that names none is: the first in which it can know what it names (see `known`)."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from flows.patterns import lazy
from flows.text.dateline import MONTHS
from flows.text.day_forms import day_of
from flows.text.known import Bound, bound

_DAY = lazy(r"(?:今年|(?<![年\d-]))(1[0-2]|[1-9]) ?月 ?([12]\d|3[01]|[1-9]) ?日(?!起|前|之前|至|-|—)")
_PARTS = {"上半": 6, "首": 3, "一": 3, "1": 3, "二": 6, "2": 6, "三": 9, "3": 9, "四": 12, "4": 12}
"""The last months of halves and quarters."""
_MONTH = lazy(
    r"(?P<of>(?:20\d{2}年?|去年|上年|前年|明年|同年|当年|(?<!今)年)第?前?)?(?:今年)?[第前]?"
    r"(?:(?<![\d个第每—\-~十])(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?![饼球亮薪均租嫂])份?"
    r"|(?P<part>上半(?=年)|首(?=季)|[一二三四1-4](?=季度)))"
)
_AHEAD = lazy(r"(?:预计|有望|力争|计划|将|拟|争取)[^，。；]{0,12}$")
_HOPED = lazy(r"[底末]?[^，。；]{0,6}(?:将|有望|预计|力争)")
_HALF_A_YEAR = 183
_EARLY = timedelta(60)
"""What an article with a day of its own may be ahead of news in general."""
_LATE = 3
"""Months after a month or a quarter of its year in which an article may tell of it."""


def not_before_known(told: date | None, titles: Sequence[str], body: Sequence[str]) -> date | None:
    """The day that a text tells, unless it names what was not known then: its year is then the first in which
    its own day or the last months that it speaks of are no earlier than that, its month at least that one.
    None where what it names is named for years, so that it tells no year.
    """
    known = bound([*titles, *body])
    if known is None or (told is not None and told >= known.least):
        return told
    floor = _floor(known, told)
    if floor is None:
        return None
    if known.least.year <= _hoped(titles, body) < floor.year:
        floor = known.least  # what is hoped of 2024 was not written in 2025
    month = max(floor, known.month) if known.month else floor
    first = max(known.least, floor - _EARLY)
    return _own_day(first, [*titles, *body[:2]]) or _own_month(floor, [*titles, *body]) or _end(month)


_HOPED_YEAR = lazy(
    r"(?:预[计期测]|有望|力争|估计)[^，。；0-9]{0,8}，?到?(?P<of>20\d{2})年(?!的?[报以])"
    r"|(?P<then>20\d{2})年[^，。；0-9]{0,16}(?:有望|预[计期]|力争|将(?=达|突破|超))"
)


def _hoped(titles: Sequence[str], body: Sequence[str]) -> int:
    """The last year that a forecast or a goal tells of, 0 without any."""
    found = (one for line in (*titles, *body) if "20" in line for one in _HOPED_YEAR.finditer(line))
    return max((int(one["of"] or one["then"]) for one in found), default=0)


def _floor(known: Bound, told: date | None) -> date | None:
    """The first day in the year to which a text belongs: that of the latest thing that is of its year, unless
    what it also names is from later years; of what is named for years, the one after the year that is told.
    """
    if known.year is not None and (known.usual - known.year).days < _HALF_A_YEAR:
        return known.usual
    return known.least if told is not None and known.usual.year - told.year <= 1 else None


def _own_day(floor: date, paragraphs: Iterable[str]) -> date | None:
    """The first day of the month and day that the first sentences name, since it can be that day."""
    for paragraph in paragraphs:
        found = _DAY.search(paragraph.partition("。")[0])
        if found:
            days = (day_of(floor.year + ahead, int(found[1]), int(found[2])) for ahead in range(5))
            return next((day for day in days if day and day >= floor), None)
    return None


def _own_month(floor: date, paragraphs: Iterable[str]) -> date | None:
    """The end of the last month that the text speaks of without a year, in the first year that suits."""
    month = max((month for paragraph in paragraphs for month in _months(paragraph)), default=0)
    if not month:
        return None
    if floor.month - month > _LATE:
        return _end(date(floor.year + 1, month, 1))
    return _end(floor.replace(day=1, month=max(month, floor.month)))


def _months(paragraph: str) -> Iterable[int]:
    for found in _MONTH.finditer(paragraph):
        if found["of"] or _HOPED.match(paragraph, found.end()):
            continue
        start = max(0, found.start() - 16)
        if not _AHEAD.search(paragraph[start : found.start()]):
            month = found["month"]
            yield _PARTS[found["part"]] if month is None else MONTHS.get(month) or int(month)


def _end(month: date) -> date:
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])
