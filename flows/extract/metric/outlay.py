"""Money that somebody spends on what is told behind it, or that closes a deal."""

from __future__ import annotations

from flows.extract.metric.metrics import unit_kind
from flows.extract.numbers.number import Number
from flows.patterns import lazy

DEAL = lazy(
    r"(?:的价格|的?高价|的?低价)?(?:成功|最终)?(成交|落槌|拍出|售出|卖出|竞得|摘得|拍得|购得|收购|出售|转让)"
)
"""The deal that an amount closes: 以1.26亿元成交."""
OUTLAY = lazy(
    r"(?:砸下|斥资|豪掷|投入|耗资|拿出|安排|追加|注资|投下|花费|花|出资|筹资|统筹|整合|投资)(?:了|约|近|超过?|逾|共|共计)*$"
)
PURPOSE = lazy(
    r"(?:建设|新建|兴建|扩建|改建|改造|打造|布局|收购|购置|购买|采购|升级|研发|开发|支持|扶持|推进|实施|修建|建起|建成)"
)
"""What somebody spends money to do: 砸下12亿元建设中心."""


def deal_closed(number: Number, before: str, after: str) -> str:
    """The deal that an amount of money closes, by the verb behind it, else ''."""
    if not before.endswith("以") or unit_kind(number.unit) != "money":
        return ""
    deal = DEAL.match(after)
    return deal[1] or "" if deal else ""


def is_spent(number: Number, before: str, after: str) -> bool:
    """Does the text behind an amount of money tell what it was spent to do, and name no amount?"""
    if unit_kind(number.unit) != "money" or PURPOSE.match(after) is None:
        return False
    return OUTLAY.search(before) is not None
