"""Value, share, rank, growth or change: how a number stands to the thing that it measures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from flows.extract.cues import alternation
from flows.extract.metric.added import is_added
from flows.extract.metric.metrics import metric_units
from flows.extract.numbers.number import Number
from flows.extract.reference import read_reference
from flows.patterns import Pattern, lazy

Measure = Literal["value", "share", "rank", "growth", "change"]


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """Patterns made of the rows of `measure_words.csv`."""

    growth: Pattern
    growth_to: Pattern
    share: Pattern
    share_after: Pattern
    rate_noun: Pattern


BETWEEN = (
    r"(?:了|仍?有|仍达|约|近|超|逾|达|高达|率|幅度?|最高|将|分别|平均|年均|[约]?为|[超]?过|接近|将近|大约|不到|不足"
    r"|，?其?中?)*"
)
ADVERB = r"(?:了|掉|约|近|超过?|逾|又|大约|至少|接近|高达)*"


@lru_cache(maxsize=1)
def measure_words() -> MeasureWords:
    """The patterns, compiled once."""
    rows = {row["kind"]: row["pattern"] for row in read_reference("measure_words")}
    return MeasureWords(
        growth=lazy(rf"(?:{rows['growth']}){BETWEEN}[：:]?$"),
        growth_to=lazy(
            rf"(?:{rows['growth']}|占比|比重)[^，。；]{{0,6}}?(?:{rows['level']})(?:了)?(?:约|近|超过?|逾)*$"
        ),
        share=lazy(rf"(?:{rows['share']})"),
        share_after=lazy(rf"(?:以上|左右|上下|多)?(?:{rows['share_after']})"),
        rate_noun=lazy(rf"(?:{rows['rate_noun']})$"),
    )


RISE_TO = lazy(
    r"(?:增|升|降|提高|提升|扩大|下降|上升|减少|增长|增加|攀升|爬升|跃升|回升|压减|压缩|拓展|缩短|缩减|下调|上调|调高|调低|延伸|延长|拉长|缩小|发展|压缩|收窄|拉升|攀升)(?:至|到|为)了?[^，。；]{0,4}$"
)
BY = lazy(
    r"(?:增产|减产|(?<!均)增收|(?<!均)减收|增养|扩种|蒸发|缩水|增长|增加|减少|下降|上升|提高|提升|降低|多了|少了|多增|少增|净增|扩大|上涨|下跌|回落|收窄|缩窄|缩短|压减|上浮|下调|上调|缩小|延长|拉长|高出|多出|前移|后移|前进|后退|进步|退步|跃升|下滑|拉低|拉高|成长|衰退|暴增|大增|增|(?<!起)降|减|涨|跌)"
    + ADVERB
    + "$"
)
FALL = lazy(
    r"(?:减产|减收|减少|蒸发|便宜|下降|下滑|降低|回落|收窄|缩小|缩窄|缩减|下跌|少|(?<!涨)跌|(?<![起升])降|(?<!增)减|缩短|压[减缩降低]|削减|放缓|减慢|下调|低|亏损|萎缩|衰退|缩水|下挫"
    r"|节省|节约|省[下去掉])[^，。；：、增升涨]{0,6}$"
)
WIDER = lazy(r"[降跌减]幅[^，。；0-9%]{0,10}?(?:扩大|加深|加大|拉大|走阔|增加|高出|多出)了?$")
"""A fall that has become a larger one: 降幅扩大1.6个百分点."""
GROWTH_NOUN = lazy(
    r"(?:增速|CAGR|YoY|增幅|涨幅|降幅|跌幅|减幅|升幅|(?<!自然)增长率?|同比|环比)(?!的?贡献率)[^，。；占]{0,8}$"
)
GROWTH_AFTER = lazy(
    rf"(?:以上|左右|上下)?的?{alternation('growth_adverb')}*"
    r"(?:增速|增长率|成长率|CAGR|增幅|涨幅|降幅|跌幅|升幅|减幅|年增率|降速|增势|涨势|负增长|正增长)"
    r"|(?:以上|左右)?的?(?:同比|环比)(?:增长|下降|提升|增幅|降幅|跌幅)(?![率来自源贡])"
    r"|\s?的幅度(?=上升|上涨|增长|提升|递增|走高|攀升|扩张|走低|下降|下跌|递减|回落|降低|减少)"
    rf"|(?:以上|左右|上下)?的{alternation('growth_adverb')}*"
    r"(?:速度|(?:增长|增加|上涨|上升|上扬|提升|成长|跃升|扩张|跨越|飞跃|攀升|飙升|下滑|下降|下跌|回落|萎缩|缩水|衰退|跌落|缩减|滑坡|降低|减少)"
    r"(?!来自|[由是]|源|贡献|型|点|极|率|的|企业|行业|公司|产业|板块))"
)
"""What a percentage has grown or fallen by, named behind it: 71%的强势增幅, 16%的下滑, -7%的负增长."""
FALLS_AFTER = lazy(
    r"[^，。；0-9]{1,8}?(?:走低|递减|降幅|跌幅|减幅|下滑|下降|下跌|回落|萎缩|缩水|衰退|跌落|缩减|滑坡|降低|减少)"
)
GROWTH_RATE = lazy(
    r"(?:(?<!自然)增长率|[年季月]增率|成长率|升幅|CAGR|YoY|增速|增幅|(?:增长|上升|下降|[年季月][增减升降跌])幅度?)[^，。；占]{0,12}$"
)
GROWTH_NAME = lazy(r"(?:增速|增幅|涨幅|降幅|跌幅|(?<!自然)增长率)(?:预期|目标)?$")
OF_EARLIER = lazy(
    r"(?:[为是达当超剩]|[只仅]有|[为是]了|[约近])[^，。；]{0,10}?"
    r"(?:[0-9一二三四五六七八九十][年月季]度?[初末底]?|[上去前昨当][年月]|季度|时期|同期|[年月]前|[年月][初末底]|最初|当初|之初|以前)[^，。；]{0,6}的"
    r"(?:约|近|超过?|逾|将近|接近)*$"
)
"""An earlier time, whose amount a multiple is of: 是2019年的5倍, 为上年同期的2.7倍."""
PAST = lazy(r"(?:超|少于|低于|高于|多于)(?:过|出)?(?:去年|上年|前年)(?:全年|同期)?(?:约|近)?$")
"""What a number is more than last year's: 超去年全年7万公里."""
MORE_THAN = lazy(r"[比较]，?[^，。；]{0,16}(?:高|低|多|少|快|慢|贵|便宜|强|弱|重|轻)(?:出|了|约|近)*$")
RATE = lazy(
    r"(?:(?<!汇)率|PMI|CPI|PPI|比例|强度|指数|系数|含量|纯度|浓度|满意度|准确度|精度|完成|达标)[^，。；]{0,6}$"
)
OWN_RATE = lazy(r"(?<!汇)率(?:高?达到?|为|约|超过?|近|已|仅|[^，。；的率]{0,2})$")
OUT_OF = lazy(r"(?:以上|左右)?(?:都|均)?(?:出自|来自|源自|源于|属于|归于|投向|流向|集中在)")
"""Where a part of an amount comes from or goes: 增加值有90%出自民企."""
ABOVE = lazy(r"(?:高出|超出|多出)[^，。；]{0,14}$")
"""By how many times something is more than another: 高出行业均值一倍."""
APART = lazy(
    r"(?:[只仅还就相尚]相?差|[与和跟同比][^，。；]{1,14}(?<![误偏色温价逆顺时级利落出公反])差)(?:了|着|约|近|不到|不足|大约)*$"
)
"""What lies between two amounts: 和北美只差7%, 与第一名差3分."""
STILL = lazy(r"[，、]?(?:仍|还|也|则|依然|依旧|要|再)*(?:低|高|少|多)(?:出|了|约|近|逾|超过?)*$")
COMPARED = lazy(r"[较比][^，。；]{2,24}，[^，。；]{0,6}$")
"""A level, and by how much one is above or below it: 较2019年的18亿元，仍低12%."""
RATE_BEHIND = lazy(
    r"的?(?:高|超高|较高|低|综合|平均|整体)?[\u4e00-\u9fff]{0,6}(?<!增长)(?<!有效)(?<!成功)(?<!频)率(?:[，。；]|[较最为居胜]|突破|目标|领先|落后|当选|高居|$)"
)
"""The rate that a percentage is, behind it: 凭59%的高毛利率."""
OF_WHOLE = lazy(
    r"^(?:以上|左右|上下|多)?的(?!(?:较?[高低]|历史)?(?:水准|水位|高位|低位|区间)|增速|速度|增长|增幅|涨幅|降幅|目标|预期|控制|水平|概率|关税|股权|股份|税率|利率|年化)"
)


