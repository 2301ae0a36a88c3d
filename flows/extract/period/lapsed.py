"""What no period of an earlier sentence dates: what is held, what is indefinite in time, what goes on from a
forecast.
"""

from __future__ import annotations

from flows.extract.discourse import Discourse
from flows.extract.period.dated import Dated
from flows.extract.period.goals import PARTS
from flows.extract.period.pairs import comes_from
from flows.extract.spot import Spot
from flows.patterns import lazy

STAKE = lazy(r"持股|股权|股份|持有|占股|投票权|表决权")
"""Holdings: they are as they are until somebody sells."""
BEHIND = 8
"""Code points behind a number within which its clause says that it is a holding."""
INDEFINITE = lazy(
    r"近几年|近些年|[这那][几些]年|曾(?!经?[在于]20)|历来|素来|向来|一贯|一直|长期|常年|连年|历年|多年来"
    r"|[年月载]过去(?=[，了])|后来|此后|从那以后|自此|时至今日|而今"
)
"""Times without an end: what they tell is not of the period of the sentence before."""
AGED = lazy(r"(?:成立|创立|创办|开业)(?:不到|仅|才|近|逾|超过?|已)?[0-9一二两三四五六七八九十]+[多余]?年")
"""What opens a sentence of what somebody has done in all (公司成立五年，完成4轮融资)."""
MENTIONED = lazy(r"此前|早前|早先|先前|不久前|前不久|近日|日前|近期|最近")
"""When something was done or said, not for which time it holds."""
BUILT = lazy(r"投资(?:额|了)?(?:约|近|超过?|逾)?$")
"""What a thing has cost, to whose name the amount belongs (投资16亿元的广场)."""
PROJECT = lazy(r"(?<!计划)总投资(?!完成|增长)|投资总额|占地|建筑面积|用地面积|注册资本")
"""What is a project's own as long as it stands, in a passage that opens with it."""
DEALS = frozenset({"financing_amount", "investment_amount", "subsidy_amount", "fund_size"})


def is_of_no_time(spot: Spot, what: Dated, discourse: Discourse) -> bool:
    """Does a number that names no time keep none, whatever its passage or the one before has dated?"""
    if spot.order == discourse.period_sentence:
        return False
    said = spot.text[max(spot.sentence.start, spot.floor) : spot.number.start]
    own = spot.text[spot.clause_start : spot.number.start]
    own += spot.text[spot.number.end : spot.number.end + BEHIND]
    if AGED.search(spot.to_number):
        return True
    if what.measure in {"share", "rank"} and STAKE.search(own):
        return True
    if INDEFINITE.search(said) or spot.text.startswith("的", spot.number.end) and BUILT.search(said):
        return True
    if not discourse.topics and what.measure == "value" and PROJECT.search(own):
        return True
    if what.measure == "share" and BY_NOW.match(spot.text, spot.number.end):
        return not said.lstrip().startswith(PARTS)
    if is_item(spot):
        return True
    if what.metric in DEALS and what.measure == "value" and MENTIONED.search(spot.to_number):
        return True
    return goes_on_from_forecast(spot, discourse)


BY_NOW = lazy(r"(?:的[^，。；0-9]{1,8})?(?:均|都)?已经?")
"""What follows a share of which something is done by now (逾七成已完成改造)."""
def is_item(spot: Spot) -> bool:
    """Does the number stand in one of several items, without a time in them or in the sentence that opened
    them (有三招。一是…。二是获奖9个)?
    """
    text, at = spot.text, spot.number.start
    end = max(text.rfind(first, 0, at) for first in FIRST)
    if end < 0:
        return False
    start = max(text.rfind(mark, 0, end) for mark in ENDS) + 1
    return not any(start <= time.start < at and time.period_end for time in spot.reading.times)


FIRST = ("。一是", "；一是", "：一是")
ENDS = "。！？"


def goes_on_from_forecast(spot: Spot, discourse: Discourse) -> bool:
    """Is it told as it is, in a sentence of its own, behind one that ended with a forecast?"""
    if discourse.modality != "forecast" or discourse.period_sentence < 0 or discourse.same_sentence:
        return False
    if "forecast" in spot.sentence.kinds or "target" in spot.sentence.kinds:
        return False
    return not spot.to_number.lstrip().startswith(PARTS) and not comes_from(spot)
