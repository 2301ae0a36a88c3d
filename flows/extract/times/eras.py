"""Eras: centuries, decades, five-year plans, and their beginnings and ends."""

from __future__ import annotations

import re
from datetime import date

from flows.extract.times.atoms import ERA, Atom
from flows.extract.times.calendar import NO_PERIOD, Period, years
from flows.extract.times.numerals import read_numeral
from flows.extract.times.words import plans
from flows.patterns import lazy

FIRST_YEARS = lazy(r"(?:规划|时期|期间|以来)?的?[前头]([1-4一二两三四])年")
"""The years of a plan that are over: “十四五”前三年."""


def read_plan(text: str, match: re.Match[str]) -> tuple[Atom, ...]:
    """十四五: a five-year plan; 末 or 初 behind it, or behind its quotation mark, means a year of it."""
    start, end = match.span()
    first, last, quoted = plans()[match[0]]
    named = text[end : end + 1] in tuple('”"’」') and text[start - 1 : start] in tuple('“"‘「')
    behind = end + named
    some = FIRST_YEARS.match(text, behind)
    if quoted and not (
        named and (some or text.startswith(("期间", "时期", "计划", "规划", "末", "初"), behind))
    ):
        return ()
    if not named and start and text[start - 1] in "第零一二三四五六七八九十百千万两约共达有近超":
        return ()
    if text.startswith(("末", "收官"), behind):
        first = last
    elif text.startswith(("初", "开局"), behind):
        last = first
    elif some and (count := read_numeral(some[1])):
        last = first + count[0] - 1
    return (Atom(start, end, ERA, "plan", first, last),)


def era_period(atoms: list[Atom], today: date | None) -> Period:
    """21世纪, 上世纪80年代, 90年代初, 十四五. A bare decade below 20 is of this century."""
    head = atoms[0]
    if head.kind == "plan":
        return years(head.low, head.high)
    if head.anchor and today is None:
        return NO_PERIOD
    low, high = _century(head, today) if head.kind == "century" else _decade(head, None)
    for atom in atoms[1:]:
        if atom.kind == "decade":
            low, high = _decade(atom, low - 1)
        elif atom.kind == "era part":  # 初 of a decade counts from its 0, of a century from its 1
            low, high = low - low % 10 + atom.low, low - low % 10 + atom.high
    return years(low, high)


def _century(atom: Atom, today: date | None) -> tuple[int, int]:
    this = (today.year - 1) // 100 + 1 if today and atom.anchor else 0
    return (atom.low + this - 1) * 100 + 1, (atom.high + this) * 100


def _decade(atom: Atom, base: int | None) -> tuple[int, int]:
    if base is None:
        base = 0 if atom.low >= 100 else 2000 if atom.low < 20 else 1900
    high = atom.high if atom.high >= 100 or atom.low < 100 else atom.high + atom.low // 100 * 100
    return base + atom.low, base + high + 9
