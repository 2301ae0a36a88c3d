"""Amounts: one numeral with its unit and what completes it (3元5角, 两个半小时, 1米75, 三分之一, 八五折)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from flows.extract.numbers.number import Bound
from flows.extract.numbers.numerals import ARABIC, CHINESE, DIGITS, Numeral, parse_numeral
from flows.extract.numbers.units import LESSER, LESSER_BEHIND_ZERO, ONE, Unit, read_unit
from flows.extract.words import has_word, segmenter
from flows.patterns import Pattern, lazy

_POINT_FIVE = Decimal("0.5")
_PLACES = 6
_LARGE = 20  # beyond so many digits no place after the point matters
_PERCENT = Unit("分之", "percent", ONE, "percent")
_DISCOUNT = Unit("折", "percent", ONE, "percent")
_DOUBLINGS = Unit("番", "multiple", ONE, "multiple")
_MINUTE = Unit("分", "minute", ONE, "time")
_MOST_DOUBLINGS = 20
_N = r"(?:\d+(?:\.\d+)?|[零一二三四五六七八九两十壹贰叁肆伍陆柒捌玖]+)"
_MIXED = lazy(rf"又(?:({_N})分之({_N})|(\d+)/(\d+))")
COMPLETING = frozenset("零一二三四五六七八九两十壹贰叁肆伍陆柒捌玖")
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
_MORE_OF = lazy(r"多(?![模元项方层样语云家维功]|边形)")
_AFTER_HALF = frozenset("径导岛成山自途程价年决挂")
_NOT_A_DISCOUNT = frozenset("旧算合叠磨腾扣射返抵断线纸中戟桂")
_NOT_DOUBLED = frozenset("茄五")
_COUNTING = frozenset(("general", "concrete", "person"))
_PARTED = frozenset(("money", "length", "mass", "volume", "time"))
_HALVED = frozenset("元块圆个打")
_HALF_AHEAD = 5  # characters that show whether 半 opens a word
_AFTER_HALF_COIN = frozenset(("", "钱", "一", "每", "的", "，", "。", "、", "；"))
_AFTER_PART = frozenset(("", "的", "，", "。", "、", "；", "左", "长", "内", "多", "）"))
_AFTER_MINUTE = frozenset(("钟", "", "，", "。", "的", "后", "内", "左"))
_PURSES = ("包", "币", "财")
_FINE = ("秒", "毫", "微", "纳")  # 千分之一秒, but 千分之一天然气
_UNHALVED = frozenset(("general", "concrete", "person", "money", "count"))


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
    """The sum of a match's groups, each divided by its weight."""
    shares = [1 / Decimal(weight) for weight in weights]
    return lambda found: sum(
        (_small(group) * share for group, share in zip(found.groups(), shares, strict=True)), Decimal(0)
    )


def _decimals(found: re.Match[str]) -> Decimal:
    """The digits of a match as decimals: 75 in 1米75."""
    group = next(group for group in found.groups() if group)
    digits = group if group.isdecimal() else "".join(str(DIGITS[char]) for char in group)
    return Decimal(f"0.{digits}")


