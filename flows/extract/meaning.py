"""How a claim is meant: actual or a target, by its clause and by what stands before."""

from __future__ import annotations

from datetime import date

from flows.extract.discourse import Discourse
from flows.extract.modality import FAR, FAR_OF_A_GUESS, modality_of
from flows.extract.modality_words import is_past
from flows.extract.outline import Topics
from flows.extract.passage_roles import HEADS
from flows.extract.period.goals import goes_on, is_plan
from flows.extract.period.periods import OF_A_TITLE, Period
from flows.extract.period.planned import MOST, MUST
from flows.extract.period.present import NOW, PRESENT
from flows.extract.spot import Spot
from flows.patterns import lazy

TOLD = 500
"""Code points of a sentence before a number's clause in which words tell how it is meant."""


def meant(
    spot: Spot, period: Period, topics: Topics, discourse: Discourse, published_on: date | None
) -> tuple[str, str]:
    """Modality and the word that decided it; under a heading of plans what is not past is a target."""
    text = spot.text
    clause = text[spot.clause_start : end_of_own(spot)]
    earlier = text[max(spot.sentence.start, spot.clause_start - TOLD) : spot.clause_start]
    start, end = (None, None) if period.rule == OF_A_TITLE else (period.start, period.end)
    far = FAR_OF_A_GUESS if topics.whole.guessed else FAR
    modality, rule = modality_of(clause, earlier, start, end, published_on, spot.sentence.kinds, far)
    before = max(spot.clause_start, spot.number.start - 16)
    if text[spot.number.start].isdigit() and EXPECTED.search(text, before, spot.number.start):
        return "forecast", "what it is compared with"
    if AIMED.match(text, spot.number.end) or is_set(text, spot.number.start, spot.number.end):
        return "target", AIMED_AT
    if modality == "forecast" and period.rule == BY_THEN and discourse.modality == "target":
        return "target", "goal of the sentence before"
    if topics.plan and modality == "actual" and not is_past(spot.window.clause) and not tells_of_now(spot):
        return "target", "heading of plans"
    if modality == "actual" and discourse.continued and not spot.order and not is_past(clause):
        return discourse.continued, "passage before"
    if modality == "actual" and goes_on(spot, discourse):
        return "target", "goal of the sentence before"
    if modality == "actual" and foretold_before(spot, period, discourse, published_on):
        return "forecast", "forecast of the sentence before"
    if modality == "actual" and discourse.same_sentence and discourse.modality in {"target", "forecast"}:
        if spot.number.unit == "percent" and ITS_GROWTH.match(text, spot.clause_start):
            return discourse.modality, "growth of the claim before"
        if discourse.modality == "target" and GRANT.search(clause):
            return "target", "grant beside another"
        money = (spot.number.written_unit or "").endswith(("元", "股"))
        if discourse.modality == "target" and money and OF_IT.match(text, spot.clause_start):
            return "target", "part of the claim before"
    if modality == "actual" and is_to_be_done(spot, period, published_on):
        return "target", "what is to be done this year"
    if modality == "actual" and "target" in spot.sentence.kinds and is_planned_too(spot):
        return "target", "plan of the sentence"
    return modality, rule


def tells_of_now(spot: Spot) -> bool:
    """Does the sentence say that it tells what there is by now (迄今建成工厂20个、车间50个)?"""
    head = spot.text[spot.sentence.start : spot.clause_start]
    return BY_NOW.search(head) is not None


BY_NOW = lazy(rf"^[^，。；]{{0,8}}(?:{NOW.pattern}|{PRESENT.pattern}|截[至止])")


def is_to_be_done(spot: Spot, period: Period, published_on: date | None) -> bool:
    """Early in a year, does the sentence tell what is to be done in it (今年要抓住机遇，规模达45亿元)?"""
    if published_on is None or period.end is None or not period.whole_year:
        return False
    if (period.end - published_on).days <= MOST or MUST.search(spot.to_number) is None:
        return False
    return not is_past(spot.text[spot.sentence.start : spot.clause_end])


