"""Amounts that a letter shortens: 15K of a salary, 4.5k of views, 200M of a line, 500兆 of a file, 671B
parameters of a model, 128K tokens of its context.
"""

from __future__ import annotations

from decimal import Decimal

from flows.extract.cues import alternation
from flows.extract.numbers.number import Number
from flows.extract.numbers.quantities import Quantity
from flows.patterns import lazy

LETTERS = frozenset("kKMBGT")
THOUSANDS = {"k": 10**3, "K": 10**3, "M": 10**6, "B": 10**9}
_LISTED = r"(?:[^，。；、\d]{0,6}\d+(?:\.\d+)?[kKMBT][、和及与]?)*[^，。；、\d]{0,6}$"  # 分别为7B、13B和
_PARAMETERS = lazy(alternation("short_parameter_before") + _LISTED)
_OF_MODEL = lazy(r"(?:[A-Za-z][A-Za-z0-9.-]*[A-Za-z0-9]|模型|参数[^，。；]{2,12}亿)\s?[（(]$")
_CLOSES = frozenset("）)")
_PARAMETER_SCALES = {**THOUSANDS, "T": 10**12}
_CONTEXT = lazy(alternation("short_token_before") + _LISTED)
_CONTEXT_BEHIND = lazy(r"\s?(?:的|超)?" + alternation("short_token_behind"))
_CONTEXT_LETTERS = frozenset("kKM")
_PAID = lazy(rf"(?:薪|{alternation('short_money_before')})[^，。；、\d]{{0,4}}$")
_VIEWED = lazy(alternation("short_count_before") + r"[^，。；、\d]{0,3}$")
_STORED = lazy(alternation("short_data_before") + r"[^，。；、\d]{0,4}$")
_LINE = lazy(alternation("short_line_before") + r"[^，。；、\d]{0,3}$")
_REACH = 9
_LIST_REACH = 30
_SHORTEST = 3  # characters of 20K
_PAY_TO = lazy(r"[-~～至到—–](\d+)[kK]")
_BYTES = frozenset("MGT")
_GENERATIONS = 6  # 5G is a network
_MEGA = Decimal(10**12)


def read_shortened(text: str, quantity: Quantity) -> Number | None:
    """The amount that the letter behind a numeral shortens, by what is named before it; elsewhere a code.

    A text that is this number and nothing else counts something.
    """
    end = quantity.end + 1
    if text[end:end + 1].isascii() and text[end:end + 1].isalnum():
        return None
    before, letter = text[max(0, quantity.start - _REACH):quantity.start], text[end - 1]
    line = letter in _BYTES and _LINE.search(before)
    if line or (letter in _BYTES and _STORED.search(before) and not _is_generation(quantity, letter)):
        return _measured(quantity, end, f"{letter}bps" if line else f"{letter}B")
    listed = text[max(0, quantity.start - _LIST_REACH):quantity.start]
    named = letter == "B" and text[end:end + 1] in _CLOSES and _OF_MODEL.search(listed)
    if named or letter in _PARAMETER_SCALES and _PARAMETERS.search(listed):
        return _scaled(quantity, end, _PARAMETER_SCALES[letter], "parameter")
    if letter in _CONTEXT_LETTERS and (_CONTEXT.search(listed) or _CONTEXT_BEHIND.match(text, end)):
        return _scaled(quantity, end, THOUSANDS[letter], "token")
    scale = THOUSANDS.get(letter)
    if scale is None:
        return None
    paid = letter in "kK" and _PAID.search(before)
    whole = not quantity.start and end == len(text) and end >= _SHORTEST
    if not paid and not whole and not _VIEWED.search(before):
        return None  # 4K is a screen
    high = quantity.high
    more = _PAY_TO.match(text, end) if paid else None
    if more:
        end, high = more.end(), Decimal(more[1])
    high = None if high is None else high * scale
    value = quantity.low * scale, high, "CNY" if paid else "count", quantity.bound
    return Number(quantity.start, end, "", "claim", *value, rule="english")


def read_mega(text: str, quantity: Quantity) -> Number | None:
    """500兆 of a file or of a line, where 兆 is no magnitude."""
    before = text[max(0, quantity.start - _REACH):quantity.start]
    line = _LINE.search(before)
    if not line and not _STORED.search(before):
        return None
    quantity.low /= _MEGA
    quantity.high = None if quantity.high is None else quantity.high / _MEGA
    return _measured(quantity, quantity.end, "Mbps" if line else "MB")


def _scaled(quantity: Quantity, end: int, scale: int, unit: str) -> Number:
    high = None if quantity.high is None else quantity.high * scale
    return Number(
        quantity.start, end, "", "claim", quantity.low * scale, high, unit, quantity.bound, rule="english"
    )


def _measured(quantity: Quantity, end: int, unit: str) -> Number:
    value = quantity.low, quantity.high, unit, quantity.bound
    return Number(quantity.start, end, "", "claim", *value, rule=quantity.rule)


def _is_generation(quantity: Quantity, letter: str) -> bool:
    return letter == "G" and quantity.low <= _GENERATIONS
