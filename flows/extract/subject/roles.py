"""The part that a named place or firm plays beside a number: subject, or base,
scope, comparand, source, origin.
"""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.extract.numbers.names import titles
from flows.extract.subject.abroad import set_abroad
from flows.extract.subject.among import is_of_those
from flows.extract.subject.bylines import set_bylines
from flows.extract.subject.bystanders import is_example
from flows.extract.subject.items import leads_item
from flows.extract.subject.listed import whole_list
from flows.extract.subject.own_models import is_told_of, role_of_pair
from flows.extract.subject.region_roles import region_role
from flows.extract.subject.steps import set_aside
from flows.patterns import lazy

MEMBER = lazy(
    r"(?:[^，。；、的0-9区市县]{2,14}(?:研究院|实验室|大学|学院)(?=等)|[一二三四五六0-9]{1,2}期|[0-9A-Z]{1,3}[号区][^，。；、的0-9等]{0,8}|(?=[”』」》、“『「《等]))(?:[”』」》][^，。；、的等]{0,8})?(?:[、“『「《][^，。；]{0,20}?)?等(?:[\u4e00-\u9fff]{0,8}?(?:项目|企业|公司|机构|产品|平台|院所|高校|单位|园区|实验室)的?)?"
    r"(?:约|近|超过?|逾)?(?:[0-9][0-9.万千]*|[一二三四五六七八九十百多]+)[多余]?(?:[家所个名位款项]|大(?![学型中]))"
)
EVENT = (
    r"[^，。；、的]{0,14}(?:节|大会|大赛|邀请赛|峰会|论坛|赛|展)(?:、[^，。；]{0,36}?)?"
    r"等[^，。；0-9]{0,6}?[0-9]+[多余]?场"
)
"""Behind the firm whose event is one of a list: 甲开发者节、乙邀请赛等16场活动."""
MEMBER_FIRM = lazy(
    EVENT + r"|[^，。；、]{0,3}、[^，。；]{0,36}?等(?:企业|公司|厂商|机构|大厂)的"
    r"(?:约|近|超过?|逾|共)?[0-9.万千]+[余多]?[款个项种]"
    r"|(?:(?!开设|开展|拥有|建成|承担|打造|推出|举办|投资|承建)[^，。；、的0-9]){1,16}等(?:约|近|超过?|逾)?[0-9]+[多余]?"
    r"[个项][^，。；、0-9]{0,6}?(?:项目|工程|产线)|(?:[^，。；、的]{0,3}、[^，。；]{0,36}?"
    r"|(?:(?!开设|开展|拥有|建成|承担|打造|推出|举办)[^，。；、的]){0,14}"
    r"(?:项目|中心|基地|总部|工程|产业园|工厂))等(?:(?:重[点大]|龙头|头部|知名|标志性)?(?:项目|企业|公司|机构|产品))?"
    r"(?:约|近|超过?|逾)?[0-9.一二三四五六七八九十百千万多]+[多余]?[家所个名位款项]"
)
EXAMPLE = lazy(
    r"[^，。；以]{0,30}?等?[^，。；以]{0,4}(?<!作)为(?:投资|运营|建设|实施|创新|经营|市场)?(?:代表|首|主要代表|核心|龙头|依托|牵引|引领|主体|支撑|(?:[主特][^，。；以为]{0,2}|重要|配套|协同|次)?(?:承载[区地]|载体|节点|两翼|拓展区|示范点))|[^，。；]{0,30}?等[^，。；]{0,4}为例"
)
QUOTES = ("“", "「", "‘")
COINED = lazy(r"[\u4e00-\u9fffA-Za-z0-9+]{2,6}[”」’]")
"""The rest of a coined name that a place leads (“浙江数商”, “苏州模式”): it names no place."""
PARTLY = ("部分", "个别", "多个", "一些", "少数")
SURVEY = lazy(r"调[查研](?:报告)?》?$")
"""The end of a survey's title: the place in it is where it has asked (《2025甲地初创企业调查》)."""


def assign_roles(text: str, mentions: list[Mention]) -> None:
    """Set `role` on each mention by its neighbours in `text`."""
    set_abroad(text, mentions)
    set_bylines(text, mentions)
    labelled, titled = "【" in text, titles(text)
    last: Mention | None = None
    for mention in mentions:
        if mention.role == "byline":
            continue
        role = role_in_list(text, mention, mentions) or role_in_title(text, mention, labelled, titled)
        if not role and is_no_party(text, mention):
            role = "object"
        if role:
            mention.role = role
            continue
        mention.role = role_beside(text, mention, last)
        last = mention
    set_aside(text, mentions)


def role_in_list(text: str, mention: Mention, mentions: list[Mention]) -> str | None:
    """The part of a name that stands for others: 部分中国企业, 甲、乙等5家, 以甲为代表."""
    if mention.surface == "国产" or text.endswith(PARTLY, 0, mention.start):
        return "object"
    ahead = text[mention.end : mention.end + 40]
    if "等" in ahead and (is_example(mention, text, ahead) or leads_item(mention, text)):
        return "example"
    counted = "等" in ahead and is_member(mention, ahead) and not whole_list(text, mention, mentions)
    return "object" if counted or "为" in ahead and EXAMPLE.match(ahead) else None


def role_in_title(text: str, mention: Mention, labelled: bool, titled: list[tuple[int, int]]) -> str | None:
    """The part of a name within a label (【…】), a title (《…》) or a coined name (“苏州模式”)."""
    start, end = mention.start, mention.end
    if labelled and text.rfind("【", 0, start) > text.rfind("】", 0, start):
        return "subject" if text[start - 1] + text[end : end + 1] == "【】" else "object"
    named = next(((opens, closes) for opens, closes in titled if opens < start < closes), None)
    if named:
        return "subject" if mention.kind == "region" and SURVEY.search(text, *named) else "title"
    if mention.kind == "region" and text[max(0, start - 10) : start].endswith(QUOTES):
        return "title" if COINED.match(text[end : end + 24]) else None
    return None


def is_no_party(text: str, mention: Mention) -> bool:
    """Is it a chip that others use, or the world outside (海外)?"""
    if mention.level == "chip" and not is_told_of(*around(text, mention)) or mention.names == ("海外",):
        return True
    return mention.kind == "self" and mention.names[0].startswith(("abroad", "outside"))


def role_beside(text: str, mention: Mention, last: Mention | None) -> str:
    """The part of a name by what stands directly before and behind it; `last` is the name before."""
    if mention.kind in {"region", "firm"} and is_of_those(text, mention):
        return "subject"
    before, after = around(text, mention)
    if mention.kind in {"region", "self"}:
        return region_role(mention, before, after)
    return role_of_pair(text, mention, last, before, after)


def around(text: str, mention: Mention) -> tuple[str, str]:
    """The text directly before the name and behind it."""
    return text[max(0, mention.start - 10) : mention.start], text[mention.end : mention.end + 24]


def is_member(mention: Mention, ahead: str) -> bool:
    """Is the name one of a list whose length 等5家 tells? It is then counted, and no subject."""
    return bool(MEMBER.match(ahead[:30]) or mention.kind == "firm" and MEMBER_FIRM.match(ahead))
