"""Days in forms that are not Chinese: 18/08/2021, 18.08.2021, 08/18/2021, Aug 18, 2021, 20210818."""

from __future__ import annotations

from datetime import date

from flows.patterns import lazy

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DAY_FORM = (
    r"(?<![\d./-])\d{1,2}(?P<{0}>[./-])\d{1,2}(?P={0})20\d{2}(?![\d./-])"
    rf"|\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? 20\d{{2}}\b|(?<!\d)\d{{1,2}} {MONTH},? 20\d{{2}}\b"
    r"|(?<![\d./-])20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d./-])"
).replace("{0}", "mark")
"""What such a day looks like."""
_NUMBERS = lazy(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(20\d{2})(?![\d./-])")
_ENGLISH = lazy(rf"\b({MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? (20\d{{2}})\b")
_BRITISH = lazy(rf"(?<!\d)(\d{{1,2}}) ({MONTH}),? (20\d{{2}})\b")
_FIGURES = lazy(r"(?<![\d./-])(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\d./-])")


def day_in(line: str) -> date | None:
    """The first such day of a line; of 08/07/2021 the first number is the day."""
    if "20" not in line:
        return None
    if found := _NUMBERS.search(line):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        return day_of(year, second, first) or day_of(year, first, second)
    if found := _ENGLISH.search(line):
        return day_of(int(found[3]), _month(found[1]), int(found[2]))
    if found := _BRITISH.search(line):
        return day_of(int(found[3]), _month(found[2]), int(found[1]))
    if found := _FIGURES.search(line):
        return day_of(int(found[1]), int(found[2]), int(found[3]))
    return None


def _month(written: str) -> int:
    return _MONTHS.index(written[:3].lower()) + 1


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
