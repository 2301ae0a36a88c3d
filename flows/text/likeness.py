"""Likeness: a small sketch of what an article says, by which near-copies of it are found."""

from __future__ import annotations

from typing import NamedTuple

from rensa import RMinHash

from flows.patterns import lazy
from flows.text.cleantext import CleanText
from flows.text.passages import Passage

PERMUTATIONS = 120
SEED = 7
CLAUSE_ENDS = lazy(r"[\s，。；：？！、“”‘’（）《》【】—…·,;:?!()|#*>-]+")
SHORTEST = 4
"""Clauses of fewer characters (据悉, 其中) stand in any article."""
TELLING = frozenset({"title", "heading", "body", "table"})


class Likeness(NamedTuple):
    """How many different clauses a text has, and their MinHash: PERMUTATIONS numbers below 2**32, or none."""

    clauses: int
    sketch: list[int]


def likeness_of(clean: CleanText, passages: list[Passage]) -> Likeness:
    """The sketch of an article's own text, without a site's boilerplate.

    Of clauses, not of every few characters: those who take over an article keep its sentences, while articles
    of one mould (monthly bulletins) differ in the clauses with numbers; and it costs a tenth.
    """
    clauses = {
        clause
        for passage in passages
        if passage.role in TELLING
        for clause in CLAUSE_ENDS.split(clean.text[passage.start : passage.end])
        if len(clause) >= SHORTEST
    }
    if not clauses:
        return Likeness(0, [])
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(sorted(clauses))
    return Likeness(len(clauses), sketch.digest())
