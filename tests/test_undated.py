"""Annotated articles read without the day that was known to those who annotated them: files come without it.

What counts: the year that the text alone gives away, and the claims that are right with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from flows.text import Article, article_of
from tests.scoring import Row, Score, add_document, documents, read, score

RETOLD = Path(__file__).parent / "gold" / "retold"
STUDIED = ("cities", "firms", "provinces", "comparisons", "regions", "newsroom", "industry", "press")
FLOOR_OF_YEARS = 0.89
"""Of all articles, those with a byline among them."""
FLOOR_OF_CLAIMS = 0.89
"""Of the claims that are right with the day given; 0.96 over all sets."""


@cache
def undated(name: str) -> tuple[tuple[Article, bool, list[Row]], ...]:
    """The articles of a set read by their text alone, whether that gives the right year, and what they claim;
    those of which nobody knows the day count as right.
    """
    return tuple(_undated(RETOLD / name))


def _undated(folder: Path) -> Iterator[tuple[Article, bool, list[Row]]]:
    for item, mentions in documents(folder):
        article = article_of(item.document_id, item.name, item.text, item.title, item.outlet)
        known, own = item.published_on, article.published_on
        yield article, known is None or (own is not None and own.year == known.year), mentions


def test_the_year_is_given_away() -> None:
    right = [right for name in STUDIED for _, right, _ in undated(name)]
    assert sum(right) / len(right) >= FLOOR_OF_YEARS


@pytest.mark.parametrize("name", STUDIED)
def test_claims_stay(name: str) -> None:
    total = Score()
    for article, _, mentions in undated(name):
        add_document(total, article.name, read(article), mentions)
    stays = sum(one.strict for one in total.readings if one.said)
    known = sum(one.strict for one in score(RETOLD / name).readings if one.said)
    assert stays / known >= FLOOR_OF_CLAIMS, (stays, known)
