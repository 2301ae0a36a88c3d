"""The article: everything that extraction reads about one document, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flows.text.clean import clean
from flows.text.cleantext import CleanText
from flows.text.passages import Passage, split_passages
from flows.text.script import script_of


@dataclass(frozen=True, slots=True)
class Article:
    """One document, cleaned and split. `published_on_source` is given, byline or inferred; None with no date."""

    document_id: str
    name: str
    raw: str
    clean: CleanText
    passages: list[Passage]
    title: str | None
    outlet: str | None
    published_on: date | None
    published_on_source: str | None
    script: str


def article_of(document_id: str, name: str, raw: str, title: str | None = None, outlet: str | None = None,
               published_on: date | None = None) -> Article:
    """Clean and split a document's text, and find in it what its source did not say."""
    text = clean(raw)
    passages = split_passages(text, title)
    source = "given" if published_on else None
    return Article(document_id, name, raw, text, passages, title, outlet, published_on, source, script_of(raw))
