"""Nouns in parallel that one number is said of, a claim each: 甲量、乙量均居第一, 无论甲量还是乙量."""

from __future__ import annotations

from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import COUNTS
from flows.extract.metric.parallel import (
    BOUNDARY,
    RANGE_OF_ITEMS,
    SHARED,
    SPLIT_OR_LIST,
    listed_nouns,
    measured_as,
    plain_text,
)
from flows.extract.spot import Spot
from flows.patterns import lazy

OF_ALL = "noun of all"
EVERY = lazy(
    r"均(?<!平均)(?!(?<=[年月日]均)(?:复合|增|下降|降|同比))(?![价衡])|皆|双双|都(?<![首成]都)(?![市会])"
)
MARKS = frozenset("均皆双都")
DIGIT = lazy(r"[0-9]")
TAKES_UP = lazy(
    r"(?:且|也|(?:数量|件数|规模)[和与、](?:金额|规模|总额)|[二两三四五六][项者个](?:核心|主要)?(?:总量|规模|金额)?(?:指标|数据)?)?(?:同比|环比)?(?:增[幅速长]|涨幅|降幅)?"
)
EITHER = lazy(
    r"(?:无论|不论)是?[看论从在按]?([^，。；]{2,12}?)上?还是[看论从在按]?([^，。；]{2,12}?)(?:上|来看|看|来说|而言|方面)?，"
)
"""Two measures that a rank or a rate is of: 无论看出货量还是看销售额，都居第二."""
NAMES_MEASURE = lazy(r"(?:率|力|度|量|[^字岁]数|总额|金额)$")


def nouns_of_all(spot: Spot, here: list[Topic]) -> list[Measured]:
    """The nouns that 均 or 双双 gives the one number: a claim each (专利量、企业数均居第一). `here` are the
    topics of the sentence, which a clause that begins with 均 takes up.
    """
    before = spot.text[spot.clause_start : spot.number.start]
    every = None if MARKS.isdisjoint(before) else EVERY.search(before)
    if not every:
        return []
    either = EITHER.search(spot.text, spot.sentence.start, spot.clause_start)
    if either and either.end() == spot.clause_start:
        return [measured_as(noun, spot, OF_ALL) for noun in either.groups()]
    if TAKES_UP.fullmatch(before, 0, every.start()) and spot.number.unit in {"rank", "percent"}:
        return taken_up(spot, here)
    if not SPLIT_OR_LIST.search(before) or DIGIT.search(before, every.start()):
        return []
    return nouns_between(spot, spot.clause_start, spot.clause_start + every.start())


def taken_up(spot: Spot, here: list[Topic]) -> list[Measured]:
    """What a rank is said of by a clause that begins with 均: the counts of the sentence, else the nouns that
    the clause before lists.
    """
    part = behind_semicolon(spot, here)
    things = dict.fromkeys((topic.metric, topic.noun) for topic in reversed(part) if topic.kind in TAKEN_UP)
    if len(things) in RANGE_OF_ITEMS and all(noun for _, noun in things):
        return [Measured(metric, noun, "topics of all", False) for metric, noun in things]
    if here or spot.clause_start <= spot.sentence.start:
        return []
    end = spot.clause_start - 1
    return nouns_between(spot, spot.sentence.clause_start(end), end)


TAKEN_UP = COUNTS | {"money"}


def behind_semicolon(spot: Spot, here: list[Topic]) -> list[Topic]:
    """The topics behind the last ； of the sentence, where they are several, else all of it
    (企业126家；去年产值21亿元，税收1亿元，增速均在五成以上).
    """
    mark = spot.text.rfind("；", spot.sentence.start, spot.clause_start)
    if mark < 0:
        return here
    numbers = spot.reading.numbers
    behind = sum(mark < one.start < spot.number.start and one.kind == "claim" for one in numbers)
    return here[:behind] if behind in RANGE_OF_ITEMS else here


def nouns_between(spot: Spot, start: int, end: int) -> list[Measured]:
    """The measures that the text lists, as what the number is said of; none unless each is a measure."""
    nouns = listed_nouns(BOUNDARY.split(plain_text(spot, start, end))[-1]) or []
    if not all(SHARED.search(noun) or NAMES_MEASURE.search(noun) for noun in nouns):
        return []
    return [measured_as(noun, spot, OF_ALL) for noun in nouns]
