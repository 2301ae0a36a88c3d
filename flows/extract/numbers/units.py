"""Units and classifiers: what a number counts or measures, and by what factor it stands in the base unit."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from flows.extract.words import segmenter
from flows.memo import Memo
from flows.places import REFERENCE


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written: its symbol, the factor into it, and its kind (money, length, person, general …).

    Before one of the characters `not_before` it is part of another word (元宇宙); before one of `maybe` it is
    where the segmenter says so: 人才 holds no 人, but 3台风力发电机组 are three 台.
    """

    surface: str
    symbol: str
    factor: Decimal
    kind: str
    not_before: str = ""
    maybe: str = ""

    def stands(self, text: str, at: int) -> bool:
        """Whether what follows lets the surface, which stands at `at`, be a unit."""
        end = at + len(self.surface)
        following = text[end:end + 1]
        if not following:
            return True
        if self.surface[-1].isascii() and self.surface[-1].isalpha():
            return not (following.isascii() and following.isalnum())
        if self.symbol == "year" and following in GROWN:
            return text[:at].rstrip()[-1:] not in HUGE  # 320亿年增8%
        if following in self.maybe:
            return bool(segmenter().cut(text[at:at + 9])[0] == self.surface)
        return following not in self.not_before


GROWN = frozenset("增升减跌降涨成")
"""What makes a rate of growth of 年 behind an amount that is no age."""
HUGE = frozenset("万亿兆")
ONE = Decimal(1)
LESSER = {("km", "m"): 1000, ("m", "cm"): 100, ("cm", "mm"): 10, ("ft", "in"): 12, ("yd", "ft"): 3,
          ("t", "kg"): 1000, ("kg", "g"): 1000, ("g", "mg"): 1000, ("lb", "oz"): 16, ("st", "lb"): 14,
          ("L", "mL"): 1000, ("km2", "ha"): 100, ("ha", "m2"): 10000, ("year", "month"): 12}  # fmt: skip
"""How many of the second symbol make one of the first, for units that are written one behind the other."""
LESSER_BEHIND_ZERO = {("year", "day"): 365, ("month", "day"): 30, ("week", "day"): 7, ("day", "minute"): 1440}
"""The same, for those that belong together only behind 零: 三周零两天, but 每周两天."""
# each table with its column of symbols, and the kind of its units where it has no column of kinds
_TABLES = (("units", "symbol", ""), ("currencies", "code", "money"), ("classifiers", "unit", ""))


@lru_cache(maxsize=1)
def units_by_first() -> dict[str, tuple[Unit, ...]]:
    """Every unit by its first character, longest first."""
    traps = {row["surface"]: (row["not_before"], row["maybe"]) for row in _rows("unit_traps")}
    found: dict[str, list[Unit]] = defaultdict(list)
    for name, symbol, kind in _TABLES:
        for row in _rows(name):
            if row.get("place") == "before":
                continue
            surface = row["surface"]
            factor = Decimal(row.get("factor") or 1)
            factor = ONE if factor == ONE else factor
            unit = Unit(surface, row[symbol], factor, kind or row["kind"], *traps.get(surface, ("", "")))
            found[surface[0]].append(unit)
    return {
        first: tuple(sorted(units, key=lambda unit: -len(unit.surface))) for first, units in found.items()
    }


@lru_cache(maxsize=1)
def times() -> frozenset[str]:
    """The symbols of the units of time, from fs to century."""
    return frozenset(
        unit.symbol for units in units_by_first().values() for unit in units if unit.kind == "time"
    )


SHORT_TIMES = frozenset({"ms", "second", "minute", "hour"})
"""Those of them in which what is done is timed."""


@lru_cache(maxsize=1)
def currency_prefixes() -> dict[str, str]:
    """What news writes before an amount of money, and its code: ¥, US$, 人民币."""
    return {row["surface"]: row["code"] for row in _rows("currencies") if row["place"] == "before"}


def _rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        names = next(rows)
        return [dict(zip(names, row, strict=True)) for row in rows]


def read_unit(text: str, at: int) -> Unit | None:
    """The longest unit that starts at `at` and is not the head of another word, or None."""
    for unit, sure in _OPENING[text[at:at + 2]]:
        if sure or (text.startswith(unit.surface, at) and unit.stands(text, at)):
            return unit
    return None


def _units_opening(head: str) -> tuple[tuple[Unit, bool], ...]:
    """The units that a text can begin with whose first two characters are `head`, longest first.

    With each whether it stands there for sure; those that the second character denies are left out.
    """
    found: list[tuple[Unit, bool]] = []
    for unit in units_by_first().get(head[:1], ()):
        if unit.surface == head[:1] and head[1:] not in unit.maybe:
            if unit.stands(head, 0):
                found.append((unit, True))
        elif unit.surface[:2] in (head, head[:1]):
            found.append((unit, False))
    return tuple(found)


_OPENING = Memo(_units_opening)
