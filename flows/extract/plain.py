"""Plain amounts: digits and a unit, with nothing beside them that could change their reading (增长12.5%，).

Three numbers in four stand so. They are read here at once, as the grammar would read them; at the least
sign of more (a dash, a sign, a denominator) it is left to the grammar. test_plain.py holds the two equal.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from flows.extract.amounts import COMPLETING
from flows.extract.bare import CODE_BEFORE, context_units
from flows.extract.bounds import hedge_far, hedges_ending, hedges_opening
from flows.extract.fillers import COUNTED, delimits
from flows.extract.names import NUMBERED_FIRST, is_craft
from flows.extract.number import Bound, Number
from flows.extract.numerals import MORE, MORE_BOUNDS
from flows.extract.quantities import SHARE_KINDS, SIGN_END, currency_ends, hedges_before
from flows.extract.ranges import SEPARATORS
from flows.extract.rates import DENOMINATOR_SIGNS
from flows.extract.units import ONE, read_unit, units_by_first
from flows.patterns import lazy

# no zero, no year of an edition, no telephone number; what may go on as a numeral is left to the grammar
_PLAIN = lazy(
    r"(?!0\d|(?:19|20)\d\d(?![\d.]))"
    r"(\d{1,8}(?:\.\d{1,6})?|\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,6})?)(万亿|万|亿)?"
    rf"({MORE})?(?![\d.,，余多来把佰万萬亿億仟百千兆几十零一二三四五六七八九壹贰叁肆伍陆柒捌玖两折番号比])"
)
_SCALES = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
_ORDINAL_BEFORE = frozenset("第前每一")
_AFTER = COMPLETING | DENOMINATOR_SIGNS | (SEPARATORS - frozenset(" 、和与"))
_AFTER |= frozenset("半多级规以内之亿区价档量赛")
_AND = frozenset("和与")
_LONGEST = 500  # characters of a second amount with its unit
_SMALL = 10
_QUIET, _HEDGED = "quiet", "hedged"
_EXACT: Bound = "eq"


def read_plain(text: str, at: int) -> Number | None:
    """The claim whose digits begin at `at`, if only hedges before it can change it; None: ask the grammar."""
    before = _before(text[at - 2 if at > 1 else 0:at])
    found = _PLAIN.match(text, at) if before else None
    if found is None:
        return None
    unit = read_unit(text, found.end())
    if unit is None:
        return None
    surface, kind = unit.surface, unit.kind
    end = found.end() + len(surface)
    if not _quiet_after(surface, text[end:end + 2]) or text.rfind("每", at - 14 if at > 14 else 0, at) >= 0:
        return None
    if text[end:end + 1] in _AND and text.find("之间", end, end + _LONGEST) >= 0:
        return None  # 3元和5元之间
    digits, magnitude, more = found.groups()
    start, bound = at, MORE_BOUNDS[more] if more else _EXACT
    if before is _HEDGED:
        start, bound = hedges_before(text, at, bound)
    if bound == "eq":
        if hedge_far(text, start, kind in SHARE_KINDS):
            return None
    elif text.startswith("的", end) or (kind == "money" and delimits(text, end)):
        return None
    value = Decimal(digits.replace(",", ""))
    if magnitude:
        if not value:
            return None
        value *= _SCALES[magnitude]
    elif kind in COUNTED and value <= _SMALL:
        return None
    if unit.factor != ONE:
        value *= unit.factor
    rule = "mixed" if magnitude else "arabic"
    return Number(start, end, "", "claim", value, None, unit.symbol, bound, None, None, surface, None, rule)


@lru_cache(maxsize=1 << 15)
def _before(tail: str) -> str:
    """What can end in the two characters before a numeral: nothing (quiet), hedges, or more, which is ""."""
    last = tail[-1:]
    if last == " ":
        return "" if tail[:-1] in currency_ends() else _QUIET
    if last.isdecimal() or last in CODE_BEFORE or (last.isascii() and last.isalpha()):
        return ""
    if last and (last in _ORDINAL_BEFORE or last in SIGN_END or last in currency_ends() or is_craft(tail)):
        return ""
    return _HEDGED if hedges_ending(tail) else _QUIET


@lru_cache(maxsize=1 << 15)
def _quiet_after(surface: str, head: str) -> bool:
    """Whether a unit is what it is everywhere, and the two characters after it begin nothing more."""
    first, second = head[:1], head[1:]
    if surface in _uncertain() or surface[0] in NUMBERED_FIRST:
        return False
    touched = first in _AFTER or (first == " " and second in SEPARATORS) or first.isdecimal()
    return not touched and not hedges_opening(head)


@lru_cache(maxsize=1)
def _uncertain() -> frozenset[str]:
    """The units that the words around them may change, and levels, which a magnitude may not stand before."""
    every = (unit for units in units_by_first().values() for unit in units)
    return context_units() | {unit.surface for unit in every if unit.kind == "level"}
