"""Atoms of time: the smallest pieces (2024年, 上半年, 中旬, 下午, 3时30分), found in one scan of the text.

chains.py puts neighbouring atoms together, resolve.py says what they mean.
"""

from __future__ import annotations

from dataclasses import dataclass

RECURRING, ERA, YEAR, PART, WEEK, DAY, WEEKDAY, DAYPART, CLOCK, DURATION = range(10)


@dataclass(slots=True)
class Atom:
    """A piece of a time: `low` to `high` in the measure of its grain (years, months of a year, days …).

    `anchor` says what the number is counted from: "" the calendar or the coarser atom before it; year, month
    the year or month around; today; passage (the last one named); near (the passage's, else today's).
    """

    start: int
    end: int
    grain: int
    kind: str
    low: int = 0
    high: int = 0
    anchor: str = ""
