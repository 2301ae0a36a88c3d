"""Ranges and tolerances: two amounts that make one quantity (20至30家, 1到2亿元, 5%—10%, 100±0.05毫米)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from flows.extract.cues import alternation
from flows.extract.numbers.amount import Amount
from flows.extract.numbers.amounts import read_amount
from flows.extract.numbers.number import Bound
from flows.extract.numbers.numerals import ARABIC, CHINESE
from flows.extract.numbers.units import LESSER, Unit
from flows.patterns import lazy

# the characters with which something between two amounts can begin
SEPARATORS = frozenset(" -—–―~～〜－−至到或和与、±")
_SEPARATOR = lazy(
    r"\s?(——?|--?|–|―|~|～|〜|－|−|至|到|或者?|和|与|、|±)\s?"
    r"(?:(上(?=[百千万亿]))|(负|零下|[-−－](?=\d))|\+|零上|((?:US|HK|NT|[ACS])?[¥￥$＄€£](?=\d)))?"
)
_FROM = lazy(r"(?:从|由(?!于)|自(?![有己主身我然营动由筹]))[^，。；、！？\d]{0,5}$")
_SPREAD = lazy(r"之间|不等|区间|范围|左右|以?内|的?波动|浮动")
_CHANGE = lazy("(?<!新)" + alternation("change_before") + "了?(?:约|近|将近|接近|大约|超过?|逾)?$")
_PLAIN = lazy(r"(?!19\d\d|20\d\d)(?:[1-9]\d{2,}-[1-9]\d{2,}|\d+\.\d+-\d+\.\d+)")  # 5000-6000, 6.5-7.5
_DIGITS = "一二三四五六七八九"
_CONVERTED = frozenset(("length", "mass", "volume", "area"))
_TO = frozenset("至到")
_LOOSE = frozenset(("~", "～", "至", "到", "—"))


@dataclass(slots=True)
class Range:
    """The upper end found after a first amount, with what both ends share."""

    end: int
    low: Decimal
    high: Decimal
    unit: Unit | None
    scale: int
    bound: Bound | None
    rule: str


def read_range(text: str, start: int, low: Decimal, first: Amount) -> Range | None:
    """The range that `first` opens, whose signed value is `low` and whose numeral is at `start`; or None."""
    separator = _SEPARATOR.match(text, first.end)
    if separator is None or separator.end() >= len(text):
        return None
    at = separator.end()
    found = (ARABIC if text[at].isdecimal() else CHINESE).match(text, at)
    second = read_amount(text, at, found.end()) if found else None
    if second is None or not _same_measure(first, second):
        return None
    word = separator[1]
    if word[0] == "±":
        spread = second.low
        return Range(second.end, low - spread, low + spread, second.unit, first.scale, None, "tolerance")
    money = separator[4] is not None and text[start - 1] == separator[4][-1]
    if not (money or _joined(text, (start, at), word, first, second)):
        return None
    high = second.low if second.high is None else second.high
    if separator[3]:
        high = -high
    low = _in_terms_of(second, low, high, first, word)
    if word == "、" and low > high:
        high = low + 1
    if low == high or (low > high and word[0] not in "或至到"):
        return None
    # in 几十到上百个 the hedge is a part of the range
    bound = None if separator[2] or second.bound == "eq" else second.bound
    return Range(second.end, low, high, second.unit, max(first.scale, second.scale), bound, "range")


def _in_terms_of(second: Amount, low: Decimal, high: Decimal, first: Amount, word: str) -> Decimal:
    """The lower end in the magnitude and unit that it shares with the upper: 1到2亿元, 2.5万—3万亿."""
    if word == "、":
        return low if low > second.low else second.low * low / (low + 1)  # 十七、八岁; 七、八十人
    if second.rule == "discount" and first.unit is None and low < 10:
        low *= 10  # 三到五折
    if first.unit is None and first.scale < second.scale:
        shared = low * (second.scale // first.scale)
        low = shared if shared < high else low
    if first.unit is None or second.unit is None:
        return low
    if first.unit.factor != second.unit.factor:
        low = low * first.unit.factor / second.unit.factor
    if first.unit.symbol != second.unit.symbol:  # 800克至1公斤
        low = low / _times_lesser(second.unit, first.unit)
    return low


def _times_lesser(unit: Unit, other: Unit) -> Decimal:
    """How many of the other unit make one of the unit; 0 where they measure different things."""
    there, back = LESSER.get((unit.symbol, other.symbol)), LESSER.get((other.symbol, unit.symbol))
    return Decimal(there) if there else 1 / Decimal(back) if back else Decimal(0)


def _same_measure(first: Amount, second: Amount) -> bool:
    if first.unit is None:
        return True
    if first.rule == "fraction" and second.unit is None:  # 百分之三十到五十
        second.unit = first.unit
    if second.unit is None:
        return False
    if first.unit.symbol != second.unit.symbol:
        return first.unit.kind in _CONVERTED and _times_lesser(second.unit, first.unit) > 0
    if first.unit.surface == second.unit.surface:
        return True
    return not {first.unit.surface[-1], second.unit.surface[-1]} & {"点", "P", "p"}  # 25个基点至1.75%


def _joined(text: str, starts: tuple[int, int], word: str, first: Amount, second: Amount) -> bool:
    """Whether the word between makes a range of two amounts, no list and no change from one to the other."""
    start, at = starts
    if word in ("和", "与"):
        return text.startswith("之间", second.end)
    if word == "、":  # 三、四家
        low, high = _DIGITS.find(text[at - 2]), _DIGITS.find(text[at])
        follows = first.unit is None and second.unit is not None and 0 <= low == high - 1
        return follows and (at - 2 == start or (text[at - 3] == "十" and second.low <= high + 1))
    if first.unit is not None and word in _TO:
        if first.unit.symbol != "percent" and _CHANGE.search(text, max(0, start - 6), start):
            return False  # 增加200人至1500人
        if _FROM.search(text, max(0, start - 7), start):
            whole = start == 1 and second.end == len(text)  # 从5元到10元 and nothing else
            return whole or _SPREAD.match(text, second.end) is not None  # 从183家至348家, but 从3元至5元不等
    if first.unit is not None or second.unit is not None or second.scale > 1 or word in _LOOSE:
        return True
    if start == 0 and second.end == len(text):
        return True  # the text is this range and nothing else
    return _PLAIN.fullmatch(text, start, second.end) is not None
