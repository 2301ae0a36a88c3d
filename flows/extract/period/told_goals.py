"""The goals that are being told, as an article goes on: their years, whose they are, and of which plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from flows.extract.claim import Claim
from flows.extract.levels import NATION_AND_WORLD
from flows.extract.period.parts import within
from flows.extract.period.periods import OF_COMPARISON
from flows.extract.period.statistic import Span
from flows.patterns import lazy


@dataclass(slots=True)
class Goals:
    """The years of the goals that are being told and whose they are; whether something that is there has been
    told since (`aside`), whether the passage tells what is to be done (`planned`), whether a plan is told;
    the plans named; the day behind which goals lie (`ahead_of`), the passage of the first (`since`), the
    nearer year that the passage aims at (`step`), the last year in the name of a plan (`titled`),
    whether a number of the text has been a goal (`heard`).
    """

    spans: set[Span] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)
    firms: set[str] = field(default_factory=set)
    aside: bool = False
    planned: bool = False
    plan: bool = False
    names: set[str] = field(default_factory=set)
    ahead_of: date | None = None
    since: int = 0
    step: Span | None = None
    titled: Span | None = None
    heard: bool = False

    def hear(self, claim: Claim, passage: int, last: int, ahead: bool) -> None:
        """Go on behind a claim with a period of its own: a goal, also one that only its year tells to lie
        `ahead`, or what was at another time.
        """
        span = claim.period_start, claim.period_end
        if self.is_step(span, passage):
            self.step = span
            return
        if claim.modality != "target" and not ahead:
            if claim.modality == "actual" and OF_COMPARISON not in claim.rule and span not in self.spans:
                self.leave()
            return
        if passage - last > NEAR:
            self.leave()
        if self.spans == {self.titled}:
            self.spans.clear()
        self.since = self.since if self.spans else passage
        self.spans.add(span)
        self.regions |= {region for region, _ in claim.regions}
        self.firms |= {claim.firm[0]} if claim.firm else set()
        self.aside, self.planned, self.heard = False, True, True

    def is_step(self, span: Span, passage: int) -> bool:
        """Is it a nearer year, which one measure of a plan aims at, behind the passage of the plan's goals?
        What follows in its passage is of it, later passages go back to the goals of the plan.
        """
        if not (self.plan and self.heard and len(self.spans) == 1 and passage > self.since):
            return False
        end = next(iter(self.spans))[1]
        return bool(self.ahead_of and end and span[1] and self.ahead_of < span[1] < end)

    def leave(self) -> None:
        """No goals are told any more."""
        self.spans, self.regions, self.firms = set(), set(), set()
        self.aside = self.planned = self.plan = self.heard = False

    def is_other(self, before: str) -> bool:
        """Does the sentence quote a plan that the text has not named, nor calls 《方案》?"""
        named = (name for name in names_in(before) if SHORT_NAME.fullmatch(name) is None)
        return any(name not in self.names for name in named)

    def take_title(self, said: str) -> None:
        """Behind the name of a plan that tells its years, a sentence that quotes the plan is of the last."""
        if self.titled and not self.spans and names_in(said) and not self.is_other(said):
            self.spans, self.plan = {self.titled}, True

    def are_of(self, claim: Claim) -> bool:
        """Is the claim told of those whose goals they are, or of a part of them?"""
        if claim.firm and claim.firm[0] not in self.firms:
            return False
        whole = bool(self.regions & NATION_AND_WORLD) or not self.regions
        return whole or all(within(region, self.regions) for region, _ in claim.regions)


NAMED = lazy(r"《([^》]+)》")
SHORT_NAME = lazy(r"[^》]{0,4}(?:方案|计划|规划|意见|措施|行动|纲要|政策|通知|条例|办法|若干措施|实施意见)")
"""How a text calls the plan that it tells of, once named: 《方案》, 《行动计划》."""


def names_in(text: str) -> list[str]:
    """What is named in 《》."""
    return NAMED.findall(text) if "《" in text else []


NEAR = 3
"""Passages with numbers behind the last goal within which goals of another year are others."""
