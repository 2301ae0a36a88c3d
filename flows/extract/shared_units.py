"""Amounts of a list share what is written once: 分别超340亿元和260亿元, 1.46亿、8350万和6230万千瓦."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from flows.extract.metric.metrics import FREE
from flows.extract.numbers.number import Number
from flows.extract.numbers.units import times
from flows.extract.reference import read_reference
from flows.patterns import lazy

COMPARED = "compared with"
"""The rule of a bare amount that an amount with a unit is compared with."""
HELD = "hedge of the list"
HEDGED = lazy(r"[^\d一二两三四五六七八九十百千万]+[\d一二两三四五六七八九十百千万]")
OPENED = lazy(r"(?:分别|依次|各)[^，。；\d]{0,6}$")
BARE_UNITS = frozenset({"count", "CNY"})
COMPARED_WITH = lazy(r"，?(?:[相]?[较比]|从|由)[^，。；]{0,12}?的?")
MOVES = lazy(r"(?:翻|增|提|升|上|下|减|降|跃|扩|涨|跌)")
SHARED = lazy(r"^[、，和及与]{1,2}$")
TEN_THOUSAND = Decimal(10000)


def share_units(text: str, numbers: list[Number]) -> list[Number]:
    """The numbers, those without a unit in that of the last of their list, or of the amount that is
    compared with them.
    """
    share_bounds(text, numbers)
    shared = list(numbers)
    for index in range(1, len(shared)):
        if is_compared(text, shared[index - 1], shared[index]):
            shared[index] = replace(in_unit_of(shared[index], shared[index - 1]), rule=COMPARED)
    for index in range(len(shared) - 2, -1, -1):
        number, following = shared[index], shared[index + 1]
        if not SHARED.match(text[number.end : following.start]):
            continue
        if number.written_unit == "个" and following.surface.endswith("个百分点"):  # 高3.4个和1.1个百分点
            shared[index] = replace(number, unit=following.unit, written_unit=following.written_unit)
        elif following.unit in FREE and MAGNITUDE.search(number.surface):
            continue  # 月活20亿，七成客户在海外
        elif is_bare(number) and following.written_unit and not opens_clause(text, number, following):
            shared[index] = in_unit_of(number, following)
        elif following.written_unit and not number.written_unit and is_told_off(text, shared, index):
            shared[index] = in_unit_of(in_magnitude_of(number, following), following)
    return shared


def opens_clause(text: str, number: Number, following: Number) -> bool:
    """Does the next number open a clause by telling a time (下载量突破1000万，23天月活过3000万)?"""
    return following.unit in times() and text[number.end] == "，"


def is_told_off(text: str, numbers: list[Number], index: int) -> bool:
    """Does the bare number stand in a list that 分别 opens (浓度分别为46、74微克/立方米)?"""
    if numbers[index].unit != "count" or numbers[index].value is None:
        return False
    while index and SHARED.match(text[numbers[index - 1].end : numbers[index].start]):
        index -= 1
    return OPENED.search(text, max(0, numbers[index].start - 12), numbers[index].start) is not None


def in_magnitude_of(number: Number, other: Number) -> Number:
    """The number in the 万 or 亿 of the other, if it has none of its own (售价分别为12.8、15.6万元)."""
    assert number.value is not None
    written = MAGNITUDE.search(other.surface)
    if written is None or MAGNITUDE.search(number.surface):
        return number
    return replace(number, value=number.value * MAGNITUDES[written[1]])


MAGNITUDE = lazy(r"[0-9](万亿|千亿|百亿|千万|百万|亿|万)")
MAGNITUDES = {
    "百万": Decimal(10**6), "千万": Decimal(10**7), "百亿": Decimal(10**10), "千亿": Decimal(10**11),
    "万亿": Decimal(10**12), "万": TEN_THOUSAND, "亿": Decimal(10**8),
}  # fmt: skip


def share_bounds(text: str, numbers: list[Number]) -> None:
    """分别超340亿元、280亿元和260亿元: the hedge before the first of a list holds for all."""
    for number, following in pairwise(numbers):
        if number.bound == "eq" or following.bound != "eq" or number.unit != following.unit:
            continue
        if not SHARED.match(text[number.end : following.start]):
            continue
        opened = OPENED.search(text, max(0, number.start - 12), number.start)
        if number.rule == HELD or opened and HEDGED.match(number.surface):
            following.bound, following.rule = number.bound, HELD


def is_compared(text: str, before: Number, number: Number) -> bool:
    """37万亿词元，较上半年的10.2万亿增长263%: is a bare amount what the one with a unit is compared with?"""
    if number.written_unit or number.unit not in BARE_UNITS or "元" in number.surface or number.value is None:
        return False
    if not before.written_unit or before.unit in FREE:
        return False
    compared = COMPARED_WITH.fullmatch(text[before.end : number.start])
    return compared is not None and MOVES.match(text, number.end) is not None


def is_bare(number: Number) -> bool:
    """Is it so large a number without a unit that it is an amount of a list?"""
    bare = not number.written_unit and number.unit == "count"
    return bare and number.value is not None and number.value >= TEN_THOUSAND


def in_unit_of(number: Number, other: Number) -> Number:
    """The bare number in the unit of the other."""
    assert number.value is not None
    assert other.written_unit
    factor = unit_factors().get(other.written_unit, Decimal(1))
    return replace(number, value=number.value * factor, unit=other.unit, written_unit=other.written_unit)


@lru_cache(maxsize=1)
def unit_factors() -> dict[str, Decimal]:
    """What one of each written unit amounts to in the base unit of its symbol."""
    return {row["surface"]: Decimal(row["factor"] or 1) for row in read_reference("units")}
