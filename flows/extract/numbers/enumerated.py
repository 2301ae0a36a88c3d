"""Numbers that their neighbours complete: parts of a whole (3.1:38.4:58.5), bare members of a list."""

from __future__ import annotations

from decimal import Decimal

from flows.extract.numbers.number import Number
from flows.extract.numbers.numerals import parse_numeral
from flows.patterns import lazy

COMPOSITION = "composition"
"""The rule of a part of a whole that is written as a ratio of three or more."""
_PARTS = lazy(r"(?<![\d.:：∶])\d{1,2}(?:\.\d+)?(?:\s?[:：∶]\s?\d{1,2}(?:\.\d+)?){2,}(?![\d:：∶]|\.\d)")
_MIDDLE = lazy(r"[:：∶]\s?\d{1,2}(?:\.\d+)?\s?[:：∶]")
_WHOLE_CUE = lazy(r"结构|构成|比|占")
_LEAD = 40
"""Code points before the parts of a whole in which they are said to be such; 08:52:40 is a time of day."""
_PART = lazy(r"\d+(?:\.\d+)?")
_WHOLE = range(97, 104)
"""What the rounded parts of a whole may add up to, in percent."""
_BARE_RULES = frozenset(("bare", "version", "joined"))
_NUMERAL = lazy(r"\d+(?:,\d{3})*(?:\.\d+)?")
_MINUS = "-−－"
_JOINT = lazy(r"[、，和及与]{1,2}")
_ANNOUNCED = lazy(r"分别|依[次序]|各为|各有|各是|分列")
_BUT = lazy(r"[，,]?(?:但是?|[并而]?且|而又?|又|同时|和|与)?")
_LONGEST_BUT = 4
_REACH = 60
"""Code points between the word that opens a list (分别) and a bare number of it."""
_BRACKETED = lazy(r"[）)][、，和及与]{0,2}[^，。；、（）()\d]{1,10}[（(]")


def compositions(text: str) -> list[Number]:
    """The parts of wholes that the text writes as ratios of three or more: percentages, one each."""
    if not (":" in text or "：" in text or "∶" in text) or not _MIDDLE.search(text):
        return []
    found: list[Number] = []
    for match in _PARTS.finditer(text):
        parts = list(_PART.finditer(text, *match.span()))
        values = [Decimal(part[0]) for part in parts]
        said = _WHOLE_CUE.search(text, max(0, match.start() - _LEAD), match.start())
        if said and round(sum(values)) in _WHOLE:
            found += (
                Number(*part.span(), "", "claim", value, None, "percent", rule=COMPOSITION)
                for part, value in zip(parts, values, strict=True)
            )
    return found


def with_compositions(numbers: list[Number], parts: list[Number]) -> list[Number]:
    """The numbers in order, those that the parts of a whole touch given up for these."""
    covered = {at for part in parts for at in range(part.start, part.end)}
    kept = [one for one in numbers if covered.isdisjoint(range(one.start, one.end))]
    return sorted([*kept, *parts], key=lambda number: number.start)


def complete_lists(text: str, numbers: list[Number]) -> None:
    """Let bare members of a list be claims like the others: 分别为65、114和38家; 甲（13家）、乙（9）."""
    for index, number in enumerate(numbers):
        if number.kind == "name" and number.rule in _BARE_RULES and is_plain(number, text):
            before = numbers[index - 1] if index else None
            if before and before.kind == "claim" and goes_on(text, before, number):
                follow(number, before, text)
    for index in range(len(numbers) - 2, -1, -1):
        number = numbers[index]
        if number.written_unit or not (number.rule in _BARE_RULES or number.unit == "count"):
            continue  # most have a unit
        following = numbers[index + 1]
        if following.kind != "claim" or not following.written_unit or not is_plain(number, text):
            continue
        if number.kind == "name" and number.rule in _BARE_RULES or is_unitless(number):
            if leads_to(text, number, following):
                share_scale(number, following, text)


def join_bounds(text: str, numbers: list[Number]) -> None:
    """Let a lower and an upper bound that stand together be one range: 大于10小于20, 超过一百但不到两百."""
    for index in range(len(numbers) - 2, -1, -1):
        number, upper = numbers[index], numbers[index + 1]
        if number.bound == "gt" and upper.bound == "lt" and upper.start - number.end < _LONGEST_BUT:
            if bounds_one(text, number, upper):
                number.end, number.value_high, number.bound = upper.end, upper.value, "eq"
                number.unit, number.written_unit, number.rule = upper.unit, upper.written_unit, "range"
                del numbers[index + 1]


def bounds_one(text: str, number: Number, upper: Number) -> bool:
    """Are the two, one just behind the other, the ends of what one thing amounts to?"""
    if number.value is None or upper.value is None or number.value_high is not None or upper.value_high:
        return False
    same = number.unit == upper.unit or (number.unit == "count" and not number.written_unit)
    return same and number.value < upper.value and bool(_BUT.fullmatch(text, number.end, upper.start))


def is_plain(number: Number, text: str) -> bool:
    start = number.start + (text[number.start] in _MINUS)
    return _NUMERAL.fullmatch(text, start, number.end) is not None


def is_unitless(number: Number) -> bool:
    """Is the claim a count without unit that no magnitude has enlarged?"""
    return number.kind == "claim" and number.unit == "count" and not number.written_unit


def announced(text: str, at: int) -> bool:
    return _ANNOUNCED.search(text, max(0, at - _REACH), at) is not None


def goes_on(text: str, before: Number, number: Number) -> bool:
    """Does the bare number go on a list of claims: by 、 behind 分别, or in the next item's brackets?"""
    between = text[before.end : number.start]
    if text[number.end : number.end + 1] in {"）", ")"} and _BRACKETED.fullmatch(between):
        return before.unit in {"count", "person", "percent"} and before.value_high is None
    joined = _JOINT.fullmatch(between) is not None
    return joined and is_unitless(before) and is_plain(before, text) and announced(text, number.start)


def leads_to(text: str, number: Number, following: Number) -> bool:
    """Is the bare number joined to the next claim of a list that 分别 opens?"""
    if following.unit in {"rank", "ratio"} or following.bound != "eq" or following.value_high is not None:
        return False
    return _JOINT.fullmatch(text, number.end, following.start) is not None and announced(text, number.start)


def follow(number: Number, before: Number, text: str) -> None:
    """Make the bare number a claim of the unit of the claim before it."""
    number.kind, number.value, number.rule = "claim", value_of(number, text), "listed"
    number.unit, number.written_unit = before.unit, before.written_unit


def share_scale(number: Number, following: Number, text: str) -> None:
    """Make the bare number a claim of the next one's unit and magnitude: 3.2、4.7和6.1亿元."""
    written = _NUMERAL.search(text, following.start, following.end)
    own, other = value_of(number, text), written and parse_numeral(written[0])
    if own is None or not other or not other.value or following.value is None:
        return
    scale = abs(following.value / other.value)
    number.kind, number.rule, number.value = "claim", "listed", own * scale
    number.unit, number.written_unit = following.unit, following.written_unit


def value_of(number: Number, text: str) -> Decimal | None:
    negative = text[number.start] in _MINUS
    numeral = parse_numeral(text[number.start + negative : number.end])
    return (-numeral.value if negative else numeral.value) if numeral else None
