"""A numeral within a name that the reference data knows is part of the name, and counts nothing."""

from __future__ import annotations

from flows.extract.numbers.anchors import NUMERAL_CHARACTERS
from flows.extract.numbers.number import Number
from flows.extract.numbers.read import read_numbers
from flows.extract.reference import firm_ambiguous, firms, models

NUMERALS = frozenset(NUMERAL_CHARACTERS)


def test_numerals_in_known_names_are_no_quantities() -> None:
    known = (name for kind in (firms(), models()) for one in kind.values() for name in one.surfaces)
    names = [
        name for name in known
        if len(name) > 2 and not NUMERALS.isdisjoint(name) and name not in firm_ambiguous()
    ]  # fmt: skip
    read = {name: read_numbers(f"记者在{name}了解到，情况良好。") for name in names}
    assert len(names) > 500
    assert not [name for name, numbers in read.items() if any(map(counts, numbers))]


def counts(number: Number) -> bool:
    """A price stays one, whoever is called by it: 九毛九."""
    return number.kind != "name" and number.rule != "composite"
