"""Numerals: what a written number amounts to, in Arabic, Chinese, financial, mixed and vague forms."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from flows.extract.numbers.number import Bound
from flows.patterns import lazy

DIGITS = {
    **dict(zip("零〇○一二三四五六七八九", (0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖两", (1, 2, 3, 4, 5, 6, 7, 8, 9, 2), strict=True)),
}
MAGNITUDES = {"十": 10, "拾": 10, "廿": 20, "卅": 30, "卌": 40, "百": 100, "佰": 100, "千": 1000, "仟": 1000,
              "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}  # fmt: skip

_ONES = "零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖两"
# 千瓦, 千米, 兆瓦 … are units: their first character is no magnitude
_BIG = r"(?:[佰万萬亿億仟]|百(?!帕|分[点比])|千(?![瓦克米伏卡帕焦赫]|字节)|兆(?![瓦赫帕伏字欧比b宽网光带]))"
MORE = (
    r"(?:余(?![额下热震地力辉波威粮量])"
    r"|多(?![模元层方样语数云家半少重维]|边(?!形))|多(?=家|[元方层]的?)|来(?=[个家名万亿位人年天种款座元户岁公米吨亩块里条项件辆次分台张斤克升度号间头只套栋艘篇部箱瓶秒周股页]"
    r"|小时|平方|立方|英[里尺寸镑]|[美欧日港]元)|(?<=[百千万])把(?=[块个人元斤里米年亩字条号公]))"
)
_EXACT: Bound = "eq"
MORE_BOUNDS: dict[str, Bound] = {"余": "gt", "多": "gt", "来": "approx", "把": "approx"}
_GROUPED = (
    r"\d{1,3}(?:[,，]\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?:(?![\d.])(?=[\u4e00-\u9fff])|(?=\.\d{1,3}[万亿]))"
    r"|\d{1,3}(?: \d{3}){2,}$"
    r"|(?<![\s\S])\d{1,3} \d{3}$"
)
_POWER = r"(?: ?[×xX*] ?10(?:\^?-?\d+|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?"
_SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_TAIL = (
    rf"(?:零?(?:\d{{1,3}}(?:[,，]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?){_BIG}+|[{_ONES}]{_BIG}+|\d十"
    r"|\d,\d{3}(?![\d.,])|\d{1,4}(?![\d.年月日号%:]))*"
)
ARABIC = lazy(
    rf"(?:{_GROUPED}|\d+)(?:\.\d+)?(?:[eE][+-]?\d+(?![A-Za-z\d])|{_POWER})"
    rf"(?: ?{MORE}?{_BIG}+{_TAIL}|几(?![乎何])|十(?=[家个多余万亿]))?{MORE}?"
)
CHINESE = lazy(
    rf"千儿八百|百儿八十|[{_ONES}几数半十拾廿卅卌百佰千仟万萬亿億兆](?:[{_ONES}几]|[十拾廿卅卌]|{_BIG})*"
    rf"(?:点[{_ONES}]+(?:[十拾]|{_BIG})*)?(?:(?:{MORE}|好几){_BIG}+)?(?:好几(?=[个家名户位岁万块元人年天里]|$)|{MORE})?"
)
_PAIR = lazy(rf"(?<![{_ONES}])([一二三四五六七八九两])([二两三四五六七八九])(?![{_ONES}])")
_PLAIN = lazy(r"\d{1,30}(?:\.\d{1,20})?")
_PART = lazy(r"(\d+(?:\.\d+)?|[^\d]+)")
_POWER_OF_TEN = lazy(r" ?[×xX*] ?10\^?(-?\d+)$")
_LONGEST = 400  # characters of anything that is a number
_MOST_DIGITS = 30  # of a value that the warehouse can hold
# digits written out before 万, 亿 or 兆 and behind 万, as Taiwanese newspapers do: 三五二亿, 八五七万四五四七
_WRITTEN_OUT = lazy(rf"((?<![十百千])[{_ONES}]{{2,}}(?=[万萬亿億兆])|(?<=[万萬])[{_ONES}]{{4}}$)")
_INNER = lazy("[余多来]|好几")


class Numeral(NamedTuple):
    """A read numeral. `scale` is the magnitude written at its end (万 10000), 1 if
    none; `value` includes it.
    """

    value: Decimal
    high: Decimal | None = None
    bound: Bound = "eq"
    scale: int = 1
    rule: str = "arabic"


# 半亿 is half of it; 百十 and 百八十 are colloquial for about a hundred
_FIXED = {
    "千儿八百": Numeral(Decimal(800), Decimal(1000), rule="vague"),
    "百儿八十": Numeral(Decimal(80), Decimal(100), rule="vague"),
    "三两": Numeral(Decimal(2), Decimal(3), rule="chinese_pair"),
    "半": Numeral(Decimal("0.5"), rule="half"),
    "半亿": Numeral(Decimal(5 * 10**7), scale=10**8, rule="half"),
    "百十": Numeral(Decimal(100), rule="vague"),
    "百八十": Numeral(Decimal(80), Decimal(100), rule="vague"),
}


@lru_cache(maxsize=1 << 16)
def parse_numeral(surface: str) -> Numeral | None:
    """What `surface` amounts to; None if its characters make no number."""
    if len(surface) > _LONGEST:
        return None
    if _PLAIN.fullmatch(surface):
        return Numeral(Decimal(surface))
    text, bound = surface, _EXACT
    last = text[-1]
    if len(text) > 1 and last in MORE_BOUNDS:
        text, bound = text[:-1], MORE_BOUNDS[last]
    elif text.endswith("好几"):
        text, bound = text[:-2], "gt"
    inner = _INNER.search(text)
    if inner:
        bound = "approx" if inner[0] == "来" else "gt"
        text = text.replace(inner[0], "")
    numeral = _parse_arabic(text) if text[0].isdecimal() else _parse_chinese(text)
    if numeral is None or numeral.value.adjusted() > _MOST_DIGITS:
        return None
    if bound == "eq":
        return numeral
    return Numeral(numeral.value, numeral.high, bound, numeral.scale, numeral.rule)


def _parse_arabic(text: str) -> Numeral | None:
    if text.isdecimal():
        return Numeral(Decimal(text))
    text = text.replace(",", "").replace("，", "").replace(" ", "").translate(_SUPERSCRIPTS)
    power = _POWER_OF_TEN.search(text)
    if power:
        exponent = int(power[1])
        base = Decimal(text[:power.start()])
        return Numeral(base.scaleb(exponent), rule="power") if abs(exponent) < _MOST_DIGITS else None
    if text[-1] == "几":  # 20几
        if not text[:-1].isdecimal():
            return None
        base = Decimal(text[:-1])
        return Numeral(base + 1, base + 9, rule="vague")
    if text[-1].isdecimal() and all(char.isdecimal() or char in ".eE+-" for char in text):
        try:
            value = Decimal(text)
        except InvalidOperation:  # an exponent past what a Decimal holds
            return None
        return Numeral(value) if abs(value.adjusted()) < _MOST_DIGITS else None
    tokens: list[Decimal | int] = []
    for part in _PART.findall(text):
        if part[0].isdecimal():
            tokens.append(Decimal(part))
        else:
            known = [Decimal(DIGITS[char]) if char in DIGITS else MAGNITUDES.get(char) for char in part]
            if None in known:  # 1e9万
                return None
            tokens += [token for token in known if token is not None]
    value_or_none = _compose(tokens)
    return None if value_or_none is None else Numeral(value_or_none, scale=_scale(text), rule="mixed")


def _compose(tokens: list[Decimal | int]) -> Decimal | None:
    """The sum of a numeral whose digits are Decimals and whose magnitudes are ints: 1亿2千万, 三万五."""
    total = section = Decimal(0)
    digit: Decimal | None = None
    unit = big = 1
    nought = False
    for token in tokens:
        if isinstance(token, Decimal):
            if digit:
                return None
            digit, nought = token, token == 0
            if nought:
                digit, unit = None, 1
        elif token < 10**4:
            unit = token
            if token in (20, 30, 40) and digit is None:  # 廿 卅 卌
                section, unit = section + token, 10
            else:
                section += (1 if digit is None else digit) * unit
            digit = None
        else:
            unit = token
            section += digit or 0
            if nought and not section:  # 0亿, 0.0亿
                total *= 1
            elif total and section and (total < unit or big == unit):  # 1万2千万 is 12000 times 万
                total = (total + section) * unit
            elif section == 0 and total:
                total *= unit
            else:
                total += (section or 1) * unit
            section, digit, big, nought = Decimal(0), None, unit, False
    if digit is not None:  # 三万五 is 35000, 一百二 is 120; after 零 or 十 and in 1万2000 it counts ones
        section += digit * (unit // 10 if unit >= 100 and digit < 10 else 1)
    return total + section


def _parse_chinese(text: str) -> Numeral | None:
    if "几" in text or "数" in text:
        return _parse_vague(text)
    if text in _FIXED or "半" in text or "儿" in text:
        return _FIXED.get(text)
    if len(text) > 2 and text[0] in "十百千" and text[1] in "十百千":
        return None  # 个十百千万
    pair = _PAIR.search(text) if "点" not in text else None
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
    if any(char not in MAGNITUDES for char in tail) or (head and (sign == "数" or head[-1] in DIGITS)):
        return None
    coefficient, scale = tail, 1
    while len(coefficient) > (0 if head else 1) and coefficient[-1] in "万萬亿億":
        scale *= MAGNITUDES[coefficient[-1]]
        coefficient = coefficient[:-1]
    if len(coefficient) > 1:
        return None
    unit = MAGNITUDES[coefficient] if coefficient else 1
    low, high = 2 * unit, 10 * unit - 1
    if head:
        base = chinese_value(head)
        if base is None or base % 10:
            return None
        low, high = int(base) + unit, int(base) + 10 * unit - 1
    return Numeral(Decimal(low * scale), Decimal(high * scale), scale=scale, rule="vague")


def _scale(text: str) -> int:
    scale = 1
    for char in reversed(text):
        if char not in "万萬亿億千百佰仟兆":
            break
        scale *= MAGNITUDES[char]
    return scale


def chinese_value(text: str) -> Decimal | None:
    """The value of a Chinese numeral without vague words (一百零八, 三万五, 二〇二四); None if ill formed."""
    whole, point, rest = text.partition("点")
    if point:
        return _with_decimals(whole, rest)
    if not all(char in DIGITS or char in MAGNITUDES for char in text if char != "点"):
        return None
    if all(char in DIGITS for char in whole):
        return Decimal("".join(str(DIGITS[char]) for char in whole)) if whole else None
    tokens: list[Decimal | int] = []
    for part in _WRITTEN_OUT.split(whole):
        if len(part) > 1 and DIGITS.keys() >= set(part):
            tokens.append(Decimal("".join(str(DIGITS[char]) for char in part)))
        else:
            tokens += [Decimal(DIGITS[char]) if char in DIGITS else MAGNITUDES[char] for char in part]
    return _compose(tokens)


def _with_decimals(whole: str, rest: str) -> Decimal | None:
    digits = ""
    while rest and rest[0] in DIGITS:
        digits, rest = digits + str(DIGITS[rest[0]]), rest[1:]
    base = chinese_value(whole)
    if base is None or not digits:
        return None
    scale = 1
    for char in rest:
        scale *= MAGNITUDES[char]
    return (base + Decimal(f"0.{digits}")) * scale
