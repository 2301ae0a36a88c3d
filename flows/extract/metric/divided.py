"""Lists of the parts of what was counted: 行业方面，金融科技168家、健康科技97家 in a text on 独角兽."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.metric.fitting import OF_PLACES, Topic
from flows.extract.metric.inherited import ANY_UNITS, Measured
from flows.extract.metric.metrics import FIRMS, OTHER, unit_kind
from flows.extract.metric.parts import name_of_part
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

DIVIDED = lazy(
    rf"(?:[^，。；：#]{{0,6}}，)?(?:从|按照?|就|分|在|以)?[^，。；：#]{{0,8}}?{alternation('division')}"
    r"(?:的?(?:分布|结构|构成|归属|划分|统计|维度|角度|口径))?(?:方面|来看|看|上看|上|来说|划分|统计|分)?[，：]"
)
"""How a sentence begins that goes through the parts of what was counted."""


def part_counted(
    number: Number,
    window: Window,
    specific: list[str],
    behind: bool,
    earlier: list[Topic],
    same_sentence: int,
    older: tuple[Topic, ...],
) -> Measured | None:
    """What was counted before in the same unit, where the number's own words name only a part of it; its
    sentence has `same_sentence` of the earlier topics.
    """
    written = number.written_unit
    if behind or not written or unit_kind(number.unit) != "count":
        return None
    divided = goes_through_parts(window)
    if not divided and (written not in UNITS_OF_FIRMS or not specific):
        return None
    part = name_of_part(window) if specific else ""
    if specific and (not part or BODY.search(specific[0]) or BODY.search(part)):
        return None
    told = [topic for topic in (*earlier, *older) if topic.written == written]
    if not told or not (told[0].metric in FIRMS or divided and is_named(told[0])):
        return None
    here = [topic for topic in earlier[:same_sentence] if topic.written == written]
    whole = told[len(here)] if len(told) > len(here) else told[-1]
    if whole.metric != told[0].metric:
        whole = told[0]
    return Measured(whole.metric, part + whole.noun, "part of what was counted", True)


def goes_through_parts(window: Window) -> bool:
    """Does the sentence begin with the word for the parts that it goes through?"""
    return DIVIDED.match(window.sentence) is not None or WITHIN.match(window.sentence) is not None


def is_named(topic: Topic) -> bool:
    """Does the topic say what it counts, so that its parts are counted so too?"""
    told = topic.metric != OTHER or topic.written not in ANY_UNITS or topic.written in UNITS_OF_FIRMS
    return len(topic.noun) > 1 and (told or OF_PLACES.search(topic.noun) is not None)


WITHIN = lazy(
    r"(?:在|从)?[^，。；：#]{0,8}前?[0-9一二三四五六七八九十百千]+[强名位大家](?:榜单|名单|企业|城市)?(?:当中|之中|[里中内])，"
)
"""The first of a ranking, whose members are told one by one: 前100强里，美国33个."""
BODY = lazy(rf"(?:{alternation('counted_head')}|[院店厂馆站所厅社])(?:$|[中里当建试])")
"""A part by its name that is counted by itself: 书店40家, 技术中心中国家级的有13家."""
UNITS_OF_FIRMS = frozenset("家户")
