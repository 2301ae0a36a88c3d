"""Value, share, growth or change of a percentage: by its form, the words before it, what stands behind."""

from __future__ import annotations

from dataclasses import dataclass

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
from flows.extract.metric.metrics import metric_units
from flows.extract.numbers.number import Number
from flows.patterns import lazy


@dataclass(frozen=True, slots=True)
class Percentage:
    """A percentage with its noun and metric; `before` is the clause up to it, `after` the clause behind it,
    `head` the sentence up to it.
    """

    number: Number
    before: str
    after: str
    noun: str
    metric: str
    head: str


Told = tuple[Measure, str]
"""The measure, and the rule that told it."""


def percent_measure(one: Percentage) -> Told:
    """What a percentage is, by the first of the decisions that holds; else by the kind of its metric."""
    return (
        difference(one)
        or part_of_those(one)
        or aimed_at(one)
        or signed(one)
        or rate_of_metric(one)
        or by_noun(one)
        or by_verb(one)
        or beside_another(one)
        or by_what_follows(one)
        or fraction(one)
        or by_metric(one)
    )


def difference(one: Percentage) -> Told | None:
    """A growth whose noun stands in an earlier clause (增幅最大，达12%), points, or what one lacks to another
    (与第一名差3%).
    """
    if ("幅" in one.head or "增速" in one.head) and FASTEST.search(one.head):
        return "growth", "growth noun before"
    if one.number.written_unit in POINTS:
        return "change", "points"
    if "差" in one.before[-6:] and APART.search(one.before):
        return "change", "apart"
    return None


def part_of_those(one: Percentage) -> Told | None:
    """The part of those whom the text behind tells (有90%出自民企, 六成企业), or that grew (增长面达85%)."""
    if one.before.endswith("有") and OUT_OF.match(one.after):
        return "share", "part of a whole"
    if SPREAD_FACE.search(one.before) or (one.number.surface[-1] in "成半数" and OF_THOSE.match(one.after)):
        return "share", "share of those who follow"
    return None


def aimed_at(one: Percentage) -> Told | None:
    """A growth or a rate that is an aim (增长目标定在6.5%, 5%的预期目标), behind what makes up a whole."""
    if AIMED.search(one.before) or AIMED_AT.search(one.head) and "占" not in one.before:
        return "growth", "growth aimed at"
    if one.number.rule == "composition" or STRUCTURE.search(one.before):
        return "share", "part of a whole"
    if (PART_IN.search(one.before) or "贡献率" in one.before[-12:]) and not BY.search(one.before):
        return "share", "part in a growth"
    if AIM.match(one.after):
        return "value", "rate aimed at"
    return None


PART_IN = lazy("增长的?贡献(?:率|度)?(?:已|高|约|近|超过?|逾|达到?|为)*$")
"""What stands before the part that something has in a growth (对经济增长的贡献超四成)."""


def signed(one: Percentage) -> Told | None:
    """A growth by the number itself: +8%, 两位数增长."""
    if one.number.surface[0] in "+＋":
        return "growth", "plus sign"
    if one.number.surface.endswith("位数"):
        return "growth", "digits of growth"
    return None


def rate_of_metric(one: Percentage) -> Told | None:
    """A rate as its metric is one (准确率), unless it is a share of what follows or of what was before."""
    before, words = one.before, measure_words()
    if one.metric == "adoption_rate" and (OF_WHOLE.match(one.after) or words.share_after.match(one.after)):
        return "share", "share of what follows"
    if one.number.surface[-1] in "%％" and AHEAD.search(before):
        return "value", "how far one is ahead"
    named = one.metric in OWN_RATES and not words.share.search(before[-8:].replace("用比例", ""))
    if named and (one.metric in ALWAYS_RATES or not BY.search(before)):
        return "value", "rate metric"
    if "恢复" in before and BACK_TO.search(before):
        return "share", "part of an earlier level"
    return None


def by_noun(one: Percentage) -> Told | None:
    """A growth or a share by the noun that it is (增速, 市场份额), or the level that it has come to."""
    before, words = one.before, measure_words()
    grown = "占" not in before and GROWTH_NAME.search(one.noun)
    if grown or GROWTH_AFTER.match(one.after) or GROWTH_RATE.search(before):
        return "growth", "growth noun"
    if words.share.search(before) and (words.growth_to.search(before) or not BY.search(before)):
        return "share", "share word"
    risen = RISE_TO.search(before)
    if risen and one.noun.endswith(SHARE_NAMES) or SHARE_BEHIND.match(one.after):
        return "share", "share by its name"
    return ("value", "level") if risen else None


def by_verb(one: Percentage) -> Told | None:
    """A growth by the verb before it (增长8%; 较2019年的18亿元，仍低12%), or a rate by its noun."""
    before = one.before
    if measure_words().growth.search(before) or MORE_THAN.search(before) or GROWTH_NOUN.search(before):
        return "growth", "growth verb"
    if "或" in before[-3:] and MOVED_OR.search(one.head):
        return "growth", SAME_MOVE
    if STILL.match(before) and COMPARED.search(one.head) or SO_MANY_MORE.search(before):
        return "growth", "growth verb"
    if OWN_RATE.search(before) or RATE_BEHIND.match(one.after):
        return "value", "rate noun"
    return None