def is_falling(before: str, after: str = "") -> bool:
    """Does the text before a number, or what `after` names behind it, say that something fell by it?"""
    if after.startswith("的") and GROWTH_AFTER.match(after) and FALLS_AFTER.match(after):
        return True
    fallen = FALL.search(before) is not None and not RISE_TO.search(before)
    return fallen and not ("幅" in before and WIDER.search(before))


FASTEST = lazy(
    r"(?:增速|增幅|涨幅|降幅|跌幅|升幅|减幅)(?:[^，。；0-9%成倍]{0,6}|最[快高大][^，。；]{0,12}|[位居处]{1,2}[^，。；]{0,6}(?:前列|前茅|首位|第一))"
    r"，(?:分别)?(?:达到?|为|高达|是)?[^，。；占]{0,2}$"
    r"|(?:增速|[增涨降跌升减]幅)最[^。；]{2,40}[0-9.]+%，[^，。；]{1,10}(?:最[快慢高低大小]，(?:仅|为|达到?)*|以)$"
)
SIDE = lazy(
    r"(?:增[速幅长]|涨幅|降幅|同比|环比|[年季]增)[^，。；占率]{0,8}[0-9.]+%，(?!其)而?[^，。；0-9%占率比重毛份拿的]{2,10}$"
)
"""What grew beside something whose growth is told: 出口增幅为5%，而进口3%."""
EXPECTED = lazy(r"(?:预期|预测|预估|估计)(?:值|中值|均值)?的$")
EXPECTED_GROWTH = lazy(r"增[速幅长]|涨幅|降幅|同比|环比|年[增减]|按年")
AIM = lazy(
    r"^的(?:此前|业绩|官方|公司)*(?:指引|展望)"
    r"|^的(?:较高|高|低|较低|历史)?(?:预期|控制|目标|水平|水准|水位|高位|低位|区间|红线|警戒线)"
)
STRUCTURE = lazy(r"(?:结构|构成|结构比例?)(?:调整|优化|变化|演变)?(?:约?[为是由]|[至到])?$")
SPREAD_FACE = lazy(r"[长利亏涨跌盖]面(?:达到?|为|约|扩大至|超过?|近)*$")
"""The part of firms or products that grew: 增长面达85%."""
OF_THOSE = lazy(
    r"^的?(?:企业|用户|受访|网友|网民|人(?![力工均])|城市|居民|消费者|产品|公司|员工|家庭|客户|项目|学生|厂商|机构|份额|股份|高校)"
)


