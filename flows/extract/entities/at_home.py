"""Cities whose short names are words too (黄石, 日照), in an article that is about one of them."""

from __future__ import annotations

from flows.extract.entities.gazetteer import Hit
from flows.extract.entities.surfaces import is_ambiguous
from flows.patterns import lazy

OF_ITSELF = lazy("全市|我市|本市|该市|市委|市政府|市(?:发改|经信|工信|科技|统计|数据)局")
"""How an article speaks of the city that it is about."""
HEAD = 2
"""Passages that a headline and a lead take up."""


def cities_at_home(texts: list[str], hits: list[list[Hit]]) -> frozenset[str]:
    """The word that opens the headline, or the lead's first clause, of an article that speaks of its city
    (黄石：算力先行。全市…): there it is the city's name.
    """
    if not any(OF_ITSELF.search(text) for text in texts):
        return frozenset()
    found = set()
    for text, named in zip(texts[:HEAD], hits[:HEAD], strict=True):
        opens = min((start for start, _, _ in named), default=-1)
        for start, end, senses in named:
            if start == opens and senses[0].level == "city" and is_ambiguous(text[start:end]):
                if not text[:start].strip("【[ “") and end - start > 1:
                    found.add(text[start:end])
    return frozenset(found)
