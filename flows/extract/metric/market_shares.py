"""Shares of a market: how much of it a firm, a brand or a product has (市场份额11.3%), and ranks by that."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import OTHER, metric_for
from flows.extract.metric.viewed import LOOKED_AT
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

MARKET_SIZE = "market_size"
NAMED = lazy(r"(?:市场份额|市占率?|(?:市场|市)?占有率|(?<!基金)份额)(?:排名|位次|第一)?$")
BARE = lazy(
    r"(?:^|[^\u4e00-\u9fff]|[的其有])(?:市场)?(?:份额|市占率?|占有率)"
    r"(?:分别|已|也|均|则|更|就|为|是|达到?|有|约|近|超过?|仅|高达|至|升|降|提高|提升|扩大|加起来|合计|，)*$"
)
BEHIND = lazy(r"(?:以上|左右)?的?(?:市场份额|市场占有率|市占率?|(?:市场的)?份额(?!属于))")
VOLUME = lazy(r"(?:[^数总体存增]量|[销成交]额|出口|进口|用户|客户)$")
"""What the shares of a sentence are of, where it is told, and is no market."""
OF_VOLUME = lazy(r"(?:[^数总体存增]量|出货|装机|交付)的?(?:市场)?(?:份额|占有率|市占率?)$")
IN_LIST = lazy(
    r"(?:市场份额|市占率|占有率)(?:排名|数据|情况|格局|榜单?|排行)?[：:][^。]*$"
    r"|市场[中里]?的?(?:占比|比重|份额)上?来?看，[^。]*$"
)
WITHIN = lazy(
    r"在[^，。；在]{1,16}市场[中里]?的?(?:占比|比重|份额)[^，。；0-9]{0,4}(?:，[为达是约近超过]{0,3})?$"
)
"""A market with its name: 在化妆品市场中占比最高，为."""
OF_WHOLE = lazy(
    rf"占(?:据|到|了|有)?(?:全球|全国|国内|中国|整个|整体|全部|该)*市场的?(?:约|近|超过?|逾)?$|{WITHIN.pattern}"
)
"""A market as the whole: 占据市场的62%, 在化妆品市场中占比最高，为."""
OPENED = lazy(
    r"(?:^|[，。；])[^，。；]{2,24}(?<!就业)(?<!人才)(?<!劳动力)(?<!资本)(?<!股票)(?<!债券)(?<!期货)市场[上中里]?，"
    r"([^，。；0-9的]{2,10}?)占(?:据|到|了|有)?(?:约|近|超过?|逾)?$"
)
"""A market that the sentence opens with, and who has how much of it: 国内投影仪市场，甲公司占25%."""
AMOUNT = lazy(r"(?:[额量]|产能|收入|利润|订单|出口|进口|产值|投资|营收|保费|面积)$")
SHARE_NEXT = lazy(
    r"，(?:其|以|而|并以|且)?[^，。；0-9]{0,6}(?:市场份额|市占率|占有率|份额)(?![增提上下扩])"
    r"|，(?:以|凭借?)[^，。；]{0,8}%的(?:市场)?份额"
)
OF_IT = lazy(
    r"(?:以上|左右)?的(?![^，。；]{0,4}(?:[来出源]自|源于|销往|进入|[投流]向))(?:全球|国内|全国|中国|[\u4e00-\u9fff]{0,6})市场(?:$|[，。；])"
)
"""A market behind the part of it that somebody has: 占有七成的市场."""
OF_FIELDS = frozenset({"industry_output", "firm_count"})
"""What the field that one ranks in names by itself: 在机器人产业位居第三，市场份额2.8%."""
IN_MARKET = lazy(r"市场(?:占有率)?(?:排名?|[位名]列|位居|居|稳居|高居|占据)?$")


TOP_HOLD = lazy(
    r"(?:前|头部)的?[一二三四五六七八九十0-9]{0,3}(?:大|名|强|位|家)?的?(?:头部|龙头)?[\u4e00-\u9fff]{0,4}"
    r"(?:企业|厂商|公司|品牌|玩家|巨头|[房车药煤钢酒纸]企|券商|供应商)(?:总共|合计|一共|共|就|已|便|，)*"
    r"(?:占据?|拿走|拿下|瓜分|包揽|吃掉|垄断|分走|抢走)(?:了|到|去|约|近|超过?|逾|整个|全部|全国|全球|市场|的)*$"
)
"""How much of a market its first firms have together: 前五大厂商合计占五成."""
FIRST_BY = lazy(r"[\u4e00-\u9fff]{1,6}?(?:量|额|收入|规模|产能)(?=前[一二三四五六七八九十0-9企厂公房])")
VOLUMES = lazy(r"装[机车]量?|出货量?|[销产]量|订单|吞吐量|交易额|成交额|销售额|营收|利润|产能")


def of_market(measured: Measured, number: Number, window: Window, behind: str) -> Measured:
    """The same, or the share of a market; `behind` is the text behind the number, later clauses too."""
    if number.unit not in {"percent", "rank"}:
        return size_told(measured, window) if measured.noun in SIZES else measured
    if number.unit == "percent" and measured.metric == "firm_count" and TOP_HOLD.search(window.before):
        told = FIRST_BY.search(window.before) or VOLUMES.search(window.sentence.split("#", 1)[0])
        of_all = Measured(OTHER, told[0], "share of the first firms", True) if told else None
        return of_all or Measured(MARKET_SIZE, "市场份额", "share of the first firms", False)
    if measured.metric == OTHER and NAMED.search(measured.noun) and not OF_VOLUME.search(measured.noun):
        if is_of_volume(window):
            return measured
        traded = TRADED.search(window.sentence.split("#", 1)[0])
        return replace(measured, metric="trade_value" if traded else MARKET_SIZE)
    if number.unit == "percent" and OF_IT.match(window.after):
        return replace(measured, metric=MARKET_SIZE, rule="share of a market")
    if measured.metric not in {OTHER, MARKET_SIZE} and OF_TOLD.search(window.sentence.split("#", 1)[0]):
        return measured
    said = window.between + window.before
    _, parted, part = window.sentence.split("#", 1)[0].rpartition("；")
    apart = parted and not measured.own and number.unit == "percent" and VOLUMES.search(part) is None
    if apart and WITHIN.search(window.before):
        return Measured(MARKET_SIZE, "市场份额", "share of a market", False)
    if number.unit == "percent" and "市场" in said and not AMOUNT.search(measured.noun):
        if OF_WHOLE.search(window.before) or OF_WHOLE.search(said):
            return replace(measured, metric=MARKET_SIZE, rule="share of a market")
        opened = None if measured.own else OPENED.search(window.sentence.split("#", 1)[0])
        if opened and not AMOUNT.search(opened[1]):
            return Measured(MARKET_SIZE, "市场份额", "share of a market", False)
    if number.unit == "rank" and measured.metric in OF_FIELDS and SHARE_NEXT.match(behind):
        return replace(measured, metric=MARKET_SIZE, rule="share of a market")
    if measured.own and measured.metric != OTHER or VOLUME.search(measured.noun):
        return measured
    if number.unit == "rank" and measured.rule == LOOKED_AT:
        return measured
    noun = measured.noun if measured.own and measured.noun else "市场份额"
    if is_told(number, window, behind):
        return Measured(MARKET_SIZE, noun, "share of a market", measured.own)
    return measured


OF_TOLD = lazy(r"占(?:到|据|了)?(?:全[国省市球]|世界)的?(?:比重|份额)[^，。；0-9]{0,6}$")
"""The part that the amount just told is of the land's: 出口3.9万亿元，占全国的份额升至15.3%."""
TRADED = lazy(r"(?:进口|出口)市场")
"""A market whose shares are of what is imported or exported: 从德国的组件进口市场看，中国市占率为九成."""


