"""Resolving: what period a chain of atoms means, given the reference date and what the passage said before."""

from __future__ import annotations

import re
from datetime import date

from flows.extract.times.atoms import CLOCK, DAY, DAYPART, ERA, PART, RECURRING, WEEK, WEEKDAY, YEAR, Atom
from flows.extract.times.calendar import (
    NO_PERIOD, Period, day_of, last_day, months, move_day, move_months, shift_years, week_of, years,
)  # fmt: skip
from flows.extract.times.chains import Chunk

SENTENCE_END = re.compile(r"[。！？\n]")
FUTURE = re.compile(r"[^，。；！？\n]{0,8}(?:将|拟|计划|预计|有望|即将|定于)")
MONTHS_AHEAD = 45
DAYS_AHEAD = 3


class Context:
    """The passage so far: the year, month and day last named, against which bare ones are read."""

    def __init__(self, text: str, today: date | None) -> None:
        self.text = text
        self.today = today
        self.year: int | None = None
        self.month_year: int | None = None
        self.month: tuple[int, int] | None = None
        self.day: date | None = None
        self.part: Period = NO_PERIOD

    def resolve(self, chunk: Chunk) -> Period:
        """The period of a chain or a range, remembered for those after it."""
        if not chunk.until:
            return self._read(chunk.atoms, chunk)
        first = self._read(chunk.atoms, chunk)
        borrowed = self._borrow(chunk)
        if borrowed:
            first = self._read(borrowed + chunk.atoms, chunk)
        last = self._read(chunk.until, chunk, first)
        if first[0] and last[1] and last[1] < first[0]:
            last = self._after(first[0], last)
        return (first[0], last[1]) if first[0] and last[1] and first[0] <= last[1] else NO_PERIOD

    def _borrow(self, chunk: Chunk) -> list[Atom]:
        """In 8月至2024年2月 or 1990至1999年 the first end has no year of its own: take the second's."""
        return []

    @staticmethod
    def _after(start: date, period: Period) -> Period:
        """Push the second end behind the first: 12月至3月, 28日至2日."""
        first, last = period
        if first and last and (last - first).days > 6:
            return shift_years(period, 1)
        moved = move_months(start, 1)
        return (None, day_of(*moved, last.day)) if last else NO_PERIOD

    def latest(self, start: date | None) -> date | None:
        """Where a period without a stated end ends: at the reference date, unless it begins later."""
        return self.today if start and self.today and start <= self.today else None

    @staticmethod
    def day_after(day: date) -> date | None:
        return move_day(day, 1)

    @staticmethod
    def day_before(day: date) -> date | None:
        return move_day(day, -1)

    def _read(self, atoms: list[Atom], chunk: Chunk, first: Period = NO_PERIOD) -> Period:
        head = atoms[0]
        if head.grain == ERA:
            return self._era(atoms)
        if head.grain == RECURRING:
            return NO_PERIOD
        if head.kind.endswith("stamp"):
            return self._stamp(head)
        if head.grain == WEEK or head.grain == WEEKDAY:
            return self._week(head)
        if head.grain in (CLOCK, DAYPART):
            return NO_PERIOD
        if head.grain == YEAR:
            return self._from_year(atoms, chunk)
        if head.grain == PART:
            return self._from_part(atoms, chunk, None)
        return self._from_day(atoms, chunk, None)

    def _stamp(self, atom: Atom) -> Period:
        if atom.kind == "month stamp":
            year, month = divmod(atom.low, 100)
            self._remember(year, month, None)
            return months(year, month, year, month)
        number = atom.low
        day = day_of(number // 10000, number // 100 % 100, number % 100)
        if day:
            self._remember(day.year, day.month, day)
        return day, day

    def _era(self, atoms: list[Atom]) -> Period:
        """21世纪, 上世纪80年代, 90年代, 十四五."""
        head = atoms[0]
        if head.kind == "plan":
            return years(head.low, head.high)
        if head.kind == "decade":
            low, high = head.low, head.high
            low += 0 if low > 99 else 1900
            return years(low, (high if high > 99 else low // 100 * 100 + high % 100) + 9)
        if head.anchor:
            if not self.today:
                return NO_PERIOD
            low = high = (self.today.year - 1) // 100 + 1 + head.low
        else:
            low, high = head.low, head.high
        if len(atoms) > 1:
            return years((low - 1) * 100 + atoms[1].low, (low - 1) * 100 + atoms[1].high + 9)
        return years((low - 1) * 100 + 1, high * 100)

    def _week(self, atom: Atom) -> Period:
        base = self.day if atom.anchor == "passage" else self.today
        if base is None:
            return NO_PERIOD
        monday, sunday = week_of(base, atom.low)
        if not atom.high or monday is None:
            return monday, sunday
        if atom.kind == "weekend":
            return move_day(monday, 5), sunday
        day = move_day(monday, atom.high - 1)
        if atom.grain == WEEKDAY and day and day > base and not FUTURE.match(self.text, atom.end):
            day = move_day(day, -7)
        return day, day

    def _from_year(self, atoms: list[Atom], chunk: Chunk) -> Period:
        head = atoms[0]
        base = self._base_year(head)
        if base is None:
            return NO_PERIOD
        low, high = base + head.low * bool(head.anchor), base + (head.high if head.anchor else head.high - head.low)
        self.year = low
        if len(atoms) > 1:
            return self._from_part(atoms[1:], chunk, low)
        if self._opens_sentence(chunk.start):
            self.month_year = low
        self.month, self.day = None, None
        return years(low, high) if head.kind != "school year" else (day_of(low, 9, 1), day_of(high, 8, 31))

    def _base_year(self, atom: Atom) -> int | None:
        """The year that an atom counts from; for a calendar year the year itself."""
        if not atom.anchor:
            return atom.low
        if atom.anchor != "today" and self.year:
            return self.year
        return self.today.year if self.today and atom.anchor != "passage" else None

    def _opens_sentence(self, start: int) -> bool:
        return start == 0 or self.text[start - 1] in "。！？\n；"

    def _from_part(self, atoms: list[Atom], chunk: Chunk, year: int | None) -> Period:
        """From a half, a quarter, a month or months on; the year given or to be found."""
        part = atoms[0]
        if part.kind == "fiscal":
            return self._fiscal(part, year)
        if part.anchor in ("today", "passage"):
            return self._moved_part(part, atoms, chunk)
        given = year
        if year is None:
            year = self._year_of_month(part, chunk)
        if year is None:
            return NO_PERIOD
        if given or part.low == part.high:
            self.month_year = year
        if len(atoms) > 1 and atoms[1].grain == DAY:
            return self._from_day(atoms[1:], chunk, (year, part.low))
        last = year + (part.high - 1) // 12
        if part.high < part.low:
            last = year + 1
        period = months(year, part.low, last, (part.high - 1) % 12 + 1)
        self.part = period
        self._remember(year, part.high if part.high <= 12 else 12, None)
        return period

    def _fiscal(self, part: Atom, year: int | None) -> Period:
        year = year or part.low or self.month_year or (self.today.year if self.today else None)
        if year is None:
            return NO_PERIOD
        self.year = year
        first, last = divmod(part.high, 10)
        if first == 5:
            return months(year, 6 * last - 5, year, 6 * last)
        return months(year, 3 * first - 2, year, 3 * last) if first else years(year, year)

    def _moved_part(self, part: Atom, atoms: list[Atom], chunk: Chunk) -> Period:
        """上月, 当月, 次月, 本季度: months counted from today's or the passage's."""
        base = self.today if part.anchor == "today" else None
        if part.anchor == "passage" and self.month:
            base = day_of(self.month[0], self.month[1], 1)
        if base is None:
            return NO_PERIOD
        if part.kind == "quarter":
            year, month = move_months(base, 3 * part.low)
            first = (month - 1) // 3 * 3 + 1
            return months(year, first, year, first + 2)
        year, month = move_months(base, part.low)
        if len(atoms) > 1 and atoms[1].grain == DAY:
            return self._from_day(atoms[1:], chunk, (year, month))
        self._remember(year, month, None)
        return months(year, month, year, month)

    def _year_of_month(self, part: Atom, chunk: Chunk) -> int | None:
        """The year of a bare month: the passage's when it is the context, else today's or the one before."""
        ahead = FUTURE.match(self.text, chunk.end)
        if self.month_year is not None:
            if not self.today or ahead or not self._too_late(self.month_year, part.low):
                return self.month_year
        if self.today is None:
            return None
        return self.today.year if ahead or not self._too_late(self.today.year, part.low) else self.today.year - 1

    def _too_late(self, year: int, month: int) -> bool:
        start = day_of(year, month, 1)
        return bool(self.today and start and (start - self.today).days > MONTHS_AHEAD)

    def _from_day(self, atoms: list[Atom], chunk: Chunk, month: tuple[int, int] | None) -> Period:
        part = atoms[0]
        if part.anchor in ("today", "passage"):
            base = self.today if part.anchor == "today" else self.day
            day = move_day(base, part.low) if base else None
            if day:
                self._remember(day.year, day.month, day)
            return day, day
        month = month or self._month_of_day(part, chunk)
        if month is None:
            return NO_PERIOD
        first = day_of(*month, part.low)
        final = last_day(*month) if 1 <= month[0] <= 9999 else 0
        if part.high and part.high < part.low:
            following = move_months(date(*month, 1), 1)
            last = day_of(*following, part.high)
        else:
            last = day_of(*month, part.high or final)
        self._remember(*month, last)
        return (first, last) if first and last else NO_PERIOD

    def _month_of_day(self, part: Atom, chunk: Chunk) -> tuple[int, int] | None:
        """The month of a bare day: the passage's, else today's or the one before when the day lies ahead."""
        if self.month and part.low <= last_day(*self.month):
            return self.month
        if self.today is None:
            return None
        ahead = part.low > self.today.day + DAYS_AHEAD and not FUTURE.match(self.text, chunk.end)
        return move_months(self.today, -1 if ahead and part.kind != "tenday" else 0)

    def _remember(self, year: int, month: int, day: date | None) -> None:
        self.year, self.month, self.day = year, (year, month), day
        self.month_year = year
