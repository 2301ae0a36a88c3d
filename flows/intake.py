"""Intake: sources to batches of documents that must be read anew, and a list of all that was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from flows.extract.ids import content_id
from flows.load.listing import Listed
from flows.load.shards import write_shard
from flows.read.document import Document, Rejected
from flows.text import Article, article_of
from flows.text.likeness import likeness_of
from flows.version import extractor_version

BATCH_CHARACTERS = 400_000
"""A batch is about half a second of work: long beside what a task costs, short beside what a crash loses."""


@dataclass(slots=True)
class Batch:
    """Documents to read, with the reading_id of each and the version of the extractor that reads them.

    The run decides both once: a worker process that starts later must not see another version.
    """

    version: str
    documents: list[Document] = field(default_factory=list)
    reading_ids: list[str] = field(default_factory=list)
    characters: int = 0

    def add(self, document: Document, reading_id: str) -> None:
        self.documents.append(document)
        self.reading_ids.append(reading_id)
        self.characters += len(document.text)


@dataclass(slots=True)
class Intake:
    """What a run has seen of its sources.

    `known` holds the readings that need not be made again, `before` the document that each source held when
    the run began. `new`, `changed` and `reread` count what is told of the run; `read` what was
    extracted, `recalled` what came out of the lake.
    """

    known: set[str]
    before: dict[str, str] = field(default_factory=dict)
    version: str = field(default_factory=extractor_version)
    listed: list[Listed] = field(default_factory=list)
    rejected: list[tuple[str, str]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    held: set[str] = field(init=False)
    new: int = 0
    changed: int = 0
    reread: int = 0
    read: int = 0
    recalled: int = 0

    def __post_init__(self) -> None:
        self.held = set(self.before.values())

    def batches(self, items: Iterable[Document | Rejected]) -> Iterator[Batch]:
        """Batches of the documents that must be read; every item is noted as it passes."""
        batch = Batch(self.version)
        for item in items:
            if isinstance(item, Rejected):
                self.rejected.append((item.source, item.reason))
                continue
            reading_id = reading_of(item, self.version)
            if self.note(item, reading_id):
                batch.add(item, reading_id)
            if batch.characters >= BATCH_CHARACTERS:
                yield batch
                batch = Batch(self.version)
        if batch.documents:
            yield batch

    def note(self, document: Document, reading_id: str) -> bool:
        """List a document; whether it must be read."""
        source, document_id = document.source, document.document_id
        self.listed.append(Listed(source, document.name, document.url, document_id, reading_id))
        held_before = document_id in self.held
        if source not in self.seen and self.before.get(source, document_id) != document_id:
            self.changed += 1
        elif not held_before:
            self.new += 1
        self.seen.add(source)
        self.held.add(document_id)
        if reading_id in self.known:
            return False
        self.known.add(reading_id)
        self.read += 1
        self.reread += held_before
        return True


def reading_of(document: Document, version: str) -> str:
    """What an extraction depends on, as an id: the bytes, the metadata given with them, the extractor."""
    given = (document.title, document.outlet, document.published_on)
    return content_id(document.document_id, *given, version)


def read_batch(batch: Batch, lake: Path) -> str:
    """Extract a batch into one shard of the lake and return the shard's name."""
    from flows.extract.extract import extract  # late: a run with nothing new loads no dictionary

    articles = [
        article_of(item.document_id, item.name, item.text, item.title, item.outlet, item.published_on)
        for item in batch.documents
    ]
    return write_shard(lake, batch.version, extract(articles), readings_of(batch, articles))


def readings_of(batch: Batch, articles: list[Article]) -> pl.DataFrame:
    """What the shard keeps of each document beside what was extracted: its sketch, by which near-copies are
    found, and the text and metadata as they came, so that it can be read again without its source."""
    sketches = [likeness_of(article.clean, article.passages) for article in articles]
    documents = batch.documents
    return pl.DataFrame(
        {
            "document_id": [item.document_id for item in documents],
            "reading_id": batch.reading_ids,
            "clauses": [sketch.clauses for sketch in sketches],
            "sketch": pl.Series([sketch.sketch for sketch in sketches], dtype=pl.List(pl.UInt32)),
            "given_text": [item.text for item in documents],
            "encoding": [item.encoding for item in documents],
            "given_title": [item.title for item in documents],
            "given_outlet": [item.outlet for item in documents],
            "given_date": pl.Series([item.published_on for item in documents], dtype=pl.Date),
        },
        schema_overrides={"given_title": pl.String, "given_outlet": pl.String},
    )
