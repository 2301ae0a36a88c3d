"""Sides of things with one unit for all (10×20厘米, 3*4*5cm), and heights in feet and inches (5'10")."""

from __future__ import annotations

from decimal import Decimal

from flows.extract.amounts import to_places
from flows.extract.number import Number
from flows.extract.units import read_unit
from flows.patterns import lazy

SIDE_SIGNS = frozenset("×xX*✕'′’")
_SIDE = r"\d{1,6}(?:\.\d{1,4})?"
_SIDES = lazy(rf"{_SIDE}(?: ?[×xX*✕] ?{_SIDE}){{1,3}} ?")
_FEET = lazy(r"(\d{1,3})['′’] ?(\d{1,2}(?:\.\d)?)(?:\"|″|”|'')")
_NUMBER = lazy(_SIDE)
_INCHES = 12


def read_sides(text: str, at: int) -> list[Number]:
    """The sides that begin with the digits at `at`, each a number in the unit that they share; [] if none."""
    feet = _FEET.match(text, at)
    if feet and Decimal(feet[2]) < _INCHES:
        value = to_places(Decimal(feet[1]) + Decimal(feet[2]) / _INCHES)
        return [Number(*feet.span(), "", "claim", value, None, "ft", rule="composite")]
    found = _SIDES.match(text, at)
    unit = read_unit(text, found.end()) if found else None
    if found is None or unit is None or unit.kind != "length":
        return []
    sides = [
        Number(*side.span(), "", "claim", Decimal(side[0]) * unit.factor, None, unit.symbol,
               written_unit=unit.surface, rule="sides")
        for side in _NUMBER.finditer(text, at, found.end())
    ]  # fmt: skip
    sides[-1].end = found.end() + len(unit.surface)
    return sides
