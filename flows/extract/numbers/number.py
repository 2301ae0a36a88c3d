"""The number: one numeric expression of a text and its reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

NumberClass = Literal["claim", "time", "name", "filler"]
Bound = Literal["eq", "approx", "gt", "lt"]


@dataclass(slots=True)
class Number:
    """A numeric expression: where it stands, what it amounts to, how exact it is.

    `start` and `end` are code points of the text read, end exclusive. `value` is in the base unit of `unit`
    (yuan, ones, percent), `value_high` the upper end of a range. `written_unit` is the unit as written (亿元;
    余家 gives 家), `per` the denominator of a rate (吨 in 元/吨). Periods belong to class time. `rule` names
    what read it.
    """

    start: int
    end: int
    surface: str
    kind: NumberClass
    value: Decimal | None = None
    value_high: Decimal | None = None
    unit: str | None = None
    bound: Bound = "eq"
    period_start: date | None = None
    period_end: date | None = None
    written_unit: str | None = None
    per: str | None = None
    rule: str = ""
