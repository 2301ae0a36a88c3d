"""What a passage has said of times so far, and how long its year and month hold for bare ones after it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from flows.extract.times.atoms import Atom
from flows.extract.times.calendar import NO_PERIOD, Period, is_short
from flows.extract.times.chains import Chunk

SENTENCE_ENDS = "。！？\n"
CLAUSE = 24
"""Code points of a clause within which it is seen to tell of what a year brought."""
AFTERWARDS = ("以来", "起", "开始", "以后", "之后", "前后", "左右", "相比", "同期")
RECENT = 70  # days: how old a passage's month may be and still lend itself to a bare day of a later sentence


@dataclass(slots=True)
class Named:
    """The year, month, day, quarter and part of a year that the passages before named last: 当年, 该月, 当日,
    该季度 and 期内 in a passage that names none mean them, behind a month the last longer one (`accounts`);
    报告期内 the years `reported`. `off` is by how many months fiscal quarters lie off the calendar's.
    """

    year: int | None = None
    month: tuple[int, int] | None = None
    day: date | None = None
    part: Period = NO_PERIOD
    accounts: Period = NO_PERIOD
    reported: Period = NO_PERIOD
    quarter: tuple[int, int] | None = None
    off: int | None = None
    fiscal_year: int | None = None


class Memory:
    """The passage so far: the year, month and day last named, against which bare ones are read."""

    def __init__(
        self, text: str, today: date | None, year: int | None = None, before: Named | None = None
    ) -> None:
        self.text = text
        self.named = before or Named()
        self.today = today
        self.year: int | None = year
        self.of_article = year
        self.month: tuple[int, int] | None = None
        self.day: date | None = None
        self.part: Period = NO_PERIOD
        self.reported: Period = self.named.reported
        self.quarter: tuple[int, int] | None = None
        self.holiday: Period = NO_PERIOD
        self.joined = False
        self.said_year = (0, 0)  # the year last named and where: 上半年 in the same sentence is of it
        self.lent_at = 0
        self._lent_year: int | None = year
        self._lent_far = year is not None
        self._sentence_ends: list[int] | None = None

    def leave(self) -> None:
        """Leave to the passages behind what this one has named."""
        named = self.named
        named.year = self.said_year[0] or (self.month[0] if self.month else named.year)
        named.month, named.day = self.month or named.month, self.day or named.day
        named.part = self.part if self.part != NO_PERIOD else named.part
        named.accounts = named.accounts if is_short(named.part) else named.part
        named.quarter = self.quarter or named.quarter
        named.reported = self.reported

    def remember(self, year: int, month: int, day: date | None, atom: Atom) -> None:
        """A day or a month with its year: all of it lends itself to what follows."""
        self.year, self.month, self.day = year, (year, month), day
        self._lent_year, self.lent_at = year, atom.end
        self._lent_far = self.opens_sentence(atom.start)

    def lend(self, year: int, chunk: Chunk) -> None:
        """Let later bare months take this year: to the sentence's end, further when it opens its sentence;
        not a past one since which something goes on (2021年以来新建50座。上半年… is of this year).
        """
        if self.today and year < self.today.year and self.text.startswith("以来", chunk.end):
            return
        self._lent_year, self.lent_at = year, chunk.end
        self._lent_far = self._lent_far or self.opens_sentence(chunk.start)

    def lent(self, start: int) -> int | None:
        """The year that a bare month at `start` takes from the passage, if one holds there."""
        if self._lent_year is not None and (self.joined or self._lent_far or self.near_lent(start)):
            return self._lent_year
        return None

    def near_lent(self, start: int) -> bool:
        """Does `start` lie in the sentence that last lent its time?"""
        return self.same_sentence(self.lent_at, start)

    def near_month(self, chunk: Chunk) -> bool:
        """Whether the passage's month still holds: same sentence, or a recent one, or no reference date."""
        if self.near_lent(chunk.start) or self.today is None or self.month is None or self._lent_far:
            return True
        return abs((date(*self.month, 1) - self.today).days) < RECENT

    def same_sentence(self, first: int, second: int) -> bool:
        """Do two places lie in one sentence?"""
        if self._sentence_ends is None:
            self._sentence_ends = places(self.text, SENTENCE_ENDS)
        return bisect_left(self._sentence_ends, first) == bisect_left(self._sentence_ends, second)

    def goes_on(self, chunk: Chunk) -> bool:
        """Does a year open a later clause of the sentence that has lent its year (去年签约30个，今年20个)?
        One of which something is told that is there (，2019年开工的项目) does not.
        """
        if self.text[chunk.start - 1 : chunk.start] not in {"，", ","} or not self.near_lent(chunk.start):
            return False
        clause = self.text[chunk.end : chunk.end + CLAUSE].partition("，")[0]
        return "的" not in clause and not clause.startswith(AFTERWARDS)

    def opens_sentence(self, start: int) -> bool:
        """Does a sentence or a part of one begin at `start`?"""
        return (
            start == 0
            or self.text[start - 1] in "。！？\n；"
            or self.text.startswith(("进入", "迈入", "步入", "跨入"), start - 2)
        )


def places(text: str, marks: str) -> list[int]:
    """Where one of the marks stands in the text, in order."""
    found: list[int] = []
    for mark in marks:
        at = text.find(mark)
        while at >= 0:
            found.append(at)
            at = text.find(mark, at + 1)
    return sorted(found)
