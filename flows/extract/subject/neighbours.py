"""What names become by their neighbours: an owner, a seat, a gloss in brackets."""

from __future__ import annotations

from itertools import pairwise

from flows.extract.entities.mention import HOUSES, Mention
from flows.extract.subject.places import take_seat
from flows.patterns import lazy

OWNS = lazy(r"旗下的?(?:子?公司|企业|品牌|团队|实验室|平台)?$")


def settle_neighbours(text: str, mentions: list[Mention]) -> None:
    """Names beside names: together with a rival, owned by another, told in the brackets behind it."""
    for mention, following in pairwise(mentions):
        if following.role == "comparand" and mention.kind == following.kind:
            if text[mention.end : following.start] in TOGETHER and LEVEL_WITH.match(text, following.end):
                following.role = mention.role
        if mention.kind == "firm" == following.kind and OWNS.fullmatch(
            text[mention.end : following.start].strip("”」 ")
        ):
            mention.role = "object"
        if text[mention.end : mention.end + 1] in GLOSSES:
            if mention.ids == ("CHN",) and following.start == mention.end + 1:
                take_seat(text, mention, following)
            elif mention.kind == "region" == following.kind:
                set_aside_gloss(text, mentions, mention)
            elif following.start == mention.end + 1:
                alone = text[following.end : following.end + 1] in CLOSED
                if mention.ids == following.ids or alone and following.kind == "region":
                    following.role = "gloss"


TOGETHER = frozenset("与和同跟及")
LEVEL_WITH = lazy(r"[^，。；]{0,4}(?:并列|同列|同居)")
GLOSSES = frozenset("（(")
CLOSED = frozenset("）)")
GLOSS = lazy(r"[（(][^（）()，。；0-9]{2,40}[）)]")


def set_aside_gloss(text: str, mentions: list[Mention], group: Mention) -> None:
    """长三角（沪苏浙皖）: the places in brackets behind a place say what it holds and step back."""
    gloss = GLOSS.match(text, group.end)
    if gloss and group.role in {"subject", "comparand"}:
        for mention in mentions:
            if gloss.start() < mention.start < gloss.end():
                mention.role = "gloss"


PLACES = frozenset({"province", "city", "county"})
LANDS = frozenset({"nation", "country", "continent"})
SEATS = PLACES | {"country"}


BRANCH = lazy(
    r"(?:集团|公司|股份|汽车)?的?(?:(?:超级|第?[一二三四五])?工厂|厂|[\u4e00-\u9fff]{0,4}(?:基地|门店|园区?|项目|总部|大厦|中心|产线|车间)"
    r"|店|分[公行店]|子公司|[用客]户|车主|消费者|股东|员工|生产|仓)"
)
"""What a firm has at a place (甲市的某某工厂): the place is where, not the firm's seat."""


BRANCH_THERE = lazy(
    r"[\u4e00-\u9fff]{0,4}?(?:校区|院区|分校|分院|总部|分公司|子公司|分行|研究院|研发中心|工厂|厂区|基地|智算中心|数据中心|交付中心)"
)
WITH_BRANCHES = frozenset({"firm", "bank", "university", "hospital", "institute"})
"""Whose branch bears the name of its place: 某某大学广州国际校区."""


def between_of(text: str, place: Mention, firm: Mention) -> bool:
    """Is it 某市的某集团, which names the firm, and not what it has there?"""
    if place.level not in PLACES or text[place.end : firm.start] != "的":
        return False
    return BRANCH.match(text, firm.end) is None


def set_seats(text: str, mentions: list[Mention]) -> None:
    """A place directly before a firm's name is where the firm sits: 无锡某某科技."""
    for firm, place in pairwise(mentions):
        if firm.end == place.start and place.kind == "region" and place.level in LANDS:
            if firm.kind == firm.level == "firm":
                firm.end, place.role = place.end, "title"  # 星巴克中国
        elif firm.end == place.start and firm.kind == "firm" and place.kind == "region":
            branch = BRANCH_THERE.match(text, place.end) if firm.level in WITH_BRANCHES else None
            if branch:
                place.role = "title"  # 某某大学广州校区有15个专业
    for place, firm in pairwise(mentions):
        joined = place.end == firm.start and place.kind == "region" and place.level in SEATS
        owned = place.level in {"nation", "country"} and text[place.end : firm.start] == "的"
        owned = owned or between_of(text, place, firm)
        joined = joined or owned and firm.kind == "firm" and place.kind == "region"
        if joined and firm.kind == "firm" and firm.level in HOUSES and place.role == firm.role == "subject":
            place.role = "seat"
