"""The size of a fund of which the sentence speaks: 该基金由区里与国资共同发起，总规模20亿元，首期6亿元."""

from __future__ import annotations

from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.nouns import phrase_before
from flows.extract.windows import Window
from flows.patterns import lazy

FUND_SIZE = "fund_size"
ABOUT = r"(?:合计|共计?|总计|分别|均|各|将|已|拟|为|达到?|约|近|超过?|逾|突破|不低于|不少于|高达|仅)*"
SIZED = lazy(
    rf"[，、；]?(?:基金)?(?:计划|目标|募集|认缴|实缴|管理|初始|总)*规模{ABOUT}"
    rf"|[，、；]?(?:首期|一期|首批|首关|二期)(?:规模|到位|实缴|认缴|出资|募资|募集|资金)*{ABOUT}"
)
"""A clause that says no more than that something has a size, or a first part."""
OF_FUND = lazy(
    r"(?:^|[，；：。])(?:[该这本此][只支]?|其中)?([^，；：。#]{0,30}基金)[”」]?"
    r"(?=[，由是]|日前|近日|今日|正式|已|在|于|完成|揭牌|成立|设立|落地|签约|备案|注册|拟|将|采用|存续|首期|总规模|（)"
)
SET_UP = lazy(
    r"(?:设立?|成立|组建|发起|建立|新设|启动|推出|落地|签约|揭牌|牵头)[了一两三四五六七八九十0-9只支个起的]*"
    r"([^，；：。#]{0,24}基金)[”」]?(?=，|$)"
)
SPENT_ON = lazy(r"(?:将|主要|重点|全部|专门)*(?:投向|聚焦|押注|助力|支持|助推|布局|专投)")


def size_of_fund(window: Window, here: list[Topic]) -> Measured | None:
    """What an amount is the size of, where its own clause says no more than 规模 and the sentence, or the
    one before, speaks of a fund.
    """
    head = window.sentence.split("#", 1)[0]
    if here and not is_of_fund(here[0]):
        return None
    if "规模" not in window.before and "期" not in window.before and "首" not in window.before:
        return put_up(head, window) if window.before in "，" else None
    if not SIZED.fullmatch(window.before):
        return None
    told = head if len(head) > len(window.before) + 1 else window.lead.rstrip("。\n").rsplit("。", 1)[-1]
    found = list(OF_FUND.finditer(told)) or list(SET_UP.finditer(told))
    return sized(found[-1][1]) if found else None


def put_up(head: str, window: Window) -> Measured | None:
    """The amount of which a headline says what the fund just set up puts it into: 设基金，10亿元投向芯片."""
    set_up = None if "基金" not in head[-4:] else SET_UP.search(head)
    return sized(set_up[1]) if set_up and SPENT_ON.match(window.after) else None


def is_of_fund(topic: Topic) -> bool:
    """Is it a fund, its size, or a span of years?"""
    return topic.metric == FUND_SIZE or topic.noun.endswith("基金") or topic.kind not in {"count", "money"}


def sized(fund: str) -> Measured:
    return Measured(FUND_SIZE, phrase_before(fund) or "基金", "size of the fund spoken of", False)
