"""Prices of shares and indices: what a share costs, by how much a price moved."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.metric.inherited import Measured
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

PER_SHARE = lazy(r"^\s?[/／]\s?股")
OF_A_SHARE = lazy(r"每股|股息|派|分红|收益|盈利|净资产")
QUOTED_AT = lazy(r"(?:报收|收报|收于|收盘(?:价?报)?|[昨今]收|现报|最新报|盘中[高低]?见?)(?:于|在|约)?$")

CLOSED_AT = lazy(r"[昨今日，]收(?:于|在)?$")
TOLD_AT = lazy(
    r"(?:(?<![申上填汇预通举虚谎瞒呈])报|(?:盘中|最[高低]|[高低]位|一度[高低])(?:一度)?(?:曾|触及|触|见|摸[至到]|升[至到]|涨[至到]|探[至到]|跌[至到]|冲[至到上]|达到?|至)+|(?:高|低|平)开(?:于|在)?)$"
)
"""How the price of a share is told whose sentence speaks of the market: 午间某某报58港元."""
ENDED_AT = lazy(r"(?:/股)?(?:的价格)?[大小微]?幅?(?:收盘|收市|报收|作收|开盘|开市|高开|低开|平开)")
DEALT_IN = lazy(r"[股盘]|收市|开市|挂牌|上市|市值|新高|交易所|港交所")
LARGEST_PRICE = 100000


def is_share_price(number: Number, window: Window) -> bool:
    """Is the amount one of money for a share, and no dividend or earning?"""
    if OF_A_SHARE.search(window.before):
        return False
    if number.per == "股" or PER_SHARE.search(window.after) or QUOTED_AT.search(window.before):
        return True
    if number.value is None or number.value > LARGEST_PRICE:
        return False
    if window.before.endswith("以") and ENDED_AT.match(window.after):
        return True
    head = window.sentence.split("#", 1)[0]
    if "股" in head and CLOSED_AT.search(head):
        return True
    return bool(TOLD_AT.search(window.before)) and DEALT_IN.search(window.sentence) is not None


OPENED = ("开盘", "开市", "开报", "高开", "低开", "平开")
ON_TELLING = lazy(r"[，,]\s?(?:现?报|每股)$")
"""A clause that goes on with what the one before it began: 低开2.1%，报41.2港元."""


def name_of_price(window: Window) -> str:
    """What the price of a share is called: at the opening, or else."""
    said = window.sentence.split("#", 1)[0][-16:]
    own = said if ON_TELLING.search(said) else said.replace(",", "，").rsplit("，", 1)[-1]
    own += window.after[:4].split("，", 1)[0]
    opened = max(own.rfind(word) for word in OPENED)
    return "开盘价" if opened > max(own.rfind(word) for word in ("收盘", "报收", "收报")) else "股价"


MARKET = lazy(alternation("market_word"))
MOVE = lazy(
    r"^[，、；]?([^，。；]{0,14}?)(?:今年以来|年内|早盘|午后|尾盘|盘中|一度|收盘|收市|开市|累计|全天|全日|当日|逆市|急|暴|大|微|小幅|大幅|再)*"
    r"(?:收?[涨升跌挫扬]|上涨|下跌|收[涨跌]|飙升|飙涨|下挫|走[高低]|高开|低开|即?(?:高|低)出(?:招股|发行|上市)价)(?:幅)?(?:逾|超过?|近|约|了|达|为|至少)*$"
)
COMPARED = lazy(r"(?:较|比|相比|同比|环比|按年|按月|年|季)[^，。；]{0,6}$")
NAMED = lazy(
    r"(?:[额量率价入数值润]|(?:发展|创新|景气|信心|消费|竞争力|普及|活力|算力|综合|应用|治理|开放)指数|规模|营收|份额|成本|物价|产业|投资|贷款|消费|得分|排名|比重|占比|[0-9])$"
)


def market_move(number: Number, window: Window) -> Measured | None:
    """The move of a share or an index in a sentence of the market: 概念股造好，甲科技急升8.6%."""
    if number.unit not in {"percent", "multiple"}:
        return None
    move = MOVE.match(window.before)
    if not move or "同比" in move[1] or "环比" in move[1] or NAMED.search(COMPARED.sub("", move[1])):
        return None
    head = window.sentence.split("#", 1)[0]
    if not MARKET.search(head) or not (move[1] or MARKET.search(window.between)):
        return None
    return Measured("stock_price_change", move[1].strip("，、") or "股价", "move on the market", True)
