"""Times, addresses and headings as blocks on the walk over a text, and the numbers that win over a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from flows.extract.numbers import codes, names, shares
from flows.extract.numbers.anchors import NUMERAL_CHARACTERS
from flows.extract.numbers.fillers import is_amount_of_time
from flows.extract.numbers.lexical import lexical_word
from flows.extract.numbers.number import Number
from flows.extract.numbers.numeric import quantity_at
from flows.extract.numbers.quantities import number_of
from flows.extract.times import TimeSpan
from flows.patterns import lazy

_RUN = lazy(rf"[\d{NUMERAL_CHARACTERS}]+")
_CALENDAR_UNITS = frozenset("年月日")
_CALENDAR = frozenset(("year", "month", "week", "day"))
_YEARS = lazy(r"\d{1,2}年(?!\d|末|底|初|[上下]半)")
_TERM = lazy(r"(?:期|寿命|年限|学制)[从自由为约达]?$")


class Block(NamedTuple):
    """A stretch of the text that is one number: a time, or a name where `span` is None."""

    start: int
    end: int
    span: TimeSpan | None
    rule: str


def blocks_of(text: str, times: Sequence[TimeSpan]) -> list[Block]:
    """The blocks of a text by their starts."""
    blocks = [Block(span.start, span.end, span, span.rule) for span in times if span.numeral]
    others = [Block(*span, None, "url") for span in names.addresses(text)]
    others += [Block(*span, None, "heading") for span in names.headings(text)]
    return sorted([*blocks, *others], key=lambda block: block[:2]) if others else blocks


def number_of_block(text: str, block: Block, at: int, barrier: int) -> Number:
    """The number that a block is; a duration carries its amount, between `at` and `barrier` at most."""
    start, end, span, rule = block
    if span is None:
        return Number(start, end, "", "name", rule=rule)
    period = span.period_start, span.period_end
    number = Number(start, end, "", "time", None, None, None, "eq", *period, rule=rule)
    if span.kind == "duration":
        _measure(text, number, at, barrier)
    return number


def _measure(text: str, number: Number, at: int, barrier: int) -> None:
    """Let a duration carry its amount too: 近三年 is 3 years, 30余年 more than 30."""
    anchor = _RUN.search(text, number.start, number.end)
    quantity = quantity_at(text, anchor.start()) if anchor else None
    if quantity is None or quantity.unit is None or quantity.unit.kind != "time":
        return
    number.value, number.value_high, number.bound = quantity.low, quantity.high, quantity.bound
    number.unit, number.written_unit = quantity.unit.symbol, quantity.unit.surface
    number.start = max(at, min(number.start, quantity.start))
    number.end = max(number.end, min(barrier, quantity.end))


def instead_of_time(text: str, at: int, span: TimeSpan, last: Number | None) -> Number | None:
    """The title, ratio or amount at `at` that wins over the time `span`; `last` is the number before it."""
    if text[at].isdecimal():
        if at == span.start:
            named = _name_instead_of_time(text, at, span)
            if named is not None:
                return named
    else:
        lexical = lexical_word(text, at, span.end)
        if lexical is not None and lexical[2] == "name":
            return Number(lexical[0], lexical[1], "", "name", rule="known_name")
    term = _TERM.search(text, max(0, span.start - 4), span.start) if span.kind == "year" else None
    if term and _YEARS.match(text, span.start):
        return _claimed(text, at, span)  # 回收期从11年
    if span.kind != "duration":
        return None
    if span.rule == "duration.ordinal":
        return None
    if is_amount_of_time(text, span.start, span.end) or _continues_amount(text, span.start, last):
        return _claimed(text, at, span)
    return None


def _claimed(text: str, at: int, span: TimeSpan) -> Number | None:
    """The span of a time as an amount of it."""
    quantity = quantity_at(text, at)
    if quantity is None or quantity.unit is None or quantity.unit.kind != "time":
        return None
    return number_of(quantity, "claim") if quantity.end >= span.end else None


def _name_instead_of_time(text: str, at: int, span: TimeSpan) -> Number | None:
    stop = at
    while stop < len(text) and text[stop].isdecimal():
        stop += 1
    end = names.edition(text, at) if text[at] in "12" else None
    if end is not None:
        return Number(at, end, "", "name", rule="edition")
    following = text[stop:stop + 1]
    if following in ("年", "月") and span.end > stop + 1:
        return None  # 某Tech5月27日消息
    code = codes.read_code(text, at, stop)
    if code is not None and code.start < at:
        return code
    if following in _CALENDAR_UNITS:
        return None
    if following == "号":
        named = names.numbered_name(text, at, stop)
        if named is not None and named[1] > span.end:
            return Number(named[0], named[1], "", "name", rule=named[2])
    return shares.read_ratio(text, at)


def _continues_amount(text: str, start: int, last: Number | None) -> bool:
    """Whether the last number is an amount of time that a list continues: 期限分别为10年、30年."""
    if last is None or last.kind != "claim" or last.unit not in _CALENDAR:
        return False
    gap = text[last.end:start]
    return not gap or gap in ("、", "和", "或", "及", "与")
