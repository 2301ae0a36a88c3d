"""What completes an amount behind its unit: 3元5角, 1小时30分, 1米75, 三块半, 两年多."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from flows.extract.numbers.amount import HALF, NUMERAL, PARTED, Amount, small, to_places
from flows.extract.numbers.numerals import ARABIC, CHINESE, DIGITS, parse_numeral
from flows.extract.numbers.units import LESSER, LESSER_BEHIND_ZERO, ONE, Unit, read_unit
from flows.extract.words import segmenter
from flows.patterns import Pattern, lazy

_MINUTE = Unit("分", "minute", ONE, "time")
COMPLETING = frozenset("零一二三四五六七八九两十壹贰叁肆伍陆柒捌玖")
_MORE_OF = lazy(r"多(?![模元项方层样语云家维功]|边形)")
_AFTER_HALF = frozenset("径导岛成山自途程价年决挂")
_COUNTING = frozenset(("general", "concrete", "person"))
_HALVED = frozenset("元块圆个打")
_HALF_AHEAD = 5  # characters that show whether 半 opens a word
_AFTER_HALF_COIN = frozenset(("", "钱", "一", "每", "的", "，", "。", "、", "；"))
_AFTER_MINUTE = frozenset(("钟", "", "，", "。", "的", "后", "内", "左"))
_PURSES = ("包", "币", "财")
_UNHALVED = frozenset(("general", "concrete", "person", "money", "count"))


def _parts(*weights: str) -> Callable[[re.Match[str]], Decimal]:
    """The sum of a match's groups, each divided by its weight."""
    shares = [1 / Decimal(weight) for weight in weights]
    return lambda found: sum(
        (small(group) * share for group, share in zip(found.groups(), shares, strict=True)), Decimal(0)
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
    rf"零?(?:({NUMERAL})(?:角|毛(?!利)))(?:({NUMERAL})分(?!之)|([一二三四五六七八九]){_END})?|()零?({NUMERAL})分(?![之钟布])"
)
_COINED = frozenset(("元", "块", "圆"))
_TENTHS = lazy(rf"(\d{{1,2}}){_END}|([一二三四五六七八九]){_END}")
_HOURS = (lazy(rf"零?({NUMERAL})分钟?(?:({NUMERAL})秒)?"), _parts("60", "3600"))
_MINUTES = (lazy(rf"({NUMERAL})秒(?:(\d{{1,2}})(?!\d))?"), _parts("60", "6000"))
# what completes a unit: its pattern, and what it adds in that unit
_COMPLETIONS: dict[str, tuple[Pattern, Callable[[re.Match[str]], Decimal]]] = {
    "小时": _HOURS,
    "个小时": _HOURS,
    "个钟头": _HOURS,
    "分": _MINUTES,
    "分钟": _MINUTES,
    "秒": (lazy(rf"(\d{{1,3}}){_END}"), _decimals),
    "年": (lazy(rf"零?({NUMERAL})个月"), _parts("12")),
    "天": (lazy(rf"零?({NUMERAL})个?小时|{NUMERAL}[夜晚](?![会间里上])"), _parts("24")),
    "米": (lazy(rf"(\d{{1,2}}){_END}|([一二三四五六七八九]{{1,2}}){_END}"), _decimals),
    "度": (_TENTHS, _decimals),
    "块": (_TENTHS, _decimals),
    "毛": (lazy(rf"({NUMERAL})分钱?(?!之)|(\d{{1,2}}){_END}|([一二三四五六七八九]){_END}"), _decimals),
    "丈": (_TENTHS, _decimals),
    "亩": (lazy(rf"({NUMERAL})分(?![之钟])"), _parts("10")),
    "元": (lazy(r"(?!)"), _decimals),
    "成": (lazy(r"([一二三四五六七八九]|\d(?![\d.]))(?![成十百千万亿家个%])"), _decimals),
    "斤": (lazy(rf"({NUMERAL})两"), _parts("10")),
    "尺": (lazy(rf"({NUMERAL})寸?(?![分之百千万亿尺个])"), _parts("10")),
    "角": (lazy(rf"({NUMERAL})分(?!之)"), _parts("10")),
}


def complete(text: str, amount: Amount, unit: Unit) -> None:
    """Read what follows the unit and belongs to the value: 三成半, 两年多, 五块三毛, 1小时30分."""
    following = text[amount.end:amount.end + 1]
    if not following:
        return
    if following.isdecimal() or following in COMPLETING:
        if amount.high is None and unit.surface in _COMPLETIONS:
            _add_parts(text, amount, unit)
        if amount.high is None and amount.rule != "composite" and unit.kind in PARTED:
            _add_lesser(text, amount, unit)
    elif following == "半":
        if unit.surface in _HALVED and _is_half(text, amount.end, unit):
            amount.low, amount.end, amount.rule = amount.low + HALF, amount.end + 1, "composite"
        elif unit.surface == "分" and text[amount.end + 1:amount.end + 2] in _AFTER_MINUTE:  # 三分半钟
            end = amount.end + 1 + text.startswith("钟", amount.end + 1)
            amount.low, amount.end, amount.unit = amount.low + HALF, end, _MINUTE
        elif unit.kind not in _UNHALVED and text[amount.end + 1:amount.end + 2] not in _AFTER_HALF:
            amount.low, amount.end, amount.rule = amount.low + HALF, amount.end + 1, "half"
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
        amount.low += small(coins[1]) / 10 + small(coins[2] or coins[3] or coins[5]) / 100  # 角 and 分
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
