"""Amounts that a word says without any numeral: 对折, 双倍, 个把月."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import cast

from flows.extract.numbers.number import Bound, Number, NumberClass
from flows.extract.reference import read_reference
from flows.patterns import Pattern, lazy

_Row = tuple[Pattern, NumberClass, Decimal, Decimal | None, str, Bound]


@lru_cache(maxsize=1)
def _rows() -> dict[str, list[_Row]]:
    """The rows of worded_amounts.csv by the pair of characters that a text must hold for them."""
    found: dict[str, list[_Row]] = {}
    for row in read_reference("worded_amounts"):
        kind, bound = cast(NumberClass, row["class"]), cast(Bound, row["bound"])
        high = Decimal(row["value_high"]) if row["value_high"] else None
        said = lazy(row["pattern"]), kind, Decimal(row["value"]), high, row["unit"], bound
        found.setdefault(row["pair"], []).append(said)
    return found


def worded_amounts(text: str) -> list[Number]:
    """The amounts of the text that stand in words."""
    numbers: list[Number] = []
    for pair, rows in _rows().items():
        if pair in text:
            for pattern, kind, value, high, unit, bound in rows:
                numbers += (
                    Number(*found.span(), "", kind, value, high, unit, bound, rule="worded")
                    for found in pattern.finditer(text)
                )
    return numbers
