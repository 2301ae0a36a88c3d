"""Parquet files, by polars, a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from flows.read.limits import ARTICLE_CHARACTERS, Unreadable
from flows.read.rows import Faulty

SUFFIXES = (".parquet", ".pq")
GUARDED = True

_AT_ONCE = 64


def rows(path: str) -> Iterator[Mapping[str, object] | Faulty]:
    """The rows by column name. Raises Unreadable for what is no Parquet file."""
    import polars as pl

    with Path(path).open("rb") as file:
        if file.read(4) != b"PAR1":
            raise Unreadable("not a Parquet file")
    # The path is a name, not a pattern, whatever signs stand in it.
    for batch in pl.scan_parquet(path, glob=False).collect_batches(chunk_size=_AT_ONCE):
        for row in batch.iter_rows(named=True):
            yield _slim(row)


def _slim(row: dict[str, object]) -> Mapping[str, object] | Faulty:
    """The row without lists and bytes, which tell nothing here; a row that is too long is told as such."""
    kept = {name: value if isinstance(value, str | int | date) else None for name, value in row.items()}
    longest = max((len(value) for value in kept.values() if isinstance(value, str)), default=0)
    return (
        kept if longest <= ARTICLE_CHARACTERS else Faulty(f"{longest:,} characters are too many for one row")
    )
