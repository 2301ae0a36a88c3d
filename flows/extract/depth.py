"""How deep in an article something stands, in paragraphs of ordinary length: an article reads the same
however its lines are broken.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from flows.extract.entities.mention import Mention
from flows.extract.times import TimeSpan
from flows.text import Passage

Part = tuple[Passage, str, list[Mention], list[TimeSpan]]
"""A passage, its text, whom it names and when."""
ORDINARY = 110
"""Code points of an ordinary paragraph of news."""


def depths(parts: Sequence[Part]) -> list[float]:
    """How many ordinary paragraphs stand before each passage, and before the end; a line that is no text of
    the article (a headline, a caption, a row) is as much as one.
    """
    lengths = (len(text) / ORDINARY if passage.role == "body" else 1 for passage, text, _, _ in parts)
    return [*accumulate(lengths, initial=0.0)]


def depth_of(mention: Mention, passage: Passage, before: float) -> float:
    """How deep the mention stands, `before` its passage so many ordinary paragraphs."""
    return before + mention.start / ORDINARY if passage.role == "body" else before
