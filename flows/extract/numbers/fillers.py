"""Classes of quantities: claims, and the fillers that say nothing (一个, 两个角度, 500万元以上项目)."""

from __future__ import annotations

from decimal import Decimal

from flows.extract.cues import alternation
from flows.extract.numbers.grades import (
    GRADES,
    PROCESS_UNITS,
    defines_unit,
    is_definition,
    names_grade,
    names_process,
)
from flows.extract.numbers.limits import LIMIT, is_condition, is_threshold, sorts_counted_things
from flows.extract.numbers.number import NumberClass
from flows.extract.numbers.quantities import Quantity
from flows.extract.numbers.small import DIVIDED, SMALL, count_class
from flows.extract.numbers.units import Unit
from flows.patterns import lazy

COUNTED = frozenset(("concrete", "general", "person", "count", "noun"))
_THRESHOLD_KINDS = frozenset(
    ("money", "parameter", "token", "age", "power", "area", "length", "mass", "volume")
) | frozenset(("data", "compute", "energy", "person"))
_EACH = lazy(r"每一?$")
_AMOUNT_BEFORE = lazy(alternation("amount_before") + r"(?<!增加(?=值))[^，。；：！？\n\d近过前最值连]{0,5}$")
_AMOUNT_AFTER = lazy(
    rf"期(?!间)|大(?![模部规型])|以[上下](?![、，来])|的?{alternation('amount_after')}"
    r"|[、至到和][\d一二三四五六七八九十]+[年天]期?"
)


_POLICY = lazy(r"”|(?:发布|出台|印发|落地|实施|颁布)(?:以?[来后]|之?后|实施|，)")
PROVINCES = 31
_ALL_PROVINCES = lazy(r"个?(?:省(?:份|级|区市|市区|[、（(]|自治区)|内地省)")
_OF_LAND = lazy(r"(?:全国|我国|大陆|内地|包括|包含|居住在|来自)$")
_GRADED_NOUNS = frozenset(("项目", "企业", "城市", "园区"))
_HOLIDAY = lazy(r"(?:假期|长假|黄金周)的?$")
_IN_DAYS = lazy(r"(?:[，。；、：\n]|^)$")
_IN_ALL = lazy(r"(?:里|内|间|时间|以来|下来)?，?(?:[共计]|累计|合计|总计|一共|全[国省市])")
"""What follows the days of a holiday that have been named: 7天共吸引2000万人次."""


_SCALES = frozenset(("百", "千", "万", "十万", "百万", "千万", "亿"))
_INTENSITY = lazy(
    r"的?(?:单位)?(?:GDP|(?:国内|地区)?生产总值|(?:规模以上)?(?:工业)?(?:增加值|产值|营收))"
    r"[^，。；\d]{0,6}?(?:耗|用[水电能]|排放|强度)"
)
CIRCLE = lazy(rf"的?{alternation('circle')}")
_FORMULA = lazy(r"[“「‘](?:[一二两三四五六七八九十][\u4e00-\u9fff]{1,3}){2,4}[”」’]")
_OPENING = frozenset("“「‘")


def _is_in_formula(text: str, quantity: Quantity) -> bool:
    """Whether the count is part of a policy's catchword in quotes: “两降一升”, “一核多点”."""
    for at in range(quantity.start - 1, max(-1, quantity.start - 10), -1):
        if text[at] in _OPENING:
            found = _FORMULA.match(text, at)
            return found is not None and found.end() > quantity.start
    return False


