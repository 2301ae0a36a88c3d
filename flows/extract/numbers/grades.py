"""Grades: quantities that name a class of things or explain a unit (三四级市场, 14纳米制程, 1P=…)."""

from __future__ import annotations

from flows.extract.numbers.quantities import Quantity
from flows.patterns import lazy

GRADES = frozenset("级类次则")
_OF_GRADE = {
    "级": lazy(
        r"的?(?:市场|城市|医院|医疗机构|公路|响应|文物|保护|资质|标准|能效|防护|伤残|风险|预警|建造师|运动员)"
    ),
    "类": lazy(r"(?:创新药?|改良型?新?药|新药|生物制品|中药|化药|仿制药|医疗器械|苗|水质?|水体|户口)"),
    "次": lazy(
        r"(?:充电|锂?电池|开发|供应商|曝光|包装|分配|元|函数|创业|能源|污染|利用|感染|供水|加工|转让|装修|回收|确认)"
    ),
    "则": lazy(r"(?:是|为|因|[^，。；0-9]{2,})"),
}
_SMALL = frozenset("一二三四五六七八九十123456789")
_TWICE = frozenset("二2两")


def names_grade(text: str, quantity: Quantity, numeral: str) -> bool:
    """Whether the numeral names the class of what stands behind it: 四、五级市场; not 建成5类场景."""
    unit = quantity.unit
    if unit is None or not set(numeral.replace("、", "")) <= _SMALL or not quantity.low.is_normal():
        return False
    if unit.surface == "次" and numeral not in _TWICE or unit.surface == "则" and not _opens(text, quantity):
        return False
    return _OF_GRADE[unit.surface].match(text, quantity.end) is not None


def _opens(text: str, quantity: Quantity) -> bool:
    """Whether a reason is numbered at the head of a clause: 二则…."""
    return text[quantity.start - 1:quantity.start] in _CLAUSES


_CLAUSES = frozenset(("", *"，；。：\n"))


PROCESS_UNITS = frozenset(("纳米", "奈米", "nm", "英寸", "吋"))
_ADOPTED = lazy(r"(?:采用|基于|达到?|突破|为|至|到)了?$")
_PROCESS = lazy(
    r"(?:及以[上下]|以[上下])?级?的?(?:[\u4e00-\u9fff]{0,2}(?:先进|成熟|特色|逻辑|车规|高端|模拟|功率|存储))?"
    r"(?:制程|平台|营收|收入|投片|代工|产能|良率|家族|世代|工艺|技术|芯片|集成电路|光刻|刻蚀|蚀刻|节点|产线|生产线|晶圆|硅片|产品"
    r"|占(?!地)|贡献|[）)]占|标准逻辑|碳化硅|半导体|衬底|外延|硅光|FinFET|GPU|CPU|SoC"
    r"|(?:则|更)?(?:要|需要?|为|高?达|超过?)[0-9][0-9.]*[万亿]{0,2}[美欧日]?元)"
)


def names_process(text: str, quantity: Quantity) -> bool:
    """Whether a length names how chips are made: 14纳米制程, 12英寸晶圆, 7nm要2亿元; not 采用7纳米工艺, which
    says it.
    """
    if not _PROCESS.match(text, quantity.end):
        return False
    return _ADOPTED.search(text, max(0, quantity.start - 4), quantity.start) is None


_EQUALS = r"(?:算力)?\s*(?:[=＝]|(?:约|即|指|就)?(?:相当于|等于|代表|表示|是指|意味着|[为是](?=每秒)))"
_FLOPS = r"(?:FLOPS|Flops|FLOPs|flops|OPS)"
_DEFINED = lazy(_EQUALS)
_DEFINING = lazy(
    rf"(?:[PETpet]{_FLOPS}[（(，]?(?:[即是指约]|就是|也就是|相当于)*每秒(?:[执进]行|完成)?|(?<![0-9.])1\s*[PET]{_FLOPS}?{_EQUALS})[^，。；0-9]{{0,8}}$"
)
"""A unit of compute explained, and the amount that explains it."""


def defines_unit(text: str, quantity: Quantity) -> bool:
    """Whether a unit of compute is explained behind the quantity: 1P=每秒1000万亿次."""
    return _DEFINED.match(text, quantity.end) is not None


def is_definition(text: str, quantity: Quantity) -> bool:
    """Whether the quantity explains a unit of compute: 每秒1000万亿次 behind 1P=."""
    return _DEFINING.search(text, max(0, quantity.start - 24), quantity.start) is not None
