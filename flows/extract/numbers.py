"""Every number of a text: quantities, times, names and fillers, with nothing left out."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from flows.extract.fillers import is_filler
from flows.extract.lexical import lexical_word
from flows.extract.names import code_span, fixed_names, titles
from flows.extract.number import Number
from flows.extract.numerals import NUMERAL
from flows.extract.quantities import HALVES, Quantity, read_quantity

if TYPE_CHECKING:
    from flows.extract.times import TimeSpan
try:
    from flows.extract.times import read_times
except ImportError:  # the reading of times is still being written
    def read_times(text: str, today: date | None) -> list[TimeSpan]:
        """None yet."""
        return []

_RANK = (rf"第(?:{NUMERAL})(?:名|位|大)?|首位|榜首|头名|(?:位?居)首(?!位)|三甲(?!医院|评审)|前(?:三甲|(?:{NUMERAL})(?:名|位|强|大)?)")
_HALF = r"(?:超|超过|近|约|不到|不足|接近)?(?:一半|半数|过半|大半|泰半|对半|对折|半价)(?:以上|左右|多)?"
_DOUBLING = r"翻(?:了|一)?(?:[一两二三四五六七八九\d]+)?番"
_SEED = re.compile(rf"(?P<rank>{_RANK})|(?P<half>{_HALF})|(?P<fan>{_DOUBLING})|(?P<numeral>{NUMERAL})")
_DIGITS = re.compile(r"\d+")
_WIDE = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
_ORDINAL_NOUN = re.compile(r"[批轮期步阶代季个点版条章节款届次号卷部集场类种件天年月周日线产方时手三者范梯书人家感站张页层道课现财]")


def read_numbers(text: str, today: date | None = None) -> list[Number]:
    """All numeric expressions of the clean `text`, in order; their spans are disjoint and cover every digit.

    `today` is the date of the document, against which relative times are resolved.
    """
    if not text:
        return []
    plain = text.translate(_WIDE)
    numbers = _reserved(plain, today)
    taken = bytearray(len(text))
    for number in numbers:
        taken[number.start:number.end] = b"\1" * (number.end - number.start)
    at = 0
    while True:
        seed = _SEED.search(plain, at)
        if seed is None:
            break
        start, end = seed.span()
        if taken[start] or taken[end - 1] or any(taken[start:end]):
            at = start + 1
            while at < len(text) and taken[at]:
                at += 1
            if at >= len(text):
                break
            continue
        number = _read_seed(plain, seed)
        if number is None or any(taken[number.start:number.end]):
            at = end if number is None and seed.lastgroup == "numeral" and plain[start].isdecimal() else start + 1
            continue
        numbers.append(number)
        taken[number.start:number.end] = b"\1" * (number.end - number.start)
        at = number.end
    for run in _DIGITS.finditer(plain):
        if not all(taken[run.start():run.end()]):
            first = run.start()
            while taken[first]:
                first += 1
            numbers.append(Number(first, run.end(), "", "name", rule="unread"))
    numbers.sort(key=lambda number: number.start)
    for number in numbers:
        number.surface = text[number.start:number.end]
    return numbers


def _reserved(text: str, today: date | None) -> list[Number]:
    """Names and times, which are read before quantities."""
    found: list[Number] = []
    names = sorted(fixed_names(text), key=lambda name: (name[0], -name[1]))
    end = 0
    for start, stop, rule in names:
        if start >= end:
            found.append(Number(start, stop, "", "name", rule=rule))
            end = stop
    for span in read_times(text, today):
        if not any(span.start < name.end and name.start < span.end for name in found):
            found.append(Number(span.start, span.end, "", "time", period_start=span.period_start,
                                period_end=span.period_end, rule=span.rule))
    return found


def _read_seed(text: str, seed: re.Match[str]) -> Number | None:
    start, end = seed.span()
    if seed.lastgroup == "rank":
        return _read_rank(text, start, end)
    if seed.lastgroup == "half":
        return _read_half(text, start, end)
    if seed.lastgroup == "fan":
        return _read_doubling(text, start, end)
    arabic = text[start].isdecimal()
    if arabic:
        code = _code(text, start, end)
        if code is not None:
            return Number(*code, "", "name", rule="code")
    quantity = read_quantity(text, start, end)
    if quantity is None:
        return None
    if not arabic:
        if quantity.unit is None:
            return None
        word = lexical_word(text, start, end)
        if word is not None and word[1] >= quantity.end - len(quantity.unit.surface):
            return None
    return _judge(text, quantity, text[start:end])


def _code(text: str, start: int, end: int) -> tuple[int, int] | None:
    before = text[start - 1] if start else ""
    if before and before.isascii() and (before.isalpha() or before in "-_/."):
        span = code_span(text, start, end)
        if span and span[0] < start:
            return span
    quantity = read_quantity(text, start, end)
    if quantity is not None and quantity.unit is None and text[end:end + 1].isascii() and text[end:end + 1].isalpha():
        return code_span(text, start, end)
    return None


def _judge(text: str, quantity: Quantity, numeral: str) -> Number | None:
    unit = quantity.unit
    filler = is_filler(text, quantity, numeral)
    bare = unit is None and numeral.isdecimal() and quantity.bound == "eq"
    kind = "filler" if filler else "name" if bare and not _plain_count(text, quantity) else "claim"
    symbol = unit.symbol if unit else "count"
    if kind == "claim" and unit is not None and unit.surface in ("年", "个月") and quantity.per is None:
        kind = "time"
    return Number(quantity.start, quantity.end, "", kind, quantity.low, quantity.high, symbol, quantity.bound,
                  written_unit=unit.surface if unit else None, per=quantity.per, rule=quantity.rule)  # type: ignore[arg-type]


def _plain_count(text: str, quantity: Quantity) -> bool:
    before = text[max(0, quantity.start - 2):quantity.start]
    return bool(re.search(r"[为达到至共于近是有增量数]$", before))


def _read_rank(text: str, start: int, end: int) -> Number | None:
    surface = text[start:end]
    digits = re.search(NUMERAL, surface)
    if surface.startswith("第"):
        following = text[end:end + 1]
        if following and _ORDINAL_NOUN.match(following):
            return Number(start, end, "", "filler", rule="ordinal") if digits and digits[0][0].isdecimal() else None
        value, high = digits[0] if digits else "", None
    elif surface.startswith("前"):
        value, high = "1", "3" if "三甲" in surface else digits[0] if digits else None
        if text[end:end + 1] in tuple("个年天月日季款家项次种半场期后"):
            return None
    else:
        value, high = "1", "3" if surface == "三甲" else None
    low = _number(value)
    if low is None:
        return None
    return Number(start, end, "", "claim", low, _number(high) if high else None, "rank", rule="rank")


def _number(surface: str) -> Decimal | None:
    from flows.extract.numerals import parse_numeral
    numeral = parse_numeral(surface)
    return numeral.value if numeral else None


def _read_half(text: str, start: int, end: int) -> Number:
    from flows.extract.bounds import hedge_far
    surface = text[start:end]
    bound = next((HALVES[word] for word in HALVES if word in surface), "eq")
    for words, meaning in (("超", "gt"), ("以上", "gt"), ("多", "gt"), ("近", "approx"), ("约", "approx"), ("左右", "approx"), ("不", "lt")):
        if surface.startswith(words) or surface.endswith(words):
            bound = meaning
    if bound == "eq":
        bound = hedge_far(text, start) or "eq"
    return Number(start, end, "", "claim", Decimal(50), None, "percent", bound, written_unit="半", rule="half")  # type: ignore[arg-type]


def _read_doubling(text: str, start: int, end: int) -> Number:
    digits = re.search(NUMERAL, text[start:end])
    times = _number(digits[0]) if digits else Decimal(1)
    return Number(start, end, "", "claim", Decimal(2) ** int(times or 1), None, "multiple", written_unit="番", rule="doubling")


