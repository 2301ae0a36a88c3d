"""Amounts: one numeral with its unit and what completes it (3元5角, 两个半小时, 1米75, 三分之一, 八五折)."""

from __future__ import annotations

from decimal import Decimal

from flows.extract.numbers.amount import HALF, NUMERAL, PARTED, Amount, percent_of, small, to_places
from flows.extract.numbers.completed import complete
from flows.extract.numbers.number import Bound
from flows.extract.numbers.numerals import ARABIC, CHINESE, DIGITS, Numeral, parse_numeral
from flows.extract.numbers.units import ONE, Unit, read_unit
from flows.extract.words import has_word
from flows.patterns import lazy

_PERCENT = Unit("分之", "percent", ONE, "percent")
_DISCOUNT = Unit("折", "percent", ONE, "percent")
_DOUBLINGS = Unit("番", "multiple", ONE, "multiple")
_MOST_DOUBLINGS = 20
_MIXED = lazy(rf"又(?:({NUMERAL})分之({NUMERAL})|(\d+)/(\d+))")
_HALF_OF = lazy(r"个(多|半|来)(?=月|小时|钟头|星期|礼拜|世纪|季度|百分点)")
_AFTER_CLASSIFIER = frozenset(("time", "percent"))
_HUNDRED_MILLION_OF = lazy(
    r"个(?=亿|多亿)(?!亿元(?:以上|级)?(?:产业|工业|重大|招商)?(?:项目|企业|园区|工程|集群|镇|村))"
)
_ENGLISH = lazy(
    r"\s?(?:(?:(trillion)|(billion|bn)|(million|mn|mln)|(w))(?![A-Za-z\d])"
    r"|(?:([kK])|(M)|(B))(?=[元块]|[美欧日港英加澳]元|英镑))"
)
_ENGLISH_SCALES = (10**12, 10**9, 10**6, 10**4, 10**3, 10**6, 10**9)
_ENGLISH_KINDS = frozenset(("money", "token", "parameter"))
_NOT_A_DISCOUNT = frozenset("旧算合叠磨腾扣射返抵断线纸中戟桂")
_NOT_DOUBLED = frozenset("茄五")
_AFTER_PART = frozenset(("", "的", "，", "。", "、", "；", "左", "长", "内", "多", "）"))
_FINE = ("秒", "毫", "微", "纳")  # 千分之一秒, but 千分之一天然气


def read_amount(text: str, start: int, end: int) -> Amount | None:
    """The amount whose numeral is `text[start:end]`; None if those characters make no number."""
    numeral = parse_numeral(text[start:end])
    if numeral is None:
        return None
    following = text[end:end + 1]
    if following == "分" and text.startswith("分之", end):
        return _read_fraction(text, numeral, end + 2)
    mixed = _MIXED.match(text, end) if following == "又" else None
    if mixed:
        part = small(mixed[2] or mixed[3]) / (small(mixed[1] or mixed[4]) or 1)
        return _read_plain(text, Numeral(to_places(numeral.value + part), rule="fraction"), mixed.end())
    special = _read_after_classifier(text, numeral, end) if following == "个" else None
    if following == "番" and "翻" not in text[max(0, start - 4):start]:
        return None  # 另一番景象
    if special is None and following in ("折", "番"):
        special = _read_discount(text, text[start:end], numeral, end)
    return special or _read_plain(text, numeral, end)


def _read_plain(text: str, numeral: Numeral, end: int) -> Amount:
    more = text[end:end + 1] == "+"
    at = end + 1 if more or text[end:end + 1] == " " else end
    unit = read_unit(text, at)
    if unit and at > end and not more and len(unit.surface) == 1 and numeral.scale >= 10**4:
        if has_word(text[at:at + 2]) or has_word(text[at:at + 3]):
            unit = None  # 用户突破1.78亿 大数据中心上线
    if unit is None or (unit.kind == "level" and numeral.scale >= 10**4):  # 百万级, 万亿级
        return _without_unit(text, numeral, end)
    bound: Bound = "gt" if more else numeral.bound
    end = at + len(unit.surface)
    amount = Amount(end, numeral.value, numeral.high, unit, bound, numeral.scale, numeral.rule)
    complete(text, amount, unit)
    return amount