def foretold_before(spot: Spot, period: Period, discourse: Discourse, published_on: date | None) -> bool:
    """Does the claim go on with a forecast, of whose period it is (今年产值可达3万亿元。其中设计业为…)?"""
    if discourse.modality != "forecast" or spot.order - discourse.sentence > 1 or not published_on:
        return False
    inherited = period.rule == "inherited from the claim before"
    ahead = period.end is not None and period.end > published_on
    return inherited and ahead and not is_past(spot.to_number)


EXPECTED = lazy(
    r"(?:[高低好差优快慢早晚]于|逊于|不及|超过?|较|比)[^，。；0-9]{0,6}(?:预[期估测计])(?:值|中值|均值|中位数)?的?"
    r"(?:年?[增减]|增长|成长|上升|下[降跌滑]|[升降跌])?[约近]?$"
)
"""What stands before a number that was only expected (高于预期的2.9%)."""
OF_IT = lazy(
    r"其中|(?:其中)?除|(?:发行|交易|收购|增资|重组|上市|建成|投产|达产|完成|竣工)[^，。；0-9]{0,3}后"
)
"""What opens a clause that goes on with a plan: its parts, what comes of it."""


def is_planned_too(spot: Spot) -> bool:
    """Does the sentence open with what is to be done, and name goals further on
    (重点培育40家…，力争到2030年…)?
    """
    if GOALS.search(spot.text, spot.number.end, spot.sentence.end) is None:
        return False
    part = spot.text.find("；", spot.number.end, spot.sentence.end)  # 绍兴占三分之一；力争到2027年…
    return is_plan(spot.text[spot.sentence.start : part if part > 0 else spot.sentence.end])


GOALS = lazy(r"[，；](?:力争|争取|确保|到20[0-9]{2}年)")


def end_of_own(spot: Spot) -> int:
    """Where the clause ends, in a list of values of several years the number's own item."""
    end = end_of_part(spot)
    if spot.index + 1 == len(spot.inside):
        return end
    after = spot.inside[spot.index + 1].start
    mark = spot.text.find("、", spot.number.end, after) if after < end else -1
    if mark < 0 or not any(mark <= time.start < after for time in spot.sentence.times):
        return end
    return mark


def end_of_part(spot: Spot) -> int:
    """Where the number's clause ends; in a headline at the next space."""
    if spot.reading.passage.role in HEADS:
        space = spot.text.find(" ", spot.number.end, spot.clause_end)
        return space if space >= 0 else spot.clause_end
    return spot.clause_end


BY_THEN = "the time named before"
AIMED_AT = "aimed at"
AIMED = lazy(r"(?:以上|左右|以内)?的(?:年度|全年)?(?:预期)?(?:控制|调控|增长)?目标(?!价)")
"""What says behind a number that it was set as a goal (低于5.5%的预期控制目标)."""
TASK = lazy(
    r"(?:占|完成|超额?完成|超|较|比)[^，。；0-9]{0,8}(?:目标|任务|计划)(?:任务|数|值|指标)?(?:约|的)?$"
)


SET = lazy(r"(?:制定|设定|确定|定下|既定|原定|下达|承诺|规划)的?[^，。；]{0,10}$")
COUNTED = frozenset("项个条大类点")
PLANNED = lazy(r"的?[^，。；0-9]{0,6}(?:计划|目标|任务|指标)")


def is_set(text: str, start: int, end: int) -> bool:
    """Is the number a goal that somebody set, reached or not (完成年初制定的80家开店计划)?"""
    counted = text[end - 1] in COUNTED  # 规划确定的17项指标 are there
    if not counted and SET.search(text, max(0, start - 16), start) and PLANNED.match(text, end):
        return True
    return is_task(text, start, end)


def is_task(text: str, start: int, end: int) -> bool:
    """Is the number the goal of which a part was reached (占目标任务6亿元的110%)?"""
    return text.startswith("的", end) and TASK.search(text, max(0, start - 16), start) is not None


GRANT = lazy(r"奖励|补贴|补助|资助")
ITS_GROWTH = lazy(
    r"(?:[较比]去年[^，。；]{0,14}?)?(?:同比|比上年|较上年|按年|年)?(?:名义|实际)?"
    r"(?:增长|成长|增幅|增速|增加|减少|上升|上涨|下[降滑跌]|[增减升降])[约近超]?(?=[0-9一二三四五六七八九]+成?)"
)
