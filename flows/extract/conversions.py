"""Amounts told once more in another currency: 7819亿元（约合1100亿美元） is one thing said twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.extract.claim import Claim
from flows.extract.metric.metrics import unit_kind
from flows.extract.numbers.number import Number
from flows.patterns import lazy

BRACKETED = lazy(r"\s?[（(](?:[^（()）。；\d]{0,18})$")
RECKONED = lazy(r"[，,]?(?:约合|折合|折算|合|相当于)[^，。；\d]{0,6}$")
CLOSED = lazy(r"[^（()）。；\d]{0,4}[）)]")


def is_conversion(text: str, before: Number, number: Number) -> bool:
    """Is the amount of money the one before in another currency?"""
    if unit_kind(number.unit) != "money" or unit_kind(before.unit) != "money" or number.unit == before.unit:
        return False
    between = text[before.end : number.start]
    if BRACKETED.fullmatch(between):
        return CLOSED.match(text, number.end) is not None
    return RECKONED.fullmatch(between) is not None or (
        between in {"，", ""} and number.surface.startswith(("约合", "折合", "合"))
    )


def converted(claims: Sequence[Claim], number: Number) -> list[Claim]:
    """The claims of the amount before, said in the currency of `number`."""
    value = number.value
    assert value is not None
    return [
        replace(
            claim, number=number, value=-value if claim.value < 0 else value, value_high=number.value_high,
            unit=number.unit or claim.unit, bound=number.bound, rule=f"{claim.rule}; in another currency",
        )
        for claim in claims
    ]  # fmt: skip
