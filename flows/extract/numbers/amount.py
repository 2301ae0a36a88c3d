"""An amount as it is read: one numeral with its unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from flows.extract.numbers.number import Bound
from flows.extract.numbers.numerals import parse_numeral
from flows.extract.numbers.units import Unit

_PLACES = 6
_LARGE = 20  # beyond so many digits no place after the point matters
HALF = Decimal("0.5")
NUMERAL = r"(?:\d+(?:\.\d+)?|[零一二三四五六七八九两十壹贰叁肆伍陆柒捌玖]+)"
PARTED = frozenset(("money", "length", "mass", "volume", "time"))
"""Kinds of units that have parts: 四分之三英里, 5英尺10英寸."""


@dataclass(slots=True)
class Amount:
    """A numeral and its unit: `low` to `high` counts units as written (not yet times the unit's factor)."""

    end: int
    low: Decimal
    high: Decimal | None
    unit: Unit | None
    bound: Bound
    scale: int
    rule: str


def small(surface: str | None) -> Decimal:
    """The value of a numeral, 0 where there is none."""
    numeral = parse_numeral(surface) if surface else None
    return numeral.value if numeral else Decimal(0)


def to_places(value: Decimal) -> Decimal:
    """The value to the six places that the warehouse keeps; what is too large to have them stays."""
    return value if value.adjusted() > _LARGE else round(value, _PLACES)


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """`part` of `whole` in percent, to six places."""
    share = part * 100 / whole
    return share if share == share.to_integral_value() else to_places(share).normalize()