def quantity_class(text: str, quantity: Quantity, numeral: str) -> NumberClass:
    """Claim or filler, for a quantity that has a unit; `numeral` is its numeral as written."""
    unit, before = quantity.unit, text[quantity.start - 1:quantity.start]
    assert unit is not None
    if before in ("每", "一") and _EACH.search(text, max(0, quantity.start - 2), quantity.start):
        return "claim" if unit.kind == "time" else "filler"
    if unit.surface in PROCESS_UNITS and names_process(text, quantity):
        return "name"  # 14纳米制程, 12英寸晶圆
    if unit.kind == "compute" and numeral == "1" and defines_unit(text, quantity):
        return "filler"  # 1PFLOPS=每秒1000万亿次
    if is_definition(text, quantity):
        return "filler"
    if unit.surface in GRADES and names_grade(text, quantity, numeral):
        return "name"  # 三四级市场, 1类新药
    if before == "·" and text[quantity.end:quantity.end + 1] in _CLOSING:
        return "name"  # “书生·万卷”
    if numeral == "半" and before and before in "上下前后":
        return "name"  # 下半段
    if unit.surface == "级" and numeral in SMALL and _is_of_levels(text, quantity, numeral):
        return "filler"
    if unit.surface == "位" and text.startswith("一体", quantity.end):
        return "name"  # 六位一体
    if unit.surface in _IN_A_ROW and quantity.low <= _TEN:
        return "time"  # 九连增
    if numeral in SMALL and before in _OPENING and text[quantity.end:quantity.end + 1] in _CLOSING:
        return "name"  # 强力实施“三倍”
    if unit.surface == "期" and before == "年" and numeral.isdecimal() and quantity.low <= _TEN:
        return "name"  # 2022年1期
    if _GAIN.search(text, max(0, quantity.start - 6), quantity.start) and quantity.low in _ROUND:
        return "filler"  # 每收100块钱，就能剩下56块
    if quantity.low <= _TEN and _OUT_OF.search(text, max(0, quantity.start - 24), quantity.start):
        return "filler"  # 每10台手机，就有3台
    if unit.surface == "次" and quantity.low <= _TEN and text.startswith("连续", quantity.start):
        return "filler"  # 连续三次创新高
    if unit.surface == "代" and quantity.low <= _TEN:
        if "." in numeral or _LINE_OF.match(text, quantity.end):
            return "name"  # 8.6代线
    if unit.surface[0] in "gG" and numeral in _GENERATIONS:
        if _NETWORK.match(text, quantity.end - len(unit.surface)):
            return "name"  # 5G流量, 5g政策
    if unit.kind == "time" and _READING.search(text, max(0, quantity.start - 10), quantity.start):
        return "name"  # 阅读时间：3分钟
    if unit.surface == "次" and is_of_page(text, quantity.start):
        return "name"
    if unit.surface == "条" and _POLICY.match(text, quantity.end):
        quoted = text.rfind("“", max(0, quantity.start - 12), quantity.start) >= 0
        if quoted or not text.startswith("”", quantity.end):
            return "name"  # “科创十二条”, 民营经济31条发布以来
    if numeral in _SCALES and not quantity.hedged:
        if text.endswith(("单位：", "单位:", "单位 "), 0, quantity.start):
            return "name"  # the unit of a table
        if unit.kind == "money" and _INTENSITY.match(text, quantity.end):
            return "filler"  # 万元GDP能耗
    if numeral in SMALL and _is_in_formula(text, quantity):
        return "name"  # “两降一升”
    if unit.surface == "天" and _is_holiday(text, quantity):
        return "time"  # 春节假期7天
    if unit.surface == "度" and numeral in SMALL and _TIMES_OVER.match(text, quantity.end):
        return "filler"  # 四度冲击上市
    if is_unit_of(text, quantity.start, unit, numeral):
        return "filler"
    if unit.kind == "time" and CIRCLE.match(text, quantity.end):
        return "filler"  # “4小时产业圈”
    if unit.surface in _LONG and before == "用":
        return "time"  # 用324天突破500亿元
    if unit.kind == "time" and "岁" not in unit.surface:
        if numeral == "一" and before in ("早", "晚", "迟"):
            return "time"  # 早一天上市
        mere = numeral == "一" and quantity.bound == "eq" and quantity.rule == "chinese"
        return "time" if mere and not _measures(text, quantity) else "claim"
    if sorts_counted_things(text, quantity) or is_condition(text, quantity):
        return "filler"
    among = _RANKED_AMONG.match(text, quantity.end)
    if among and _AMONG.search(text, max(0, quantity.start - 4), quantity.start):
        return "filler"  # 在36个国家中排名第7
    if unit.surface == "人" and numeral in SMALL and _THEY.match(text, quantity.end):
        return "filler"  # 两人因为看好…
    if unit.kind == "person" and numeral in ("千", "万") and not quantity.hedged:
        return "filler"  # 万人公交拥有量
    if quantity.low == PROVINCES and _ALL_PROVINCES.match(text, quantity.end - len(unit.surface)):
        return "filler" if _OF_LAND.search(text, max(0, quantity.start - 4), quantity.start) else "claim"
    if unit.kind == "noun" and numeral.endswith("亿") and unit.surface in _GRADED_NOUNS:
        return "filler"  # 过亿项目, 百亿企业
    kind = "age" if "岁" in unit.surface else unit.kind
    if kind in _THRESHOLD_KINDS and is_threshold(text, quantity, unit):
        return "filler"
    if unit.kind in COUNTED:
        return count_class(text, quantity, unit, numeral)
    return "claim"


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
    """Whether the number is the one for which something is told: 每发一度电, 每上升1个百分点."""
    return numeral in ("一", "1") and unit.kind != "time" and "每" in text[max(0, start - 4):start]


