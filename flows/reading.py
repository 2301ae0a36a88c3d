"""Reading: the documents of a batch extracted one by one, each in bounded time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import polars as pl

from flows.deadline import TookTooLong, deadline
from flows.extract.claims import read_article
from flows.extract.extract import TableRow, frames_of, rows_of
from flows.extract.frames import Frames
from flows.intake import Batch, GivenUp
from flows.read.document import Document
from flows.text import article_of
from flows.text.likeness import Likeness, likeness_of

DOCUMENT_SECONDS = 120.0
"""Processor time for the extraction of one document: twice what the longest article of prose takes."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was found in one document."""

    document: Document
    reading_id: str
    rows: list[TableRow]
    sketch: Likeness


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let the collector wait for 100,000 objects, not 700: reading makes many, and few cycles."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@seldom_collected()
def extracted(batch: Batch) -> tuple[list[Extracted], list[GivenUp]]:
    """Extract each document in bounded time. What fails costs that one document, not the run."""
    done: list[Extracted] = []
    given_up: list[GivenUp] = []
    for document, reading_id in zip(batch.documents, batch.reading_ids, strict=True):
        try:
            with deadline(DOCUMENT_SECONDS):
                one = extracted_from(document, reading_id)
            done.append(one)
        except TookTooLong:
            limit = f"{DOCUMENT_SECONDS:.0f} s of the processor"
            given_up.append(
                GivenUp(reading_id, f"finding its numbers took more than {limit} and was stopped")
            )
        except Exception as error:
            said = f"{type(error).__name__}: {next(iter(str(error).splitlines()), '')[:200]}"
            given_up.append(GivenUp(reading_id, f"finding its numbers failed, a fault of Yanshu's ({said})"))
    return done, given_up


def extracted_from(document: Document, reading_id: str) -> Extracted:
    given = (document.title, document.outlet, document.published_on)
    article = article_of(document.document_id, document.name, document.text, *given)
    rows = list(rows_of(read_article(article)))
    return Extracted(document, reading_id, rows, likeness_of(article.clean, article.passages))


def frames_of_all(done: list[Extracted]) -> Frames:
    return frames_of(row for one in done for row in one.rows)


def readings_of(done: list[Extracted]) -> pl.DataFrame:
    """What the shard keeps of each document beside what was extracted: its sketch, by which near-copies are
    found, and the text and metadata as they came, so that it can be read again without its source."""
    documents = [one.document for one in done]
    return pl.DataFrame(
        {
            "document_id": [item.document_id for item in documents],
            "reading_id": [one.reading_id for one in done],
            "clauses": [one.sketch.clauses for one in done],
            "sketch": pl.Series([one.sketch.sketch for one in done], dtype=pl.List(pl.UInt32)),
            "given_text": [item.text for item in documents],
            "encoding": [item.encoding for item in documents],
            "given_title": [item.title for item in documents],
            "given_outlet": [item.outlet for item in documents],
            "given_date": pl.Series([item.published_on for item in documents], dtype=pl.Date),
        },
        schema_overrides={"given_title": pl.String, "given_outlet": pl.String},
    )
