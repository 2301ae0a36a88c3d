"""Quantities: a numeral with its unit, its range or tolerance, its rate, and the hedges that stand with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from flows.extract.amounts import Amount, read_amount
from flows.extract.bounds import hedge_after, hedge_before, hedge_far
from flows.extract.number import Bound
from flows.extract.numerals import ARABIC, CHINESE
from flows.extract.rates import read_denominator
from flows.extract.units import ONE, Unit

_SEPARATORS = frozenset(" -—–―~～〜－−至到或和与、±")
_SEPARATOR = re.compile(r"\s?(?:——?|--?|–|―|~|～|〜|－|−|至|到|或者?|和|与|、|±)\s?(?:(上(?=[百千万亿]))|(负|零下|[-−－](?=\d))|\+)?")
_CHANGE = re.compile(r"(?:增加?|减少?|下?降低?|上?升|上?涨|下?跌|上调|下调|提高|扩大|缩减|压缩|延长|缩短|回落|回升|下滑|攀升|多|少)了?$")
_FROM = re.compile(r"[从由自][^，。；、！？\d]{0,5}$")
_SPREAD = re.compile(r"之间|不等|区间|范围|左右|以?内|的?波动|浮动")
_CURRENCIES = {"人民币": "CNY", "RMB": "CNY", "rmb": "CNY", "CNY": "CNY", "¥": "CNY", "￥": "CNY", "US$": "USD", "USD": "USD",
               "$": "USD", "＄": "USD", "美元": "USD", "HK$": "HKD", "HKD": "HKD", "港币": "HKD", "港元": "HKD", "€": "EUR", "EUR": "EUR",
               "欧元": "EUR", "£": "GBP", "GBP": "GBP", "英镑": "GBP", "JPY": "JPY", "日元": "JPY", "NT$": "TWD", "TWD": "TWD",
               "新台币": "TWD", "新臺币": "TWD", "台币": "TWD", "澳门币": "MOP", "澳门元": "MOP", "A$": "AUD", "AUD": "AUD", "C$": "CAD",
               "CAD": "CAD", "S$": "SGD", "SGD": "SGD", "₩": "KRW", "₽": "RUB", "₹": "INR", "฿": "THB", "CHF": "CHF"}  # fmt: skip
_CURRENCY = re.compile(
    r"(?:(?<![A-Za-z兑])(?:US\$|HK\$|NT\$|A\$|C\$|S\$|RMB|rmb|CNY|USD|HKD|EUR|GBP|JPY|TWD|AUD|CAD|SGD|CHF)|[¥￥$＄€£₩₽₹฿]"
    r"|(?<!兑)(?:人民币|港币|澳门币|新台币|新臺币|台币))\s?$"
)
_CURRENCY_END = frozenset("$＄¥￥€£₩₽₹฿BbYDRPFＢ币 ")
_SIGN = re.compile(r"(?:(?<![\w)）%℃])(?:[-−－–]|\+)|(?<=[\u4e00-\u9fff])(?:[-−－]|\+)|(?<![担抱胜欠])负|零下|±|正负)$")
_SIGN_END = frozenset("-−－–+负下±")
_NEGATIVE = frozenset(("-", "−", "－", "–", "负", "零下"))


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
    low, high, unit = amount.low, amount.high, amount.unit
    quantity = Quantity(start, amount.end, start, low, high, unit, amount.bound, None, amount.rule, amount.scale)
    sign = _sign(text, quantity) if start and text[start - 1] in _SIGN_END else ""
    if sign in _NEGATIVE:
        quantity.low, quantity.high = -low, None if high is None else -high
    if amount.end < len(text) and text[amount.end] in _SEPARATORS:
        _extend(text, quantity, amount)
    unit = quantity.unit
    if unit is not None:
        if unit.factor != ONE:
            quantity.low *= unit.factor
            quantity.high = None if quantity.high is None else quantity.high * unit.factor
        quantity.per, quantity.end = read_denominator(text, start, quantity.end, unit)
    if sign:
        quantity.start -= len(sign)
        if sign in ("±", "正负"):
            quantity.low, quantity.high, quantity.rule = -quantity.low, quantity.low, "tolerance"
    _add_currency(text, quantity)
    _add_hedges(text, quantity)
    return quantity


def _sign(text: str, quantity: Quantity) -> str:
    """The sign that touches the numeral, or nothing; a hyphen before a bare number is none (东风-41)."""
    found = _SIGN.search(text, max(0, quantity.start - 2), quantity.start)
    if found is None:
        return ""
    if quantity.unit is None and quantity.scale == 1 and found[0] != "零下":
        if found[0] == "负" or text[found.start() - 1:found.start()].isalnum():
            return ""
    return found[0]


def _extend(text: str, quantity: Quantity, first: Amount) -> None:
    """Let the quantity be a range if a second amount follows: 20至30家, 1到2亿元, 100±0.05毫米."""
    separator = _SEPARATOR.match(text, first.end)
    if separator is None or separator.end() >= len(text):
        return
    at = separator.end()
    found = (ARABIC if text[at].isdecimal() else CHINESE).match(text, at)
    second = read_amount(text, at, found.end()) if found else None
    if second is None or not _same_measure(first, second):
        return
    word = separator[0].strip()
    if "±" in word:
        _tolerate(quantity, first, second)
        return
    if not _joined(text, quantity.start, word, first, second, at):
        return
    low, high = quantity.low, second.high if second.high is not None else second.low
    if separator[2]:
        high = -high
    if first.unit is None and first.scale < second.scale:
        shared = second.scale // first.scale
        low = low * shared if low * shared < high else low
    if first.unit is not None and second.unit is not None and first.unit.factor != second.unit.factor:
        low = low * first.unit.factor / second.unit.factor
    if low == high or (low > high and word[0] not in "或至到"):
        return
    quantity.low, quantity.high, quantity.unit = low, high, second.unit
    quantity.end, quantity.scale, quantity.rule = second.end, max(first.scale, second.scale), "range"
    if second.bound != "eq" and not separator[1]:  # 几十到上百个: the hedge is a part of the range
        quantity.bound = second.bound


def _same_measure(first: Amount, second: Amount) -> bool:
    if first.unit is None:
        return True
    if first.rule == "fraction" and second.unit is None:  # 百分之三十到五十
        second.unit = first.unit
    if second.unit is None or first.unit.symbol != second.unit.symbol:
        return False
    return first.unit.surface == second.unit.surface or not {first.unit.surface[-1], second.unit.surface[-1]} & {"点", "P", "p"}


def _joined(text: str, start: int, word: str, first: Amount, second: Amount, at: int) -> bool:
    """Whether the word between two amounts makes a range of them, not a list and not a change from one to the other."""
    if word in ("和", "与"):
        return text.startswith("之间", second.end)
    if word == "、":
        digits = "一二三四五六七八九"
        low, high = digits.find(text[at - 2]), digits.find(text[at])
        return first.unit is None and second.unit is not None and 0 <= low == high - 1 and at - 2 == start
    if word in ("至", "到") and first.unit is not None and first.unit.symbol != "percent":
        if _CHANGE.search(text, max(0, start - 4), start):
            return False
    if word in ("至", "到") and first.unit is not None and _FROM.search(text, max(0, start - 7), start):
        return _SPREAD.match(text, second.end) is not None
    return first.unit is not None or second.unit is not None or second.scale > 1 or word in ("~", "～", "至", "到", "—")


def _tolerate(quantity: Quantity, first: Amount, second: Amount) -> None:
    quantity.low, quantity.high = first.low - second.low, first.low + second.low
    quantity.unit, quantity.end, quantity.rule = second.unit, second.end, "tolerance"


def _add_currency(text: str, quantity: Quantity) -> None:
    if quantity.start == 0 or text[quantity.start - 1] not in _CURRENCY_END:
        return
    found = _CURRENCY.search(text, max(0, quantity.start - 5), quantity.start)
    if found is None or (quantity.unit is not None and (quantity.unit.kind != "money" or quantity.unit.surface[0] not in "元块圆")):
        return
    surface = found[0].strip()
    kept = quantity.unit.surface if quantity.unit else surface
    quantity.unit = Unit(kept, _CURRENCIES[surface], ONE, "money")
    quantity.start = found.start()


_WITHIN = re.compile(r"内(?![容部地外蒙存涵在陆需阁饰衣销循环置])")
_RANK_OF_BOUND = {"eq": 0, "approx": 1, "gt": 2, "lt": 3}


def _add_hedges(text: str, quantity: Quantity) -> None:
    bound = quantity.bound
    before = hedge_before(text, quantity.start)
    while before is not None:
        quantity.hedged = True
        quantity.start = before[1]
        bound = max(bound, before[0], key=_RANK_OF_BOUND.__getitem__)
        before = hedge_before(text, quantity.start)
    after = hedge_after(text, quantity.end)
    if after is None and quantity.unit is not None and quantity.unit.kind in ("time", "length") and _WITHIN.match(text, quantity.end):
        after = ("lt", quantity.end + 1)
    if after is not None:
        quantity.hedged = True
        bound, quantity.end = max(bound, after[0], key=_RANK_OF_BOUND.__getitem__), after[1]
    if bound == "eq":
        unit = quantity.unit
        bound = hedge_far(text, quantity.start, unit is not None and unit.kind == "percent") or "eq"
    quantity.bound = bound