def is_of_page(text: str, start: int) -> bool:
    """Whether the number tells how often the page was seen: a line 浏览 89次."""
    return _SEEN.search(text, max(0, start - 12), start) is not None


def _is_holiday(text: str, quantity: Quantity) -> bool:
    """Whether days are those of a holiday: 春节假期7天, ，7天共吸引…."""
    start = quantity.start
    if _HOLIDAY.search(text, max(0, start - 4), start):
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
_LINE_OF = lazy(r"(?:AM|LTPS|LCD|OLED|TFT|[^，。；]{0,4}(?:面板|玻璃|产线|生产线))|线")
_IN_A_ROW = frozenset(("连增", "连涨", "连跌", "连降", "连阳", "连阴", "连红", "连升", "连板"))
_CLOSING = frozenset("”」’")
_GAIN = lazy(r"每(?:收入?|投入?|花费?|卖出?|赚|售出|销售|生产|消费)了?\s?$")
_OUT_OF = lazy(
    r"每[^，。；]{0,4}(?:[0-9]{1,4}|[一二两三四五六七八九十百千]{1,3})[^，。；]{1,8}[，里中]{1,2}就有$"
)
_ROUND = frozenset(map(Decimal, (1, 10, 100, 1000, 10**4, 10**6, 10**8)))
_TEN = 10
_GENERATIONS = frozenset("23456")
_NETWORK = lazy(
    r"[gG](?:流量|网|基站|技术|手机|用户|时代|新|套餐|终端|应用|通信|建设|移动|信号|芯片|消息|工厂|专网|政策|商用|牌照|频|产业|覆盖|场景|融合|[+＋-])"
)
_SEEN = lazy(r"(?:^|[\n\s])(?:阅读|浏览|点击|访问|查看)(?:次数|量|数)?[:：\s]*$")
_READING = lazy(r"阅读(?:本文|全文)?(?:时间|时长)?(?:约?需要?|预计|大约)?[:：\s]*(?:约|大约)?\s*$")


def _is_of_levels(text: str, quantity: Quantity, numeral: str) -> bool:
    """Whether 级 counts the levels of something: 市、区两级财政, 五级服务网络; not 七级大风."""
    if numeral in ("两", "二") or _LEVELS.search(text, max(0, quantity.start - 2), quantity.start):
        return numeral == "两" or text[quantity.start - 1:quantity.start] in "省市区县镇乡村旗州”"
    divided = DIVIDED.search(text, max(0, quantity.start - 14), quantity.start)
    return divided is not None or _OF_LEVELS.match(text, quantity.end) is not None