def measure_of(
    number: Number, before: str, after: str, noun: str, metric: str, head: str = ""
) -> tuple[Measure, str]:
    """The measure and the rule; `before` is the clause up to the number, `after` the clause
    behind it, `head` the sentence up to the number.
    """
    words = measure_words()
    if number.unit == "percent" and ("幅" in head or "增速" in head) and FASTEST.search(head):
        return "growth", "growth noun before"
    moved = number.unit == "rank" and number.rule != "rank_top" and number.surface[0] != "第"
    if moved and BY.search(before):
        return "change", "verb of change"
    if number.unit == "rank":
        return "rank", "rank unit"
    if number.unit == "percent":
        return percent_measure(number, before, after, noun, metric, words, head)
    if number.unit == "multiple":
        if number.written_unit == "番" or number.rule == "doubling":
            return "growth", "doubling"
        earlier = "的" in before[-4:] and OF_EARLIER.search(head)
        grown = earlier or words.growth.search(before) or MORE_THAN.search(before) or ABOVE.search(before)
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
    return "value", "plain"


ADDED_UP = lazy(
    r"(?:^|[年月季期内来度，])的?(?:净|总)?增量(?:[只仅也就]|达到?|为|有|是|约|近|超过?|逾|突破)*$"
)
"""By how much something has grown in a time: 收入突破300亿元，五年增量超百亿元."""
CHANGED_BY = lazy(
    r"的(?:净|年|月|总)?(?:增量|减量|增长量|增加值(?=[，。；])|(?:增幅|降幅|减幅|涨幅|跌幅|升幅)(?![^，。；]{0,2}(?:达|为|在|超|均|都)))"
)
"""What an amount is of that something grew by: 8万人的增量."""
CUT = lazy(
    r"(?:缩短|降低|减少|压缩|压减|提升|提高|增加|扩大|节约|节省|缩减|拉长|延长)(?:了|约|近)*"
    r"(?![^，。；]*(?:占|中|来自|达))[^，。；]{2,10}$"
)
"""A verb of change before its object: 缩短交货期15%."""
BACK_TO = lazy(r"恢复(?:至|到|了)?(?:[^，。；%]{0,16}的)?(?:约|近|超过?|逾)?$")
"""What stands before the part of an earlier level that has come back (恢复至2019年同期的68%)."""
AIMED = lazy(r"(?:增长|增速|增幅)(?:的)?(?:预期)?目标(?:为|是|定为|定在|设定为|设为|锁定|约|在)*$")
AIMED_AT = lazy(
    r"(?:增长|增速)(?:预期)?目标：[^。；]{0,60}$"
    r"|增长[^，。；]{0,4}[0-9.]+%(?:左右|以上)?，(?:今年|明年|20[0-9]{2}年)?的?(?:预期)?目标(?:为|是|定为)?$"
)
"""What stands before the growth that is aimed at (增长目标定在6.5%, 增长目标：甲6.5%、乙6%)."""
SHARE_NAMES = ("市占率", "占有率", "份额", "占比", "比重", "市占")
SHARE_BEHIND = lazy(r"(?:以上|左右)?的?(?:市场)?(?:份额|占有率|市占)")
POINTS = frozenset({"百分点", "个百分点", "千分点", "个千分点", "基点", "个基点", "BP", "bp"})
WHOLE = 100
AHEAD = lazy(
    r"(?<![增降]幅)(?<![增降]速)(?:领先|落后)(?:于|幅度)?[^，。；占比增长降率]{0,16}$"
    r"|(?:差距|落差)(?:[只仅就还已也则剩有为是由从约近达]|达到|高达|最初)*$"
)
"""By how much one is better or worse than another: 领先最好的开源模型8%, 差距只剩2%."""
ALWAYS_RATES = frozenset({"cost_saving", "stock_price_change"})
OWN_RATES = ALWAYS_RATES | {"accuracy", "adoption_rate"}
"""Metrics that are percentages themselves."""


