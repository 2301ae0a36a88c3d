"""Names that step back beside others: investors of a deal, examples of a list, markets of a firm."""

from __future__ import annotations

from itertools import pairwise

from flows.extract.cues import alternation
from flows.extract.entities.mention import Mention
from flows.patterns import holds, lazy

INVESTORS = lazy(
    r"(?:(?:[、和及与][^，。；、0-9]{1,12}?){0,4}等[^，。；、0-9]{0,12}?)?(?:共同|联合|联手|超额|战略|独家|继续|持续|老股东|跟随|参与|的)*"
    r"(?:领投|跟投|参投|认购|注资|追投|加注|投资方|投资机构|投资者|投资人|(?<=参与)(?:本轮|此轮|该轮|投资))"
)
OWNERS = lazy(
    r"(?:(?:[、和及与][^，。；、0-9]{1,12}?){0,4}等[^，。；、0-9]{0,12}?)?(?:[也都均皆已先后相继]|纷纷|悉数|赫然)*"
    r"(?:(?:是|为|系|在|出现在|位列|名列|现身|跻身|成为)(?!第一|最)[^，。；0-9]{0,8}?(?:股东|投资方|投资人|出资方)|入股|入局|进场)"
)
"""Behind several who own a firm: 甲、乙等都是股东, 甲、乙先后入局."""
INVESTED_BY = lazy(
    r"(?:投资方|投资机构|投资者|投资人|领投方|跟投方|股东|出资方)(?:主要)?(?:包括|包含|有|为|是|：)$"
)
INVEST = ("投", "认购", "注资", "股东", "入股", "入局", "进场")


def set_aside_investors(text: str, mentions: list[Mention]) -> None:
    """Who leads a round (甲、乙等领投, 投资方包括甲、乙) is not who raises it."""
    if not holds(text, INVEST):
        return
    listed = [m for m in mentions if m.kind == "firm" and m.role == "subject"]
    for run in listed_together(listed, text):
        led = INVESTORS.match(text, run[-1].end)
        if (
            led
            and not is_amount(text, led.end())
            or len(run) > 1
            and OWNERS.match(text, run[-1].end)
            or INVESTED_BY.search(text, max(0, run[0].start - 12), run[0].start)
        ):
            for mention in run:
                mention.role = "investor"


SPONSORS = lazy(
    r"(?:[、和与及][^，。；、]{1,12}?){0,6}(?:等[^，。；]{0,8}?)?(?:共同)?(?:担任|出任|任|为|是|作为)[^，。；]{0,16}?"
    r"(?:保荐人|保荐机构|保荐承销商|主?承销商|账簿管理人|财务顾问|整体协调人|经办人)"
)
"""Behind who brings a firm to the exchange: 甲、乙担任联席保荐人."""


def set_aside_sponsors(text: str, mentions: list[Mention]) -> None:
    """Who brings a firm to the exchange is not whom the sentence speaks of."""
    if "保荐" not in text and "承销" not in text and "顾问" not in text:
        return
    listed = [m for m in mentions if m.kind == "firm" and m.role == "subject"]
    for run in listed_together(listed, text):
        if SPONSORS.match(text, run[-1].end):
            for mention in run:
                mention.role = "source"


PUBLISHES = lazy(
    r"[”」]?\s?(?:[0-9月日今昨近前]{2,6})?(?:联合|共同|正式)?(?:发布|公布|推出|公开)了?[^，。；《0-9]{0,8}"
    r"《[^》]{2,36}(?:调[查研](?:报告)?|榜单?|白皮书|蓝皮书|指数(?:报告)?)》"
)
"""Behind a firm that has asked or ranked others: 甲公司22日公布《2025企业调查》."""


def set_aside_publishers(text: str, mentions: list[Mention]) -> None:
    """Who publishes a survey or a list is not whom it tells of."""
    if "》" not in text:
        return
    for mention in mentions:
        if mention.kind == "firm" and mention.role == "subject" and PUBLISHES.match(text, mention.end):
            mention.role = "source"


def is_amount(text: str, at: int) -> bool:
    """Does an amount follow (甲领投了3亿元), and not that of the whole round (甲领投3亿元B轮)?"""
    paid = text[at : at + 1] == "了" or text[at : at + 1].isdecimal()
    return paid and ROUND.match(text, at) is None


ROUND = lazy(
    r"了?(?:约|近|超过?|逾)?[0-9.]+[万亿]*(?:余|多)?(?:美元|港元|元|人民币)*的?(?:[A-Z][a-z]*[+-]?|天使|种子)[A-Z+]*轮"
)
"""The round that somebody leads: 领投2亿元B轮."""


NEAR = 40
"""Code points between two names of one list."""
LIST_MARK = lazy(r"[、和与及以]{1,2}(?:[^，。；、]{1,12}[、和与及]){0,6}")


