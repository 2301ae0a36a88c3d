"""What a gathering brought is of its day: 9月16日，产业推介会在宜宾举行。会上签约项目71个，总投资271亿元."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from flows.extract.claim import Claim, PassageReading
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
    r"(?:介绍|透露|表示|指出|获悉|了解到|公布|发布(?!活动|会|厅)|显示|宣布|提出|报告|认为|强调|提到|承诺)"
    r"(?!首批|[约近逾超]?[0-9])"
)
"""What is said at a gathering is not of its day."""
OTHER_TIME = lazy(
    r"(?<![比较同])[前上往历][一两二三几0-9]*[届年]|目前|截至|累计|近年来|如今|现有|现已|此前|全年|多年|已连续|以来"
    r"|年[均产接](?!代)|每年|可容纳|(?<!度)计划|拟建"
)


FEW = 3
"""How many things are too few to be known again by their number."""
CAME = lazy(r"[^，。；]{0,24}?(?:参会|到会|到场|与会|参展|参加|出席)")
"""Behind the number of those who came."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """A gathering that the text tells of: where it has told so, where that sentence ends, its days; the
    figures of what it brought.
    """

    told: int
    end: int
    days: Span
    brought: set[tuple[Decimal, str | None]] = field(default_factory=set)


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
        said, figure = sentence.before(claim), (claim.value, claim.number.written_unit)
        if here and (claim.period_start, claim.period_end) == gathering.days:
            gathering.brought.add(figure)
        if claim.period_start or claim.period_end or OTHER_TIME.search(said):
            continue
        if here and claim.number.start < gathering.told and not is_led(claim, sentence, gathering):
            continue
        spoken = [match for match in SPOKEN.finditer(said) if match.end() < len(said)]
        if spoken and not _there().search(said, spoken[-1].end()):
            continue
        came = CAME.match(sentence.reading.text, claim.number.end)
        of_it = (here or goes_on) and (_issued().search(said) or came) is not None
        again = figure in gathering.brought and claim.value > FEW
        of_it = of_it or again or goes_on and _brought().search(f"{said}{claim.noun}") is not None
        if told or of_it or _there().search(said):
            with_period(claim, gathering.days, OF_GATHERING)
            gathering.brought.add(figure)
            told = True
    return told


def is_led(claim: Claim, sentence: Sentence, gathering: Gathering) -> bool:
    """Does the sentence put what it tells first at the gathering (签约58个……在6月11日举行的大会上，…)?"""
    text = sentence.reading.text
    if PUT_THERE.search(text, claim.number.end, gathering.told) is None or not AT.match(text, gathering.told):
        return False
    return _brought().search(f"{sentence.before(claim)}{claim.noun}") is not None


PUT_THERE = lazy(r"[，…]在")
AT = lazy(r"[”」]?[\u4e00-\u9fff]{0,6}[上中]，")
"""What puts what is told at a gathering: ，在6月11日举行的大会上，."""


@lru_cache(maxsize=1)
def _issued() -> Pattern:
    """What stands before the number of things that a gathering brings out (推出需求信息200条)."""
    issued, things = alternation("issued_at_gathering"), alternation("thing_issued")
    return lazy(rf"{issued}(?:[^，。；0-9]{{0,10}}?{things})?$")


@lru_cache(maxsize=1)
def _held() -> Pattern:
    """A gathering and that it is held, in either order; that one opens or closes, or something is signed."""
    gathering, held = alternation("gathering"), alternation("held")
    return lazy(
        rf"{gathering}[^。！？\n]{{0,24}}?{held}|{held}[^。！？\n]{{0,36}}?{gathering}|{alternation('opened')}"
    )


@lru_cache(maxsize=1)
def _there() -> Pattern:
    """Words that put what is told at the gathering: 会上, 此次活动, 现场, 本届展会."""
    gathering = alternation("gathering")
    return lazy(
        rf"会上(?!海)|开幕式上|仪式上|[现当]场|当[天日]|[展会]期|[此本这][次番批]|本届|该届|协议涉及|[节盛]会"
        rf"|^{gathering}(?!由|是|自)|{gathering}(?:展览|展出|汇聚|邀请|上|中|期间|现场|共|还|吸引|达成|设有?|推动|对接|促成|线[上下])"
    )


@lru_cache(maxsize=1)
def _brought() -> Pattern:
    """What gatherings bring: projects signed, visitors, orders."""
    return lazy(alternation("brought_by_gathering"))
