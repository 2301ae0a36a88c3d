"""Classes of quantities: claims, and the fillers that say nothing (一个, 两个角度, 500万元以上项目)."""

from __future__ import annotations

from decimal import Decimal

from flows.extract.cues import alternation
from flows.extract.numbers.grades import defines_unit, is_definition
from flows.extract.numbers.limits import LIMIT, is_condition, is_threshold, sorts_counted_things
from flows.extract.numbers.number import NumberClass
from flows.extract.numbers.quantities import Quantity
from flows.extract.numbers.small import DIVIDED, SMALL, count_class
from flows.extract.numbers.units import Unit
from flows.extract.numbers.within_names import FEW, SCALES, is_of_name
from flows.extract.times.words import words_of
from flows.patterns import lazy

COUNTED = frozenset(("concrete", "general", "person", "count", "noun"))
_THRESHOLD_KINDS = frozenset(
    ("money", "parameter", "token", "age", "power", "area", "length", "mass", "volume")
) | frozenset(("data", "compute", "energy", "person", "voltage"))
_EACH = lazy(r"每一?$")
_AMOUNT_BEFORE = lazy(alternation("amount_before") + r"(?<!增加(?=值))[^，。；：！？\n\d近过前最值连]{0,5}$")
_AMOUNT_AFTER = lazy(
    rf"期(?!间)|大(?![模部规型])|以[上下](?![、，来])|的?{alternation('amount_after')}"
    r"|[、至到和][\d一二三四五六七八九十]+[年天]期?"
)


PROVINCES = 31
_ALL_PROVINCES = lazy(r"个?(?:省(?:份|级|区市|市区|[、（(]|自治区)|内地省)")
_OF_LAND = lazy(r"(?:全国|我国|大陆|内地|包括|包含|居住在|来自)$")
_GRADED_NOUNS = frozenset(("项目", "企业", "城市", "园区"))
_HOLIDAYS = "|".join(word.word for word in words_of("holiday name"))
_HOLIDAY = lazy(rf"(?:{_HOLIDAYS}|假期|长假|黄金周)[”」]?的?$")
_IN_DAYS = lazy(r"(?:[，。；、：\n]|^)$")
_IN_ALL = lazy(r"(?:里|内|间|时间|以来|下来)?，?(?:[共计]|累计|合计|总计|一共|全[国省市])")
"""What follows the days of a holiday that have been named: 7天共吸引2000万人次."""
_RECEIVES = lazy(
    r"(?:里|内|间)?(?:累计|合计|总共|一共|共)?(?:接待|迎客|迎来|来了|吸引|入园|进园|接客|涌入|客流|发送|运送)"
    r"[^，。；]{0,12}[\d一二三四五六七八九十百千]"
)
"""What a place does with its guests in so many days."""


_INTENSITY = lazy(
    r"的?(?:单位)?(?:GDP|(?:国内|地区)?生产总值|(?:规模以上)?(?:工业)?(?:增加值|产值|营收))"
    r"[^，。；\d]{0,6}?(?:耗|用[水电能]|排放|强度)"
)
ALL_DAY = lazy(
    r"(?:不间断|不打烊|全天候|在线|值守|营业|运[行转营]|待命|响应|守护|监[测控]|巡[检查逻]|连轴转|服务|供应)"
)
"""What goes on day and night."""
CIRCLE = lazy(rf"的?{alternation('circle')}")


def quantity_class(text: str, quantity: Quantity, numeral: str) -> NumberClass:
    """Claim, name, time or filler, for a quantity that has a unit; `numeral` is its numeral as written."""
    unit, before = quantity.unit, text[quantity.start - 1:quantity.start]
    assert unit is not None
    if before in ("每", "一") and _EACH.search(text, max(0, quantity.start - 2), quantity.start):
        return "claim" if unit.kind == "time" else "filler"
    if numeral == "一" and before in ("这", "那", "哪") and unit.kind not in ("time", "percent"):
        return "filler"  # 公共数据这一块
    if is_of_name(text, quantity, unit, numeral):
        return "name"
    if unit.surface in _IN_A_ROW and quantity.low <= FEW:
        return "time"  # 九连增
    if is_definition(text, quantity) or _is_idle(text, quantity, unit, numeral):
        return "filler"
    if unit.kind == "time" and "岁" not in unit.surface:
        return _time_class(text, quantity, unit, numeral)
    if sorts_counted_things(text, quantity) or is_condition(text, quantity):
        return "filler"
    if quantity.low == PROVINCES and _ALL_PROVINCES.match(text, quantity.end - len(unit.surface)):
        return "filler" if _OF_LAND.search(text, max(0, quantity.start - 4), quantity.start) else "claim"
    kind = "age" if "岁" in unit.surface else unit.kind
    if kind in _THRESHOLD_KINDS and is_threshold(text, quantity, unit):
        return "filler"
    if unit.kind in COUNTED:
        nothing = _bands(text, quantity) or unit.surface == "个" and _sums_up_names(text, quantity)
        first = before == "前" and unit.surface in _FIRST_UNITS
        nothing = nothing or first and _OF_FIRST.search(text, 0, quantity.start) is not None
        return "filler" if nothing else count_class(text, quantity, unit, numeral)
    return "claim"


