"""The flow `refresh`: read, extract, load, check, publish. Prefect lives here and in serve.py only."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")

import polars as pl
from prefect import flow, task

from flows.extract.extract import content_id, extract
from flows.load.checks import Outcome
from flows.load.listing import Listed, Run, list_sources, record_run
from flows.load.publish import publish
from flows.load.shards import read_manifest, write_shard
from flows.read.document import Document, Rejected
from flows.read.sources import read_sources
from flows.text import article_of
from flows.version import extractor_version

BATCH_CHARACTERS = 400_000
"""A batch is about a second of work: long beside what a task costs, short beside what a crash loses."""


def reading_of(document: Document) -> str:
    """What an extraction depends on: the bytes, the metadata given with them, the extractor."""
    return content_id(document.document_id, document.title, document.outlet, document.published_on, extractor_version())


def read_batch(documents: list[Document], lake: Path) -> str:
    """Extract a batch of documents into one shard and return its name."""
    articles = [
        article_of(item.document_id, item.name, item.text, item.title, item.outlet, item.published_on)
        for item in documents
    ]
    readings = pl.DataFrame(
        {"document_id": [item.document_id for item in documents], "reading_id": list(map(reading_of, documents))}
    )
    return write_shard(lake, extractor_version(), extract(articles), readings)


@flow(name="refresh", log_prints=False)
def refresh(sources: list[str], warehouse: Path, workers: int = 1) -> list[Outcome]:
    lake = warehouse.parent / "lake" / warehouse.stem
    started = datetime.now(UTC).replace(tzinfo=None)
    run_id = started.strftime("%Y%m%dT%H%M%S") + "-" + uuid.uuid4().hex[:6]
    known = read_manifest(lake)
    listed, rejected, batch, new, size = [], [], [], 0, 0
    for item in read_sources(sources):
        if isinstance(item, Rejected):
            rejected.append((item.source, item.reason))
            continue
        reading_id = reading_of(item)
        listed.append(Listed(item.source, item.name, item.url, item.document_id, reading_id))
        if reading_id in known:
            continue
        known.add(reading_id)
        batch.append(item)
        new += 1
        size += len(item.text)
        if size > BATCH_CHARACTERS:
            read_batch(batch, lake)
            batch, size = [], 0
    if batch:
        read_batch(batch, lake)
    list_sources(lake, listed, rejected, run_id)
    finished = datetime.now(UTC).replace(tzinfo=None)
    record_run(lake, Run(run_id, started, finished, len(listed), new, len(rejected), extractor_version()))
    return publish(warehouse, lake)
