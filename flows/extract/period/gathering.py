"""What a gathering brought is of its day: 9月16日，产业推介会在宜宾举行。会上签约项目71个，总投资271亿元."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.claim import PassageReading
from flows.extract.cues import alternation
from flows.extract.period.statistic import TOLD, Sentence, Span, sentences, with_period
from flows.extract.times import TimeSpan
from flows.patterns import Pattern, lazy

OF_GATHERING = "period: of the gathering that the text tells of"
DAYS = 14
"""Days that a gathering lasts, at most."""
ENDS = "。！？\n"
SPOKEN = lazy(r"介绍|透露|表示|指出|获悉|了解到|公布|发布|显示|宣布|提出|报告|认为|强调|提到")
"""What is said at a gathering is not of its day."""
OTHER_TIME = lazy(
    r"[前上往历][一两二三几0-9]*[届年]|目前|截至|累计|近年来|如今|现有|现已|此前|全年|多年|已连续|以来"
)


def date_by_gathering(passages: list[PassageReading]) -> None:
    """Give the undated claims that tell what a gathering brought its day."""
    day: Span | None = None
    for reading in passages:
        if reading.passage.role not in TOLD:
            continue
        days = list(days_of_gatherings(reading))
        goes_on = False
        for sentence in sentences(reading):
            before = [span for end, span in days if end <= sentence.start]
            day = before[-1] if before else day
            if day is None:
                continue
            goes_on = goes_on or any(end == sentence.start for end, _ in days)
            goes_on = date_claims(sentence, day, goes_on)
        day = days[-1][1] if days else day


def days_of_gatherings(reading: PassageReading) -> list[tuple[int, Span]]:
    """Where the sentences end that tell on which day a gathering was held, and the day."""
    found: list[tuple[int, Span]] = []
    if not _held().search(reading.text):
        return found
    for time in reading.times:
        if is_day(time):
            ends = [at for mark in ENDS if (at := reading.text.find(mark, time.end)) >= 0]
            end = min(ends, default=len(reading.text))
            start = max(reading.text.rfind(mark, 0, time.start) for mark in ENDS) + 1
            if _held().search(reading.text, start, end):
                found.append((end + 1, (time.period_start, time.period_end)))
    return found


def is_day(time: TimeSpan) -> bool:
    """Is the time a day, or the few days of a gathering?"""
    if time.period_start is None or time.period_end is None:
        return False
    return (time.period_end - time.period_start).days < DAYS


def date_claims(sentence: Sentence, day: Span, goes_on: bool) -> bool:
    """Date what the sentence tells of the gathering; whether it told anything. `goes_on`: the sentence before
    did.
    """
    told = False
    for claim in sentence.claims:
        said = sentence.before(claim)
        if claim.period_start or claim.period_end or OTHER_TIME.search(said):
            continue
        spoken = [*SPOKEN.finditer(said)]
        if spoken and not _there().search(said, spoken[-1].end()):
            continue
        if told or _there().search(said) or goes_on and _brought().search(f"{said}{claim.noun}"):
            with_period(claim, day, OF_GATHERING)
            told = True
    return told


@lru_cache(maxsize=1)
def _held() -> Pattern:
    """A gathering and that it is held, in either order."""
    gathering, held = alternation("gathering"), alternation("held")
    return lazy(rf"{gathering}[^。！？\n]{{0,24}}?{held}|{held}[^。！？\n]{{0,24}}?{gathering}")


@lru_cache(maxsize=1)
def _there() -> Pattern:
    """Words that put what is told at the gathering: 会上, 此次活动, 现场, 本届展会."""
    gathering = alternation("gathering")
    return lazy(
        rf"会上(?!海)|开幕式上|仪式上|现场|当[天日]|展期|[此本这]次|本届|该届"
        rf"|{gathering}(?:上|中|期间|现场|共|还|吸引|达成|设有?|推动|对接|促成|线[上下])"
    )


@lru_cache(maxsize=1)
def _brought() -> Pattern:
    """What gatherings bring: projects signed, visitors, orders."""
    return lazy(alternation("brought_by_gathering"))
