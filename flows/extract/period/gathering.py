"""What a gathering brought is of its day: 9月16日，产业推介会在宜宾举行。会上签约项目71个，总投资271亿元."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from flows.extract.claim import PassageReading
from flows.extract.cues import alternation
from flows.extract.period.sentences import Sentence, sentences
from flows.extract.period.statistic import TOLD, Span, with_period
from flows.extract.times import TimeSpan
from flows.patterns import Pattern, lazy

OF_GATHERING = "period: of the gathering that the text tells of"
DAYS = 14
"""Days that a gathering lasts, at most."""
ENDS = "。！？\n"
SPOKEN = lazy(
    r"(?:介绍|透露|表示|指出|获悉|了解到|公布|发布|显示|宣布|提出|报告|认为|强调|提到|承诺)(?!首批|[约近逾超]?[0-9])"
)
"""What is said at a gathering is not of its day."""
ISSUED = ("发布", "公布", "推出", "揭晓", "启动", "揭牌", "授牌")
"""What stands before the number of things that a gathering brings out (大会发布40个场景)."""
OTHER_TIME = lazy(
    r"[前上往历][一两二三几0-9]*[届年]|目前|截至|累计|近年来|如今|现有|现已|此前|全年|多年|已连续|以来"
)


CAME = lazy(r"[^，。；0-9]{0,24}?(?:参会|到会|到场|与会|参展|参加|出席)")
"""Behind the number of those who came."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """A gathering that the text tells of: where it has told so, where that sentence ends, its days."""

    told: int
    end: int
    days: Span


def date_by_gathering(passages: list[PassageReading]) -> None:
    """Give the undated claims that tell what a gathering brought its day."""
    last: Gathering | None = None
    opened = False
    for reading in passages:
        if reading.passage.role not in TOLD:
            continue
        held = gatherings(reading)
        if not held and last is None:
            continue
        goes_on = opened
        for sentence in sentences(reading):
            before = [one for one in held if one.told <= sentence.claims[-1].number.start]
            last = before[-1] if before else last
            if last is None:
                continue
            here = bool(before) and last.end >= sentence.start
            goes_on = date_claims(sentence, last, here, goes_on or here)
        opened = bool(held) and held[-1].end >= len(reading.text)
        last = replace(held[-1], told=0, end=-1) if held else last


def is_of_gathering(said: str) -> bool:
    """Does a sentence tell what was done at a gathering (会上还签约62个项目)?"""
    return AT_IT.match(said) is not None and SPOKEN.search(said) is None


AT_IT = lazy(
    r"\s*(?:会上|(?:会议|大会|展会)期间|开幕式上|签约仪式上|现场|[此本]次[^，。；0-9]{0,4}[会展赛]|[本该]届)"
)


def gatherings(reading: PassageReading) -> list[Gathering]:
    """The gatherings of which the passage tells on which day they were held."""
    found: list[Gathering] = []
    for time in reading.times:
        if is_day(time):
            ends = [at for mark in ENDS if (at := reading.text.find(mark, time.end)) >= 0]
            end = min(ends, default=len(reading.text))
            start = max(reading.text.rfind(mark, 0, time.start) for mark in ENDS) + 1
            held = _held().search(reading.text, start, end)
            if held:
                days = time.period_start, time.period_end
                found.append(Gathering(max(time.end, held.end()), end + 1, days))
    return found


def is_day(time: TimeSpan) -> bool:
    """Is the time a day, or the few days of a gathering?"""
    if time.period_start is None or time.period_end is None:
        return False
    return (time.period_end - time.period_start).days < DAYS


def date_claims(sentence: Sentence, gathering: Gathering, here: bool, goes_on: bool) -> bool:
    """Date what the sentence tells of the gathering; whether it told anything. `here`: it is the one that
    tells of it, or the next; `goes_on`: the sentence before did.
    """
    told = False
    for claim in sentence.claims:
        said = sentence.before(claim)
        if claim.period_start or claim.period_end or OTHER_TIME.search(said):
            continue
        if here and claim.number.start < gathering.told:
            continue
        spoken = [match for match in SPOKEN.finditer(said) if match.end() < len(said)]
        if spoken and not _there().search(said, spoken[-1].end()):
            continue
        came = CAME.match(sentence.reading.text, claim.number.end)
        of_it = here and (said.endswith(ISSUED) or came is not None)
        if told or of_it or _there().search(said) or goes_on and _brought().search(f"{said}{claim.noun}"):
            with_period(claim, gathering.days, OF_GATHERING)
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
        rf"|^{gathering}(?!由|是|自)|{gathering}(?:展览|展出|汇聚|邀请|上|中|期间|现场|共|还|吸引|达成|设有?|推动|对接|促成|线[上下])"
    )


@lru_cache(maxsize=1)
def _brought() -> Pattern:
    """What gatherings bring: projects signed, visitors, orders."""
    return lazy(alternation("brought_by_gathering"))