_GRADED_BY = frozenset("台辆座架艘家")


_FIRST_UNITS = frozenset("家名所")
_OF_FIRST = lazy(r"(?<![目以此之年日天月生眼空提当史跟面])前$")
"""Before the first so many of a kind, of which something is told: 前10家企业占全国的七成."""


def _sums_up_names(text: str, quantity: Quantity) -> bool:
    """Whether a small count only says how many quoted aims follow: 实现4个“全面提升”."""
    return quantity.low <= FEW and _AIMS.match(text, quantity.end) is not None


_AIMS = lazy(r"“[^“”]{2,10}”(?:[，。；：、\n]|$)")


def _bands(text: str, quantity: Quantity) -> bool:
    """Whether a count in brackets with nothing but its sign bands what stands before: 第一梯队（>80款）."""
    around = text[quantity.start - 1:quantity.start], text[quantity.end:quantity.end + 1]
    return text[quantity.start] in SIGNS and around in (("（", "）"), ("(", ")"))


SIGNS = frozenset("><≥≤＞＜")

def _is_idle(text: str, quantity: Quantity, unit: Unit, numeral: str) -> bool:
    """Whether the quantity states nothing: what others are told for, how often or among how many, sizes in
    words that sort (万元GDP能耗, 百亿企业).
    """
    start, end = quantity.start, quantity.end
    if unit.kind == "compute" and numeral == "1" and defines_unit(text, quantity):
        return True  # 1PFLOPS=每秒1000万亿次
    if is_unit_of(text, start, unit, numeral):
        return True
    if quantity.low in _ROUND and _GAIN.search(text, max(0, start - 6), start):
        return True  # 每收100块钱，就能剩下56块
    if numeral in SCALES and not quantity.hedged:
        if unit.surface in _GRADED_BY and text.startswith(("级", "规模"), end):
            return True  # 百台级车队
        if unit.kind == "person" and numeral in ("千", "万"):
            return True  # 万人公交拥有量
        if unit.kind == "money" and _INTENSITY.match(text, end):
            return True  # 万元GDP能耗
    if unit.kind == "noun" and numeral.endswith("亿") and unit.surface in _GRADED_NOUNS:
        return True  # 过亿项目, 百亿企业
    if numeral in SMALL and _is_idle_count(text, quantity, unit, numeral):
        return True
    among = _RANKED_AMONG.match(text, end)
    if among and _AMONG.search(text, max(0, start - 4), start):
        return True  # 在36个国家中排名第7
    return quantity.low <= FEW and (
        _OUT_OF.search(text, max(0, start - 24), start) is not None  # 每10台手机，就有3台
        or unit.surface == "次" and text.startswith("连续", start)  # 连续三次创新高
    )


def _is_idle_count(text: str, quantity: Quantity, unit: Unit, numeral: str) -> bool:
    """Whether a small count tells levels, how often something happened, or who was just named."""
    if unit.surface == "级":
        return _is_of_levels(text, quantity, numeral)
    if unit.surface == "度":
        return _TIMES_OVER.match(text, quantity.end) is not None  # 四度冲击上市
    if unit.surface == "块":
        if _PARTS.search(text, max(0, quantity.start - 1), quantity.end + 1):
            return True  # 主业有三块，
        return numeral == "一" and _PIECE.search(text, max(0, quantity.start - 3), quantity.end) is not None
    return unit.surface == "人" and _THEY.match(text, quantity.end) is not None  # 两人因为看好…


def _time_class(text: str, quantity: Quantity, unit: Unit, numeral: str) -> NumberClass:
    """Claim, time or filler, for a duration."""
    before = text[quantity.start - 1:quantity.start]
    if unit.surface == "天" and _is_holiday(text, quantity):
        return "time"  # 春节假期7天
    if CIRCLE.match(text, quantity.end) or numeral == "24" and ALL_DAY.match(text, quantity.end):
        return "filler"  # “4小时产业圈”, 24小时不间断
    if before == "用" and unit.surface in _LONG:
        return "time"  # 用324天突破500亿元
    if numeral == "一" and before in ("早", "晚", "迟"):
        return "time"  # 早一天上市
    mere = numeral == "一" and quantity.bound == "eq" and quantity.rule == "chinese"
    return "time" if mere and not _measures(text, quantity) else "claim"


