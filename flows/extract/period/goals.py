"""Goals that go on behind a goal, without a year of their own (到2027年，规模达到…。培育企业30家)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from flows.extract.cues import alternation
from flows.extract.discourse import Discourse
from flows.extract.modality_words import announces, is_past
from flows.extract.outline import Topics
from flows.extract.period.periods import Period
from flows.extract.period.present import NOW
from flows.extract.spot import Spot
from flows.patterns import lazy

PARTS = ("其中", "当中", "这其中")
"""What a sentence begins with that tells the parts of what the sentence before counted."""
REACHED = lazy(
    r"(?:达到?|超过?|突破|提高到|提升到|提升至|提高至|增至|建成|培育|形成|打造|新增|引进)[^，。；]{0,6}$"
)
PLANNED = lazy(
    r"(?:[”」）；。，、\s]|还|并|再|另|同时|此外|以及|加快|着力|重点|大力|积极|力争|争取|努力|持续|深入|每年|累计|新|将"
    r"|要|全市|全省|全区|全县|市域|(?:[一二三四五六七八九十]|\d{1,2})(?:是|[、.．]))*"
    + alternation("plan_verb")
)
"""A clause that opens with what is to be done, and names nobody who does it."""
CLAUSE = lazy(r"(?:^|[，；：])([^，；：]+)")


def goes_on(spot: Spot, discourse: Discourse) -> bool:
    """Does the number's sentence go on with the goals before (力争…。增加值达到1.8万亿元, 培育企业30家)?"""
    if discourse.modality != "target" or spot.order - discourse.sentence > 1:
        return False
    sentence, text = spot.sentence, spot.text
    if any(time.start < spot.number.start for time in sentence.times):
        return False
    if REACHED.search(spot.window.before) or spot.to_number.lstrip().startswith(PARTS):
        said = spot.to_number
        return not is_past(said) and not NOW.search(said)
    return is_plan(text[sentence.start : sentence.end])


@lru_cache(maxsize=64)
def is_plan(sentence: str) -> bool:
    """Does a clause of the sentence open with what is to be done, and nothing in it say that it is done?"""
    if is_past(sentence) or NOW.search(sentence):
        return False
    return any(PLANNED.match(clause[1]) for clause in CLAUSE.finditer(sentence))


PLANS = lazy(r"方案|规划|计划|行动|目标|意见|措施|政策|纲要|蓝图|任务|建设")
"""Words of a headline that tells of a plan."""
PLAN = lazy(r"(?:方案|规划|计划|纲要|行动|意见|措施)(?:$|[》”）（\s，]|(?:正式)?(?:发布|印发|出台|公布))")
"""The headline of an article that tells what a plan says."""
DESCRIBES = lazy(r"[^，。；0-9]{0,12}(?:是|作为|位于)(?!到)")
"""How a sentence opens that tells what a place is."""
TO_NOW = lazy(r"已|累计|现有|现已|共有|拥有")
LEAD = 14
"""Code points within which a paragraph opens with a year."""


def in_plan(spot: Spot, discourse: Discourse, topics: Topics) -> bool:
    """Does a paragraph of a plan that opens with the year of its goals go on with them (2027年，普及率超75%。
    产业规模突破1000亿元)?
    """
    said = spot.to_number.replace("累计", "")
    if discourse.modality != "target" or TO_NOW.search(said) or is_past(said):
        return False
    if PLAN.search(topics.whole.title) and spot.order - discourse.sentence <= 1 and not DESCRIBES.match(said):
        return True
    opens = any(time.end <= LEAD and time.kind in {"year", "until"} for time in spot.reading.times[:1])
    planned = topics.plan or spot.text.startswith("到")
    return opens and (planned or PLANS.search(topics.whole.title) is not None)


GOAL_YEAR = lazy(r"(?:^|[。；：，])(?:力争|计划|规划|提出|明确|要求|确定|目标是?)?到$")


def told_before(spot: Spot, discourse: Discourse, published_on: date | None) -> Period | None:
    """The year of a goal that the sentence before names without a number of its own, for goals that go on
    (到2027年，建成高地。力争产业规模达到…).
    """
    start = spot.sentence.start
    if discourse.sentence >= 0 or not start or published_on is None:
        return None
    for time in reversed(spot.reading.times):
        if time.end > start or not is_future(Period(time.period_start, time.period_end, ""), published_on):
            continue
        if time.kind in {"year", "until"} and GOAL_YEAR.search(spot.text, 0, time.start):
            if announces(spot.to_number) or "，" not in spot.to_number:
                return Period(time.period_start, time.period_end, "goal of the sentence before")
        return None
    return None


SOON = 45
"""Days behind the date of an article within which a period is no plan yet."""


def is_future(period: Period | None, published_on: date | None) -> bool:
    """Does the period end well behind the day of the article?"""
    return bool(period and period.end and published_on and (period.end - published_on).days > SOON)
