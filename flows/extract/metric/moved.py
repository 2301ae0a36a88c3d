"""What a clause says has moved, and the next one says how far: 研发投入持续加大，达4.2亿元."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cues import alternation
from flows.extract.metric.inherited import MARK, Measured
from flows.extract.metric.metrics import OTHER, RATES, metric_for
from flows.extract.metric.nouns import is_generic, phrase_before
from flows.extract.windows import Window
from flows.patterns import Pattern, lazy

REACHED = lazy(
    r"(?:已|也|则|均|现|仍|同期|同一时期|一度|分别|最终|总计|合计|首次|再次|全年|年内|目前|去年|今年|当年|年末|期末|上半年|截至目前)*"
    r"(?:达到?|为|是|至|高达|仅为?|只有|[升增降减跌涨缩]至|突破|超过?|逾|近|约|不足|低至|累计|[维保][持留]在|稳定在)*$"
)
"""What stands between a comma and the figure that a clause before it is about."""
AMOUNT = lazy(
    r"(?:[率额量数值价比度力本费款金税耗]|亏损面|[亩单]产|业绩|规模|营收|利润|收入|份额|投入|投资|支出|产能|出口|进口|外贸|消费|销售|预算"
    r"|盈利|亏损|资产|负债|订单|库存|面积|人口|投放|存款|贷款|现金流|贡献|时长|时间|周期|日|得分|评分|强度|水平|毛利|净利|风险|概率|可能性)$"
)
"""What a noun ends in that can be so much."""


WHOSE = lazy(
    rf"^[^，。；、的率]{{0,8}}(?:[生者人户民员]|{alternation('counted_head')})(?:已|则|更|均|也|的)*(?:达到?|为|高达|[升降]至|超过?|突破)+(?:约|近)*$"
)
"""Whose rate it is, where the clause before says that the rate has moved: 对口率上升，2023届毕业生达到72%."""
RATE = lazy(r"(?:[率度]|占比|比例|比重)$")
HOW = r"(?:得|较|也|更|很|相当|十分|非常|最)*(?:快|迅速|明显|显著|强劲|迅猛|喜人)"


@lru_cache(maxsize=1)
def _grew() -> Pattern:
    """What stands between a comma and the rate by which the thing of a clause before it has moved."""
    return lazy(
        r"(?:同比|环比|[比较](?:上年|去年|年初|上月|上季度?|上一年|前年|同期|同期水平|上年同期|去年同期)?)*"
        rf"(?:名义|实际|{alternation('moving_adverb')})*"
        rf"(?:{alternation('moving_verb')}|增速|增幅|降幅|涨幅|增长率)+了?(?:达到?|为|约|近|超过?|逾)*$"
    )


@lru_cache(maxsize=1)
def _moved() -> Pattern:
    """A noun at the start, adverbs and a verb of movement at the end of a clause."""
    adverbs, verbs = alternation("moving_adverb"), alternation("moving_verb")
    return lazy(rf"(?:{adverbs}*{verbs}了?(?:{HOW}|态势|趋势|势头)?|最[高低大小多少快慢])$")


def of_moved_clause(window: Window, kind: str, bare: bool) -> Measured | None:
    """What the clause before says has moved, where the number's own clause is nothing but its verb; where it
    is not `bare`, it may name whose rate it is.
    """
    if not window.between.endswith("，"):
        return None
    rate = kind in RATES and _grew().match(window.before) is not None
    part = kind == "percent" and WHOSE.search(window.before) is not None
    if not part and not (bare and (rate or REACHED.match(window.before))):
        return None
    clause = MARK.split(window.between)[-2].removeprefix("其中").removesuffix("，")
    found = _moved().search(clause)
    noun = phrase_before(clause[: found.start()]) if found else ""
    if is_generic(noun) or part and RATE.search(noun) is None:
        return None
    metric = metric_for(noun, f"{noun}#", kind)
    if metric is None and not AMOUNT.search(noun):
        return None
    return Measured(metric[0] if metric else OTHER, noun, "what the clause before has moved", True)
