"""Amounts: one numeral with its unit and what completes it (3元5角, 两个半小时, 1米75, 三分之一, 八五折)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from flows.extract.number import Bound
from flows.extract.numerals import ARABIC, CHINESE, DIGITS, Numeral, parse_numeral
from flows.extract.units import ONE, Unit, read_unit

_SIX_PLACES = Decimal("0.000001")
_PERCENT = Unit("分之", "percent", ONE, "percent")
_MULTIPLE = Unit("番", "multiple", ONE, "multiple")
_N = r"(?:\d+(?:\.\d+)?|[零一二三四五六七八九两十壹贰叁肆伍陆柒捌玖]+)"
_HALF_OF = re.compile(r"个(多|半)(?=月|小时|钟头|星期|礼拜|世纪|季度)")
_WORD_OF = re.compile(r"个(?=亿|多亿)")
_ENGLISH = re.compile(r"\s?(?:(?:(trillion)|(billion|bn)|(million|mn|mln)|(w))(?![A-Za-z\d])|([kK])(?=[元块美]))")
_ENGLISH_SCALES = (10**12, 10**9, 10**6, 10**4, 10**3)
_AFTER_HALF = frozenset("径导岛成山自途程价年决挂")
_MORE_OF = re.compile(r"多(?![模元项方层样语云家维功]|边形)")


@dataclass(slots=True)
class Amount:
    """A numeral and its unit: `low` to `high` counts units as written (not yet times the unit's factor)."""

    end: int
    low: Decimal
    high: Decimal | None
    unit: Unit | None
    bound: Bound
    scale: int
    rule: str


def _small(surface: str | None) -> Decimal:
    numeral = parse_numeral(surface) if surface else None
    return numeral.value if numeral else Decimal(0)


def _parts(*weights: str) -> Callable[[re.Match[str]], Decimal]:
    shares = [1 / Decimal(weight) for weight in weights]
    return lambda found: sum((_small(group) * share for group, share in zip(found.groups(), shares, strict=True)), Decimal(0))


def _decimals(found: re.Match[str]) -> Decimal:
    group = next(group for group in found.groups() if group)
    digits = group if group.isdecimal() else "".join(str(DIGITS[char]) for char in group)
    return Decimal(f"0.{digits}")


_COINS = re.compile(rf"零?(?:({_N})(?:角|毛(?!利)))(?:({_N})分(?!之))?|()零?({_N})分(?![之钟布])")
_LEFT = r"(?![\d.%．十百千万亿个分秒元人年月日号点家、到至\-—])"
# what completes a unit: its pattern and what it adds, in that unit
_COMPLETIONS: dict[str, tuple[re.Pattern[str], Callable[[re.Match[str]], Decimal]]] = {
    "小时": (re.compile(rf"零?({_N})分钟?(?:({_N})秒)?"), _parts("60", "3600")),
    "分": (re.compile(rf"({_N})秒(?:(\d{{1,2}})(?!\d))?"), _parts("60", "6000")),
    "秒": (re.compile(rf"(\d{{1,3}}){_LEFT}"), _decimals),
    "年": (re.compile(rf"零?({_N})个月"), _parts("12")),
    "天": (re.compile(rf"零?({_N})个?小时"), _parts("24")),
    "米": (re.compile(rf"(\d{{1,2}}){_LEFT}|([一二三四五六七八九]{{1,2}}){_LEFT}"), _decimals),
    "度": (re.compile(rf"(\d){_LEFT}|([一二三四五六七八九]){_LEFT}"), _decimals),
    "毛": (re.compile(rf"()([一二三四五六七八九]){_LEFT}|(\d){_LEFT}"), _decimals),
    "块": (re.compile(rf"(\d{{1,2}}){_LEFT}|([一二三四五六七八九]){_LEFT}"), _decimals),
    "成": (re.compile(r"([一二三四五六七八九])(?![成十百千万亿家个])"), _decimals),
    "斤": (re.compile(rf"({_N})两"), _parts("10")),
    "尺": (re.compile(rf"({_N})寸"), _parts("10")),
    "角": (re.compile(rf"({_N})分(?!之)"), _parts("10")),
}  # fmt: skip
for _alias, _name in (("个小时", "小时"), ("分钟", "分"), ("个钟头", "小时"), ("元", "块")):
    _COMPLETIONS[_alias] = _COMPLETIONS[_name]
_COINED = frozenset(("元", "块", "圆"))
_POINT_FIVE = Decimal("0.5")
_MINUTE = Unit("分", "minute", ONE, "time")


def read_amount(text: str, start: int, end: int) -> Amount | None:
    """The amount whose numeral is `text[start:end]`; None if those characters make no number."""
    numeral = parse_numeral(text[start:end])
    if numeral is None:
        return None
    following = text[end:end + 1]
    if not following:
        return Amount(end, numeral.value, numeral.high, None, numeral.bound, numeral.scale, numeral.rule)
    if following == "分" and text.startswith("分之", end):
        return _read_fraction(text, numeral, end + 2)
    if following == "个":
        special = _read_after_classifier(text, numeral, end)
        if special is not None:
            return special
    if following == "折" or following == "番":
        return _read_discount(text, text[start:end], numeral, end)
    at = end + 1 if following in (" ", "+") else end
    unit = read_unit(text, at)
    if unit is None or (unit.kind == "level" and numeral.scale >= 10**4):  # 百万级, 万亿级
        return _without_unit(text, numeral, end)
    amount = Amount(at + len(unit.surface), numeral.value, numeral.high, unit, numeral.bound, numeral.scale, numeral.rule)
    if following == "+":
        amount.bound = "gt"
    _complete(text, amount)
    return amount


def _without_unit(text: str, numeral: Numeral, end: int) -> Amount:
    value, scale, rule = numeral.value, numeral.scale, numeral.rule
    english = _ENGLISH.match(text, end)
    if english:
        scale = next(scale for scale, group in zip(_ENGLISH_SCALES, english.groups(), strict=True) if group)
        value, end, rule = value * scale, english.end(), "english"
        unit = read_unit(text, end + 1 if text[end:end + 1] == " " else end)
        if unit is not None and unit.kind in ("money", "token", "parameter"):
            return Amount(end + text[end:].index(unit.surface) + len(unit.surface), value, None, unit, numeral.bound, scale, rule)
    return Amount(end, value, numeral.high, None, numeral.bound, scale, rule)


def _read_after_classifier(text: str, numeral: Numeral, end: int) -> Amount | None:
    """两个半小时, 三个多月, 两个亿: what stands between 个 and the unit proper."""
    found = _HALF_OF.match(text, end)
    if found:
        unit = read_unit("个" + text[found.end():found.end() + 3], 0)
        if unit is None or unit.kind != "time":
            return None
        stop = found.end() + len(unit.surface) - 1
        low = numeral.value + _POINT_FIVE if found[1] == "半" else numeral.value
        return Amount(stop, low, None, unit, "eq" if found[1] == "半" else "gt", 1, "half" if found[1] == "半" else numeral.rule)
    if _WORD_OF.match(text, end):
        unit = read_unit(text, end + 2)
        scale = 10**8
        stop = end + 2 + (len(unit.surface) if unit and unit.kind == "money" else 0)
        high = None if numeral.high is None else numeral.high * scale
        return Amount(stop, numeral.value * scale, high, unit if unit and unit.kind == "money" else None, numeral.bound, scale, "mixed")
    return None


def _complete(text: str, amount: Amount) -> None:
    """Read what follows the unit and belongs to the value: 三成半, 两年多, 五块三毛, 1小时30分."""
    unit = amount.unit
    following = text[amount.end:amount.end + 1]
    if unit is None or not following:
        return
    if unit.surface == "分" and text.startswith("半钟", amount.end):
        amount.low, amount.end, amount.unit, amount.rule = amount.low + _POINT_FIVE, amount.end + 2, _MINUTE, "half"
        return
    completion = _COMPLETIONS.get(unit.surface)
    if completion is not None and amount.high is None and (following.isdecimal() or following in "零一二三四五六七八九两十壹贰叁肆伍陆柒捌玖"):
        coins = _COINS.match(text, amount.end) if unit.surface in _COINED else None
        if coins:
            tenths, hundredths = coins[1], coins[2] or coins[4]
            amount.low += _small(tenths) / 10 + _small(hundredths) / 100  # 角 and 分
            amount.end, amount.rule = coins.end(), "composite"
            return
        found = completion[0].match(text, amount.end) if unit.surface not in ("元",) else None
        if found and not (completion[1] is _decimals and read_unit(text, found.end())):  # 五毛一斤
            amount.low = round(amount.low + completion[1](found), 6)
            amount.end, amount.rule = found.end(), "composite"
            if unit.surface == "分":
                amount.unit = _MINUTE
            return
    if following == "半" and text[amount.end + 1:amount.end + 2] not in _AFTER_HALF and unit.kind not in ("general", "concrete", "person", "money", "count"):
        amount.low, amount.end, amount.rule = amount.low + _POINT_FIVE, amount.end + 1, "half"
    elif following == "多" and unit.kind not in ("general", "concrete", "person") and _MORE_OF.match(text, amount.end):
        amount.bound, amount.end = "gt", amount.end + 1


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
    return Amount(found.end(), low, high, _PERCENT, above.bound, 1, "fraction")


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """`part` of `whole` in percent, to six places."""
    share = part * 100 / whole
    return share if share == share.to_integral_value() else share.quantize(_SIX_PLACES).normalize()


def _read_discount(text: str, surface: str, numeral: Numeral, end: int) -> Amount:
    """八折 is 80 percent, 八五折 85, 8.5折 85; 两番 is 2 to the power of two."""
    plain = Amount(end, numeral.value, numeral.high, None, numeral.bound, numeral.scale, numeral.rule)
    if text[end] == "番":
        if numeral.value == numeral.value.to_integral_value() and 0 < numeral.value < 20 and text[end + 1:end + 2] not in ("茄", "五"):
            return Amount(end + 1, Decimal(2) ** int(numeral.value), None, _MULTIPLE, numeral.bound, 1, "doubling")
        return plain
    if numeral.value >= 100 or text[end + 1:end + 2] in tuple("旧算合叠磨腾扣射返抵断线纸中戟桂"):
        return plain
    if len(surface) == 2 and all(char in DIGITS for char in surface):
        low, high = _small(surface[0]) * 10 + _small(surface[1]), None
    else:
        factor = 10 if numeral.value < 10 else 1
        low, high = numeral.value * factor, None if numeral.high is None else numeral.high * factor
    return Amount(end + 1, low, high, Unit("折", "percent", ONE, "percent"), numeral.bound, 1, "discount")