def is_of_volume(window: Window) -> bool:
    """Do the sentence, or the one before it, tell of pieces sold, so that the share is one of those and of no
    market by its size (装机量16000台，甲占据31%的市场份额)?
    """
    before = window.lead.rstrip("。").rpartition("。")[2]
    said = before + window.sentence.split("#", 1)[0]
    return PIECES.search(said) is not None and EARNED.search(said) is None


PIECES = lazy(r"(?:销|装机|交付|出货|装车|调用)量")
EARNED = lazy(r"营收|收入|销售额|市场规模|产值")
SIZES = frozenset({"规模", "总规模", "整体规模"})
TOPIC = lazy(
    r"(?:^|[，。；])(?:至于|对于|关于|就|说到|再看|聚焦到?)([^，。；0-9]{2,16}?)(?:而言|来说|来看|方面)?，[^，。；]{0,14}规模[^，。；]{0,6}$"
)


def size_told(measured: Measured, window: Window) -> Measured:
    """The size of what the sentence opens with: 至于储能变流器，2023年的规模为180亿元."""
    topic = TOPIC.search(window.sentence.split("#", 1)[0])
    if topic is None or measured.metric != OTHER:
        return measured
    noun = f"{topic[1]}规模"
    found = metric_for(noun, noun, "money")
    return Measured(found[0] if found else MARKET_SIZE, noun, "size of the topic", False)


def is_share(measured: Measured) -> bool:
    """Is it how much of a market somebody has, and no size of a market?"""
    return measured.metric == MARKET_SIZE and NAMED.search(measured.noun) is not None


def is_told(number: Number, window: Window, behind: str) -> bool:
    """Do the words beside the number say that it is a share of a market, or a rank by one?"""
    if number.unit == "percent":
        if "份" in window.after or "占" in window.after:
            if BEHIND.match(window.after):
                return True
        if BARE.search(window.before):
            return True
    elif IN_MARKET.search(window.before) or SHARE_NEXT.match(behind):
        return True
    head = window.sentence.split("#", 1)[0]
    return ("市" in head or "占" in head) and IN_LIST.search(head) is not None
