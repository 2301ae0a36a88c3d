"""Nouns that a word before the number only hints at: how long or heavy a thing is, of which level it is."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.metric.metrics import unit_kind
from flows.extract.metric.nouns import is_generic, phrase_before
from flows.extract.numbers.number import Number
from flows.extract.numbers.units import SHORT_TIMES
from flows.extract.windows import Window
from flows.patterns import lazy

LENGTHS = frozenset({"m", "cm", "mm", "km", "ft", "um", "nm"})
WEIGHTS = frozenset({"t", "kg", "g"})
SIZED = lazy(
    r"(?:^|(?<=[，、；：A-Za-z0-9\u4e00-\u9fff]))(总|净|自|身|全|约)?([长宽高深厚重])(?:达到?|约|近|超过?|逾|为|有)*$"
)
"""An adjective that names what is measured: 塔筒高160米, 重达1300吨."""
OF_LENGTH = {"长": "长度", "宽": "宽度", "高": "高度", "深": "深度", "厚": "厚度"}
NO_SIZE = lazy(
    r"(?:[增延提超升成生助]|[较比更最要还][^，。；]{0,8})[长宽高深厚重](?!达)|[体载起毛吨比负]重|身高|水深$"
)
LEVELS = (
    r"国家(?:卓越|先进|领航)?级|(?:基础|卓越|先进|领航)级|[三四五]星级|世界级|省级|市级|部级|县级|区级|省部级|国家和省级"
)
OF_LEVEL = lazy(
    r"(?:^|[，、；：])([^，、；：]{2,24}?)(?:(?:当中|之中|[中里内])，?|，|(?<=[\u4e00-\u9fff]{3}))有?"
    rf"({LEVELS})的?(?:有|达到?|为|共|约)*$"
)
"""A kind of things and a level among them: 技术中心中国家级的有13家, 智能工厂，基础级有3万家."""
LEVELLED = lazy(rf"(?:{alternation('counted_head')}|[院店厂馆站所厅社])$")
"""A kind of things by its name alone."""


def size_named(number: Number, before: str) -> str:
    """How long, wide or heavy what stands before is, else ''."""
    unit = number.unit
    if unit not in LENGTHS and unit not in WEIGHTS or NO_SIZE.search(before):
        return ""
    said = SIZED.search(before)
    if said is None:
        return ""
    word = "重量" if said[2] == "重" and unit in WEIGHTS else OF_LENGTH.get(said[2], "")
    if not word or (said[2] == "重") != (unit in WEIGHTS):
        return ""
    if said[1] and said[1] != "约":
        word = said[1] + said[2]
    thing = phrase_before(before[: said.start()])
    return f"{'' if is_generic(thing) else thing}{word}"


USED = lazy(
    r"(?:^|[^可能])(使用|飞行|运行|观看|在线|观影|通话|驾驶|收听|阅读|工作|续航|停留)(?:了|约|近|超过?|逾|已|达到?|为)*$"
)
"""What is done for a time: 每人每月平均使用113分钟."""


def time_named(number: Number, before: str) -> str:
    """How long what the verb before a time says was done, else ''."""
    said = (USED.search(before) or LASTING.search(before)) if number.unit in SHORT_TIMES else None
    if said is None:
        return ""
    return said[1] if said[1] == "续航" else f"{said[1]}时长"


LASTING = lazy(
    r"(?:可|能|支持|实现)((?:连续|持续|不间断)(?:录像|拍摄|播放|录音|作业|工作|飞行|通话|待机|游戏|行走|巡检|供电|使用))"
    r"(?:了|约|近|超过?|逾|长达|达到?|为)*$"
)
"""What a product can go on with for a time: 支持连续录像45分钟."""
LOST = lazy(
    r"(?:^|[^扭止由转减续预增盈])(?:净|倒|累计?|又|已|还|仍|合计|共|年)*(亏|蚀|净赚)(?:掉|去)?(?:了|约|近|超过?|逾|达)*$"
)
LOSSES = {"亏": "亏损", "蚀": "亏损", "净赚": "净利润"}


def lost_named(number: Number, before: str, between: str) -> str:
    """What a firm lost or earned by the verb before the amount (三年累亏9亿元), else '': not where the clause
    `between` has named its profit (归母净利润仍为负数，亏掉…).
    """
    money = unit_kind(number.unit) == "money" and "利润" not in between
    said = LOST.search(before) if money else None
    return LOSSES[said[1]] if said else ""


CONTEXT = lazy(r"\s?(?:的|超长)?(上下文(?:窗口|长度)?)")


def depth_named(number: Number, after: str) -> str:
    """How much text a model takes (256K 上下文), how many layers it has (64层), else ''."""
    context = CONTEXT.match(after)
    if context:
        return context[1]
    return "层数" if number.written_unit == "层" and after[:1] in STOPS_HERE else ""


STOPS_HERE = frozenset({"", "、", "，", "。", "；", "和"})
PUT_IN = lazy(
    r"[，、；：,\s]*(?:其中)?，?(?:公司|集团|其)?(?:总共|一共|总|共|累计|合计|再|又|已|将|拟|计划|年均|每年|[一二三两]年)*投入(?:了|约|近|超过?|逾|达|人民币)*"
)
ON_RESEARCH = lazy(
    r"(?:研发|科研)(?:方面|上|端|环节|层面)?[，：:,]|(?:加码|加大|重视|聚焦|强化|坚持)(?:技术|自主|产品|核心技术)?研发"
)
NEXT_ASPECT = lazy(r"(?:方面|层面|环节|端|上)[，：:,]|建[设厂]|扩产|投资")


def research_named(number: Number, before: str, window: Window) -> str:
    """The outlay on research that an amount put in is where the sentence speaks of that: 研发方面，甲公司
    投入3亿元, else ''.
    """
    if "研" not in window.sentence or unit_kind(number.unit) != "money" or not PUT_IN.fullmatch(before):
        return ""
    if window.after[:1] not in STOPS_HERE:
        return ""  # 投入5亿元建设实验室
    head = window.sentence.split("#", 1)[0]
    told = [found.end() for found in ON_RESEARCH.finditer(head)]
    return "研发投入" if told and not NEXT_ASPECT.search(head, told[-1]) else ""


VALUED_AT = lazy(r"\s?的?((?:投[前后]|最新|整体)?估值)(?!报告|方法|模型|体系|水平)")


def valued_at(number: Number, before: str, after: str) -> str:
    """The valuation that an amount is by its name behind it: 以30亿元的投前估值融资, else ''."""
    money = unit_kind(number.unit) == "money" and not before.endswith(("估值", "估值为", "估值达"))
    said = VALUED_AT.match(after) if money else None
    return said[1] if said else ""


LATIN_THING = lazy(rf"\s?({alternation('latin_thing')})(?![A-Za-z])")


def latin_thing(number: Number, after: str) -> str:
    """Things that are counted by their name in Latin letters (720辆Robotaxi), else ''."""
    said = LATIN_THING.match(after) if number.unit == "count" else None
    return said[1] if said else ""


DIVIDEND = lazy(
    r"(?:^股|每(?:(?:10|十)?股)?)(?:拟|再|将|共)*(?:派发?|派现|派息|分红|分派)(?:现金|红利|股利|股息)*(?:约|近)?$"
)
EARNED = lazy(r"每股(?:可|将|共)?(?:赚|获利)(?:了|约|近|达)*$")


def per_share(number: Number, before: str) -> str:
    """What is paid or earned on a share by the verb before the amount (每10股派2元), else ''."""
    if "每" not in before and "股" not in before or unit_kind(number.unit) != "money":
        return ""
    paid = DIVIDEND.search(before)
    if paid:
        return "派息" if "派息" in paid[0] else "分红"
    return "每股盈利" if EARNED.search(before) else ""


def level_named(before: str, window: Window) -> str:
    """Things of one level among those that are named before it, in its clause or the one before, else ''."""
    said = OF_LEVEL.search(f"{window.between}{before}")
    thing = phrase_before(said[1]) if said else ""
    return f"{said[2]}{thing}" if said and LEVELLED.search(thing) else ""


def hinted(number: Number, before: str, window: Window) -> str:
    """The noun that a word beside the number hints at, else ''."""
    return (
        size_named(number, before)
        or time_named(number, before)
        or per_share(number, before)
        or lost_named(number, before, window.between)
        or latin_thing(number, window.after)
        or research_named(number, before, window)
        or valued_at(number, before, window.after)
        or depth_named(number, window.after)
        or (level_named(before, window) if "级" in before[-6:] else "")
    )
