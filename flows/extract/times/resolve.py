"""Resolving: the period of a chain of atoms, by the reference date and what the passage said before."""

from __future__ import annotations

from datetime import date

from flows.extract.times.atoms import CLOCK, DAY, PART, RECURRING, WEEK, WEEKDAY, Atom
from flows.extract.times.bearings import AHEAD, FORESEEN
from flows.extract.times.calendar import (
    NO_PERIOD,
    Period,
    day_of,
    last_day,
    months,
    move_day,
    move_months,
    shift_months,
    shift_years,
    week_number,
    week_of,
    years,
)  # fmt: skip
from flows.extract.times.chains import Chunk
from flows.extract.times.eras import era_period
from flows.extract.times.fiscal import moved
from flows.extract.times.holidays import lunar_day
from flows.extract.times.memory import Named
from flows.extract.times.parts import Parts
from flows.extract.times.words import word_before
from flows.patterns import lazy

RECENTLY = lazy("近日|日前|近期")
BASES = ("较", "比", "于", "超", "过", "同", "与", "似")  # before the year that another is compared with
NEXT = ("次年", "翌年")


class Context(Parts):
    """The passage so far, and the periods of its times by it."""

    def __init__(
        self,
        text: str,
        today: date | None,
        year: int | None = None,
        reviewed: tuple[int, int] | None = None,
        before: Named | None = None,
    ) -> None:
        super().__init__(text, today, year, before)
        self._reviewed = reviewed
        self._recurs = -1  # where a recurring time ended

    def resolve(self, chunk: Chunk) -> Period:
        """The period of a chain or a range, remembered for those after it."""
        recurs = chunk.atoms[0].grain == RECURRING or (
            chunk.start == self._recurs + 1 and self.text[self._recurs] in "、和及"
        )
        self._recurs = chunk.end if recurs else -1
        lunar = chunk.atoms[-1].kind == "day of the moon"
        if recurs or lunar or word_before(self.text, chunk.start, "cue", "lunar"):
            return NO_PERIOD
        if not chunk.until:
            return self._read(chunk.atoms, chunk)
        if chunk.until[0].grain < chunk.atoms[0].grain and chunk.atoms[0].grain in (PART, DAY, CLOCK):
            return self._backward(chunk)
        first = self._read(chunk.atoms, chunk)
        self.joined = True
        last = self._read(chunk.until, chunk)
        self.joined = False
        if first[0] and last[1] and last[1] < first[0]:
            last = self._carried(last, chunk.until[0], 1)
        return _span(first, last)

    def _backward(self, chunk: Chunk) -> Period:
        """8月至2024年2月, 28日至9月2日: the first end takes what it lacks from the second."""
        last = self._read(chunk.until, chunk)
        self.joined = True
        first = self._read(chunk.atoms, chunk)
        self.joined = False
        if first[0] and last[1] and first[0] > last[1]:
            first = self._carried(first, chunk.atoms[0], -1)
        return _span(first, last)

    @staticmethod
    def _carried(period: Period, head: Atom, sign: int) -> Period:
        """An end of a range that lies on the wrong side, moved by a year or, for a bare day, by a month."""
        if head.grain == PART:
            return shift_years(period, sign)
        if head.grain == DAY and not head.anchor:
            start, end = period
            return (shift_months(start, sign) if start else None), (shift_months(end, sign) if end else None)
        return period

    def latest(self, start: date | None) -> date | None:
        """Where a period without a stated end ends: at the reference date, unless it begins later."""
        return self.today if start and self.today and start <= self.today else None

    def _read(self, atoms: list[Atom], chunk: Chunk) -> Period:
        head = atoms[0]
        match head.grain:
            case 1:  # ERA
                return era_period(atoms, self.today)
            case 2:  # YEAR
                return self._from_year(atoms, chunk)
            case 3:  # PART
                return self._from_part(atoms, chunk, None)
            case 4 | 6:  # WEEK, WEEKDAY
                return self._week(head)
            case 5:  # DAY
                return (
                    self._stamp(head) if head.kind.endswith("stamp") else self._from_day(atoms, chunk, None)
                )
        return (self.day, self.day) if self.day and self.near_lent(chunk.start) else NO_PERIOD

    def _stamp(self, atom: Atom) -> Period:
        if atom.kind == "month stamp":
            year, month = divmod(atom.low, 100)
            self.remember(year, month, None, atom)
            return months(year, month, year, month)
        day = day_of(atom.low // 10000, atom.low // 100 % 100, atom.low % 100)
        if day:
            self.remember(day.year, day.month, day, atom)
        return day, day

    def _week(self, atom: Atom) -> Period:
        base = self.day if atom.anchor == "passage" else self.today
        if atom.grain == WEEKDAY and self.day and self.text[atom.start - 1 : atom.start] in ("（", "("):
            return self.day, self.day
        if self.joined and self.day and atom.grain == WEEKDAY:  # 周五至周日, 周五至周一
            day = move_day(self.day, (atom.high - self.day.isoweekday()) % 7)
            return day, day
        if base is None:
            return NO_PERIOD
        monday, sunday = week_of(base, atom.low)
        if not atom.high or monday is None:
            return monday, sunday
        if atom.kind == "weekend":
            return move_day(monday, 5), sunday
        day = move_day(monday, atom.high - 1)
        if atom.grain == WEEKDAY and day and day > base and not AHEAD.match(self.text, atom.end):
            day = move_day(day, -7)
        if day:
            self.remember(day.year, day.month, day, atom)
        return day, day

    def _from_year(self, atoms: list[Atom], chunk: Chunk) -> Period:
        head = atoms[0]
        base = self._base_year(head)
        if self.looks_back_on_part(atoms, base):
            return shift_years(self.part, -1)
        if base is None:
            return NO_PERIOD
        low, high = (base + head.low, base + head.high) if head.anchor else (head.low, head.high)
        if not 1 <= low <= high <= 9999:
            return NO_PERIOD
        same = len(atoms) > 1 and atoms[1].kind == "same"  # 去年同期8亿元。上年同期…
        if head.anchor in ("", "today") and not same and not (self.year and self._is_base(chunk)):
            self.year = high
            if self.text[chunk.start - 1 : chunk.start] not in BASES:
                self.said_year = (high, chunk.end)
        if head.anchor == "passage" and self.text.startswith(NEXT, head.start):
            self.year, self.said_year = high, (high, chunk.end)  # 次年3月获投，同年11月…
        if len(atoms) > 1 and atoms[1].grain == WEEK:
            return week_number(atoms[1].low, low, None)
        if len(atoms) > 1:
            part = self._from_part(atoms[1:], chunk, high)
            if head.kind == "fiscal year":
                return self.off_calendar(part, chunk)
            return part if low == high else (day_of(low, 1, 1), part[1])  # 2013-2023年三季度
        if self.opens_sentence(chunk.start) or low == high and self.goes_on(chunk):
            self.lend(low, chunk)
        self.month, self.day = None, None
        if head.kind == "fiscal year":
            return moved(years(low, high), self.named.off or 0)
        return (
            (day_of(low, 9, 1), day_of(high + (low == high), 8, 31))
            if head.kind == "school year"
            else years(low, high)
        )

    def _is_base(self, chunk: Chunk) -> bool:
        """Is the year what a later one is compared with (由2023年的24.7%升至29%)? 上年度 is not before it."""
        mark = self.text[chunk.start - 1 : chunk.start]
        return mark in ("较", "比") or mark in ("由", "从") and self.text.startswith("的", chunk.end)

    def _base_year(self, atom: Atom) -> int | None:
        """The year that an atom counts from; for a calendar year 0."""
        if not atom.anchor:
            return 0
        if atom.anchor == "passage" and self.named.year and not (self.said_year[0] or self.month):
            return self.named.year
        within = self.today and self.year and self.year > self.today.year
        if within and self.text.startswith("年内", atom.start):
            return self.today.year if self.today else None
        if atom.anchor != "today" and self.year:
            return self.year
        return self.today.year if self.today and atom.anchor != "passage" else None

    def _from_part(self, atoms: list[Atom], chunk: Chunk, year: int | None) -> Period:
        """From a half, a quarter, a month or months on; the year given or to be found."""
        part = atoms[0]
        if part.kind == "fiscal":
            return self.fiscal(part, chunk, year)
        if year is None and (part.kind == "fiscal quarter" or self.is_fiscal_outlook(part)):
            if part.kind == "fiscal quarter":
                self.learn_fiscal(part, chunk)
            known = self.named.off is not None and self.named.fiscal_year
            if not known:
                return NO_PERIOD
            return self.off_calendar(months(known, part.low, known, part.high), chunk)
        if part.kind == "same":
            if self.text.startswith("报告期", part.start):
                return self.reported
            return self.same_of(year, self.text.endswith("内", 0, part.end))
        if part.kind == "lunar day":
            first, last = (lunar_day(atom.low, year, self.today) for atom in (part, atoms[-1]))
            if last:
                self.remember(last.year, last.month, last, part)
            return first, last
        if part.kind == "holiday":
            return self.holiday_of_year(atoms, year)
        if part.anchor in ("today", "passage"):
            return self._moved_part(part, atoms, chunk)
        given, year = year, year or self.year_of_month(part, chunk)
        if year is None:
            return NO_PERIOD
        return self._months_of(atoms, chunk, year, bool(given))

    def _months_of(self, atoms: list[Atom], chunk: Chunk, year: int, given: bool) -> Period:
        part = atoms[1] if len(atoms) > 1 and atoms[1].grain == PART else atoms[0]  # 三季度末
        if given and self.text[chunk.start - 1 : chunk.start] not in BASES:
            self.lend(year, chunk)
        if len(atoms) > 1 and atoms[1].grain == DAY:
            return self._from_day(atoms[1:], chunk, (year, part.low))
        if len(atoms) > 1 and atoms[1].grain == WEEK:
            return week_number(atoms[1].low, year, part.low)
        crosses = part.high > 12 or part.high < part.low
        period = months(year, part.low, year + crosses, (part.high - 1) % 12 + 1)
        self.part = period
        if part.kind == "quarter" and part.high - part.low == 2:
            self.quarter = (year, part.low)
        self.month, self.day = ((year + crosses, (part.high - 1) % 12 + 1), None)
        return period

    def _moved_part(self, part: Atom, atoms: list[Atom], chunk: Chunk) -> Period:
        """上月, 当月, 次月, 本季度: months counted from today's or the passage's."""
        named = self.month or self.named.month
        if part.kind == "quarter":
            named = self.quarter or self.named.quarter
        base = self.today if part.anchor == "today" else day_of(*named, 1) if named else None
        this = part.kind == "quarter" and part.low == 0
        outlook = FORESEEN.search(self.text, max(0, part.start - 24), part.end + 24)
        this = this or part.kind == "quarter" and part.low == -1 and self.is_compared(part)
        if this and named and not outlook and self.is_quarter_before(named):
            base = day_of(*named, 1)  # 本季 in a report of the quarter just over
        if self._reviewed and len(atoms) == 1 and part.anchor == "today" and not self.ahead(chunk):
            base = day_of(*self._reviewed, 1)
        if base is None:
            return NO_PERIOD
        if part.kind == "quarter":
            year, month = move_months(base, 3 * part.low)
            first = (month - 1) // 3 * 3 + 1
            return months(year, first, year, first + 2)
        year, month = move_months(base, part.low)
        if len(atoms) > 1 and atoms[1].grain == DAY:
            return self._from_day(atoms[1:], chunk, (year, month))
        self.month, self.day = (year, month), None
        self.part = months(year, month, year, month)
        return self.part

    def _day_before(self, part: Atom) -> date | None:
        """The day that the passages before named, unless this one tells of another (近日，…。当天，…)."""
        return None if RECENTLY.search(self.text, 0, part.start) else self.named.day

    def _from_day(self, atoms: list[Atom], chunk: Chunk, month: tuple[int, int] | None) -> Period:
        part = atoms[0]
        if part.anchor in ("today", "passage"):
            base = self.today if part.anchor == "today" else self.day or self._day_before(part)
            first, day = (move_day(base, part.low), move_day(base, part.high)) if base else NO_PERIOD
            if day:
                self.remember(day.year, day.month, day, part)
            return first, day
        month = month or self.month_of_day(part, chunk)
        if month is None or not 1 <= month[0] <= 9999:
            return NO_PERIOD
        first = day_of(*month, part.low)
        if part.high and part.high < part.low:
            last = day_of(*move_months(date(*month, 1), 1), part.high)
        else:
            last = day_of(*month, part.high or last_day(*month))
        self.month, self.day = month, last
        if not (first and last):
            return NO_PERIOD
        self.part = (first, last)
        return first, last


def _span(first: Period, last: Period) -> Period:
    """From the first period's start to the last one's end, nothing when they do not follow."""
    return (first[0], last[1]) if first[0] and last[1] and first[0] <= last[1] else NO_PERIOD
