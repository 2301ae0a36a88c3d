"""Intake: sources to batches of documents that must be read anew, and a list of all that was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from flows.extract.ids import content_id
from flows.load.listing import Listed
from flows.load.shards import write_shard
from flows.read.document import Document, Rejected
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


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A reading that could not be made, and why, in words for the person who put the document there."""

    reading_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a batch: the shard's name, None where nothing could be read, and what was given up."""

    shard: str | None
    given_up: list[GivenUp]


@dataclass(slots=True)
class Intake:
    """What a run has seen of its sources.

    `known` holds the readings that need not be made again, `before` the document that each source held when
    the run began. `new`, `changed` and `reread` count what is told of the run; `read` what was
    extracted, `recalled` the sources whose documents came out of the lake.
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
    recalled: set[str] = field(default_factory=set)

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
        held_before = document_id in self.held
        changed = source not in self.seen and self.before.get(source, document_id) != document_id
        new = not changed and not held_before
        self.listed.append(Listed(source, document.name, document.url, document_id, reading_id, new, changed))
        self.new += new
        self.changed += changed
        self.seen.add(source)
        self.held.add(document_id)
        if reading_id in self.known:
            return False
        self.known.add(reading_id)
        self.read += 1
        self.reread += held_before
        return True

    def give_up(self, given_up: Iterable[GivenUp]) -> None:
        """Take back what was noted of readings that could not be made: their sources are rejected instead."""
        reasons = {one.reading_id: one.reason for one in given_up}
        lost = [row for row in self.listed if row.reading_id in reasons]
        self.listed = [row for row in self.listed if row.reading_id not in reasons] if lost else self.listed
        held = set(self.before.values()) if lost else set()
        for row in lost:
            self.rejected.append((row.source, reasons[row.reading_id]))
            self.recalled.discard(row.source)
            self.new -= row.new
            self.changed -= row.changed
        self.read -= len(reasons)
        self.reread -= len({row.reading_id for row in lost if row.document_id in held})


def reading_of(document: Document, version: str) -> str:
    """What an extraction depends on, as an id: the bytes, the metadata given with them, the extractor."""
    given = (document.title, document.outlet, document.published_on)
    return content_id(document.document_id, *given, version)


def read_batch(batch: Batch, lake: Path) -> Written:
    """Extract a batch into one shard of the lake."""
    from flows import reading  # late: a run with nothing new loads no dictionary

    done, given_up = reading.extracted(batch)
    if not done:
        return Written(None, given_up)
    shard = write_shard(lake, batch.version, reading.frames_of_all(done), reading.readings_of(done))
    return Written(shard, given_up)
