"""Period: from when to when a claim holds, and the names of the rules that other rules ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class Period:
    """ISO dates of a period; both None where the text gives none. `rule` says where it was found."""

    start: date | None
    end: date | None
    rule: str

    @property
    def whole_year(self) -> bool:
        """Does it run from the first to the last day of a year?"""
        return bool(self.whole_years and self.start and self.end and self.start.year == self.end.year)

    @property
    def whole_years(self) -> bool:
        """Does it run from the first day of a year to the last day of the same or another?"""
        start, end = self.start, self.end
        return bool(start and end and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31))

    @property
    def known(self) -> bool:
        return self.end is not None or self.start is not None

    def by(self, rule: str) -> Period:
        """The same period, found in another way."""
        return Period(self.start, self.end, rule)


OF_COMPARISON = "time of comparison"
AT_END = "time at the end"
OF_A_TITLE = "time in the title of a report"
THROUGH_YEAR = "the year to its end"
PART_OF_IT = "part of the period before"
SO_FAR = "time duration so far"
DURATIONS = frozenset({"time duration", SO_FAR})
LED = "line above the list"
SOLE = "the article's period"
OF_LEAD = "time of the lead"
DONE = "time at which it is done"
DEADLINE = "time before which"
ALWAYS = "holds at any time"
PASSING = frozenset({OF_COMPARISON, THROUGH_YEAR, PART_OF_IT, DONE, ALWAYS})
"""Rules of periods that only the number itself has: what follows goes back to the one before."""
NONE = Period(None, None, "none stated")
UNDATED = Period(None, None, "stock, not of the headline's period")
LASTING = Period(None, None, ALWAYS)


def year_of(day: date, rule: str) -> Period:
    return Period(date(day.year, 1, 1), date(day.year, 12, 31), rule)
