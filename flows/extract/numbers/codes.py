"""Digits that letters or other marks make codes, scores or lengths of time: GPT-4, 3:2, 910B, 3h20min."""

from __future__ import annotations

import re
from decimal import Decimal

from flows.extract.cues import alternation
from flows.extract.numbers import names, shares
from flows.extract.numbers.amount import to_places
from flows.extract.numbers.limits import delimits
from flows.extract.numbers.number import Number
from flows.extract.numbers.quantities import Quantity
from flows.extract.numbers.ranks import RANKED
from flows.extract.numbers.units import currency_prefixes
from flows.patterns import lazy

CODE_BEFORE = frozenset("-_./+#@&")
_RATIO_SIGNS = frozenset(":：∶比")
_SLASHES = frozenset("/／")
_MEASURES = frozenset("%％万亿元倍")
_CURRENCY_CODES = tuple(prefix for prefix in currency_prefixes() if prefix.isascii() and prefix.isalpha())
_LETTERS_BEFORE_MEASURE = lazy(r"(?<![A-Za-z0-9-])(?:[A-Z][A-Za-z&]+)$")
_HEDGED_COUNT = lazy(r"[\u4e00-\u9fff]{1,2}(?:以上|以下|以内|左右)")
_MEMORY = frozenset(("16G", "32G", "64G", "128G", "256G", "512G"))
_TIME_LETTERS = frozenset("hms")
_LASTING = lazy(
    r"(?<![A-Za-z\d.])(?=\d+h\d|\d+min\d|\d\d|\d\.\d)"  # 4s and 5s are models
    r"(?:(\d{1,3})h)?(?:(\d{1,3})m(?:in)?)?(?:(\d{1,3}(?:\.\d{1,3})?)s)?(?<=[mns])(?![A-Za-z\d])"
)
_PRICED = lazy(r"(?:美元|元|港元|欧元|美分|分钱?|角)")
"""The money behind a price whose number stands directly behind what it is for."""


def read_special(text: str, start: int, end: int) -> Number | None:
    """What is read of Arabic digits before any quantity: titles, codes, numbered names, ratios, fractions."""
    following = text[end:end + 1]
    if end - start in (4, 5) and text[start] in "12":  # five of 2022百强
        stop = names.edition(text, start)
        if stop is not None:
            return Number(start, stop, "", "name", rule="edition")
    found = read_code(text, start, end)
    if found is None and following in _RATIO_SIGNS:
        found = shares.read_ratio(text, start)
    if found is None and following in _SLASHES:
        found = shares.read_fraction(text, start)
    if found is not None:
        return found
    named = names.numbered_name(text, start, end)
    return None if named is None else Number(named[0], named[1], "", "name", rule=named[2])


_REACHED = lazy(alternation("top_reached") + r"(?:了|到|全[国球省市]|世界|国内|行业|亚洲|年度|同类)*$")
"""Before the first of a ranking, written with Latin letters, whom somebody has come to be among."""


def read_code(text: str, start: int, end: int) -> Number | None:
    """The code (GPT-4, A100, B2-7) that goes on in the digits `text[start:end]`, or None."""
    before = text[start - 1:start]
    if not before.isascii() or not (before.isalpha() or before in CODE_BEFORE):
        return None
    span = names.code_span(text, start, end)
    if span is None or span[0] >= start:
        return None
    letters = text[span[0]:start]
    if letters.upper() == "TOP" and span[1] == end and not delimits(text, end):
        before_top = max(0, span[0] - 12), span[0]
        if RANKED.search(text, *before_top) or _REACHED.search(text, *before_top):  # 跃升TOP3, 跻身全国TOP5
            return Number(*span, "", "claim", Decimal(1), Decimal(text[start:end]), "rank", rule="rank_top")
    if letters.endswith(_CURRENCY_CODES):
        return None
    if letters.lower().startswith("token") and _PRICED.match(text, span[1]):
        return None  # 每百万token1.25美元
    if letters.isalpha() and letters != "L" and (text.startswith("+", end) or _HEDGED_COUNT.match(text, end)):
        return None  # App5次以上
    measured = text[end:end + 1] in _MEASURES or text[end - 1] in _MEASURES
    if measured and _LETTERS_BEFORE_MEASURE.search(text, max(0, start - 8), start):
        return None  # GDP1.5万亿元
    return Number(*span, "", "name", rule="code")


def read_lettered(text: str, quantity: Quantity) -> Number | None:
    """5G, 3D, 910B: digits that go on in letters which are no unit."""
    following = text[quantity.end:quantity.end + 1]
    if not following.isascii() or not following.isalpha() or not text[quantity.end - 1].isdecimal():
        return None
    lasting = _LASTING.match(text, quantity.body) if following in _TIME_LETTERS else None
    if lasting:
        return _lasting(lasting)
    code = names.code_span(text, quantity.body, quantity.end)
    if code is not None and text[slice(*code)] in _MEMORY:
        return Number(*code, "", "claim", quantity.low, None, "GB", quantity.bound, rule=quantity.rule)
    return None if code is None else Number(*code, "", "name", rule="code")


def _lasting(found: re.Match[str]) -> Number:
    """45s, 3h20min, 5min30s: an amount of time in its first unit."""
    hours, minutes, seconds = (Decimal(part or 0) for part in found.groups())
    if found[1]:
        value, unit = hours + minutes / 60 + seconds / 3600, "hour"
    else:
        value, unit = (minutes + seconds / 60, "minute") if found[2] else (seconds, "second")
    return Number(*found.span(), "", "claim", to_places(value).normalize(), None, unit, rule="composite")
