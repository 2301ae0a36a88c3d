"""Quantities that are part of a name: 14纳米制程, 三四级市场, 5G基站, “科创十二条”, 六位一体."""

from __future__ import annotations

from decimal import Decimal

from flows.extract.numbers.grades import GRADES, PROCESS_UNITS, names_grade, names_process
from flows.extract.numbers.quantities import Quantity
from flows.extract.numbers.small import SMALL
from flows.extract.numbers.units import Unit
from flows.patterns import lazy

FEW = Decimal(10)
"""What generations, issues and times in a row do not exceed."""
SCALES = frozenset(("百", "千", "万", "十万", "百万", "千万", "亿"))
"""Numerals that alone before a unit say of which size something is."""
MAGNITUDES = SCALES | {"百亿", "千亿", "万亿"}

_FORMULA = lazy(r"[“「‘](?:[一二两三四五六七八九十][\u4e00-\u9fff]{1,3}){2,4}[”」’]")
_CATCHWORD = lazy(r"[^，。；：、！？“”「」‘’\d]{1,7}[”」’]")
_STEP = lazy(r"(?:产业)?(?:台阶|大关|俱乐部|门槛|关口|级|以上|目标)")
_POLICY = lazy(r"”|(?:发布|出台|印发|落地|实施|颁布)(?:以?[来后]|之?后|实施|，)")
_WIDTHS = frozenset(("4", "8", "12", "16", "24", "32", "64", "128", "256", "512"))
_OF_BITS = lazy(r"(?:浮点|整[数型]|处理器|单片机|微控制器|MCU|操作系统|架构(?!师)|运算|精度)")
_LINE_OF = lazy(r"(?:AM|LTPS|LCD|OLED|TFT|[^，。；]{0,4}(?:面板|玻璃|产线|生产线))|线")
_NETWORK = lazy(
    r"[gG](?:流量|网|基站|技术|手机|用户|时代|新|套餐|终端|应用|通信|建设|移动|信号|芯片|消息|工厂|专网|政策|商用|牌照|频|产业|覆盖|场景|融合|[+＋-])"
)
_FLOOR = lazy(
    r"(?:位于|[设开]在|设于|地[址点]|落户|办公|[部店室]在)[^，。；]{2,24}?"
    r"(?:大厦|中心|大楼|广场|[东南西北]塔|[A-Za-z0-9一二三四五六七八九十](?:座|栋|号楼|幢))$"
)
"""Where somebody sits, before the floor: 总部位于环球中心18层."""
_SESSION = lazy(r"(?:产业|全会|全体会议|党代会|代表大会)")
_SEEN = lazy(r"(?:^|[\n\s])(?:阅读|浏览|点击|访问|查看)(?:次数|量|数)?[:：\s]*$")
_READING = lazy(r"阅读(?:本文|全文)?(?:时间|时长)?(?:约?需要?|预计|大约)?[:：\s]*(?:约|大约)?\s*$")
_OPENING = frozenset("“「‘")
_CLOSING = frozenset("”」’")
_GENERATIONS = frozenset("23456")


def is_of_name(text: str, quantity: Quantity, unit: Unit, numeral: str) -> bool:
    """Whether the quantity with its unit is part of a name, or of what stands around a text."""
    before, behind = text[quantity.start - 1:quantity.start], text[quantity.end:quantity.end + 1]
    if behind in _CLOSING and before == "·":
        return True  # “书生·万卷”
    if numeral in SMALL and before in _OPENING:
        if behind in _CLOSING or _CATCHWORD.match(text, quantity.end):
            return True  # 强力实施“三倍”, 建设“四个中心”
    if numeral in MAGNITUDES and before in _OPENING and not _STEP.match(text, quantity.end):
        if _CATCHWORD.match(text, quantity.end):
            return True  # “千项万亿”工程, “百公里供应链圈”
    if numeral == "半" and before and before in "上下前后":
        return True  # 下半段
    if numeral in SCALES and not quantity.hedged:
        if text.endswith(("单位：", "单位:", "单位 "), 0, quantity.start):
            return True  # the unit of a table
    if unit.kind == "time" and _READING.search(text, max(0, quantity.start - 10), quantity.start):
        return True  # 阅读时间：3分钟
    if _is_named_by_unit(text, quantity, unit, numeral):
        return True
    return numeral in SMALL and _is_in_formula(text, quantity)  # “两降一升”


def _is_named_by_unit(text: str, quantity: Quantity, unit: Unit, numeral: str) -> bool:
    """Whether the unit with what stands beside it names something."""
    surface, end = unit.surface, quantity.end
    if surface in PROCESS_UNITS and names_process(text, quantity):
        return True  # 14纳米制程, 12英寸晶圆
    if surface == "次" and _SESSION.match(text, end):
        return True  # 十三届五次全会
    if surface in GRADES and names_grade(text, quantity, numeral):
        return True  # 三四级市场, 1类新药
    if surface == "位":
        return text.startswith("一体", end) or _is_of_bits(text, end, numeral)  # 六位一体
    if surface == "次":
        return is_of_page(text, quantity.start)
    if surface == "条":
        return _is_policy(text, quantity)
    if surface == "层":
        return _FLOOR.search(text, max(0, quantity.start - 30), quantity.start) is not None
    if surface == "期":  # 2022年1期
        return numeral.isdecimal() and quantity.low <= FEW and text.endswith("年", 0, quantity.start)
    if surface == "代" and quantity.low <= FEW:
        return "." in numeral or _LINE_OF.match(text, end) is not None  # 8.6代线
    network = surface[0] in "gG" and numeral in _GENERATIONS
    return network and _NETWORK.match(text, end - len(surface)) is not None  # 5G流量, 5g政策


def _is_of_bits(text: str, end: int, numeral: str) -> bool:
    """Whether it tells how wide the numbers are that something computes with: 16位浮点运算, 32位处理器."""
    return numeral in _WIDTHS and _OF_BITS.match(text, end) is not None


def is_of_page(text: str, start: int) -> bool:
    """Whether the number tells how often the page was seen: a line 浏览 89次."""
    return _SEEN.search(text, max(0, start - 12), start) is not None


def _is_policy(text: str, quantity: Quantity) -> bool:
    """Whether the articles are a policy's name: “科创十二条”, 民营经济31条发布以来."""
    if not _POLICY.match(text, quantity.end):
        return False
    quoted = text.rfind("“", max(0, quantity.start - 12), quantity.start) >= 0
    return quoted or not text.startswith("”", quantity.end)


def _is_in_formula(text: str, quantity: Quantity) -> bool:
    """Whether the count is part of a policy's catchword in quotes: “两降一升”, “一核多点”."""
    for at in range(quantity.start - 1, max(-1, quantity.start - 10), -1):
        if text[at] in _OPENING:
            found = _FORMULA.match(text, at)
            return found is not None and found.end() > quantity.start
    return False
