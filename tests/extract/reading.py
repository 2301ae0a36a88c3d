"""A short way to say what is read in a sentence, for tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from flows.extract.numbers.number import Number
from flows.extract.numbers.read import read_numbers


def plain(value: Decimal | None) -> str | None:
    """A value without trailing zeros or exponent."""
    return None if value is None else f"{value.normalize():f}"


def of_kind(text: str, kind: str, today: date | None = None) -> list[Number]:
    """The numbers of one class in the text."""
    return [number for number in read_numbers(text, today) if number.kind == kind]


def said(number: Number) -> str:
    """A number as one line: surface, bound sign, value, range, unit, per."""
    sign = {"eq": "", "approx": "~", "gt": ">", "lt": "<"}[number.bound]
    high = "" if number.value_high is None else f"..{plain(number.value_high)}"
    per = f" per {number.per}" if number.per else ""
    return f"{number.surface} = {sign}{plain(number.value)}{high} {number.unit}{per}"


def claims(text: str) -> list[str]:
    """The claims of a text, each as one line."""
    return [said(number) for number in of_kind(text, "claim")]
