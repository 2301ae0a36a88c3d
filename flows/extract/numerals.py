"""Numerals: what a written number amounts to, in Arabic, Chinese, financial, mixed and vague forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from flows.extract.number import Bound

DIGITS = {
    **dict(zip("零〇○一二三四五六七八九", (0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖两俩仨", (1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 2, 3), strict=True)),
}
MAGNITUDES = {"十": 10, "拾": 10, "廿": 20, "卅": 30, "百": 100, "佰": 100, "千": 1000, "仟": 1000,
              "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}

_ONES = "零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖两俩仨"
# 千瓦, 千米, 兆瓦 … are units: their first character is no magnitude
_BIG = r"(?:[百佰万萬亿億]|千(?![瓦克米伏卡帕焦赫])|仟|兆(?![瓦赫帕伏字欧比b]))"
_ANY = rf"(?:[十拾廿卅]|{_BIG})"
_MORE = r"(?:余(?![额下热震地]|[两三四五六七八九]万元)|多(?![模元层方样语]|边(?!形))|来(?=[个家名万亿位人年天种款座元万])|几(?![乎何]))"
ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][+-]?\d+(?![A-Za-z\d]))?"
_MIXED = rf"{ARABIC}(?:\s?{_MORE}?{_BIG}+(?:[零又]?\d+(?:\.\d+)?{_BIG}+|\d{{1,4}}(?![\d.年月日])|[{_ONES}](?={_BIG}){_BIG}+)*)?{_MORE}?"
_CHINESE = (rf"(?:成百上千|成千上万|上(?={_BIG})|数以(?={_BIG}+计))?(?:[{_ONES}几数半]|{_ANY})+"
            rf"(?:点[{_ONES}]+{_ANY}*)?(?:{_MORE}{_BIG}+)?{_MORE}?计?")
NUMERAL = rf"(?:{_MIXED}|成百上千|成千上万|{_CHINESE})"

_IDIOMS: dict[str, int] = {"成百上千": 100, "成千上万": 1000}
_PAIR = re.compile(rf"(?<![{_ONES}])([一二三四五六七八九两])([二两三四五六七八九])(?![{_ONES}])")
_SPLIT = re.compile(r"(\d+(?:\.\d+)?|[^\d]+)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A read numeral. `scale` is the magnitude written at its end (万 10000), 1 if none; `value` includes it."""

    value: Decimal
    high: Decimal | None = None
    bound: Bound = "eq"
    scale: int = 1
    rule: str = "arabic"


@lru_cache(maxsize=65536)
def parse_numeral(surface: str) -> Numeral | None:
    """What `surface` amounts to; None if its characters make no number."""
    if surface in _IDIOMS:
        return Numeral(Decimal(_IDIOMS[surface]), bound="gt", rule="vague")
    text, bound, rule = surface, "eq", ""
    if text.startswith("数以"):
        text, bound, rule = text[2:].removesuffix("计"), "gt", "vague"
    elif text[0] == "上" and len(text) > 1:
        text, bound, rule = text[1:], "gt", "vague"
    if "计" in text:
        return None
    if len(text) > 1 and text[-1] in "余多":
        text, bound = text[:-1], "gt"
    elif len(text) > 1 and text[-1] == "来":
        text, bound = text[:-1], "approx"
    inner = re.search("[余多来]", text)
    if inner:
        bound = "approx" if inner[0] == "来" else "gt"
        text = text.replace(inner[0], "")
    numeral = _parse_arabic(text) if text[0].isdecimal() else _parse_chinese(text)
    if numeral is None or (bound == "eq" and not rule):
        return numeral
    return Numeral(numeral.value, numeral.high, bound, numeral.scale, rule or numeral.rule)  # type: ignore[arg-type]


def _parse_arabic(text: str) -> Numeral | None:
    text = text.replace(",", "").replace("，", "").replace(" ", "")
    if text.isdecimal():
        return Numeral(Decimal(text))
    if "e" in text or "E" in text or text[-1].isdecimal() and not re.search(r"[^\d.]", text):
        return Numeral(Decimal(text))
    if text[-1] == "几":  # 20几
        base = _parse_arabic(text[:-1])
        return None if base is None else Numeral(base.value + 1, base.value + 9, rule="vague")
    tokens: list[Decimal | int] = []
    for part in _SPLIT.findall(text):
        if part[0].isdecimal():
            tokens.append(Decimal(part))
        else:
            tokens += (Decimal(DIGITS[char]) if char in DIGITS else MAGNITUDES[char] for char in part if char != "又")
    total = _compose(tokens)
    return None if total is None else Numeral(total, scale=_scale(text), rule="mixed")


