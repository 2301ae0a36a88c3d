"""What passages fall back on: what the article is about as a whole, and what each passage changes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from flows.extract.period.periods import Period
from flows.extract.subject.homes import NATION
from flows.extract.subject.subjects import NOBODY, Subject

NAME_ABOVE = "name above"
"""The rule of the subject that a line gives which is nothing but its name."""


@dataclass(slots=True)
class Whole:
    """What holds for all passages of an article: the places of its home, the edition of the list that it is
    about, whether that is of scores, its currency, its volume, its headline, whether its date was inferred,
    who makes the models that it names, whose its people are, its firm where it names no other, the land of
    the list by rank that it is about, whether it is about listed firms, the fair that it tells of, the times
    of which it has reported one by one, what it told last of one time after the other, and those times.
    """

    homes: tuple[tuple[str, str], ...] = ()
    edition: Period | None = None
    scored: bool = False
    currency: str = "CNY"
    volume: str = ""
    title: str = ""
    guessed: bool = False
    makers: dict[str, tuple[str, str]] = field(default_factory=dict)
    people: dict[str, tuple[str, str]] = field(default_factory=dict)
    only: Subject = field(default_factory=Subject)
    listed: Subject = field(default_factory=Subject)
    stocks: bool = False
    fair: tuple[str, str] | None = None
    series: list[tuple[date | None, date | None]] = field(default_factory=list)
    goes_through: tuple[str, str] = ("", "")
    gone_through: list[tuple[date | None, date | None]] = field(default_factory=list)


@dataclass(slots=True)
class Topics:
    """Fallbacks for a passage: the headline's subject and period, the article's main place and main firm;
    `headed`: the period is not the article's, but of a heading above the passage.
    """

    headline: Subject
    period: Period | None
    place: Subject
    firm: Subject
    whole: Whole
    before: tuple[Subject, ...] = ()
    plan: bool = False
    headed: bool = False


@dataclass(slots=True)
class Outline:
    """The topics of an article, and what each passage changes in them: whom those before it were about, the
    heading above it, its role, whether it is of plans, its period, whether it counts in a register of firms.
    """

    topics: Topics
    before: tuple[tuple[Subject, ...], ...]
    headings: tuple[Subject, ...]
    roles: tuple[str, ...]
    planned: tuple[bool, ...]
    periods: tuple[Period | None, ...]
    nationwide: tuple[bool, ...]

    def at(self, index: int) -> Topics:
        """The fallbacks as passage `index` sees them."""
        all_, before, plan = self.topics, self.before[index], self.planned[index]
        headline, place = all_.headline, all_.place
        if self.roles[index] == "boilerplate":
            return Topics(NOBODY, None, NATION, NOBODY, all_.whole)
        if self.nationwide[index] and not headline.firm:
            headline, place = NOBODY, NATION.by("register of firms")
        elif not self.headings[index].empty:
            headline = self.headings[index]
        period = self.periods[index] or all_.period
        over = self.headings[index]
        firm = over if over.firm and over.rule == NAME_ABOVE else all_.firm
        headed = self.periods[index] is not None
        return Topics(headline, period, place, firm, all_.whole, before, plan, headed)
