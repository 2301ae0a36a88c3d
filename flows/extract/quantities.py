"""Quantities: a numeral with its unit, its range, its rate and the hedges that touch it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from flows.extract.bounds import hedge_after, hedge_before, hedge_far
from flows.extract.number import Bound
from flows.extract.numerals import NUMERAL, Numeral, parse_numeral
from flows.extract.units import Unit, read_unit

_NUMERAL = re.compile(NUMERAL)
_SEPARATOR = re.compile(r"\s?(?:—+|-+|–|~|～|〜|－|至|到|或)\s?(?:者)?(?:上(?=[百千万亿]))?")
_CURRENCY_SIGN = re.compile(r"(?:(人民币|RMB\s?|CNY\s?|¥|￥)|(US\$|USD\s?|美元|\$)|(HK\$|港币)|(€|EUR\s?)|(£))$")
_CURRENCY_CODES = ("CNY", "USD", "HKD", "EUR", "GBP")
_SIGN = re.compile(r"(?:(?<![\w)）%])[-−－]|负|零下)$")
_HALF_OF = re.compile(r"个(多|半)(?=月|小时|钟头|星期|礼拜|世纪|季度|工作日)")
_COINS = re.compile(r"([\d一二两三四五六七八九])(?:角|毛(?!利))(?:([\d一二三四五六七八九])分)?|零?([\d一二三四五六七八九])分(?!之)")
_PER = re.compile(r"(?:/|每)(?:年|月|日|天|小时|分钟|秒|人次|人|户|吨|公斤|千克|克|斤|平方米|平方公里|㎡|立方米|方|亩|公顷|桶|股|千瓦时|度|瓦时|Wh|瓦|W|千瓦|件|次|套|台|辆|张|份|片|只|个|家|盎司|百万Token|百万Tokens|百万tokens|千Token|千Tokens|千tokens|百公里|公里|升|标箱|箱|晚|间|吨公里|课时|kWh|kg|m³|m2|L|t|年度)")
_PER_BEFORE = re.compile(r"(?:每|单)(?:一)?(?:(百|千|万|百万)?)(吨|人|户|亩|平方米|公斤|千克|斤|股|桶|年|月|日|天|周|小时|分钟|秒|辆|台|套|件|次|个|公里|度电|度|千瓦时|百公里|盎司|晚|位|名|家|张|头|平方公里|立方米|升|公顷)(?:可|约|约为|售价|价格|补贴|奖励|为|最高|上涨|下跌|下调|上调|达|达到|收费|补助|高达|涨|降|给予)?$")
_EACH = re.compile(r"一(辆|台|件|个|套|架|次|班|列|单)")
HALVES = {"一半": "eq", "半数": "eq", "过半": "gt", "大半": "gt", "泰半": "gt", "对半": "eq", "对折": "eq", "半价": "eq"}


@dataclass(slots=True)
class Quantity:
    """What stands at one place: span with hedges, value in the base unit, and the parts that judge its class."""

    start: int
    end: int
    numeral_start: int
    low: Decimal
    high: Decimal | None
    unit: Unit | None
    bound: Bound
    per: str | None
    rule: str


@dataclass(slots=True)
class _Part:
    end: int
    numeral: Numeral
    unit: Unit | None
    extra: Decimal
    bound: Bound
    rule: str


def read_quantity(text: str, start: int, end: int) -> Quantity | None:
    """The quantity whose numeral is `text[start:end]`, or None if those characters make no number."""
    part = _read_part(text, start, end)
    if part is None:
        return None
    numeral, unit, stop, rule = part.numeral, part.unit, part.end, part.rule
    low, high, bound = numeral.value, numeral.high, part.bound
    second = _read_second(text, start, part) if high is None else None
    if second is not None:
        low, high, unit, stop, bound = second
        rule = "range"
    if unit is not None:
        low, high = low * unit.factor, None if high is None else high * unit.factor
        low, high = low + part.extra * unit.factor, high
    per, stop = _read_per(text, start, stop, unit)
    quantity = Quantity(start, stop, start, low, high, unit, bound, per, rule)
    return _with_hedges(text, _with_sign(text, quantity))


def _read_part(text: str, start: int, end: int) -> _Part | None:
    surface = text[start:end]
    numeral = parse_numeral(surface)
    if numeral is None:
        return None
    if text.startswith("分之", end):
        return _read_fraction(text, numeral, end + 2)
    at = end + 1 if text[end:end + 1] == " " else end
    halved = _HALF_OF.match(text, at)
    if halved:
        unit = read_unit(text, halved.end()) or read_unit("个" + text[halved.end():halved.end() + 3], 0)
        unit = read_unit("个" + text[halved.end():halved.end() + 4], 0)
        if unit is not None and unit.kind == "time":
            extra = Decimal("0.5") if halved[1] == "半" else Decimal(0)
            bound: Bound = "eq" if halved[1] == "半" else "gt"
            return _Part(halved.end() + len(unit.surface) - 1, numeral, unit, extra, bound, "unit")
    unit = read_unit(text, at)
    if unit is None:
        return _Part(end, numeral, None, Decimal(0), numeral.bound, numeral.rule)
    stop = at + len(unit.surface)
    extra, bound, stop = _read_tail(text, stop, unit, numeral.bound)
    return _Part(stop, numeral, unit, extra, bound, numeral.rule)


def _read_tail(text: str, stop: int, unit: Unit, bound: Bound) -> tuple[Decimal, Bound, int]:
    """What follows a unit and adds to it: 三成半, 两年多, 五块三毛."""
    following = text[stop:stop + 2]
    if unit.kind == "money" and unit.surface in ("元", "块"):
        coins = _COINS.match(text, stop)
        if coins:
            tenths, hundredths = coins[1], coins[2] or coins[3]
            extra = (_digit(tenths) / 10 if tenths else Decimal(0)) + (_digit(hundredths) / 100 if hundredths else 0)
            return extra, bound, coins.end()
        if unit.surface == "块" and following[:1] and following[:1] in "一二三四五六七八九123456789":
            return _digit(following[0]) / 10, bound, stop + 1
    if following[:1] == "半" and unit.kind not in ("general", "concrete", "person", "money") and following != "半年":
        return Decimal("0.5"), bound, stop + 1
    if unit.surface == "成" and following[:1] and following[:1] in "一二三四五六七八九":
        return _digit(following[0]) / 10, bound, stop + 1
    if following[:1] == "多" and unit.kind not in ("general", "concrete", "person") and following not in ("多模", "多元", "多项"):
        return Decimal(0), "gt", stop + 1
    return Decimal(0), bound, stop


def _digit(char: str) -> Decimal:
    numeral = parse_numeral(char)
    return numeral.value if numeral else Decimal(0)


def _read_fraction(text: str, denominator: Numeral, at: int) -> _Part | None:
    found = _NUMERAL.match(text, at)
    above = parse_numeral(found[0]) if found else None
    if found is None or above is None or not denominator.value:
        return None
    share = (above.value * 100 / denominator.value).quantize(Decimal("0.000001"))
    high = None if above.high is None else (above.high * 100 / denominator.value).quantize(Decimal("0.000001"))
    surface = text[at:found.end()]
    percent = Unit("分之" + surface, "percent", Decimal(1), "percent")
    return _Part(found.end(), Numeral(_plain(share), high, above.bound), percent, Decimal(0), above.bound, "fraction")


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _read_second(text: str, start: int, first: _Part) -> tuple[Decimal, Decimal, Unit | None, int, Bound] | None:
    """The upper end of a range and what both ends share: 20至30家, 1到2亿元, 2.5万—3万亿."""
    separator = _SEPARATOR.match(text, first.end)
    if separator is None:
        return None
    found = _NUMERAL.match(text, separator.end())
    if found is None:
        return None
    second = _read_part(text, found.start(), found.end())
    if second is None or (first.unit and second.unit and first.unit.symbol != second.unit.symbol):
        return None
    if first.unit is not None and second.unit is None:
        return None
    word = separator[0].strip()
    if first.unit is not None and word in ("至", "到") and re.search(r"从[^，。；、]{0,6}$", text[max(0, start - 8):start]):
        return None
    low, high = first.numeral.value, second.numeral.high or second.numeral.value
    if first.unit is None and first.numeral.scale < second.numeral.scale:
        shared = second.numeral.scale // first.numeral.scale
        if low * shared < high:
            low *= shared
    if first.unit is not None and second.unit is not None and first.unit.factor != second.unit.factor:
        low = low * first.unit.factor / second.unit.factor
    if low >= high and word not in ("或",):
        return None
    return low, high, second.unit, second.end, second.bound


def _read_per(text: str, start: int, stop: int, unit: Unit | None) -> tuple[str | None, int]:
    if unit is None:
        return None, stop
    found = _PER.match(text, stop)
    if found:
        return found[0].lstrip("/每"), found.end()
    if unit.kind == "time":
        each = _EACH.match(text, stop)
        if each:
            return each[1], each.end()
    before = _PER_BEFORE.search(text, max(0, start - 10), start)
    return ((before[1] or "") + before[2] if before else None), stop


def _with_sign(text: str, quantity: Quantity) -> Quantity:
    money = _CURRENCY_SIGN.search(text, max(0, quantity.start - 5), quantity.start)
    if money and (quantity.unit is None or quantity.unit.surface == "元"):
        code = next(name for name, group in zip(_CURRENCY_CODES, money.groups(), strict=True) if group)
        unit = Unit(money[0].strip(), code, Decimal(1), "money")
        quantity = replace(quantity, start=money.start(), unit=unit)
    sign = _SIGN.search(text, max(0, quantity.start - 2), quantity.start)
    if sign and (sign[0] != "负" or quantity.unit is not None):
        high = None if quantity.high is None else -quantity.high
        quantity = replace(quantity, start=sign.start(), low=-quantity.low, high=high)
    return quantity


def _with_hedges(text: str, quantity: Quantity) -> Quantity:
    start, stop, bound = quantity.start, quantity.end, quantity.bound
    before = hedge_before(text, start)
    while before is not None:
        bound, start = before[0] if bound in ("eq", "approx") or before[0] == "lt" else bound, before[1]
        before = hedge_before(text, start)
    after = hedge_after(text, stop)
    if after is not None:
        bound, stop = after if bound in ("eq", "approx") else (bound, after[1])
    if bound == "eq" and quantity.unit is not None and quantity.unit.kind == "percent":
        bound = hedge_far(text, start) or "eq"
    return replace(quantity, start=start, end=stop, bound=bound)