_END = (
    r"(?![\d.%．十百千万亿个分秒元人年月日号点家、])"
    r"(?![到至\-—~](?![一二三四五六七八九两十\d]{1,3}[米块度毛秒元]))"  # 一米六到一米七
)
_COINS = lazy(
    rf"零?(?:({_N})(?:角|毛(?!利)))(?:({_N})分(?!之)|([一二三四五六七八九]){_END})?|()零?({_N})分(?![之钟布])"
)
_COINED = frozenset(("元", "块", "圆"))
_TENTHS = lazy(rf"(\d{{1,2}}){_END}|([一二三四五六七八九]){_END}")
_HOURS = (lazy(rf"零?({_N})分钟?(?:({_N})秒)?"), _parts("60", "3600"))
_MINUTES = (lazy(rf"({_N})秒(?:(\d{{1,2}})(?!\d))?"), _parts("60", "6000"))
# what completes a unit: its pattern, and what it adds in that unit
_COMPLETIONS: dict[str, tuple[Pattern, Callable[[re.Match[str]], Decimal]]] = {
    "小时": _HOURS,
    "个小时": _HOURS,
    "个钟头": _HOURS,
    "分": _MINUTES,
    "分钟": _MINUTES,
    "秒": (lazy(rf"(\d{{1,3}}){_END}"), _decimals),
    "年": (lazy(rf"零?({_N})个月"), _parts("12")),
    "天": (lazy(rf"零?({_N})个?小时|{_N}[夜晚](?![会间里上])"), _parts("24")),
    "米": (lazy(rf"(\d{{1,2}}){_END}|([一二三四五六七八九]{{1,2}}){_END}"), _decimals),
    "度": (_TENTHS, _decimals),
    "块": (_TENTHS, _decimals),
    "毛": (lazy(rf"({_N})分钱?(?!之)|(\d{{1,2}}){_END}|([一二三四五六七八九]){_END}"), _decimals),
    "丈": (_TENTHS, _decimals),
    "亩": (lazy(rf"({_N})分(?![之钟])"), _parts("10")),
    "元": (lazy(r"(?!)"), _decimals),
    "成": (lazy(r"([一二三四五六七八九]|\d(?![\d.]))(?![成十百千万亿家个%])"), _decimals),
    "斤": (lazy(rf"({_N})两"), _parts("10")),
    "尺": (lazy(rf"({_N})寸?(?![分之百千万亿尺个])"), _parts("10")),
    "角": (lazy(rf"({_N})分(?!之)"), _parts("10")),
}


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
        part = _small(mixed[2] or mixed[3]) / (_small(mixed[1] or mixed[4]) or 1)
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
    _complete(text, amount, unit)
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
            return Amount(stop, numeral.value + _POINT_FIVE, None, unit, "eq", 1, "half")
        bound: Bound = "gt" if found[1] == "多" else "approx"
        return Amount(stop, numeral.value, None, unit, bound, 1, numeral.rule)
    if _HUNDRED_MILLION_OF.match(text, end):
        unit, scale = read_unit(text, end + 2), 10**8
        unit = unit if unit is not None and unit.kind == "money" else None
        high = None if numeral.high is None else numeral.high * scale
        stop = end + 2 + (len(unit.surface) if unit else 0)
        return Amount(stop, numeral.value * scale, high, unit, numeral.bound, scale, "mixed")
    return None


def _complete(text: str, amount: Amount, unit: Unit) -> None:
    """Read what follows the unit and belongs to the value: 三成半, 两年多, 五块三毛, 1小时30分."""
    following = text[amount.end:amount.end + 1]
    if not following:
        return
    if following.isdecimal() or following in COMPLETING:
        if amount.high is None and unit.surface in _COMPLETIONS:
            _add_parts(text, amount, unit)
        if amount.high is None and amount.rule != "composite" and unit.kind in _PARTED:
            _add_lesser(text, amount, unit)
    elif following == "半":
        if unit.surface in _HALVED and _is_half(text, amount.end, unit):
            amount.low, amount.end, amount.rule = amount.low + _POINT_FIVE, amount.end + 1, "composite"
        elif unit.surface == "分" and text[amount.end + 1:amount.end + 2] in _AFTER_MINUTE:  # 三分半钟
            end = amount.end + 1 + text.startswith("钟", amount.end + 1)
            amount.low, amount.end, amount.unit = amount.low + _POINT_FIVE, end, _MINUTE
        elif unit.kind not in _UNHALVED and text[amount.end + 1:amount.end + 2] not in _AFTER_HALF:
            amount.low, amount.end, amount.rule = amount.low + _POINT_FIVE, amount.end + 1, "half"
    elif following == "多" and unit.kind not in _COUNTING and _MORE_OF.match(text, amount.end):
        amount.bound, amount.end = "gt", amount.end + 1


