"""Compaction: many small shards become one, so that an archive that grows by an article a day opens quickly.

Shards of about the same size are merged when there are enough of them, so a document is written again a few
times however long the archive grows. The merged shard is whole, with its sums, before the first of those that
it holds goes; a run that ends between leaves readings twice, which count once, and the next one goes on.
"""

from __future__ import annotations

import math
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

import polars as pl

from flows.extract.frames import SCHEMAS
from flows.load.shards import (
    is_whole,
    marker,
    replace_with,
    shard_name,
    shard_path,
    sums_of,
    whole_shards,
    write_text,
)
from flows.load.stated import merge_stated, remove_stated

TOGETHER = 16
"""So many shards of a size are merged; a size is so many times the one before."""
LARGEST = 4_000
"""Documents of a shard that is not merged any more."""


def compact(lake: Path) -> int:
    """Merge shards where there are many of a size; return how many were merged. Only for the one that holds
    the lock, and after the shards were verified."""
    merged = 0
    while group := next(iter(groups(lake)), None):
        if not merge(lake, group):
            break
        merged += len(group)
    return merged


def groups(lake: Path) -> list[list[str]]:
    """The shards to merge: of one version of the extractor and of one size, smallest first."""
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name in whole_shards(lake):
        documents = size_of(lake, name)
        if 0 < documents < LARGEST:
            found[int(math.log(documents, TOGETHER)), name.rpartition("-")[0]].append(name)
    return [names[:TOGETHER] for _, names in sorted(found.items()) if len(names) >= TOGETHER]


def size_of(lake: Path, name: str) -> int:
    """The documents of a shard, as the end of its file tells; 0 where it cannot be read."""
    with suppress(OSError, pl.exceptions.PolarsError):
        return int(pl.scan_parquet(shard_path(lake, "documents", name)).select(pl.len()).collect().item())
    return 0


def merge(lake: Path, names: list[str]) -> bool:
    """Write shards as one and remove them; False where one is not as it was written."""
    if not all(is_whole(lake, name) for name in names):
        return False
    kept = readings_by_shard(lake, names)
    whole = shard_name(names[0].rpartition("-")[0], [one for readings in kept.values() for one in readings])
    if whole not in names:
        try:
            for table in SCHEMAS:
                write_together(lake, table, kept, shard_path(lake, table, whole))
        except pl.exceptions.PolarsError:
            return False
        write_text(sums_of(lake, whole), marker(lake, whole))
        with suppress(OSError, pl.exceptions.PolarsError):  # a build makes what is missing
            merge_stated(lake, kept, whole)
    for name in names:
        if name != whole:
            remove_shard(lake, name)
    return True


def readings_by_shard(lake: Path, names: list[str]) -> dict[str, list[str]]:
    """The readings of each shard, but for those that one before it holds too."""
    seen: set[str] = set()
    found: dict[str, list[str]] = {}
    for name in names:
        readings = pl.read_parquet(shard_path(lake, "documents", name), columns=["reading_id"])["reading_id"]
        found[name] = [reading for reading in readings.unique(maintain_order=True) if reading not in seen]
        seen.update(found[name])
    return found


def write_together(lake: Path, table: str, kept: dict[str, list[str]], path: Path) -> None:
    """Write the rows of these readings as one file, in their order, without holding them all."""
    rows = [
        pl.scan_parquet(shard_path(lake, table, name)).filter(pl.col("reading_id").is_in(readings))
        for name, readings in kept.items()
    ]
    replace_with(path, lambda part: pl.concat(rows).sink_parquet(part, compression="zstd"))


def remove_shard(lake: Path, name: str) -> None:
    """Its sums go first: what is left of it then is no shard, and the next run clears it away."""
    marker(lake, name).unlink(missing_ok=True)
    for table in SCHEMAS:
        shard_path(lake, table, name).unlink(missing_ok=True)
    remove_stated(lake, name)
