"""Names to which something is done or that only give an example: what a place wins, whom a firm supplies."""

from __future__ import annotations

from itertools import pairwise

from flows.extract.cues import alternation
from flows.extract.entities.read import Mention
from flows.patterns import lazy

LISTED_ON = frozenset(("、", "和", "及", "与", "以及"))


def spread_roles(text: str, mentions: list[Mention]) -> None:
    """What stands before the first of a list holds for all: 分布在甲、乙和丙, 引进甲、乙."""
    for mention, following in pairwise(mentions):
        spread = mention.role in {"origin", "gained"}
        if spread and following.role == "subject" and mention.kind == following.kind:
            if text[mention.end : following.start] in LISTED_ON:
                following.role = mention.role


LISTING = frozenset("、和及与”」")
OF_FIRMS = frozenset({"firm", "bank"})
EXAMPLE_OF = lazy(
    r"[”』」》]?(?:[、和及与][^，。；]{1,30}?)?等[^，。；、0-9]{0,14}?"
    r"(?:平台|项目|机构|载体|园区?|基地|实验室|高校|院所|设施|集群|走廊|场景|产品|品牌|活动)"
)


def is_example(mention: Mention, text: str, ahead: str) -> bool:
    """Is the institution or the zone one of a list of examples (甲、乙等平台启动建设)?"""
    if mention.kind == "region" and not (mention.park or mention.level == "zone") or mention.kind == "self":
        return False
    listed = text[mention.start - 1 : mention.start] in LISTING or ahead[:1] in LISTING
    return listed and mention.level not in OF_FIRMS and EXAMPLE_OF.match(ahead) is not None


LISTED_NEXT = frozenset("、和及与等")
TOWARDS = ("向", "给", "把", "将", "被", "替", "从", "对")
SEEN_BY = lazy(r"[”」』]?(?:集团|公司)?(?:来说|来讲|而言|来看|看)")
FOR = lazy(r"(?:^|[^成作视称名分别认定评])为$")
SERVED = lazy(r"[^，。；的]{0,6}?(?:提供|供货|供应|配套|代工|带来|贡献|服务)")
GAINED = lazy(rf"{alternation('gain_verb')}[出了]{{0,2}}(?:一大?批|包括|如|像|以|诸如)?[“「]?$")


def is_gained(before: str, after: str) -> bool:
    """Does a list of those begin with the firm whom a place has won (引进甲、乙等龙头)?"""
    return after[:1] in LISTED_NEXT and GAINED.search(before) is not None


def is_object(before: str, after: str) -> bool:
    """Is something done to the firm, or for it: 向甲采购, 为甲供货? 对甲来说 and 从甲看 speak of it."""
    if before.endswith(TOWARDS):
        return not SEEN_BY.match(after)
    return FOR.search(before) is not None and SERVED.match(after) is not None