def percent_measure(
    number: Number, before: str, after: str, noun: str, metric: str, words: MeasureWords, head: str
) -> tuple[Measure, str]:
    """Percentages: growth by the verb before them, share by 占 or by what stands behind, else a rate."""
    written = number.surface
    if number.written_unit in POINTS:
        return "change", "points"
    if "差" in before[-6:] and APART.search(before):
        return "change", "apart"
    if before.endswith("有") and OUT_OF.match(after):
        return "share", "part of a whole"
    if SPREAD_FACE.search(before) or (written[-1] in "成半数" and OF_THOSE.match(after)):
        return "share", "share of those who follow"
    if AIMED.search(before) or AIMED_AT.search(head) and "占" not in before:
        return "growth", "growth aimed at"
    if number.rule == "composition" or STRUCTURE.search(before):
        return "share", "part of a whole"
    if "贡献率" in before[-12:] and not BY.search(before):
        return "share", "part in a growth"
    if AIM.match(after):
        return "value", "rate aimed at"
    if written[0] in "+＋":
        return "growth", "plus sign"
    if number.surface.endswith("位数"):  # 两位数增长
        return "growth", "digits of growth"
    if metric == "adoption_rate" and (OF_WHOLE.match(after) or words.share_after.match(after)):
        return "share", "share of what follows"
    if written[-1] in "%％" and AHEAD.search(before):
        return "value", "how far one is ahead"
    named = metric in OWN_RATES and not words.share.search(before[-8:].replace("用比例", ""))
    if named and (metric in ALWAYS_RATES or not BY.search(before)):
        return "value", "rate metric"
    if "恢复" in before and BACK_TO.search(before):
        return "share", "part of an earlier level"
    grown = "占" not in before and GROWTH_NAME.search(noun)
    if grown or GROWTH_AFTER.match(after) or GROWTH_RATE.search(before):
        return "growth", "growth noun"
    if words.share.search(before) and (words.growth_to.search(before) or not BY.search(before)):
        return "share", "share word"
    if noun.endswith(SHARE_NAMES) and RISE_TO.search(before) or SHARE_BEHIND.match(after):
        return "share", "share by its name"
    if RISE_TO.search(before):
        return "value", "level"
    if words.growth.search(before) or MORE_THAN.search(before) or GROWTH_NOUN.search(before):
        return "growth", "growth verb"
    if STILL.match(before) and COMPARED.search(head):
        return "growth", "growth verb"
    if OWN_RATE.search(before) or RATE_BEHIND.match(after):
        return "value", "rate noun"
    if EXPECTED.search(before):
        return ("growth", "growth expected") if EXPECTED_GROWTH.search(head) else ("value", "rate expected")
    if written[-1] in "%％" and SIDE.search(head) and not RATE.search(before):
        return "growth", "growth beside"
    if OF_WHOLE.match(after) or words.share_after.match(after):
        return "share", "share of what follows"
    if noun.endswith(SHARE_NAMES):
        return "share", "share by its name"
    if RATE.search(before) or words.rate_noun.search(noun):
        return "value", "rate noun"
    if CUT.search(before):
        return "growth", "growth verb"
    if written.endswith(("成", "半", "数")) or "分之" in written or "/" in written:
        earlier = "的" in before[-3:] and OF_EARLIER.search(head)  # 只剩上一年的一半
        return ("growth", "fraction of an earlier level") if earlier else ("share", "fraction")
    shared = metric_units().get(metric) in {"count", "person", "money", "P", "token"}
    shared = shared and ((number.value or 0) <= WHOLE or before.endswith("的"))  # 净亏损率2574%
    return "share" if shared else "value", "percentage beside a known metric"
