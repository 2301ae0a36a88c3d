"""The listing: which source holds which document, which sources were rejected, and which runs there were.

It stands in the lake beside the shards. A source keeps its row until a later run finds another content there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import polars as pl

from flows.load.shards import write_parquet

SOURCES_FILE = "sources.parquet"
REJECTED_FILE = "rejected.parquet"
RUNS_FILE = "runs.jsonl"

SOURCES = {
    "source": pl.String, "name": pl.String, "url": pl.String, "document_id": pl.String,
    "reading_id": pl.String, "run_id": pl.String,
}  # fmt: skip
REJECTED = {"source": pl.String, "reason": pl.String, "run_id": pl.String}


@dataclass(frozen=True, slots=True)
class Run:
    """One run, as a row of `runs`; times are UTC."""

    run_id: str
    started_at: datetime
    finished_at: datetime
    documents_seen: int
    documents_new: int
    documents_rejected: int
    extractor_version: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A source and the reading of what stands there."""

    source: str
    name: str
    url: str | None
    document_id: str
    reading_id: str


def list_sources(lake: Path, listed: list[Listed], rejected: list[tuple[str, str]], run_id: str) -> None:
    """Bring the listing up to date with what a run saw."""
    fresh = pl.DataFrame(
        [(row.source, row.name, row.url, row.document_id, row.reading_id, run_id) for row in listed],
        schema=SOURCES,
        orient="row",
    ).unique("source", keep="last", maintain_order=True)
    old = read_listing(lake)
    first_run = old.select("source", "document_id", first="run_id")
    fresh = fresh.join(first_run, on=["source", "document_id"], how="left", maintain_order="left").select(
        *list(SOURCES)[:-1], run_id=pl.coalesce("first", "run_id")
    )
    listing = pl.concat([old.join(fresh, on="source", how="anti"), fresh]).sort("source")
    write_parquet(listing, lake / SOURCES_FILE)
    list_rejected(lake, rejected, fresh, run_id)


def list_rejected(lake: Path, rejected: list[tuple[str, str]], readable: pl.DataFrame, run_id: str) -> None:
    """Keep each source's latest rejection until it becomes readable."""
    fresh = pl.DataFrame([(*row, run_id) for row in rejected], schema=REJECTED, orient="row").unique("source")
    old = read_or_empty(lake / REJECTED_FILE, REJECTED)
    first = old.select("source", "reason", first="run_id")
    fresh = fresh.join(first, on=["source", "reason"], how="left").select(
        "source", "reason", run_id=pl.coalesce("first", "run_id")
    )
    kept = old.join(fresh, on="source", how="anti").join(readable, on="source", how="anti")
    write_parquet(pl.concat([kept, fresh]).sort("source"), lake / REJECTED_FILE)


def read_listing(lake: Path) -> pl.DataFrame:
    return read_or_empty(lake / SOURCES_FILE, SOURCES)


def read_or_empty(path: Path, schema: Mapping[str, type[pl.DataType]]) -> pl.DataFrame:
    return pl.read_parquet(path) if path.exists() else pl.DataFrame(schema=schema)


def record_run(lake: Path, run: Run) -> None:
    lake.mkdir(parents=True, exist_ok=True)
    with (lake / RUNS_FILE).open("a", encoding="utf-8") as runs:
        runs.write(json.dumps(asdict(run), default=str) + "\n")
