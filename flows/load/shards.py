"""Shards: what extraction found, as immutable Parquet files in the lake beside the warehouse.

`lake/TABLE/VERSION-HASH.parquet`, one shard for a batch of documents. A shard's documents file is written
last and so says that the shard is whole; together these files are the manifest of what has been read.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import polars as pl

from flows.extract.frames import SCHEMAS, Frames

WRITE_ORDER = (*(table for table in SCHEMAS if table != "documents"), "documents")


def write_shard(lake: Path, version: str, frames: Frames, readings: pl.DataFrame) -> str:
    """Write frames as one shard and return its name; `readings` pairs document_id with reading_id."""
    ids = "\n".join(sorted(readings["reading_id"]))
    name = f"{version}-{hashlib.blake2b(ids.encode(), digest_size=8).hexdigest()}"
    for table in WRITE_ORDER:
        frame = frames[table].join(readings, on="document_id", how="inner")
        write_parquet(frame, shard_path(lake, table, name))
    return name


def shard_path(lake: Path, table: str, name: str) -> Path:
    return lake / table / f"{name}.parquet"


def write_parquet(frame: pl.DataFrame, path: Path) -> None:
    """Write under another name and move into place, so that no reader ever sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    frame.write_parquet(part, compression="zstd")
    os.replace(part, path)


def read_manifest(lake: Path) -> set[str]:
    """The reading_ids that whole shards hold: what need not be extracted again."""
    shards = sorted((lake / "documents").glob("*.parquet"))
    return set(pl.read_parquet(shards, columns=["reading_id"])["reading_id"]) if shards else set()
