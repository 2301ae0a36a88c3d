"""Sides of things with one unit for all (10×20厘米, 3*4*5cm), and heights in feet and inches (5'10")."""

from __future__ import annotations

from decimal import Decimal

from flows.extract.numbers.amount import to_places
from flows.extract.numbers.number import Number
from flows.extract.numbers.units import read_unit
from flows.patterns import lazy

SIDE_SIGNS = frozenset("×xX*✕'′’ ")
_SIDE = r"\d{1,6}(?:\.\d{1,4})?"
_SIDES = lazy(rf"({_SIDE})(?: ?[×xX*✕] ?{_SIDE}){{1,3}} ?")
_BY = lazy(r"\d ?[xX] ?$")
_FEET = lazy(r"(\d{1,3})['′’] ?(\d{1,2}(?:\.\d)?)(?:\"|″|”|'')")
_INCHES = 12


def read_side(text: str, at: int) -> Number | None:
    """The side whose digits begin at `at`, in the unit of the last side; or a height in feet and inches."""
    feet = _FEET.match(text, at)
    if feet and Decimal(feet[2]) < _INCHES:
        value = to_places(Decimal(feet[1]) + Decimal(feet[2]) / _INCHES)
        return Number(*feet.span(), "", "claim", value, None, "ft", rule="composite")
    found = _SIDES.match(text, at)
    unit = read_unit(text, found.end()) if found else None
    if found is None or unit is None or unit.kind != "length":
        return None
    value = Decimal(found[1]) * unit.factor
    span, surface = found.span(1), unit.surface
    return Number(*span, "", "claim", value, None, unit.symbol, written_unit=surface, rule="side")


def is_last_side(text: str, at: int) -> bool:
    """Whether the x before the digits at `at` stands between two sides: 8米 in 5x8米."""
    return text[at - 1:at] in ("x", "X") and _BY.search(text, max(0, at - 4), at) is not None