def beside_another(one: Percentage) -> Told | None:
    """A percentage told beside another one: the one expected (高于预期的5%), one more growth (而进口3%)."""
    if EXPECTED.search(one.before):
        grown = EXPECTED_GROWTH.search(one.head)
        return ("growth", "growth expected") if grown else ("value", "rate expected")
    if one.number.surface[-1] in "%％" and SIDE.search(one.head) and not RATE.search(one.before):
        return "growth", "growth beside"
    return None


def by_what_follows(one: Percentage) -> Told | None:
    """A share by what follows it (60%的企业) or by its noun, a rate by its noun, a verb before its object."""
    words = measure_words()
    if OF_WHOLE.match(one.after) or words.share_after.match(one.after):
        return "share", "share of what follows"
    if one.noun.endswith(SHARE_NAMES):
        return "share", "share by its name"
    if RATE.search(one.before) or words.rate_noun.search(one.noun):
        return "value", "rate noun"
    if CUT.search(one.before):
        return "growth", "growth verb"
    return None


def fraction(one: Percentage) -> Told | None:
    """A fraction in words is a share (三成, 1/3), or what is left of an earlier level (只剩上一年的一半)."""
    written = one.number.surface
    if not (written.endswith(("成", "半", "数")) or "分之" in written or "/" in written):
        return None
    earlier = "的" in one.before[-3:] and OF_EARLIER.search(one.head)
    return ("growth", "fraction of an earlier level") if earlier else ("share", "fraction")


def by_metric(one: Percentage) -> Told:
    """A share of what its metric counts, no more than the whole but for 的 (净亏损率2574%); else a rate."""
    counted = metric_units().get(one.metric) in {"count", "person", "money", "P", "token"}
    shared = counted and ((one.number.value or 0) <= WHOLE or one.before.endswith("的"))
    return "share" if shared else "value", "percentage beside a known metric"


GROWTH_NOUN = lazy(
    r"(?:增速|CAGR|YoY|增幅|涨幅|降幅|跌幅|减幅|升幅|(?<!自然)增长率?|同比|环比)(?!的?贡献率)[^，。；占]{0,8}$"
)
GROWTH_RATE = lazy(
    r"(?:(?<!自然)增长率|[年季月]增率|成长率|升幅|CAGR|YoY|增速|增幅|(?:增长|上升|下降|[年季月][增减升降跌])幅度?)[^，。；占]{0,12}$"
)
GROWTH_NAME = lazy(r"(?:增速|增幅|涨幅|降幅|跌幅|(?<!自然)增长率|成长率|年增率)(?:预期|目标|预测|预估)?$")
RATE = lazy(
    r"(?:(?<!汇)率|PMI|CPI|PPI|比例|强度|指数|系数|含量|纯度|浓度|满意度|准确度|精度|完成|达标)[^，。；]{0,6}$"
)
OWN_RATE = lazy(r"(?<!汇)率(?:高?达到?|为|约|超过?|近|已|仅|[^，。；的率]{0,2})$")
OUT_OF = lazy(r"(?:以上|左右)?(?:都|均)?(?:出自|来自|源自|源于|属于|归于|投向|流向|集中在)")
"""Where a part of an amount comes from or goes: 增加值有90%出自民企."""
STILL = lazy(r"[，、]?(?:仍|还|也|则|依然|依旧|要|再)*(?:低|高|少|多)(?:出|了|约|近|逾|超过?)*$")
SAME_MOVE = "rate of the amount before"
"""The rule of a rate that goes up or down as the amount before it."""
MOVED_OR = lazy(
    r"(?:增加|减少|增长|上升|上涨|下降|下跌|下滑|提高|降低|回落)(?:了|约|近|逾)*[0-9][0-9,.]*[^，。；0-9占]{0,6}，?或(?:约|近)?$"
)
"""An amount that something moved by, before the same as a rate: 减少24亿元或44%."""
COMPARED = lazy(r"[较比][^，。；]{2,24}，[^，。；]{0,6}$")
"""A level, and by how much one is above or below it: 较2019年的18亿元，仍低12%."""
RATE_BEHIND = lazy(
    r"的?(?:高|超高|较高|低|综合|平均|整体)?[\u4e00-\u9fff]{0,6}(?<!增长)(?<!有效)(?<!成功)(?<!频)率(?:[，。；]|[较最为居胜]|突破|目标|领先|落后|当选|高居|$)"
)
"""The rate that a percentage is, behind it: 凭59%的高毛利率."""
OF_WHOLE = lazy(
    r"^(?:以上|左右|上下|多)?的(?!(?:较?[高低]|历史)?(?:水准|水位|高位|低位|区间)|增速|速度|增长|增幅|涨幅|降幅|目标|预期|控制|水平|概率|关税|股权|股份|税率|利率|年化)"
)
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
