"""Units and classifiers: what a number counts or measures, and by what factor it stands in the base unit."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from flows.places import REFERENCE


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written: its symbol, the factor into it, and its kind (money, length, person, general …)."""

    surface: str
    symbol: str
    factor: Decimal
    kind: str


@lru_cache(maxsize=1)
def _by_first_character() -> dict[str, tuple[Unit, ...]]:
    found: dict[str, list[Unit]] = defaultdict(list)
    for name in ("units", "currencies", "classifiers"):
        with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                symbol = row.get("symbol") or row.get("code") or row.get("unit") or "count"
                kind = row.get("kind") or "money"
                unit = Unit(row["surface"], symbol, Decimal(row.get("factor") or 1), kind)
                found[unit.surface[0]].append(unit)
    return {first: tuple(sorted(units, key=lambda unit: -len(unit.surface))) for first, units in found.items()}


_LATIN = re.compile(r"[A-Za-z]")


@lru_cache(maxsize=1)
def _traps() -> dict[str, str]:
    """Characters that make another word of a unit: 3人才 no, 5场景 no."""
    with (REFERENCE / "unit_traps.csv").open(encoding="utf-8", newline="") as lines:
        return {row["surface"]: row["not_before"] for row in csv.DictReader(lines)}


def read_unit(text: str, at: int) -> Unit | None:
    """The longest unit that starts at `at` and is not the head of another word, or None."""
    if at >= len(text):
        return None
    for unit in _by_first_character().get(text[at], ()):
        surface = unit.surface
        if text.startswith(surface, at):
            following = text[at + len(surface):at + len(surface) + 1]
            if following:
                if surface[-1].isascii() and surface[-1].isalpha() and _LATIN.match(following):
                    continue
                if following in _traps().get(surface, ""):
                    continue
            return unit
    return None
