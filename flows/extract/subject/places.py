"""Places that step back beside firms: where they do business, with whom, and seats in brackets."""

from __future__ import annotations

from flows.extract.entities.mention import FIRM_KINDS, Mention
from flows.patterns import holds, lazy

SEATED = lazy(r"[）)]([\u4e00-\u9fff]{2,12}?(?:谷|港|城|园区?|试验区|综试区|基地|中心|服务区|示范区))")


def take_seat(text: str, nation: Mention, place: Mention) -> None:
    """中国（某市）算力谷 is a zone of the place in brackets, not of the nation."""
    seated = SEATED.match(text, place.end)
    if seated and place.kind == "region" and len(place.ids) == 1:
        nation.park = text[nation.start : seated.end()]
        nation.ids, nation.names, nation.level = place.ids, place.names, place.level
        nation.end, nation.role, place.role = place.end, "subject", "gloss"


NEAR = 200
"""Mentions before a wide place among which the firm or model that it belongs to is sought."""


IN_PLACE = lazy(r"[^，。；：、！？\n]在$")


PLACED = lazy(r"(?:在|遍布|覆盖|分布在|分布于|进入|服务|辐射|走向|面向|推广到|落地)$")


DONE_THERE = lazy(
    r"(?:[、和及与][^，。；]{1,8}?)?(?:部署|建设|建成|建立|设立|开设|投资|落地|上线|推出|运营|布局|投放|启动|开通|表现|获批|交付)"
)
"""What a firm of an earlier sentence does at a place: 已在甲和乙部署…."""


def set_aside_wide(text: str, mentions: list[Mention]) -> None:
    """在全国23个省份落地 or 拟在常州建厂 behind a firm or a model says where: the place steps back."""
    for index, mention in enumerate(mentions):
        wide = mention.level in {"nation", "world"}
        if (
            wide
            and PLACED.search(text[max(0, mention.start - 4) : mention.start])
            or (
                mention.kind == "region"
                and not wide
                and IN_PLACE.search(text[max(0, mention.start - 3) : mention.start])
            )
        ):
            done = not wide and DONE_THERE.match(text, mention.end) is not None
            if any(
                (other.kind in FIRM_KINDS or wide and is_narrow(other))
                and other.role == "subject"
                and (done or wide or "；" not in text[other.end : mention.start])
                and (done or "。" not in text[other.end : mention.start])
                for other in mentions[max(0, index - NEAR) : index]
            ):
                mention.role = "origin"


def is_narrow(mention: Mention) -> bool:
    """Is it a place within a land: 甲市已成高地，在全国…?"""
    return mention.kind == "region" and mention.level in {"province", "city", "county", "zone"}


PARTNERS = lazy(
    r"(?:[与同和]|携手|联合|牵手)(?P<who>[^，。；：]{2,60}?)(?:等[^，。；：、]{0,12})?"
    r"(?:达成|签[署订约下了定]|开展[^，。；：]{0,6}合作|建立[^，。；：]{0,8}(?:合作|关系)|(?<!达成)合作(?!社|区|伙伴)|(?:洽谈|会谈|磋商|座谈|对接)(?!会))"
)
MET_WITH = ("合作", "签", "达成", "谈", "磋商", "对接")


WITH_IT = lazy(
    r"(?P<who>[^，。；：]{2,60}?)等?[^，。；：、]{0,6}?(?:已|先后|相继|陆续|纷纷|均|都)*(?:与|同|和)(?:其|它|之|该[^，。；、]{1,6}|中心|园区|项目|基地|平台)"
    r"(?:已|正|也)?(?:牵手|携手|合作|签约|签署|签订|达成|开展|建立|对接)"
)
"""Those who have come together with what the sentence speaks of: 甲、乙等已与其签约."""
ITS = lazy(r"[与同和](?:[其它之该]|中心|园区|项目|基地|平台)")
ITS_MARKS = ("与其", "与它", "和其", "与该", "同其", "与之", "与园区", "与中心")
ITS_REACH = 20
"""Code points in which 与该平台已签约 ends."""
JOINING = ("携手", "联合", "牵手", "联手")
ALLIES = lazy(
    r"(?:携手|联合|牵手|联手)(?P<who>[^，。；：]{2,60}?)(?:等[^，。；：、]{0,12})?(?:共同|合力|一同)?"
    r"(?:建成|建设|打造|研发|推出|发布|成立|发起|开发|组建|设立|举办|主办|开展|实施|编制|攻关|构建|搭建|创建|共建)"
)
"""With whom somebody does what is told (联合甲、乙建成…)."""


def set_aside_partners(text: str, mentions: list[Mention]) -> None:
    """已与甲、乙等公司达成合作: partners behind 与 are no subjects, where a firm among them is named; nor are
    those with whom a land trades.
    """
    set_aside_traders(text, mentions)
    set_aside_those_with_it(text, mentions)
    dealt = holds(text, MET_WITH)
    joined = holds(text, JOINING)
    for found in (*(PARTNERS.finditer(text) if dealt else ()), *(ALLIES.finditer(text) if joined else ())):
        first, last = found.span("who")
        named = [m for m in mentions if first <= m.start and m.end <= last and m.role == "subject"]
        if any(m.kind == "firm" for m in named) and text[found.start() - 1 : found.start()] not in STOPS:
            for mention in named:
                mention.role = "partner"


def set_aside_those_with_it(text: str, mentions: list[Mention]) -> None:
    """甲、乙等已与其签约 tells who has come to the one spoken of."""
    if "与" not in text and "其" not in text or not holds(text, ITS_MARKS):
        return
    its = [at.start() for at in ITS.finditer(text)]
    start = max(text.rfind(mark, 0, its[0]) for mark in "，。；：") + 1
    for found in WITH_IT.finditer(text, start, its[-1] + ITS_REACH):
        for mention in mentions:
            if found.start("who") <= mention.start < found.end("who") and mention.kind == "firm":
                mention.role = "partner" if mention.role == "subject" else mention.role


TRADERS = lazy(r"(?:出口|进口|贸易|外贸|商品)(?:目的地|市场|伙伴|来源|对象)")
TRADED = lazy(
    r"(?P<who>[^，。；：]{2,40}?)(?:一直|仍|依旧|依然|始终|继续|连续[^，。；]{0,6})?(?:以来)?(?:是|为|成为|保持)(?P<of>[^，。；]{1,10}?)"
    r"(?:最主要|主要|最大|第[一二三四五]大|首要|头号)的?(?:出口|进口|贸易|外贸|商品)(?:目的地|市场|伙伴|来源地|来源|对象)(?![^。]{0,3}占)"
)
"""With whom a land trades (东盟为我国第一大贸易伙伴): what follows is told of the land."""


def set_aside_traders(text: str, mentions: list[Mention]) -> None:
    """Whom a land sells to and buys from steps back before the land itself."""
    if "贸易" not in text and "口" not in text or not TRADERS.search(text):
        return
    for found in TRADED.finditer(text):
        own = [m for m in mentions if found.start("of") <= m.start < found.end("of") and m.kind == "region"]
        for mention in mentions if own else ():
            if found.start("who") <= mention.start < found.end("who") and mention.role == "subject":
                mention.role = "partner"


STOPS = frozenset(("", *"，。；：、"))
"""What stands before a preposition that opens its clause: its names may be the subjects of what follows."""
