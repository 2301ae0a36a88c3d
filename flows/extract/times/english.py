"""Dates that name their month in English: 7-Nov-2016, Nov 7, November 2016."""

from __future__ import annotations

import re

from flows.extract.times.atoms import DAY, PART, Atom
from flows.extract.times.grammar import MONTHS
from flows.patterns import lazy

NAME = lazy("|".join(MONTHS))
NUMBER = lazy("[0-9]+")
LAST_DAY = 31


def read_english(text: str, match: re.Match[str]) -> tuple[Atom, ...]:
    """The day or month; one of a code (A-Nov-7) is none."""
    start, end = match.span()
    before = text[start - 1 : start]
    if before and before.isascii() and (before.isalnum() or before in "./_-"):
        return ()
    named = NAME.search(text, start, end)
    month = MONTHS.index(named[0]) + 1 if named else 0
    digits = [int(part) for part in NUMBER.findall(match[0])]
    year = next((number for number in digits if number > LAST_DAY), 0)
    day = next((number for number in digits if number <= LAST_DAY), 0)
    if year:
        code = year * 100 + month
        return (Atom(start, end, DAY, *(("date stamp", code * 100 + day) if day else ("month stamp", code))),)
    return Atom(start, start + 1, PART, "month", month, month), Atom(start + 1, end, DAY, "date", day, day)
