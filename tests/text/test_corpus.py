"""The five real articles, where they are at hand: their days, outlets, titles, and nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.text import Article, article_of

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
TRUE = {  # first and last day that is right, outlet, script
    "000": ("2024-08-11", "2024-08-31", "川观新闻", "simplified"),
    "001": ("2024-08-31", "2024-09-30", "人民网", "traditional"),
    "002": ("2023-10-31", "2024-03-31", None, "traditional"),
    "003": ("2024-07-04", "2024-07-04", "解放日报", "simplified"),
    "004": ("2023-07-01", "2023-07-31", None, "traditional"),
}

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not part of the repository")


def article(number: str) -> Article:
    (path,) = CORPUS.glob(f"{number}_*.txt")
    return article_of("d", path.stem, path.read_bytes().decode("utf-8"))


@pytest.mark.parametrize("number", TRUE)
def test_an_article_is_dated_and_attributed(number: str) -> None:
    first, last, outlet, script = TRUE[number]
    found = article(number)
    assert first <= str(found.published_on) <= last
    assert (found.outlet, found.script) == (outlet, script)


@pytest.mark.parametrize("number", TRUE)
def test_all_of_an_article_is_in_its_passages(number: str) -> None:
    found = article(number)
    covered = "".join(found.raw[start:end] for start, end in map(found.span_of, found.passages))
    assert "".join(covered.split()) == "".join(found.raw.split())
