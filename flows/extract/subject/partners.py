"""Partners of trade: foreign places beside the trade of a place of China, whose figures are that place's."""

from __future__ import annotations

from itertools import pairwise

from flows.extract.entities.mention import Mention
from flows.extract.outline import Topics
from flows.extract.subject.homes import is_abroad_from, is_chinese
from flows.extract.subject.subjects import NOBODY, Scene, Subject
from flows.patterns import lazy


def set_partners_aside(scene: Scene, topics: Topics) -> Subject:
    """In an article about a place of China, foreign places beside trade are partners, not subjects.
    The article's home is returned.
    """
    home = next((source for source in (topics.headline, topics.place) if source.regions), NOBODY)
    beside = AMONG.search(scene.text, scene.sentence.start, scene.number.start)
    if home.regions and is_chinese(home.regions[0][0]) and not beside:
        for mention in scene.mentions:
            if (
                mention.kind == "region"
                and mention.role == "subject"
                and mention.level != "world"
                and any(is_abroad_from(place, home.regions[0][0]) for place in mention.ids)
                and not scene.text.startswith(TRADING, mention.end)
            ):
                mention.role = "partner"
    return home


AMONG = lazy(
    r"(?:主要|各|其他)(?:国家?|经济体)(?:和地区)?的?[^，。；]{0,6}(?:出口|进口|贸易)|占全球[^，。；]{0,4}(?:出口|进口|贸易)"
)
"""What compares the trade of lands with one another: 主要国家的出口, none of them a partner."""
TRADING = ("对华", "对中国", "对我国", "自中国", "从中国", "向中国", "自华")
"""What stands behind a country whose own trade with China is told."""


def at_home(last: Subject, home: Subject) -> Subject:
    """The claim before's subject, unless that was a trade partner: then the home."""
    if not (last.regions and home.regions and is_chinese(home.regions[0][0])):
        return last
    return home if is_abroad_from(last.regions[0][0], home.regions[0][0]) else last


WITH = ("与", "和", "同", "对")
TRADE = lazy(
    r"(?:[（(][^（）()]{2,14}[）)])?(?:之间)?的?(?:双边|货物|商品|农产品|全年)*"
    r"(?:进出口|贸易(?:总?[额值]|总额|总值|规模|量))"
)
"""Behind the foreign land whose trade with a place of China is told: 与某国（旧称某某）进出口总值."""


def set_aside_traders(text: str, mentions: list[Mention]) -> None:
    """The foreign land with which a place of China trades is its partner, whatever the article is about."""
    if "贸易" not in text and "进出口" not in text:
        return
    for home, partner in pairwise([m for m in mentions if m.kind == "region"]):
        trade = TRADE.match(text, partner.end) if text[home.end : partner.start] in WITH else None
        if trade is None or home.role != "subject" or not all(map(is_chinese, home.ids)):
            continue
        if partner.role == "subject" and not any(map(is_chinese, partner.ids)):
            for mention in mentions:
                if partner.start <= mention.start < trade.end():
                    mention.role = "partner"


OFFICE = lazy(
    r"(?:[省市区县州镇旗]|新区|开发区)(?:委)?(?:、?[省市区县州])?(?:政府|里|管委会|管理委员会|工信局|科技局|数据局|发改委|国资委)"
    r"(?:还|也|将|已|又|先后|共同)*(?:与|和|同|会同|联合|携手|联手|牵手|联袂)$"
)
"""What stands before the firm with which the office of a place does something: 区政府与甲公司设立基金."""
ALLY_NEXT = frozenset({"、", "和", "及", "与", "以及"})


def set_aside_allies(text: str, mentions: list[Mention]) -> None:
    """Firms with which an office without a name does something: the place's deed, not the firm's."""
    last: Mention | None = None
    for mention in mentions:
        if mention.kind != "firm" or mention.role != "subject":
            continue
        listed = last is not None and text[last.end : mention.start] in ALLY_NEXT
        if listed or OFFICE.search(text, max(0, mention.start - 16), mention.start):
            mention.role, last = "partner", mention


PROJECT_OF = lazy(
    r"[^，。；：、的在与和将已拟计0-9]{2,16}项目(?:总|计划|合同|协议)*(?:投资(?:额)?|金额)?(?:约|近|超过?|达到?|为)*[0-9]"
)
"""Behind the land whose firm builds something where the article tells of it: 德国库尔车体项目6000万欧元."""


def set_aside_builders(text: str, mentions: list[Mention]) -> None:
    """Foreign lands that a project is named after are where its builder comes from."""
    if "项目" not in text:
        return
    for mention in mentions:
        if mention.level == "country" and mention.role == "subject" and PROJECT_OF.match(text, mention.end):
            mention.role = "origin"