def _compose(tokens: list[Decimal | int]) -> Decimal | None:
    """The sum of a numeral whose digits are Decimals and whose magnitudes are ints: 1亿2千万, 三万五."""
    total = section = Decimal(0)
    digit: Decimal | None = None
    unit = 1
    for token in tokens:
        if isinstance(token, Decimal):
            if digit:
                return None
            digit = token
            if token == 0:
                digit, unit = None, 1
        elif token < 10**4:
            unit = token
            if token in (20, 30) and digit is None:  # 廿 卅
                section, unit = section + token, 10
            else:
                section += (1 if digit is None else digit) * unit
            digit = None
        else:
            unit = token
            section += digit or 0
            if total and total < unit:
                total = (total + section) * unit
            elif section == 0 and total:
                total *= unit
            else:
                total += (section or 1) * unit
            section, digit = Decimal(0), None
    if digit is not None:  # 三万五 is 35000, 一百二 is 120; after 零 or 十 the digit counts ones, as in 1万2000
        section += digit * (unit // 10 if unit >= 100 and digit < 10 else 1)
    return total + section


def _parse_chinese(text: str) -> Numeral | None:
    if text[0] in "几数" or "几" in text or "数" in text:
        return _parse_vague(text)
    if "半" in text:
        return Numeral(Decimal("0.5"), rule="chinese") if text == "半" else None
    pair = _PAIR.search(text)
    if pair and DIGITS[pair[1]] < DIGITS[pair[2]]:
        low = chinese_value(text[:pair.start(2)] + text[pair.end(2):])
        high = chinese_value(text[:pair.start(1)] + text[pair.end(1):])
        if low is None or high is None or high <= low:
            return None
        return Numeral(low, high, scale=_scale(text), rule="chinese_pair")
    value = chinese_value(text)
    return None if value is None else Numeral(value, scale=_scale(text), rule="chinese")


def _parse_vague(text: str) -> Numeral | None:
    """几十 is 20 to 99, 数百 200 to 999, 十几 11 to 19, 数十亿 20 to 99 times 亿; 几 alone 2 to 9."""
    head, sign, tail = text.partition("几" if "几" in text else "数")
    if not sign or any(char in "几数半点" for char in head + tail):
        return None
    if any(char not in MAGNITUDES for char in tail):
        return None
    coefficient, scale = tail, 1
    while len(coefficient) > (0 if head else 1) and coefficient[-1] in "万萬亿億":
        scale *= MAGNITUDES[coefficient[-1]]
        coefficient = coefficient[:-1]
    if len(coefficient) > 1:
        return None
    unit = MAGNITUDES[coefficient] if coefficient else 1
    low, high = (2 * unit, 10 * unit - 1)
    if head:
        base = chinese_value(head)
        if base is None or sign == "数":
            return None
        low, high = int(base) + unit, int(base) + 10 * unit - 1
    return Numeral(Decimal(low * scale), Decimal(high * scale), scale=scale, rule="vague")


def _scale(text: str) -> int:
    scale = 1
    for char in reversed(text):
        if char not in "万萬亿億千百":
            break
        scale *= MAGNITUDES[char]
    return scale


def chinese_value(text: str) -> Decimal | None:
    """The value of a Chinese numeral without vague words: 一百零八, 三万五, 二〇二四, 三点五亿; None if ill formed."""
    whole, point, rest = text.partition("点")
    if point:
        return _with_decimals(whole, rest)
    if all(char in DIGITS for char in whole):
        return Decimal("".join(str(DIGITS[char]) for char in whole))
    return _compose([Decimal(DIGITS[char]) if char in DIGITS else MAGNITUDES[char] for char in whole])


def _with_decimals(whole: str, rest: str) -> Decimal | None:
    digits = ""
    while rest and rest[0] in DIGITS:
        digits, rest = digits + str(DIGITS[rest[0]]), rest[1:]
    base = chinese_value(whole) if whole else None
    if base is None or not digits:
        return None
    scale = 1
    for char in rest:
        scale *= MAGNITUDES.get(char, 1)
    return (base + Decimal(f"0.{digits}")) * scale