def _without_unit(text: str, numeral: Numeral, end: int) -> Amount:
    english = _ENGLISH.match(text, end)
    if english is None:
        return Amount(end, numeral.value, numeral.high, None, numeral.bound, numeral.scale, numeral.rule)
    groups = zip(_ENGLISH_SCALES, english.groups(), strict=True)
    scale = next(scale for scale, group in groups if group)
    end = english.end()
    at = end + 1 if text[end:end + 1] == " " else end
    unit = read_unit(text, at)
    if unit is not None and unit.kind in _ENGLISH_KINDS:
        end = at + len(unit.surface)
    else:
        unit = None
    return Amount(end, numeral.value * scale, None, unit, numeral.bound, scale, "english")


def _read_after_classifier(text: str, numeral: Numeral, end: int) -> Amount | None:
    """两个半小时, 三个多月, 两个亿: what stands between 个 and the unit proper."""
    found = _HALF_OF.match(text, end)
    if found:
        unit = read_unit("个" + text[found.end():found.end() + 3], 0)
        if unit is None or unit.kind not in _AFTER_CLASSIFIER:
            return None
        stop = found.end() + len(unit.surface) - 1
        if found[1] == "半":
            return Amount(stop, numeral.value + HALF, None, unit, "eq", 1, "half")
        bound: Bound = "gt" if found[1] == "多" else "approx"
        return Amount(stop, numeral.value, None, unit, bound, 1, numeral.rule)
    if _HUNDRED_MILLION_OF.match(text, end):
        unit, scale = read_unit(text, end + 2), 10**8
        unit = unit if unit is not None and unit.kind == "money" else None
        high = None if numeral.high is None else numeral.high * scale
        stop = end + 2 + (len(unit.surface) if unit else 0)
        return Amount(stop, numeral.value * scale, high, unit, numeral.bound, scale, "mixed")
    return None


def _read_fraction(text: str, denominator: Numeral, at: int) -> Amount | None:
    """百分之五, 三分之一, 千分之三, 百分之负二: as percent."""
    sign = -1 if text[at:at + 1] == "负" else 1
    at += sign < 0
    found = (ARABIC if text[at:at + 1].isdecimal() else CHINESE).match(text, at)
    above = parse_numeral(found[0]) if found else None
    if found is None or above is None or not denominator.value:
        return None
    low = percent_of(above.value, denominator.value) * sign
    high = None if above.high is None else percent_of(above.high, denominator.value)
    if high is None and (denominator.scale == 1 or text.startswith(_FINE, found.end())):
        part = _read_part_of_unit(text, found.end(), above.value / denominator.value * sign)
        if part is not None:
            return part
    return Amount(found.end(), low, high, _PERCENT, above.bound, 1, "fraction")


def _read_part_of_unit(text: str, at: int, share: Decimal) -> Amount | None:
    """四分之三英里 is three quarters of a mile, 四分之一小时 of an hour; not 三分之一人."""
    unit = read_unit(text, at)
    if unit is None or unit.kind not in PARTED or unit.kind == "money":
        return None
    end = at + len(unit.surface)
    if len(unit.surface) == 1 and text[end:end + 1] not in _AFTER_PART:
        return None  # 三分之一天然气
    return Amount(end, to_places(share), None, unit, "eq", 1, "fraction")


def _read_discount(text: str, surface: str, numeral: Numeral, end: int) -> Amount | None:
    """八折 is 80 percent, 八五折 85, 8.5折 85; 两番 is two to the power of two."""
    value, following = numeral.value, text[end + 1:end + 2]
    if text[end] == "番":
        if value % 1 or not 0 < value < _MOST_DOUBLINGS or (following and following in _NOT_DOUBLED):
            return None
        return Amount(end + 1, Decimal(2) ** int(value), None, _DOUBLINGS, numeral.bound, 1, "doubling")
    if value >= 100 or (following and following in _NOT_A_DISCOUNT):
        return None
    if len(surface) == 2 and all(char in DIGITS for char in surface):
        first, second = small(surface[0]), small(surface[1])
        low, high = first * 10 + second, None
        if second == first + 1:  # 七八折 is 70 to 80, 七五折 75
            low, high = first * 10, second * 10
    else:
        factor = 10 if value < 10 else 1
        low, high = value * factor, None if numeral.high is None else numeral.high * factor
    return Amount(end + 1, low, high, _DISCOUNT, numeral.bound, 1, "discount")
