"""Recall: documents out of the lake, to be read again where their sources are not at hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from flows.intake import Intake
from flows.load.listing import gone_from, read_listing
from flows.load.shards import LakeDamaged, damaged_texts, shard_of_reading, shard_path
from flows.read.document import Document

Row = dict[str, Any]
MOST_TOLD = 3


def recalled(
    warehouse: Path, lake: Path, intake: Intake, *, reextract: bool, prune: bool
) -> Iterator[Document]:
    """The documents of sources that this run did not see and that must be read again.

    Those are the ones that stood in shards that are damaged, and with `reextract` those that another
    extractor read; not those that `prune` drops. Ask for them after all sources have passed. Raises
    LakeDamaged where a text is lost.
    """
    shards, listing = shard_of_reading(lake), read_listing(lake)
    listing = listing.filter(~pl.col("source").is_in(list(intake.seen)))
    if prune:
        gone = gone_from(listing, [source for source, _ in intake.rejected])
        listing = listing.join(gone, on="source", how="anti")
    unseen = listing.to_dicts()
    damaged = [row for row in unseen if row["reading_id"] not in shards]
    if damaged:
        kept = {row["reading_id"]: row for frame in damaged_texts(lake) for row in frame.to_dicts()}
        shown = published_texts(warehouse, [row for row in damaged if row["reading_id"] not in kept])
        found = [kept.get(row["reading_id"]) or shown.get(row["document_id"]) for row in damaged]
        lost = [row["source"] for row, one in zip(damaged, found, strict=True) if one is None]
        if lost:
            raise LakeDamaged(told_lost(lost))
        yield from (document_of(row, one) for row, one in zip(damaged, found, strict=True) if one is not None)
    if reextract:
        old = [row for row in unseen if is_older(shards.get(row["reading_id"]), intake.version)]
        yield from documents_of(lake, old, shards)


def published_texts(warehouse: Path, rows: list[Row]) -> dict[str, Row]:
    """By document what the published file has of it, as a shard would keep it.

    Passages hold all of a text that is not blank; what stood between them comes back as line ends.
    """
    if not rows or not warehouse.exists():
        return {}
    wanted = sorted({row["document_id"] for row in rows})
    with suppress(duckdb.Error), duckdb.connect(str(warehouse), read_only=True) as db:
        found = db.execute(
            """
            select document_id, any_value(title), any_value(outlet),
                any_value(published_on) filter (published_on_source = 'given'), any_value(characters),
                list((start_char, text) order by start_char)
            from documents join passages using (document_id)
            where document_id in (select unnest(?)) group by document_id
            """,
            [wanted],
        ).fetchall()
        return {
            document_id: {
                "given_text": joined(passages, characters),
                "encoding": "utf-8",
                "given_title": title,
                "given_outlet": outlet,
                "given_date": day,
            }
            for document_id, title, outlet, day, characters, passages in found
        }
    return {}


def joined(passages: list[tuple[int, str]], characters: int) -> str:
    """Passages at their places in a text of so many characters."""
    parts: list[str] = []
    length = 0
    for start, text in passages:
        parts += ["\n" * (start - length), text]
        length = start + len(text)
    return "".join(parts) + "\n" * (characters - length)


def told_lost(lost: list[str]) -> str:
    named = ", ".join(lost[:MOST_TOLD]) + (" …" if len(lost) > MOST_TOLD else "")
    return (
        f"{len(lost)} documents stood in a damaged shard and their sources were not named: {named}"
        "; name those sources too, or let them go with --prune"
    )


def is_older(shard: str | None, version: str) -> bool:
    return shard is not None and not shard.startswith(f"{version}-")


def documents_of(lake: Path, rows: list[Row], shards: dict[str, str]) -> Iterator[Document]:
    """The documents of rows of the listing, shard by shard: one shard's texts are in memory at a time."""
    by_shard: dict[str, list[Row]] = {}
    for row in rows:
        by_shard.setdefault(shards[row["reading_id"]], []).append(row)
    for name, wanted in sorted(by_shard.items()):
        frame = pl.read_parquet(shard_path(lake, "documents", name))
        kept = {row["reading_id"]: row for row in frame.to_dicts()}
        yield from (document_of(row, kept[row["reading_id"]]) for row in wanted)


def document_of(row: Row, kept: Row) -> Document:
    """The document of a row of the listing and of its row in a shard."""
    return Document(
        document_id=row["document_id"],
        name=row["name"],
        source=row["source"],
        text=kept["given_text"],
        encoding=kept["encoding"],
        title=kept["given_title"],
        outlet=kept["given_outlet"],
        url=row["url"],
        published_on=kept["given_date"],
    )


def outdated(lake: Path, version: str) -> int:
    """How many documents the warehouse has as another version of the extractor read them."""
    shards = shard_of_reading(lake)
    listing = read_listing(lake).select("document_id", "reading_id").unique()
    return sum(is_older(shards.get(reading_id), version) for reading_id in listing["reading_id"])
