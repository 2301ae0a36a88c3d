"""Units that the words around decide: 度 of heat or electricity, 公里 of a speed, 刀 of dollars or cuts."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from flows.extract.cues import alternation
from flows.extract.numbers.bounds import hedge_before
from flows.extract.numbers.quantities import Quantity
from flows.extract.numbers.ranks import RANKED
from flows.extract.numbers.units import units_by_first
from flows.patterns import lazy

_WARM = lazy(rf"{alternation('degree_of_heat')}|[升降][高低了到至]{{0,2}}$")
_HEATED_AFTER = lazy(r"[沸冻冰融熔]|高温|的天")
_DRAWS_POWER = lazy(r"[耗用发]电[^，。；]{0,3}$")
_SPEED = lazy(r"(?:时速|每小时)[^，。；\d]{0,4}$")
_PER_SECOND = lazy(r"每秒[^，。；\d]{0,2}$")
_CUT = lazy(alternation("cut_before") + r"了?$")
_LEAST_IN_DOLLARS = 10
_DRAWN = lazy("[胜负成]")
_NAMED_IN_ORDER = lazy(r"的?(?:城市|企业|公司|省份|地区|品牌|国家)?(?:依次|分别)(?:是|为)?")
_PLACED = lazy(r"第[0-9一二三四五六七八九十]{1,4}[名位][^，。；]{0,4}[跌升降滑退进落至到][^，。；\d]{0,8}$")
"""A rank told before, from which one goes to the next: 由第30名跌至40名."""
_AFTER_MONEY = frozenset("钱零一每的左以多起就能上下到不而了吧呢吗啊")
_BIG = 10**8
_BLOCKS = lazy(alternation("block_noun"))
_REMEMBERED = 80  # characters before a number in which what 块 counts is named


@lru_cache(maxsize=1)
def units_in_doubt() -> frozenset[str]:
    """The surfaces of units that `name_unit_in_doubt` may change."""
    every = (unit for units in units_by_first().values() for unit in units)
    kilometres = {unit.surface for unit in every if unit.symbol == "km"}
    return frozenset(("度", "块", "刀", "平", "位", "名")) | kilometres


def name_unit_in_doubt(text: str, quantity: Quantity) -> None:
    """Let the words around say what an ambiguous unit is: 度 of heat or electricity, 公里 of a speed."""
    unit = quantity.unit
    assert unit is not None
    if unit.surface == "度":
        _name_degree(text, quantity)
    elif unit.surface == "块" and quantity.rule != "composite":
        following = text[quantity.end:quantity.end + 1]
        noun = "\u4e00" <= following <= "\u9fff" and following not in _AFTER_MONEY
        noun = noun or "A" <= following <= "Z"  # 三块屏幕, 8块H800
        if noun or _is_of_blocks(text, quantity.start) or quantity.scale >= _BIG:  # 2亿块芯片
            quantity.unit = replace(unit, symbol="count", kind="concrete")
    elif unit.surface == "刀":
        before = max(0, quantity.start - 4), quantity.start
        if quantity.low < _LEAST_IN_DOLLARS or _CUT.search(text, *before):  # 砍了十几刀, but 三百刀
            quantity.unit = replace(unit, symbol="count", kind="general")
    elif unit.surface in ("位", "名"):
        ranked = RANKED.search(text, max(0, quantity.start - 10), quantity.start)
        ranked = ranked or _PLACED.search(text, max(0, quantity.start - 24), quantity.start)
        if ranked or quantity.high is not None and _NAMED_IN_ORDER.match(text, quantity.end):
            quantity.unit = replace(unit, symbol="rank", kind="rank")
    elif unit.surface == "平" and _DRAWN.search(text, max(0, quantity.start - 4), quantity.start):
        quantity.unit = replace(unit, symbol="count", kind="count")
    elif unit.symbol == "m" and _PER_SECOND.search(text, max(0, quantity.start - 6), quantity.start):
        quantity.unit = replace(unit, symbol="m/s", kind="speed")
    elif unit.symbol == "km" and _PER_SECOND.search(text, max(0, quantity.start - 6), quantity.start):
        quantity.unit = replace(unit, symbol="km/s", kind="speed")
    elif unit.symbol == "km" and _SPEED.search(text, max(0, quantity.start - 8), quantity.start):
        quantity.unit = replace(unit, symbol="km/h", kind="speed")


def _is_of_blocks(text: str, at: int) -> bool:
    """Whether the sentence has spoken of things that are counted by 块: 银幕数3.16万块, 增加8035块."""
    since = max(0, at - _REMEMBERED)
    since = max(since, text.rfind("。", since, at), text.rfind("\n", since, at))
    return _BLOCKS.search(text, since, at) is not None


def _is_heat(window: str) -> bool:
    return _WARM.search(window) is not None and _DRAWS_POWER.search(window) is None


def _is_heated(text: str, quantity: Quantity, window: str) -> bool:
    above_zero = text.startswith("零上", quantity.start)
    return above_zero or _HEATED_AFTER.match(text, quantity.end) is not None or _is_heat(window)


def _name_degree(text: str, quantity: Quantity) -> None:
    unit = quantity.unit
    assert unit is not None
    window = text[max(0, quantity.start - 12):quantity.start]
    if window.endswith(("华氏", "摄氏")):
        symbol = "fahrenheit" if window.endswith("华氏") else "celsius"
        quantity.unit, quantity.start = replace(unit, symbol=symbol, kind="temperature"), quantity.start - 2
        before = hedge_before(text, quantity.start)
        if before is not None:
            quantity.bound, quantity.start = before
    elif quantity.low < 0 or _is_heated(text, quantity, window):
        quantity.unit = replace(unit, symbol="celsius", kind="temperature")
    elif "电" in window:
        quantity.unit = replace(unit, symbol="kWh", kind="energy")