def listed_together(mentions: list[Mention], text: str) -> list[list[Mention]]:
    """Runs of names joined by 、 or 和, with names in between that no one knows."""
    grouped: list[list[Mention]] = [mentions[:1]] if mentions else []
    for last, mention in pairwise(mentions):
        if 0 < mention.start - last.end <= NEAR and LIST_MARK.fullmatch(text, last.end, mention.start):
            grouped[-1].append(mention)
        else:
            grouped.append([mention])
    return grouped


INCLUDING = lazy(
    r"(?:^|[，；])(?:其中)?(?:主要)?(?:包括|包含|涵盖|囊括)(?:了)?"
    r"|(?:客户|伙伴|股东|对手|供应商|竞品|成员|用户|代表|品牌)(?:主要)?(?:包括|包含|涵盖|有)了?"
    r"|(?:企业|机构|单位|公司|院所|高校|项目)(?:主要)?(?:包括|包含|涵盖)了?"
)
DIGIT = lazy(r"[0-9%]")
COUNTED = lazy(
    r"、[^，。；、0-9]{1,12}等?(?:在内)?(?:共|已|现已|目前)?(?:超过|超|逾|突破|达到?)$"
    r"|在内的?[^，。；、0-9]{0,14}$"
)
"""A list before how many there are of its kind (包括甲、乙等已超过320家)."""


INCLUDE = ("，包", "，主要包", "，涵", "，其中包", "包括", "包含")


def set_aside_examples(text: str, mentions: list[Mention]) -> None:
    """What 包括甲、乙等 names are examples of a whole, unless numbers go with them."""
    if not holds(text, INCLUDE):
        return
    for found in INCLUDING.finditer(text):
        end = min(
            (at for at in (text.find(mark, found.end()) for mark in "，。；") if at >= 0), default=len(text)
        )
        named = max((m.end for m in mentions if found.end() <= m.start < end), default=found.end())
        digit = DIGIT.search(text, found.end(), end)
        if digit and digit.start() < named and "在内" in text[named:end]:
            digit = DIGIT.search(text, named, end)  # 包括361度在内的
        if not digit or COUNTED.search(text, found.end(), digit.start()):
            for mention in mentions:
                if found.end() <= mention.start < end and mention.role == "subject":
                    mention.role = "object"


EXCEPT = lazy(
    r"(?:^|[，。；\n])(?:除(?![夕非此湿尘草虫])(?:去|了|开)?([^，。；]{1,60}?)(?:之外|以外|外)?|([^，。；]{2,24}?)(?:之外|以外))[，,]"
)


def set_aside_excepted(text: str, mentions: list[Mention]) -> None:
    """What a sentence leaves out (除去甲、乙两地，… or 甲之外，…) is not whom it speaks of."""
    for found in EXCEPT.finditer(text) if "除" in text or "外" in text else ():
        start, end = found.span(1 if found[1] else 2)
        for mention in mentions:
            if start <= mention.start < end and mention.role == "subject":
                mention.role = "object"


UNDER = lazy(
    r"(?:^|[，。；：、\n]|而|也)在([^，。；]{1,40}?)的?[^，。；、]{0,8}?"
    rf"{alternation('under_what')}(?:作用)?之?下"
)


def set_aside_leaders(text: str, mentions: list[Mention]) -> None:
    """Under whose lead others act (在甲、乙等龙头带动下，…) is not whom the sentence speaks of."""
    for found in UNDER.finditer(text) if "下" in text else ():
        for mention in mentions:
            if found.start(1) <= mention.start < found.end(1) and mention.role == "subject":
                mention.role = "object"


MARKET = lazy(
    r"(?:[^，。；0-9在]{0,10})(?:市场|领域|赛道|地区|业务|行业|板块)(?:中|上|里)?"
    r"(?=[^，。；]{0,14}(?:[0-9]|[一二三四五六七八九两半][成半数]|第[一二三四五六七八九十]|首位|分之))"
)
AT = lazy(r"(?:^|[，、；])(?:而|但|也|并)?在$")


def set_aside_markets(text: str, mentions: list[Mention]) -> None:
    """Where a firm does business (，在东南亚市场获得28%份额) is not whom its sentence speaks of."""
    if "在" not in text:
        return
    firm_end = -1
    for mention in mentions:
        if mention.kind == "firm" and mention.role == "subject":
            firm_end = mention.end
        elif mention.kind == "region" and firm_end >= 0 and "。" not in text[firm_end : mention.start]:
            if mention.role == "subject" and AT.search(text, max(0, mention.start - 3), mention.start):
                if MARKET.match(text, mention.end):
                    mention.role = "origin"
    for mention, following in pairwise(mentions):
        if mention.role == "origin" and following.kind == "region" and following.role == "subject":
            if text[mention.end : following.start] in {"", "、", "和", "及", "与"}:
                following.role = "origin"
