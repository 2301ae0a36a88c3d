"""Holidays: their days off by the table, and the days counted in them (假期首日, 春运前20天)."""

from __future__ import annotations

from datetime import date
from functools import cache

from flows.extract.reference import read_reference
from flows.extract.times.atoms import DAY, Atom
from flows.extract.times.calendar import NO_PERIOD, Period, move_day
from flows.extract.times.numerals import read_numeral
from flows.patterns import lazy

DAY_OF_HOLIDAY = lazy(
    r"的?(?:(?P<first>首日|首天)|(?P<last>最后[一1][天日]|末日)"
    r"|(?P<head>[前首]|第)(?P<count>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})[天日])"
)


def day_of_holiday(text: str, start: int) -> Atom | None:
    """首日, 第三天, 前4日, 最后一天 behind a holiday: its days from low to high, -1 the last one."""
    found = DAY_OF_HOLIDAY.match(text, start)
    if found is None:
        return None
    if found["first"] or found["last"]:
        low = high = 1 if found["first"] else -1
    else:
        count = read_numeral(found["count"])
        if count is None:
            return None
        low, high = (count[0] if found["head"] == "第" else 1), count[1]
    return Atom(start, found.end(), DAY, "holiday day", low, high)


def has_days(text: str, end: int, place: int) -> bool:
    """Do days of it stand behind a bare name (春节首日, 春运前三天), or all of them (国庆7天)? 国庆前三天 are
    the days before it.
    """
    if place <= DAYS_OFF and ALL_ITS_DAYS.match(text, end):
        return True
    day = DAY_OF_HOLIDAY.match(text, end)
    return day is not None and (day["head"] != "前" or place > DAYS_OFF)


ALL_ITS_DAYS = lazy(r"的?[2-9二两三四五六七八九]天(?![前后之以])")
"""Behind the bare name of a holiday: how long it is."""


def days_of(holiday: Period, day: Atom) -> Period:
    """The days of a holiday that are counted in it."""
    first, last = holiday
    if not (first and last):
        return NO_PERIOD
    low, high = (move_day(first, at - 1) if at > 0 else last for at in (day.low, day.high))
    return low, high


def holiday_of(place: int, year: int | None, today: date | None) -> Period:
    """The holiday of the year, else the last one that has begun; `place` is that of its name in the table."""
    found = holidays()
    if year is None and today:
        days = found.get((place, today.year))
        year = today.year - bool(days and days[0] > today)
    return found.get((place, year or 0), NO_PERIOD)


@cache
def holidays() -> dict[tuple[int, int], tuple[date, date]]:
    """Holidays by the place of their name in the table and their year: first and last day."""
    rows = read_reference("holidays")
    places = {name: place for place, name in enumerate(dict.fromkeys(row["holiday"] for row in rows), 1)}
    return {
        (places[row["holiday"]], int(row["year"])): (
            date.fromisoformat(row["first_day"]),
            date.fromisoformat(row["last_day"]),
        )
        for row in rows
    }


NEW_YEAR = 11
"""The place of 正月初一 in the table."""
SOON = 3


def lunar_day(offset: int, year: int | None, today: date | None) -> date | None:
    """大年初四, 除夕: so many days behind the first of the lunar year; the last one that has come, or comes
    within days.
    """
    for candidate in [year] if year else [today.year, today.year - 1] if today else []:
        first = holidays().get((NEW_YEAR, candidate), NO_PERIOD)[0]
        day = move_day(first, offset) if first else None
        if day and (year or (today and (day - today).days <= SOON)):
            return day
    return None


LUNAR_END = lazy(r"[至到—－-](?:大年|正月)?初([一二三四五六七八九十])")


def last_lunar_day(text: str, start: int) -> Atom | None:
    """至初六 behind 大年初一, as days behind the first."""
    found = LUNAR_END.match(text, start)
    day = read_numeral(found[1]) if found else None
    return Atom(start, found.end(), DAY, "lunar end", day[0] - 1, day[0] - 1) if found and day else None


DAYS_OFF = 7
"""How many of the holidays of the table are days off for all: 春运 and 暑期 behind them are not."""
SINCE_HOLIDAY = 12
"""Days behind a holiday within which an article that says 假期 means that one."""


def latest_holiday(today: date | None) -> Period:
    """The holiday that a text of this day calls 假期: one that goes on or has just ended."""
    if today is None:
        return NO_PERIOD
    near = [
        (first, last)
        for (place, _), (first, last) in holidays().items()
        if place <= DAYS_OFF and first <= today and (today - last).days <= SINCE_HOLIDAY
    ]
    return max(near) if near else NO_PERIOD
