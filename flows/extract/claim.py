"""The claim, and what reading gives of a passage and an article: plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from flows.extract.entities.cast import Cast
from flows.extract.entities.mention import ZONES, Mention
from flows.extract.numbers.number import Number
from flows.extract.times import TimeSpan
from flows.extract.windows import Mask
from flows.text import Article, Passage


@dataclass(slots=True)
class Claim:
    """A numeric claim. `regions`, `firm` and `model` are (id, name) pairs; the number
    keeps span and surface.
    """

    number: Number
    metric: str
    noun: str
    scope: str
    measure: str
    regions: tuple[tuple[str, str], ...]
    firm: tuple[str, str] | None
    model: tuple[str, str] | None
    value: Decimal
    value_high: Decimal | None
    unit: str
    bound: str
    period_start: date | None
    period_end: date | None
    modality: str
    confidence: float
    rule: str

    @property
    def region(self) -> str | None:
        """The regions' short names joined by +, None where the subject is no region."""
        return "+".join(name for _, name in self.regions) or None


@dataclass(slots=True)
class PassageReading:
    """A passage with its numbers and claims; offsets are of the passage's clean text."""

    passage: Passage
    text: str
    numbers: list[Number]
    claims: list[Claim] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    times: list[TimeSpan] = field(default_factory=list)
    bylines: list[Mention] = field(default_factory=list)

    def masks(self) -> list[Mask]:
        """Spans that are no part of a noun phrase, in order: names of places and firms
        end it, times, limits (超过100万人的城市) and counts that say nothing (3城) drop out of it.
        """
        names = [
            (m.start, m.end, "" if m.role in {"base", "scope"} or m.level in {"nation", "world"} else "，")
            for m in self.mentions
            if m.kind != "model" and m.level != "index" and not m.surface.startswith(ZONES)
        ]
        limits = [
            (n.start, n.end - (2 if n.written_unit == "项目" else 0), "")
            for n in self.numbers
            if n.kind == "filler" and (n.bound != "eq" or n.surface[0].isdecimal())
        ]
        return sorted([*names, *limits, *((t.start, t.end, "") for t in self.times)])


@dataclass(slots=True)
class Reading:
    """An article read: its passages in order, and the names that it introduced."""

    article: Article
    passages: list[PassageReading]
    cast: Cast
