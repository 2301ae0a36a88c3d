"""A named region, firm or model as a passage mentions it."""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract.entities.surfaces import Kind

FIRM_KINDS = frozenset({"firm", "model"})
"""Of whom a metric can be that is said of firms or of models."""
HOUSES = frozenset({"firm", "bank"})
SOURCE_KINDS = frozenset({"agency", "media", "research", "association"})


ZONES = ("国家级", "国家高新区", "国家自")
"""How the zones begin that speak for the nation: behind a place they do not, and they are what is counted."""


@dataclass(slots=True)
class Mention:
    """A named region, firm or model: offsets in the passage, what it is, and the part
    it plays in its clause.
    """

    start: int
    end: int
    kind: Kind
    ids: tuple[str, ...]
    names: tuple[str, ...]
    level: str
    surface: str
    role: str = "subject"
    park: str | None = None


@dataclass(slots=True)
class Beside:
    """What the hits of a text seem to be, by where they end and where they start; `surely_by_end` leaves out
    surfaces that are words too."""

    by_end: dict[int, Kind]
    by_start: dict[int, Kind]
    surely_by_end: dict[int, Kind]

    def lists(self, hit: Mention, text: str) -> bool:
        """Does a place stand directly before the hit, or joined to it by 、 or 和?"""
        near = [self.surely_by_end.get(hit.start)]
        if text[hit.start - 1 : hit.start] in JOINS:
            near.append(self.by_end.get(hit.start - 1))
        if text[hit.end : hit.end + 1] in JOINS:
            near.append(self.by_start.get(hit.end + 1))
        return "region" in near


JOINS = frozenset("、和及与")
