"""Percentages that are growth though their own words do not say so: 增幅居前的为甲、乙，分别为9%、7%."""

from __future__ import annotations

from flows.extract.metric.measure_words import Measure
from flows.extract.spot import Spot
from flows.patterns import lazy

GROWN_BY = lazy(
    r"(?:增速|增幅|涨幅|降幅|跌幅|增长率)(?:下降|下滑|放缓|回落|收窄|提升|加快)?（(?:仅|约|为|达)*$"
)
GROWTHS = lazy(
    r"(?:[、和与，][0-9.]{1,8}%){1,4}的?(?:同比|环比|年均|高|较高)?(?:增[幅速长]|涨幅|[降跌]幅|下降|增长率)"
)
"""What makes growth of all members of a list: 的21.5%和30.6%增幅."""
RECKONED = lazy(r"[（(](?:按|以|若)[^（）()0-9%]{2,12}(?:汇率|口径|价格?|货币)(?:计算?|折算)?(?:为|则)?$")
"""How the same growth is reckoned otherwise: 增23%（按固定汇率计22%）."""
RIVAL_RATE = lazy(
    r"(?:较|比|高于|低于|快于|慢于|超过?(?=去年|上年|同期)|不及|优于)[^，。；%]{0,14}的$"
    r"|(?:这一|该|同一|这个|此项|上述)(?:数字|指标|数据|数值)[^，。；%0-9占率]{0,6}$"
)
"""What growth just told is compared with, or said by the same figure of somebody else."""


def is_rate_of_growth(spot: Spot, before: Measure | None) -> bool:
    """Is the percentage a growth: in brackets behind 增速, or what growth is compared with (较上年的6.5%)?"""
    lead = spot.text[max(spot.sentence.start, spot.number.start - 24) : spot.number.start]
    if GROWTHS.match(spot.text, spot.number.end):
        return True
    if GROWN_BY.search(lead):
        return True
    return before == "growth" and (RIVAL_RATE.search(lead) or RECKONED.search(lead)) is not None


GROWN = lazy(
    r"(?:增速|增幅|涨幅|降幅|跌幅|(?<!自然)增长率|(?:同比|环比)(?:增长|下降|增加|减少|上升|上涨|下跌)的[^；。%占]{0,4}?[有为是])"
    r"[^；。%占率额重]{0,60}$"
)
"""What the values of a list grew or fell by: 增幅居前的为A、B，分别为; 同比下降的有A（."""


LOOKS_AT_GROWTH = lazy(r"\s*(?:[从按以论]|若?就|至于)?(?:增长)?(?:增速|增幅|涨幅)(?:方面|上|来?看|而言)，?")
OTHERS = lazy(r"占|比重|份额|率")
"""What else percentages of such a sentence are."""


def looks_at_growth(spot: Spot) -> bool:
    """Does the sentence look at growth (增速方面，甲省最快，其次是乙省（36%）)?"""
    if LOOKS_AT_GROWTH.match(spot.text, spot.sentence.start, spot.number.start) is None:
        return False
    return OTHERS.search(spot.text, spot.sentence.start, spot.number.start) is None


def is_grown(spot: Spot) -> bool:
    """Is the percentage the rate by which the sentence tells that its firms or places grew? A share is never
    below 0.
    """
    number = spot.number
    if number.surface[-1] not in "%％":
        return False
    if number.value is not None and number.value < 0:
        return True
    lead = spot.text[max(spot.sentence.start, number.start - 80) : number.start]
    return "%" not in lead.rsplit("；", 1)[-1] and GROWN.search(lead) is not None
