"""Eras: centuries, decades, five-year plans, and their beginnings and ends."""

from __future__ import annotations

from datetime import date

from flows.extract.times.atoms import Atom
from flows.extract.times.calendar import NO_PERIOD, Period, years


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
