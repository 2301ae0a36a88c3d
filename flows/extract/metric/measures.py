"""Value, share, rank, growth or change: how a number stands to the thing that it measures."""

from __future__ import annotations

from flows.extract.metric.added import is_added
from flows.extract.metric.measure_words import (
    APART,
    BY,
    GROWTH_AFTER,
    MORE_THAN,
    OF_EARLIER,
    RISE_TO,
    SO_MANY_MORE,
    Measure,
    measure_words,
)
from flows.extract.metric.percentages import Percentage, percent_measure
from flows.extract.numbers.number import Number
from flows.patterns import lazy

FALL = lazy(
    r"(?:减产|减收|减少|蒸发|便宜|下降|下滑|降低|回落|收窄|缩小|缩窄|缩减|下跌|少|(?<!涨)跌|(?<![起升])降|(?<!增)减|缩短|压[减缩降低]|削减|放缓|减慢|下调|低|亏损(?![^，。；]{0,12}(?:扩大|加大|走阔)了?$)|萎缩|衰退|缩水|下挫"
    r"|节省|节约|省[下去掉])[^，。；：、增升涨]{0,6}$"
)
WIDER = lazy(r"[降跌减]幅[^，。；0-9%]{0,10}?(?:扩大|加深|加大|拉大|走阔|增加|高出|多出)了?$")
"""A fall that has become a larger one: 降幅扩大1.6个百分点."""
FALLS_AFTER = lazy(
    r"[^，。；0-9]{1,8}?(?:走低|递减|降幅|跌幅|减幅|下滑|下降|下跌|回落|萎缩|缩水|衰退|跌落|缩减|滑坡|降低|减少)"
)
PAST = lazy(r"(?:超|少于|低于|高于|多于)(?:过|出)?(?:去年|上年|前年)(?:全年|同期)?(?:约|近)?$")
"""What a number is more than last year's: 超去年全年7万公里."""
ABOVE = lazy(r"(?:高出|超出|多出)[^，。；]{0,14}$")
"""By how many times something is more than another: 高出行业均值一倍."""


def is_falling(before: str, after: str = "") -> bool:
    """Does the text before a number, or what `after` names behind it, say that something fell by it?"""
    if after.startswith("的") and GROWTH_AFTER.match(after) and FALLS_AFTER.match(after):
        return True
    fallen = FALL.search(before) is not None and not RISE_TO.search(before)
    return fallen and not ("幅" in before and WIDER.search(before))


def measure_of(
    number: Number, before: str, after: str, noun: str, metric: str, head: str = ""
) -> tuple[Measure, str]:
    """The measure and the rule; `before` is the clause up to the number, `after` the clause
    behind it, `head` the sentence up to the number.
    """
    moved = number.unit == "rank" and number.rule != "rank_top" and number.surface[0] != "第"
    if moved and BY.search(before):
        return "change", "verb of change"
    if number.unit == "rank":
        return "rank", "rank unit"
    if number.unit == "percent":
        return percent_measure(Percentage(number, before, after, noun, metric, head))
    if number.unit == "multiple":
        if number.written_unit == "番" or number.rule == "doubling":
            return "growth", "doubling"
        earlier = "的" in before[-4:] and OF_EARLIER.search(head)
        grown = (
            earlier
            or measure_words().growth.search(before)
            or MORE_THAN.search(before)
            or SO_MANY_MORE.search(before)
            or ABOVE.search(before)
        )
        return ("growth", "growth verb") if grown else ("value", "multiple")
    if "差" in before[-6:] and APART.search(before):
        return "change", "apart"
    if "新增" in before[-6:] and is_added(number.written_unit, before, after, head):
        return "change", "added to a stock"
    if "增量" in before[-10:] and ADDED_UP.search(before):
        return "change", "change by its name"
    if "新增" in before[-6:] or RISE_TO.search(before):
        return "value", "level"
    if PAST.search(before):
        return "change", "more than last year's"
    if after.startswith("的") and CHANGED_BY.match(after):
        return "change", "change by its name"
    compared = "比" in before or "较" in before
    if compared and number.unit not in {"year", "month", "day"} and MORE_THAN.search(before):
        return "change", "more than another"
    if BY.search(before) and metric not in {"cost_saving"}:
        return "change", "verb of change"
    if SO_MANY_MORE.search(before) and (NO_MORE.fullmatch(before) or COMPARED_SO.search(head)):
        return "change", "more than another"
    return "value", "plain"


NO_MORE = lazy(r"[，；]?(?:同比|环比|按年|按月|则|却|也)*[多少](?:了|出|约|近)*")
"""A clause that says no more than by how many: ，少3千人."""
COMPARED_SO = lazy(r"[较比][^，。；]{0,16}[多少][^。]*[，；]")
"""A clause before that compares one more of the same: 比9月末多2万平方米，其中住宅多."""


ADDED_UP = lazy(
    r"(?:^|[年月季期内来度，])的?(?:净|总)?增量(?:[只仅也就]|达到?|为|有|是|约|近|超过?|逾|突破)*$"
)
"""By how much something has grown in a time: 收入突破300亿元，五年增量超百亿元."""
CHANGED_BY = lazy(
    r"的(?:净|年|月|总)?(?:增量|减量|增长量|增加值(?=[，。；])|(?:增幅|降幅|减幅|涨幅|跌幅|升幅)(?![^，。；]{0,2}(?:达|为|在|超|均|都)))"
)
"""What an amount is of that something grew by: 8万人的增量."""
