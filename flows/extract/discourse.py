"""What earlier claims leave to later ones: topics, subject, period and measure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from flows.extract.claim import Claim
from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.measure_words import Measure
from flows.extract.metric.metrics import unit_kind
from flows.extract.numbers.number import Number
from flows.extract.period.periods import DURATIONS, UNDATED, Period
from flows.extract.period.periods import PASSING as PASSING_PERIODS
from flows.extract.spot import Spot
from flows.extract.subject.lands import is_share_of_land
from flows.extract.subject.subjects import ANYBODY, NAMELESS_FIRM, NOBODY, UNNAMED, Subject
from flows.patterns import lazy

Span = tuple[date | None, date | None]
"""The two dates of a period."""
KEPT = 8
"""Topics that a passage remembers."""
NEAR = 2
"""Sentences behind the last claim within which its subject still holds."""


NAMED_BESIDE = frozenset({"segment", "directly before", "named since the claim before"})
"""Rules of subjects that stand in the number's own segment."""
PASSING = frozenset({"compared place", "place behind"})
"""Rules of subjects that the next claim does not inherit."""


ALL_TOGETHER = "group of the sentence"
"""The rule of several places taken together, of whom the next sentence does not speak."""
NAMELESS = frozenset({UNNAMED, ANYBODY, NAMELESS_FIRM})
BRACKETS = frozenset("（(")
STOPS = frozenset("，；、。和及")
MULTIPLE_BEHIND = lazy(
    r"(?:[（(][^（）()]{1,24}[）)])?的(?:约|近|超过?|逾)?[0-9.一二两三四五六七八九十百]+(?:多|余)?倍"
)
"""What follows an amount that only serves to be compared with: 是甲国93亿美元的12倍."""


def is_a_year(period: Period) -> bool:
    """Is it the year up to the article's day (过去一年), of which all that goes on with it is?"""
    start, end = period.start, period.end
    return bool(start and end and (end - start).days in YEAR)


YEAR = range(360, 368)


