"""Quantities: a numeral with its unit, its range or tolerance, its rate, and the hedges beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from flows.extract.numbers.amounts import read_amount
from flows.extract.numbers.bounds import hedge_after, hedge_before, hedge_far
from flows.extract.numbers.number import Bound, Number, NumberClass
from flows.extract.numbers.ranges import SEPARATORS, read_range
from flows.extract.numbers.rates import read_denominator
from flows.extract.numbers.units import ONE, Unit, currency_prefixes
from flows.patterns import Pattern, lazy

_SIGN = lazy(
    r"(?:(?<![\w)）%℃])(?:[-−－–]|\+)|(?<=[\u4e00-\u9fff])(?:[-−－]|\+)|(?<![担抱胜欠])负|零下|±|正负)$"
)
SIGN_END = frozenset("-−－–+负下±")
_MINUS = lazy(r"(?<![A-Za-z\d）)%℃])[-−－–]$")
_BELOW_ZERO = frozenset(("℃", "°C", "摄氏度", "度", "%", "个百分点"))
"""Units with which a range may begin below zero: 气温-3~2℃."""
_NEGATIVE = frozenset(("-", "−", "－", "–", "负", "零下"))
_OPENS_ALONE = frozenset(". ")
_POINT = lazy(r"\.(\d+)(?![\d.])")
_BEFORE_POINT = frozenset(("", " ", "（", "(", "，", "：", "~", "-"))
_MINUS_ALONE = ("- ", "− ", "－ ")
_STATING = frozenset("为是达到至约报示于得")
_WITHIN = lazy(r"内(?![容部地外蒙存涵在陆需阁饰衣销循环置])")
SHARE_KINDS = frozenset(("percent", "multiple"))
_WITHIN_KINDS = frozenset(("time", "length"))
_RANK_OF_BOUND = {"eq": 0, "approx": 1, "gt": 2, "lt": 3}
_COINED = frozenset("元块圆")
_LEAST_GRADE = 10**8
_SHORT_SCALES = {"k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "b": 10**9, "B": 10**9, "t": 10**12}


@dataclass(slots=True)
class Quantity:
    """What stands at one place: its span with hedges, its value in the base unit, and what judges its class.

    `body` is where the numeral begins, after hedges and signs; `scale` the magnitude written at its end.
    """

    start: int
    end: int
    body: int
    low: Decimal
    high: Decimal | None
    unit: Unit | None
    bound: Bound
    per: str | None
    rule: str
    scale: int
    hedged: bool = False


def read_quantity(text: str, start: int, end: int) -> Quantity | None:
    """The quantity whose numeral is `text[start:end]`, or None if those characters make no number."""
    amount = read_amount(text, start, end)
    if amount is None:
        return None
    value = amount.low, amount.high, amount.unit, amount.bound
    quantity = Quantity(start, amount.end, start, *value, None, amount.rule, amount.scale)
    sign = _sign(text, quantity) if start and text[start - 1] in SIGN_END else ""
    if start and text[start - 1] in _OPENS_ALONE:
        _open_alone(text, quantity)
    if sign in _NEGATIVE:
        quantity.low = -amount.low
        quantity.high = None if amount.high is None else -amount.high
    if text[amount.end:amount.end + 1] in SEPARATORS and amount.end < len(text):
        below = not sign and start > 0 and _MINUS.search(text, max(0, start - 2), start) is not None
        found = read_range(text, start, -quantity.low if below else quantity.low, amount)
        if below and (found is None or found.unit is None or found.unit.surface not in _BELOW_ZERO):
            found = read_range(text, start, quantity.low, amount)
        elif below:
            sign = text[start - 1]
        if found is not None:
            quantity.end, quantity.low, quantity.high = found.end, found.low, found.high
            quantity.unit, quantity.scale, quantity.rule = found.unit, found.scale, found.rule
            quantity.bound = found.bound or quantity.bound
    _to_base_unit(text, quantity)
    if sign:
        quantity.start -= len(sign)
        if sign in ("±", "正负"):
            quantity.low, quantity.high, quantity.rule = -quantity.low, quantity.low, "tolerance"
    if quantity.start:
        _add_currency(text, quantity)
    _add_hedges(text, quantity)
    return quantity


def _open_alone(text: str, quantity: Quantity) -> None:
    """Take the point of .5, and the minus sign of "- 5" where the text is that number and nothing else."""
    start = quantity.start
    point = _POINT.match(text, start - 1) if text[start - 1] == "." else None
    if point and text[start - 2:start - 1] in _BEFORE_POINT:
        quantity.low = quantity.low.scaleb(-len(point[1]))
        quantity.start = quantity.body = start - 1
    elif text.startswith(_MINUS_ALONE) and start == len("- ") and quantity.end == len(text):
        quantity.low, quantity.start = -quantity.low, 0


def _to_base_unit(text: str, quantity: Quantity) -> None:
    unit = quantity.unit
    if unit is None:
        return
    if unit.factor != ONE:
        quantity.low *= unit.factor
        quantity.high = None if quantity.high is None else quantity.high * unit.factor
    quantity.per, quantity.end = read_denominator(text, quantity.body, quantity.end, unit)


def _sign(text: str, quantity: Quantity) -> str:
    """The sign that touches the numeral, or nothing; a hyphen before a bare number is none (东风-41)."""
    found = _SIGN.search(text, max(0, quantity.start - 2), quantity.start)
    if found is None:
        return ""
    bare = quantity.unit is None and quantity.scale == 1 and found[0] != "零下"
    before = text[found.start() - 1:found.start()]
    if bare and before.isalnum() and before not in _STATING:
        return ""
    return found[0]


@lru_cache(maxsize=1)
def _currency() -> tuple[Pattern, frozenset[str]]:
    """The pattern of currency names and signs before a number, and the characters that they end in."""
    prefixes = sorted(currency_prefixes(), key=len, reverse=True)
    pattern = rf"(?<![A-Za-z\d兑对比/／十百千万亿元])(?:{'|'.join(map(re.escape, prefixes))})\s?$"
    return lazy(pattern), frozenset([*(prefix[-1] for prefix in prefixes), " "])


def currency_ends() -> frozenset[str]:
    """The characters in which what stands before an amount of money can end."""
    return _currency()[1]


def _add_currency(text: str, quantity: Quantity) -> None:
    pattern, ends = _currency()
    if text[quantity.start - 1] not in ends:
        return
    found = pattern.search(text, max(0, quantity.start - 5), quantity.start)
    unit = quantity.unit
    short = unit is not None and unit.surface in _SHORT_SCALES
    if found is not None and unit is not None and unit.surface == "起":  # ¥1299起
        quantity.unit, quantity.end, unit = None, quantity.end - 1, None
    if found is None or not (unit is None or short or (unit.kind == "money" and unit.surface[0] in _COINED)):
        return
    surface = found[0].strip()
    _add_scale(text, quantity)
    unit = quantity.unit
    quantity.unit = Unit(unit.surface if unit else surface, currency_prefixes()[surface], ONE, "money")
    quantity.start = found.start()
    if quantity.per is None:  # $0.3/百万Token
        quantity.per, quantity.end = read_denominator(text, quantity.body, quantity.end, quantity.unit)


def _add_scale(text: str, quantity: Quantity) -> None:
    """Take the letter behind a sum of money as its magnitude: $3.5m, US$3b."""
    unit = quantity.unit
    letter = text[quantity.end:quantity.end + 1] if unit is None else unit.surface
    scale = _SHORT_SCALES.get(letter)
    after = text[quantity.end + (unit is None):][:1]
    if scale is None or quantity.scale > 1 or (after.isascii() and after.isalnum()):
        return
    quantity.low *= scale
    quantity.high = None if quantity.high is None else quantity.high * scale
    quantity.end, quantity.unit, quantity.scale = quantity.end + (unit is None), None, scale


def hedges_before(text: str, at: int, bound: Bound) -> tuple[int, Bound]:
    """Where the hedges begin that touch what starts at `at`, and the bound with theirs."""
    before = hedge_before(text, at)
    while before is not None:
        at = before[1]
        if _RANK_OF_BOUND[before[0]] > _RANK_OF_BOUND[bound]:
            bound = before[0]
        before = hedge_before(text, at)
    return at, bound


def looser(bound: Bound, other: Bound) -> Bound:
    """The bound of two that says more than the other about what is not exact."""
    return other if _RANK_OF_BOUND[other] > _RANK_OF_BOUND[bound] else bound


def number_of(quantity: Quantity, kind: NumberClass) -> Number:
    """The number that a quantity of this class is; what is graded by it (过百亿企业10家) is no part of it."""
    unit = quantity.unit
    if kind == "filler" and unit and unit.kind == "noun" and quantity.low >= _LEAST_GRADE:
        quantity.end -= len(unit.surface)
        unit = None
    symbol, surface = (unit.symbol, unit.surface) if unit else ("count", None)
    value = quantity.low, quantity.high, symbol, quantity.bound
    return Number(
        quantity.start, quantity.end, "", kind, *value, None, None, surface, quantity.per, quantity.rule
    )


def _add_hedges(text: str, quantity: Quantity) -> None:
    unit = quantity.unit
    start, bound = hedges_before(text, quantity.start, quantity.bound)
    if start < quantity.start:
        quantity.hedged, quantity.start = True, start
    after = hedge_after(text, quantity.end)
    if after is None and unit is not None and unit.kind in _WITHIN_KINDS:
        after = ("lt", quantity.end + 1) if _WITHIN.match(text, quantity.end) else None
    if after is not None:
        quantity.hedged, quantity.end = True, after[1]
        bound = looser(bound, after[0])
    if bound == "eq":
        bound = hedge_far(text, quantity.start, unit is not None and unit.kind in SHARE_KINDS) or "eq"
    quantity.bound = bound