def _is_half(text: str, at: int, unit: Unit) -> bool:
    """Whether the 半 at `at` is half of the unit before it: 三块半, 三个半西瓜; not 两个半岛."""
    if text[at + 1:at + 2] in _AFTER_HALF_COIN:
        return True
    return unit.surface in ("个", "打") and segmenter().cut(text[at:at + _HALF_AHEAD])[0] == "半"


def _add_lesser(text: str, amount: Amount, unit: Unit) -> None:
    """Add an amount in a lesser unit that follows: 3美元50美分, 5英尺10英寸, 两岁三个月."""
    found = (ARABIC if text[amount.end].isdecimal() else CHINESE).match(text, amount.end)
    numeral = parse_numeral(found[0]) if found else None
    lesser = read_unit(text, found.end()) if found else None
    if found is None or numeral is None or lesser is None or numeral.high is not None:
        return
    if unit.symbol == lesser.symbol and unit.kind == "money":
        share = lesser.factor / unit.factor
    else:
        pair = unit.symbol, lesser.symbol
        zero = text[amount.end] == "零"
        share = 1 / Decimal(LESSER.get(pair) or (LESSER_BEHIND_ZERO.get(pair, 1) if zero else 1))
    if share < 1 and numeral.value * share < 1:
        amount.low = to_places(amount.low + numeral.value * share)
        amount.end, amount.rule = found.end() + len(lesser.surface), "composite"


def _add_parts(text: str, amount: Amount, unit: Unit) -> None:
    """Add the smaller units or decimals that follow: 3元5角, 1小时30分, 1米75."""
    coins = _COINS.match(text, amount.end) if unit.surface in _COINED else None
    if coins:
        amount.low += _small(coins[1]) / 10 + _small(coins[2] or coins[3] or coins[5]) / 100  # 角 and 分
        amount.end, amount.rule = _with_coin_word(text, coins.end()), "composite"
        return
    pattern, value = _COMPLETIONS[unit.surface]
    found = pattern.match(text, amount.end)
    if found is None or (value is _decimals and read_unit(text, found.end())):  # 五毛一斤
        return
    amount.low = to_places(amount.low + value(found))
    end = _with_coin_word(text, found.end()) if unit.kind == "money" else found.end()
    amount.end, amount.rule = end, "composite"
    if unit.surface == "分":
        amount.unit = _MINUTE


def _with_coin_word(text: str, end: int) -> int:
    """Where coins end with the 钱 behind them: 十二块五毛钱."""
    return end + (text.startswith("钱", end) and text[end + 1:end + 2] not in _PURSES)


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
    if unit is None or unit.kind not in _PARTED or unit.kind == "money":
        return None
    end = at + len(unit.surface)
    if len(unit.surface) == 1 and text[end:end + 1] not in _AFTER_PART:
        return None  # 三分之一天然气
    return Amount(end, to_places(share), None, unit, "eq", 1, "fraction")


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """`part` of `whole` in percent, to six places."""
    share = part * 100 / whole
    return share if share == share.to_integral_value() else to_places(share).normalize()


def to_places(value: Decimal) -> Decimal:
    """The value to the six places that the warehouse keeps; what is too large to have them stays."""
    return value if value.adjusted() > _LARGE else round(value, _PLACES)


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
        first, second = _small(surface[0]), _small(surface[1])
        low, high = first * 10 + second, None
        if second == first + 1:  # 七八折 is 70 to 80, 七五折 75
            low, high = first * 10, second * 10
    else:
        factor = 10 if value < 10 else 1
        low, high = value * factor, None if numeral.high is None else numeral.high * factor
    return Amount(end + 1, low, high, _DISCOUNT, numeral.bound, 1, "discount")
