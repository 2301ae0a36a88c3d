"""The time that a paragraph gives in a sentence without a number: its opening, the year of its goals."""

from __future__ import annotations

from datetime import date

from flows.extract.cues import alternation
from flows.extract.discourse import Discourse
from flows.extract.modality_words import is_past
from flows.extract.period.periods import Period
from flows.extract.spot import Spot
from flows.extract.times import TimeSpan
from flows.patterns import lazy

YEARLY = 500
"""Days within which the period must have ended that such a sentence names."""
NO_FRAME = lazy(rf"{alternation('founding_verb')}|目前|截至|现有|如今")
OPENS = frozenset("，。：；")
LED = lazy(r"[^，。；：]{0,14}[讯电](?:[（(][^（）()]{1,24}[）)])?\s*")
"""What leads a report (本报讯, 某社某地7月4日电)."""
FRAMES = frozenset({"half", "quarter", "year", "range", "since", "relative", "duration", "plan"})
"""Kinds of times that a first sentence without numbers gives to those that follow."""


def frame_of(spot: Spot, discourse: Discourse, published_on: date | None) -> Period | None:
    """The period that the passage opens with in a sentence without numbers (过去一年，…。经济规模…)."""
    times = spot.reading.times
    cut = cut_off(spot, published_on)
    if cut and cut.period_end:
        return Period(cut.period_start, cut.period_end, "inherited from the passage's opening")
    if (discourse.topics and discourse.period) or not times or published_on is None:
        return None
    time = times[0]
    opens = not time.start or spot.text[time.start - 1] in OPENS or LED.fullmatch(spot.text, 0, time.start)
    if not opens and not behind_name(spot, time.start):
        return None
    if time.end >= spot.sentence.start or time.kind not in FRAMES:
        return None
    if time.period_end is None or any(time.end < other.start < spot.sentence.start for other in times):
        return None
    recent = time.period_end <= published_on and (published_on - time.period_end).days < YEARLY
    if not recent or NO_FRAME.search(spot.text, time.end, spot.sentence.start):
        return None
    return Period(time.period_start, time.period_end, "inherited from the passage's opening")


def cut_off(spot: Spot, published_on: date | None) -> TimeSpan | None:
    """The time with which the sentence before ends, cut off by a full stop (报告显示，2024年。全市…)."""
    at = spot.sentence.start
    if spot.text[at - 1 : at] != "。":
        return None
    time = next((one for one in spot.reading.times if one.end == at - 1), None)
    if time is None or time.kind not in FRAMES or spot.text[time.start - 1 : time.start] not in ("，", "："):
        return None
    past = published_on is not None and time.period_end is not None and time.period_end <= published_on
    return time if past else None


def behind_name(spot: Spot, at: int) -> bool:
    """Does a name with which the passage opens end at `at` (某公司上季在海外增长强劲。)?"""
    return any(one.end == at and not one.start for one in spot.reading.mentions)


LABEL = lazy(r"[\s•·●○■□▪◆◇★▶►※✓√—–\-【\[（(]*$")
LABELLED = frozenset({"year", "half", "quarter", "month", "range", "until"})


def label_of(spot: Spot) -> Period | None:
    """The time that labels the passage, which opens with it and a colon (2027年：小目标。企业800家)."""
    time = spot.reading.times[0] if spot.reading.times else None
    if time is None or time.end > spot.sentence.start or time.kind not in LABELLED or time.period_end is None:
        return None
    if spot.text[time.end : time.end + 1] not in CLOSES or not LABEL.match(spot.text[: time.start]):
        return None
    return Period(time.period_start, time.period_end, "label of the passage")


CLOSES = frozenset("：】］]")


GOAL_OPENS = lazy(rf"(?:^|[，。；：]|{alternation('aiming_verb')})[到至]$")
"""What leads to the year of goals: 其中提到，到2027年，; 打算到2030年，."""


def goal_frame(spot: Spot, discourse: Discourse, published_on: date | None) -> Period | None:
    """The year that the sentence before set goals for without a number (到2027年，形成…格局。实现…)."""
    if discourse.topics or published_on is None:
        return None
    earlier = [time for time in spot.reading.times if time.end <= spot.sentence.start]
    time = earlier[-1] if earlier else None
    if time is None or time.kind != "year" or time.period_end is None or time.period_end <= published_on:
        return None
    between = spot.text[time.end : spot.sentence.start]
    if between.count("。") > 1 or not GOAL_OPENS.search(spot.text, max(0, time.start - 8), time.start):
        return None
    if is_past(spot.to_number) or NO_FRAME.search(spot.to_number):
        return None
    return Period(time.period_start, time.period_end, "goals of the sentence before")
