"""Calendar arithmetic on small integers; dates are built once, at the end."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

Period = tuple[date | None, date | None]
NO_PERIOD: Period = (None, None)
MONTH_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def last_day(year: int, month: int) -> int:
    """The number of days of a month."""
    if month == 2 and year % 4 == 0 and (year % 100 or year % 400 == 0):
        return 29
    return MONTH_DAYS[month]


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None when the calendar does not have it."""
    if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= last_day(year, month):
        return date(year, month, day)
    return None


@lru_cache(maxsize=1 << 12)
def years(first: int, last: int) -> Period:
    """1 January of the first year to 31 December of the last."""
    return day_of(first, 1, 1), day_of(last, 12, 31)


@lru_cache(maxsize=1 << 12)
def months(first_year: int, first: int, last_year: int, last: int) -> Period:
    """The first day of one month to the last day of another."""
    if not 1 <= last_year <= 9999:
        return NO_PERIOD
    return day_of(first_year, first, 1), day_of(last_year, last, last_day(last_year, last))


def move_months(day: date, count: int) -> tuple[int, int]:
    """Year and month that lie `count` months from the day's month."""
    index = day.year * 12 + day.month - 1 + count
    return index // 12, index % 12 + 1


def move_day(day: date, count: int) -> date | None:
    """The day `count` days on, None outside the calendar."""
    ordinal = day.toordinal() + count
    return date.fromordinal(ordinal) if 1 <= ordinal <= 3652059 else None


def shift_months(day: date, count: int) -> date | None:
    """The same day `count` months on; the 31st becomes the last day of a shorter month."""
    year, month = move_months(day, count)
    return day_of(year, month, min(day.day, last_day(year, month))) if 1 <= year <= 9999 else None


def shift_years(period: Period, count: int) -> Period:
    """The same period `count` years on; month ends stay month ends."""
    start, end = period
    moved_end = shift_months(end, 12 * count) if end else None
    if end and moved_end and end.day == last_day(end.year, end.month):
        moved_end = day_of(moved_end.year, moved_end.month, last_day(moved_end.year, moved_end.month))
    return (shift_months(start, 12 * count) if start else None), moved_end


def week_of(day: date, offset: int = 0) -> Period:
    """Monday to Sunday of the week `offset` weeks from the day's week."""
    monday = move_day(day, 7 * offset - day.weekday())
    return (monday, move_day(monday, 6)) if monday else NO_PERIOD


def week_number(number: int, year: int, month: int | None) -> Period:
    """The ISO week of a year; in a month the n-th seven days, -1 the last seven."""
    if month is None:
        return week_of(date(year, 1, 4), number - 1) if 1 <= number <= 53 else NO_PERIOD
    last = last_day(year, month)
    if number < 0:
        return day_of(year, month, last - 6), day_of(year, month, last)
    return day_of(year, month, 7 * number - 6), day_of(year, month, min(7 * number, last))


def is_short(part: Period) -> bool:
    """Is it a month or a part of one?"""
    start, end = part
    return start is not None and end is not None and (end - start).days < MONTH


MONTH = 31