_PIECE = lazy(r"[这那]一块|重要的?一块")
_PARTS = lazy(r"[有是为成][二两三四五六七八]块[，。：；]")
_LONG = frozenset(("天", "年", "个月", "周", "个星期"))
_AMONG = lazy(r"在(?:全球|全国|世界|全省|国内|参评|上榜)?的?$")
_RANKED_AMONG = lazy(r"[^，。；\d]{1,14}中(?:综合|总体)?(?:排|位[列居于]|[名居列])")
_THEY = lazy(r"(?:都|均|皆|因|曾|共同|一起|一同|同为|是[^，。；]{0,8}(?:同学|校友|同事|夫妻|师生|搭档))")
_TIMES_OVER = lazy(
    r"(?:冲击|冲刺|闯关|入选|入围|蝉联|登[上顶]|荣获|荣膺|获[得评选]?|问鼎|夺|当选|携手|牵手|合作|延期|推迟|延长|[上下]调|修[订改]"
    r"|参[加展与]|亮相|递表|举[办行]|承办|加码|增资|融资|被|进入|上市|登陆|更[名换]|易主|来|到访|赴|出[现手征]|提[出交]|发[布行])"
)
"""What is done so many times, behind a Chinese numeral and 度."""


def is_unit_of(text: str, start: int, unit: Unit, numeral: str) -> bool:
    """Whether the number is the one for which something is told: 每发一度电, 每上升1个百分点, 元/百万字."""
    if text[start - 1:start] in ("/", "／") and all(one in "十百千万亿" for one in numeral):
        return True
    return numeral in ("一", "1") and unit.kind != "time" and "每" in text[max(0, start - 4):start]


def _is_holiday(text: str, quantity: Quantity) -> bool:
    """Whether days are those of a holiday: 春节假期7天, ，7天共吸引…, 甲景区7天迎客21万人次."""
    start = quantity.start
    if _HOLIDAY.search(text, max(0, start - 4), start) or _RECEIVES.match(text, quantity.end):
        return True
    return _IN_DAYS.search(text, start - 1 if start else 0, start) is not None and (
        _IN_ALL.match(text, quantity.end) is not None
    )


def _measures(text: str, quantity: Quantity) -> bool:
    return quantity.per is not None or is_amount_of_time(text, quantity.start, quantity.end)


def is_amount_of_time(text: str, start: int, end: int) -> bool:
    """Whether a duration is a measured quantity (缩短3天, 8年质保期) and no date or history."""
    if text.endswith("天", start, end) and _HOLIDAY.search(text, max(0, start - 4), start):
        return False  # 春节假期7天
    if _AMOUNT_BEFORE.search(text, max(0, start - 12), start) or _AMOUNT_AFTER.match(text, end):
        return True
    return LIMIT.search(text, start, end) is not None


_LEVELS = lazy(r"[省市区县镇乡村旗州][”’]?$")
_OF_LEVELS = lazy(r"联动|体系|网络|架构|管理|服务|治理|平台|政府|书记|法院|财政|统筹|调度|机制|节点|贯通")
_IN_A_ROW = frozenset(("连增", "连涨", "连跌", "连降", "连阳", "连阴", "连红", "连升", "连板"))
_GAIN = lazy(r"每(?:收入?|投入?|花费?|卖出?|赚|售出|销售|生产|消费)了?\s?$")
_OUT_OF = lazy(
    r"每[^，。；]{0,4}(?:[0-9]{1,4}|[一二两三四五六七八九十百千]{1,3})[^，。；]{1,8}[，里中]{1,2}就有$"
)
_ROUND = frozenset(map(Decimal, (1, 10, 100, 1000, 10**4, 10**6, 10**8)))


def _is_of_levels(text: str, quantity: Quantity, numeral: str) -> bool:
    """Whether 级 counts the levels of something: 市、区两级财政, 五级服务网络; not 七级大风."""
    if numeral in ("两", "二") or _LEVELS.search(text, max(0, quantity.start - 2), quantity.start):
        return numeral == "两" or text[quantity.start - 1:quantity.start] in "省市区县镇乡村旗州”"
    divided = DIVIDED.search(text, max(0, quantity.start - 14), quantity.start)
    return divided is not None or _OF_LEVELS.match(text, quantity.end) is not None
