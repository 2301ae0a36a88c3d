"""Plain amounts: digits or one Chinese digit, and a unit, with at most hedges beside (12.5%, 三成以上).

Most numbers stand so. They are read here at once, as the grammar would read them; at the least sign of more
(a dash, a sign, a second amount) it is left to the grammar. test_plain.py holds the two equal.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache, partial

from flows.extract.numbers.bounds import HEDGES_ENDING, HEDGES_OPENING, HINT, REACH, hedge_after, hedge_far
from flows.extract.numbers.codes import CODE_BEFORE
from flows.extract.numbers.completed import COMPLETING
from flows.extract.numbers.doubtful import name_unit_in_doubt, units_in_doubt
from flows.extract.numbers.fillers import ALL_DAY, CIRCLE, COUNTED, PROVINCES, SIGNS, quantity_class
from flows.extract.numbers.grades import PROCESS_UNITS
from flows.extract.numbers.lexical import lexical_word
from flows.extract.numbers.limits import NONE_OF, delimits, is_beside_counted, is_size_of_counted
from flows.extract.numbers.names import NUMBERED_FIRST, is_craft
from flows.extract.numbers.number import Bound, Number
from flows.extract.numbers.numerals import DIGITS, MORE, MORE_BOUNDS
from flows.extract.numbers.quantities import (
    SHARE_KINDS,
    SIGN_END,
    Quantity,
    currency_ends,
    hedges_before,
    looser,
    number_of,
)
from flows.extract.numbers.ranges import SEPARATORS
from flows.extract.numbers.rates import DENOMINATOR_SIGNS, read_denominator
from flows.extract.numbers.tiers import are_tiers
from flows.extract.numbers.units import ONE, read_unit, units_by_first
from flows.extract.numbers.within_names import is_of_page
from flows.memo import Memo
from flows.patterns import lazy

# no zero, no year of an edition, no telephone number; what may go on as a numeral is left to the grammar
_PLAIN = lazy(
    r"(?!0\d|(?:19|20)\d\d(?![\d.]))"
    r"(\d{1,8}(?:\.\d{1,6})?|\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,6})?)(万亿|万|亿)?"
    rf"({MORE})?(?![\d.,，余多来把佰万萬亿億仟百千兆几十零一二三四五六七八九壹贰叁肆伍陆柒捌玖两折番号比])"
)
_SCALES = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
_TIMES = {magnitude: Decimal(scale) for magnitude, scale in _SCALES.items()}
_ORDINAL_BEFORE = frozenset("第前每一头")
_OF_NETWORKS = ("G流量", "g")  # 5g技术
_CONDITION = ("的，", "的,", "（含", "(含")
_GOING_ON = COMPLETING | DENOMINATOR_SIGNS | (SEPARATORS - frozenset(" 、和与"))
_GOING_ON |= frozenset("半多级规内亿区价档量赛机标群")
_LIMITING = frozenset("以之")
_AND = frozenset("和与")
_MOST_HEADS = 1 << 12  # remembered behind one unit
_LONGEST = 500  # characters of a second amount with its unit
_SMALL = Decimal(10)
_OF_MONEY = ("亿", "万亿")  # magnitudes that grade what they stand before: 超10亿项目
# what stands beside a plain number; with `_JOINED` it may be the first of two that 和 joins
_MORE, _QUIET, _HEDGED, _JOINED = 0, 1, 2, 4
_EXACT: Bound = "eq"
_DIGITS = {char: Decimal(DIGITS[char]) for char in "一二三四五六七八九两"}
# what may begin a unit and, after a Chinese digit, something else: 三分之一, 两点五, 一大半, 三甲, 三比二
_NO_UNIT_FIRST = frozenset("分点大甲比番折两多余来把好几半十百千万亿兆")
_SPENT_OR_AMONG = frozenset("用在")
_IN_ALL = frozenset("里内间时以下，共累合总计一全接迎来吸入进涌客发运")
_POLICY_FIRST = frozenset("”发出印落实颁")
_NUMBERED_UNITS = frozenset("次座栋幢")
_VEHICLES = frozenset("列航")
_HEADED = frozenset("（(：: ")
_HEADER_END = frozenset("）)")
_ASIDE = frozenset("（(")


def read_plain(text: str, at: int) -> Number | None:
    """The number whose digits begin at `at`, if only hedges can change it; None: ask the grammar."""
    before = _BEFORE[text[at - 2 if at > 1 else 0:at]]
    found = _PLAIN.match(text, at) if before else None
    if found is None:
        return None
    stop = found.end()
    unit = read_unit(text, stop)
    if unit is None:
        return None
    surface, kind = unit.surface, unit.kind
    end = stop + len(surface)
    after = _AFTER[surface][text[end:end + 2]]
    if not after or (after & _JOINED and text.find("之间", end, end + _LONGEST) >= 0):
        return None  # 3元和5元之间
    if kind == "time" and text[at:stop] == "24" and ALL_DAY.match(text, end):
        return None  # 24小时不间断
    if kind == "time" and (CIRCLE.match(text, end) or text.find("阅读", max(0, at - REACH), at) >= 0):
        return None  # “4小时产业圈”, 阅读时间：3分钟
    if surface == "天" and text[end:end + 1] in _IN_ALL or text[at - 1:at] in _SPENT_OR_AMONG:
        return None  # 假期，7天共吸引2000万人次; 用8天突破1亿元; 在36个国家中排第7
    passed = kind == "money" and (text[at - 1:at] == "过" or text[end:end + 1] in _HEADER_END)
    if kind == "money" and is_size_of_counted(text, at, end) or surface == "次" and is_of_page(text, at):
        return None  # 50亿元企业有11家; 浏览 89次
    if kind == "money" and are_tiers(text, end):
        return None
    if passed or surface in _OF_NETWORKS or text.startswith(_CONDITION, end):
        return None  # 达到100万元的，给予奖励; 5G流量; 投资过2亿元的项目3个
    digits, magnitude, more = found.groups()
    start, bound = at, MORE_BOUNDS[more] if more else _EXACT
    if before == _HEDGED:
        start, bound = hedges_before(text, at, bound)
    value, rule = Decimal(digits.replace(",", "") if "," in digits else digits), "arabic"
    if magnitude:
        if not value:
            return None
        rule, value = "mixed", value * _TIMES[magnitude]
    small = kind in COUNTED and (value <= _SMALL or (value == PROVINCES and not magnitude))
    small = small or (kind == "noun" and magnitude in _OF_MONEY)
    small = small or surface == "层" or kind in ("compute", "voltage") or surface in PROCESS_UNITS
    small = small or kind in COUNTED and text[start] in SIGNS  # 第一梯队（>80款）
    hinted = start < at or HINT.search(text, at - REACH if at > REACH else 0, at)
    if small or after & _HEDGED or (hinted and text.rfind("每", at - 14 if at > 14 else 0, at) >= 0):
        scale = _SCALES[magnitude] if magnitude else 1
        quantity = Quantity(start, end, at, value, None, unit, bound, None, rule, scale)
        return _judged(text, quantity, text[at:stop])
    if hinted and bound == "eq":
        bound = hedge_far(text, start, kind in SHARE_KINDS) or bound
    if bound != "eq" and (text.startswith("的", end) or (kind == "money" and may_limit(text, start, end))):
        return None
    if unit.factor is not ONE:
        value *= unit.factor
    return Number(start, end, "", "claim", value, None, unit.symbol, bound, None, None, surface, None, rule)


def may_limit(text: str, start: int, end: int) -> bool:
    """Whether an amount of money may only sort what is spoken of: what it says is then for the grammar."""
    if text[end:end + 1] in _ASIDE or delimits(text, end) or is_beside_counted(text, start):
        return True
    return NONE_OF.search(text, start - 16 if start > 16 else 0, start) is not None


def read_digit(text: str, at: int) -> Number | None:
    """The number of one Chinese digit and its unit (三成, 两家), if only hedges are beside it."""
    value = _DIGITS.get(text[at])
    unit = read_unit(text, at + 1) if value is not None else None
    if value is None or unit is None or unit.surface[0] in _NO_UNIT_FIRST:
        return None
    end = at + 1 + len(unit.surface)
    before = _BEFORE[text[at - 2 if at > 1 else 0:at]]
    after = _AFTER[unit.surface][text[end:end + 2]] if before else _MORE
    if not after or (after & _JOINED and text.find("之间", end, end + _LONGEST) >= 0):
        return None
    if text[at - 1:at] in _HEADED and text[end:end + 1] in _HEADER_END:
        return None
    start, bound = hedges_before(text, at, _EXACT) if before == _HEDGED else (at, _EXACT)
    number = _judged(text, Quantity(start, end, at, value, None, unit, bound, None, "chinese", 1), text[at])
    return None if number is None or lexical_word(text, at, number.end) is not None else number


def _judged(text: str, quantity: Quantity, numeral: str) -> Number | None:
    """The number of a quantity with what stands around it; None where a hedge behind it is none after all."""
    start, end, unit = quantity.start, quantity.end, quantity.unit
    assert unit is not None
    quantity.hedged = start < quantity.body
    if unit.factor is not ONE:
        quantity.low *= unit.factor
    quantity.per = read_denominator(text, quantity.body, end, unit)[0]
    if HEDGES_OPENING[text[end:end + 2]]:
        after = hedge_after(text, end)
        if after is None:
            return None
        quantity.hedged, quantity.end = True, after[1]
        quantity.bound = looser(quantity.bound, after[0])
    if quantity.bound == "eq":
        quantity.bound = hedge_far(text, start, unit.kind in SHARE_KINDS) or quantity.bound
    name_unit_in_doubt(text, quantity)
    return number_of(quantity, quantity_class(text, quantity, numeral))


def _before(tail: str) -> int:
    """What can end in the two characters before a numeral: `_QUIET` for nothing, `_HEDGED`, or `_MORE`."""
    last = tail[-1:]
    if tail in ("假期", "长假"):
        return _MORE  # 春节假期7天
    if last == " ":
        return _MORE if tail[:-1] in currency_ends() else _QUIET
    if last.isdecimal() or last in CODE_BEFORE or (last.isascii() and last.isalpha()):
        return _MORE
    if last and (last in _ORDINAL_BEFORE or last in currency_ends() or is_craft(tail)):
        return _MORE
    if last in SIGN_END and (last != "下" or tail == "零下"):
        return _MORE
    return _HEDGED if HEDGES_ENDING[tail] else _QUIET


def _after(surface: str, head: str) -> int:
    """What can begin behind a unit: `_QUIET` for nothing, `_HEDGED` for what must be judged, or `_MORE`."""
    first, second = head[:1], head[1:]
    if surface == "个" and first == "来":
        return _MORE  # 一个来小时
    if surface == "条" and first in _POLICY_FIRST:
        return _MORE  # 民营经济31条发布以来
    if surface in _levels() or (surface[0] in NUMBERED_FIRST and surface not in _NUMBERED_UNITS):
        return _MORE
    if first in _GOING_ON or (first == " " and second in SEPARATORS) or first.isdecimal():
        return _MORE
    hedged = bool(HEDGES_OPENING[head])
    if (first in _LIMITING and not hedged) or (surface == "次" and first in _VEHICLES):
        return _MORE
    joined = _JOINED if first in _AND else 0
    return joined | (_HEDGED if hedged or surface in units_in_doubt() else _QUIET)


@lru_cache(maxsize=1)
def _levels() -> frozenset[str]:
    """The units that are levels: a magnitude may not stand before them."""
    return frozenset(
        unit.surface for units in units_by_first().values() for unit in units if unit.kind == "level"
    )


def _following(surface: str) -> Memo[str, int]:
    return Memo(partial(_after, surface), _MOST_HEADS)


_BEFORE, _AFTER = Memo(_before), Memo(_following)
