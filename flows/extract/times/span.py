"""The time span: one time expression of a text and its period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class TimeSpan:
    """A time expression: `text[start:end]` is its surface, the two dates its period, both inclusive.

    `period_start` None with an end means "up to" (截至今年8月); both None: text and reference date do not
    settle it (30余年). `kind` is what it is: date week tenday month quarter half season year decade century
    plan range duration clock recurring relative, or since / until when a word beside it opens or closes its
    period. `numeral` is False for 去年, 昨日 and other times without a number; those have kind relative.
    """

    start: int
    end: int
    period_start: date | None
    period_end: date | None
    kind: str
    rule: str
    numeral: bool = True
