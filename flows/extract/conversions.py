"""Amounts told once more in another currency or unit: 7819亿元（约合1100亿美元） is one thing said twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from flows.extract.claim import Claim
from flows.extract.metric.metrics import unit_kind
from flows.extract.numbers.number import Number
from flows.extract.reference import read_reference
from flows.patterns import lazy

BRACKETS = ("（", "(", " ")
BRACKETED = lazy(r"\s?[（(](?:[^（()）。；\d]{0,18})$")
RECKONED = lazy(r"[，,]?(?:约合|折合|折算|合|相当于)[^，。；\d]{0,6}$")
CLOSED = lazy(r"[^（()）。；\d]{0,4}[）)]")


MEASURED = frozenset({"area", "mass", "length", "volume", "speed", "temperature", "power", "energy"})


@lru_cache(maxsize=1)
def dimensions() -> dict[str, str]:
    """What each symbol of a unit measures: mu and ha area, t and kg mass."""
    return {row["symbol"]: row["kind"] for row in read_reference("units") if row["kind"] in MEASURED}


def is_told_again(text: str, before: Number, number: Number) -> bool:
    """Is the number in brackets the measure before in another unit: 118千公顷（177万亩）?"""
    if not number.unit or dimensions().get(number.unit) != dimensions().get(before.unit or "", "none"):
        return False
    if number.written_unit == before.written_unit and "/" not in number.surface:
        return False
    bracketed = BRACKETED.fullmatch(text, before.end, number.start)
    return bracketed is not None and CLOSED.match(text, number.end) is not None


TOLD_AGAIN = lazy(r"[（(](?:约|折)?合?(?:约|为)?(?:人民币|美元|港元)?[0-9][^（()）。；、]{0,16}[）)]")
"""An amount that tells the one before it in another currency: 346万美元（约合人民币2436万元）."""


def is_told_beside(text: str, number: Number) -> bool:
    """Does the number stand alone in brackets behind another: once more, in another currency?"""
    opened = max(text.rfind(mark, max(0, number.start - 8), number.start + 1) for mark in "（(")
    told = TOLD_AGAIN.match(text, opened) if opened > 0 and text[opened - 1] == "元" else None
    return told is not None and told.end() > number.start


def behind_brackets(text: str, end: int) -> int:
    """The end of a number, or of the brackets that tell it once more."""
    told = TOLD_AGAIN.match(text, end)
    return told.end() if told else end


def is_conversion(text: str, before: Number, number: Number) -> bool:
    """Is the amount of money the one before in another currency, the measure that in another unit?"""
    if text[before.end : before.end + 1] in BRACKETS and is_told_again(text, before, number):
        return True
    if unit_kind(number.unit) != "money" or unit_kind(before.unit) != "money" or number.unit == before.unit:
        return False
    between = text[before.end : number.start]
    if BRACKETED.fullmatch(between):
        return CLOSED.match(text, number.end) is not None
    return RECKONED.fullmatch(between) is not None or (
        between in {"，", ""} and number.surface.startswith(("约合", "折合", "合"))
    )


def converted(claims: Sequence[Claim], number: Number) -> list[Claim]:
    """The claims of the amount before, said in the currency or the unit of `number`."""
    value = number.value
    assert value is not None
    return [
        replace(
            claim, number=number, value=-value if claim.value < 0 else value, value_high=number.value_high,
            unit=number.unit or claim.unit, bound=number.bound, rule=f"{claim.rule}; in another currency",
        )
        for claim in claims
    ]  # fmt: skip