@dataclass(slots=True)
class Discourse:
    """What earlier claims of the passage leave to later ones: topics, subject and period, latest first;
    `verb` is the text before the last number that tells whether it fell.
    """

    topics: list[Topic] = field(default_factory=list)
    subject: Subject = field(default_factory=Subject)
    period: Period | None = None
    opening: Period | None = None
    sentence: int = -9
    reading: int = -1
    same_sentence: int = 0
    period_sentence: int = -9
    stated: Period | None = None
    stated_sentence: int = -9
    measure: Measure | None = None
    modality: str = "actual"
    verb: str = ""
    group: tuple[tuple[str, str], ...] = ()
    grouped: int = -9
    models: tuple[tuple[str, str], ...] = ()
    firms: tuple[tuple[str, str], ...] = ()
    shared: bool = False
    aligned: bool = False
    in_order: bool = True
    placed: Subject | None = None
    latest: Period | None = None
    listed: list[Span] = field(default_factory=list)
    older: tuple[Topic, ...] = ()
    older_period: Period | None = None
    continued: str = ""
    told: tuple[tuple[str, str], ...] = ()
    left: Claim | None = None
    aside: Period | None = None
    entered: Period | None = None
    all_of: Subject | None = None
    whole: Subject | None = None
    said: Period | None = None

    def enter(self, order: int) -> None:
        """Go on to the sentence `order`: no claim of it is known yet."""
        if order != self.reading:
            if self.aside and self.period == self.aside and self.opening:
                alone = self.opening == self.aside  # 2024年营收10亿元，近三年年均增长20%。利润…
                alone = alone or self.opening.rule in PASSING_PERIODS
                if not (alone and self.entered is None and is_a_year(self.aside)):
                    self.period = self.entered if alone else self.opening
            self.aside, self.entered = None, self.period
            self.reading, self.same_sentence, self.shared = order, 0, False
            self.placed = self.latest = None
            self.models = self.told = self.firms = ()
            self.all_of = self.whole = None
            if self.subject.rule == ALL_TOGETHER:
                self.subject = NOBODY  # 甲、乙合计占一半。…

    def go_on(self, last: Claim) -> None:
        """Go on from the last claim of the passage before."""
        kept = self.older_period
        self.period = Period(last.period_start, last.period_end, "passage before")
        if kept and kept.end and last.period_end and last.period_end < kept.end and kept.rule == DIRECTLY:
            self.period = kept
        self.period_sentence = -1
        self.said = self.period
        self.continued = "" if last.modality == "actual" else last.modality

    def last_subject(self, order: int) -> Subject:
        """The subject of the claim before, as long as it is near to the sentence `order`."""
        if self.all_of:
            return self.all_of
        return self.subject if self.sentence >= order - NEAR else NOBODY

    def remember(self, spot: Spot, measured: Measured, subject: Subject, period: Period) -> None:
        """Keep what a claim was about; a compared place and a time of comparison are passing."""
        number = spot.number
        kind = unit_kind(number.unit)
        topic = Topic(measured.metric, measured.noun, kind, number.written_unit, number.start, spot.order)
        if not self.same_sentence:
            self.opening = period
        self.topics.insert(0, topic)
        del self.topics[KEPT:]
        self.same_sentence += 1
        if subject.firm and not subject.regions and subject.firm not in self.told:
            self.told = (*self.told, subject.firm)
        self.latest = self.said = period
        if self.same_sentence > 1 and self.whole is None and is_among(spot) and subject != self.subject:
            self.whole = self.subject
        self.placed = subject if subject.rule in PASSING else None
        if subject.rule in NAMELESS or not subject.empty and not self.passes(spot, subject):
            self.subject, self.all_of = subject, None
        self.sentence = spot.order
        if period.rule not in PASSING_PERIODS and period.rule != UNDATED.rule:
            self.period, self.period_sentence = period, spot.order
            if not period.rule.startswith("inherited"):
                self.stated, self.stated_sentence = period, spot.order
            if period.rule in DURATIONS or in_brackets(spot) or self.contrasts(period):
                self.aside = period
            elif self.aside and (period.start, period.end) == (self.aside.start, self.aside.end):
                self.period = self.aside

    def step_out(self, spot: Spot) -> None:
        """Behind brackets go back to what the sentence told before them: 共87家（甲33家，乙54家），占71%."""
        here = self.topics[: self.same_sentence]
        close = spot.text.rfind("）", here[0].at, spot.number.start) if here else -1
        opening = spot.text.rfind("（", 0, close) if close > 0 else -1
        if opening < 0 or opening > here[0].at:
            return
        inside = [topic for topic in here if topic.at > opening]
        self.topics[: self.same_sentence] = [*here[len(inside) :], *inside]

    def passes(self, spot: Spot, subject: Subject) -> bool:
        """Does the sentence go on with whom it spoke of before the number: is the subject only compared, or
        does the number stand in brackets behind its name (甲项目（20亿元）；…)?
        """
        before = self.topics[1] if self.same_sentence > 1 else None
        of_land = before is not None and is_share_of_land(subject, spot.number, before.noun)
        if subject.rule in PASSING or of_land and self.subject.firm:
            return True
        if subject.rule not in NAMED_BESIDE or self.subject.empty or self.same_sentence < 2:
            return False
        if spot.text[spot.number.start - 1 : spot.number.start] in BRACKETS:
            closed = spot.text.find("）", spot.number.end)
            return closed >= 0 and spot.text[closed + 1 : closed + 2] in STOPS
        return MULTIPLE_BEHIND.match(spot.text, spot.number.end) is not None

    def contrasts(self, period: Period) -> bool:
        """Does a sentence go back to an earlier time than it opened with (去年310万人次，2019年220万人次)?"""
        first = self.opening
        if not (first and first.end and period.end and first is not period and period.end < first.end):
            return False
        return first.rule not in DURATIONS | {"time since"}

    def each(self, number: Number, subject: Subject, between: str) -> bool:
        """Does the number hold for each place of a list, since the sentence gave each its own value before
        (北京、上海各占7%；河北、山东占5%)? `between` is the text behind the claim before.
        """
        if not (self.shared and self.same_sentence):
            return False
        if subject.rule in NAMED_BESIDE:
            return number.unit == "percent"
        return subject.regions == self.group and "；" not in between

    def remember_group(self, subjects: list[Subject], aligned: list[Subject] | None, spot: Spot) -> None:
        """Keep the places that shared a value, or that 分别 has named so far: 合计 and 均 speak of them."""
        self.shared = self.shared or len(subjects) > 1 and spot.number.unit != "rank"
        if len(subjects) > 1 and all(one.model for one in subjects):
            self.models = tuple(one.model for one in subjects if one.model)
        elif len(subjects) > 1:
            self.firms = tuple(one.firm for one in subjects if one.firm)
            self.group = tuple(pair for one in subjects for pair in one.regions)
            self.grouped = spot.order
            if self.group and spot.number.unit != "rank" and not aligned:
                self.all_of = Subject(self.group, rule="subject of the claim before")
        elif aligned:
            first = spot.place is None or spot.place[0] == 0
            self.group = (() if first else self.group) + aligned[0].regions

    def here(self) -> list[Topic]:
        """The topics of the sentence's claims so far, if they are all said of one subject."""
        return [] if self.shared or self.group else self.topics[: self.same_sentence]

    def topic_in_order(self, place: tuple[int, int]) -> Measured | None:
        """With 分别 after as many claims as numbers follow (收入…，净利润…，分别下降), the topic in
        the number's place.
        """
        index, size = place
        if self.same_sentence < size or len(self.topics) < size:
            return None
        if index == 0 and len({topic.noun for topic in self.topics[:size]}) < size:
            return None
        topic = self.topics[size - 1]
        return Measured(topic.metric, topic.noun, "respectively, topic in order", False)


def is_among(spot: Spot) -> bool:
    """Is the number told of some of what the part of its sentence has told of (共87家，其中甲区33家)?"""
    part = spot.text.rfind("；", spot.sentence.start, spot.number.start)
    return spot.text.find("其中", max(part, spot.sentence.start), spot.number.start) > 0


def in_brackets(spot: Spot) -> bool:
    """Does the number stand in brackets that name a time of their own (（2023年为4亿元，员工300人）)?"""
    opened = spot.text.rfind("（", spot.sentence.start, spot.number.start)
    if opened <= spot.sentence.start or spot.text.find("）", opened, spot.number.start) >= 0:
        return False
    return any(opened < time.start < spot.number.start and time.period_end for time in spot.sentence.times)


DIRECTLY = "passage before"
"""How the rule of a period begins that the last passage with claims leaves."""
