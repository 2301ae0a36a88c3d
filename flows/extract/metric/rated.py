"""Rates, multiples and stakes by their own names, before or behind the percentage."""

from __future__ import annotations

from flows.extract.metric.nouns import phrase_before
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy


def name_of(rate: str) -> str:
    """The name of a rate without what leads to it."""
    name = rate.removeprefix("的").removeprefix("其中")
    short = phrase_before(name)
    return short if short.endswith("率") else name


def rate_behind(number: Number, after: str, head: str) -> str:
    """The rate that a percentage or a multiple is, by its name behind it (70%毛利率, 41倍认购), else ''."""
    if number.unit not in {"percent", "multiple"}:
        return ""
    rate = RATE_AFTER.match(after)
    if rate:
        return rate[1] or ""
    if number.unit == "percent":
        return ""
    valued = VALUED.match(after)
    if valued:
        return valued[1] or ""
    return head.removesuffix("部分") + "认购" if SUBSCRIBED.match(after) else ""


STAKE = lazy(r"的?(?:[A-H]类|已发行|总|全部)?(?:普通)?(股权|股份|权益|股票|普通股|股)(?![价市东民])")
HELD = lazy(r"(?:[持占参控]股)(?:比例)?(?:分别|已|约|达到?|为|近|超过?|仅|增至|降至|升至)*$")
HOLDS = lazy(
    r"(?:通过[^，。；]{2,24})?(?:直接|间接|合计|共|共同|仍|各)*持有(?:该?公司|其|上市公司)?(?:约|近|超过?|逾)*$"
)
"""Who holds a stake in the firm that the sentence speaks of: 员工平台持有9.6%."""
VOTES = lazy(r"的?((?:股份)?(?:表决权|投票权|话语权))")
TRANSFER = lazy(r".*(?:出售|转让|收购|持有|受让|拍卖|质押|购买|增持|减持|挂牌|取得|获得|拥有)")


def stake(before: str, window: Window) -> str:
    """The stake in a firm that a percentage is (华冠75%股权), or that somebody holds (甲持股30%), else ''."""
    of = STAKE.match(window.after)
    if "股" in window.sentence and HOLDS.search(before) and (of is None or of[1].endswith("股")):
        return phrase_before(HOLDS.sub("", before)) + "持股"
    vote = VOTES.match(window.after)
    if vote:
        return vote[1]
    if of:
        return phrase_before(TRANSFER.sub("", before)) + of[1]
    return phrase_before(HELD.sub("", before)) + "持股" if HELD.search(before) else ""


RATE_AFTER = lazy(
    r"的?([\u4e00-\u9fff]{1,8}?(?<!增长)(?<!效)(?<!功)(?<!频)率)(?=[，。；]|[较最为居胜]|突破|目标|领先|落后|当选|高居|$)"
)
"""A rate by its name behind its percentage: 实现70%毛利率."""
VALUED = lazy(r"的?(?:动态|静态|滚动|前瞻|预期|远期)?(市[盈销净]率|P[/]?[ESB](?![A-Za-z]))")
"""What a firm is valued at in multiples: 估值与100倍的市销率."""
SUBSCRIBED = lazy(r"的?(?:超额|足额)?(?:认购|申购)")
"""What an offer of shares is told in multiples of: 获326倍超额认购."""
