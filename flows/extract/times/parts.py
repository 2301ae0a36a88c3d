"""Parts of a year that are named otherwise: fiscal quarters, holidays, 同期."""

from __future__ import annotations

from flows.extract.times.atoms import YEAR, Atom
from flows.extract.times.bearings import FORESEEN, Bearings
from flows.extract.times.calendar import NO_PERIOD, Period, is_short, months, move_months, shift_years, years
from flows.extract.times.chains import Chunk
from flows.extract.times.fiscal import months_off, moved, off_unsaid, quarter_end
from flows.extract.times.holidays import days_of, holiday_of, latest_holiday
from flows.patterns import lazy


class Parts(Bearings):
    """The passage so far, and the parts of years that it takes from there."""

    def same_of(self, year: int | None, within: bool) -> Period:
        """去年同期: the period last named, in that year; 期内 also one that the passages before named."""
        part = self.part if not within or self.part != NO_PERIOD else self.named.part
        if within and is_short(part) and self.named.accounts != NO_PERIOD:
            part = self.named.accounts
        if within and self.reported != self.named.reported:
            part = self.reported
        start, end = part
        if not (start and end):
            return years(year, year) if year else NO_PERIOD
        return shift_years(part, year - end.year) if year else part

    def looks_back_on_part(self, atoms: list[Atom], base: int | None) -> bool:
        """Is it 去年同期 for a period that is itself of last year, or of a year that no date is known to
        compare with (2025年前三季度净利6亿元，去年同期亏损2亿元)? What is compared is the year before it.
        """
        head, end = atoms[0], self.part[1]
        if len(atoms) < 2 or atoms[1].kind != "same" or not (head.anchor and end and self.part[0]):
            return False
        last = head.low == head.high == -1 and self.year == end.year
        return last and (base is None or base + head.low == end.year)

    def holiday_of_year(self, atoms: list[Atom], year: int | None) -> Period:
        """春节假期, 假期首日: the holiday of the year named, else of the last one that has begun."""
        place = atoms[0].low
        self.holiday = holiday_of(place, year, self.today) if place else self.holiday
        if not place and self.holiday == NO_PERIOD:
            self.holiday = latest_holiday(self.today)
        self.part = days_of(self.holiday, atoms[1]) if len(atoms) > 1 else self.holiday
        day = self.part[1]
        if len(atoms) > 1 and day:
            self.remember(day.year, day.month, day, atoms[1])
        return self.part

    def fiscal(self, part: Atom, chunk: Chunk, year: int | None) -> Period:
        first, last = divmod(part.high, 10)
        if year or part.low:
            self.lend(year or part.low, chunk)  # 2022年Q1、Q2
        low, high = (6 * last - 5, 6 * last) if first == 5 else (3 * first - 2, 3 * last)
        year = year or part.low or self.lent(part.start) or self.year_over(low)
        if year is None:
            return NO_PERIOD
        self.year = year
        self.part = months(year, low, year, high)
        if self.text[part.start : part.start + 2] in ("FY", "fy"):
            self.part = self.off_calendar(self.part, chunk)
        if high - low == 2:
            self.quarter = (year, low)
        return self.part

    def off_calendar(self, period: Period, chunk: Chunk) -> Period:
        """The quarter of a fiscal year, by what the article has said of when its quarters end."""
        off = months_off(self.text, chunk.start, chunk.end, period, self.today)
        if off is not None:
            self.named.off = off
            head = chunk.atoms[0]
            self.named.fiscal_year = head.high if head.grain == YEAR else self.year or self.named.fiscal_year
        self.part = moved(
            period, off_unsaid(period, self.today) if self.named.off is None else self.named.off
        )
        return self.part

    def learn_fiscal(self, part: Atom, chunk: Chunk) -> None:
        """Keep when a fiscal quarter ends of which no year is named (截至6月30日的第三财季)."""
        end = quarter_end(self.text, chunk.start, chunk.end, self.today)
        if end and part.high <= 12:
            self.named.fiscal_year, self.named.off = end[0], end[1] - part.high

    def is_fiscal_outlook(self, part: Atom) -> bool:
        """Is it the next quarter of the fiscal year of which a firm has told (预计第四季度营收650亿美元)?"""
        if part.kind != "quarter" or not (self.named.off and self.named.fiscal_year):
            return False
        return FORESEEN.search(self.text, max(0, part.start - 8), part.start) is not None

    def year_over(self, month: int) -> int | None:
        """The year of a bare Q4: this one, or the one before where the quarter has not begun."""
        return self.today.year - self._too_late(self.today.year, month) if self.today else None

    def is_quarter_before(self, named: tuple[int, int]) -> bool:
        """Is it the quarter before today's, of which firms report?"""
        if self.today is None:
            return False
        year, month = move_months(self.today, -3)
        return named == (year, (month - 1) // 3 * 3 + 1)

    def is_compared(self, part: Atom) -> bool:
        """Is 上季度 the one before the quarter that is told of (比上季度的2亿元扩大，上一季度为19%)?"""
        if COMPARED.search(self.text, max(0, part.start - 4), part.start):
            return True
        return not self.opens_sentence(part.start) and FOR_ITS_PART.match(self.text, part.end) is not None


COMPARED = lazy(r"(?:[比较与由从]|低于|高于|超过|不及|优于|快于|慢于|相比)$")
"""What stands before a time with which another one is compared."""
FOR_ITS_PART = lazy(r"(?:的|末|末的)?(?:则|约|仅|只|净?亏损?|盈利?|净?赚)*[为是有]?约?[0-9]")
"""What follows the quarter before where only its figure is told: 上一季度为19%, 上季度亏损2亿元."""
