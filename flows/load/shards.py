"""Shards: what extraction found, as immutable Parquet files in the lake beside the warehouse.

`lake/TABLE/VERSION-HASH.parquet`, one shard for a batch of documents; its documents file also holds their
texts, so that a new extractor can read them again without their sources. `lake/sums/VERSION-HASH.sha256` is
written last: it says that the shard is whole, and `sha256sum --check sums/*` in the lake proves it by hand.
"""

from __future__ import annotations

import hashlib
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import polars as pl

from flows.extract.frames import SCHEMAS, Frames

WHOLE, DAMAGED = ".sha256", ".damaged"


class LakeDamaged(Exception):
    """Something in the lake cannot be read and nothing at hand can replace it."""


def write_shard(lake: Path, version: str, frames: Frames, readings: pl.DataFrame) -> str:
    """Write frames as one shard and return its name.

    `readings` pairs each document_id with its reading_id; its other columns join the documents.
    """
    name = shard_name(version, readings["reading_id"].to_list())
    pairs = readings.select("document_id", "reading_id")
    for table in SCHEMAS:
        with_these = readings if table == "documents" else pairs
        frame = frames[table].join(with_these, on="document_id", how="inner")
        write_parquet(frame, shard_path(lake, table, name))
    write_text(sums_of(lake, name), marker(lake, name))
    with suppress(Exception):  # a build makes what is missing
        from flows.load.stated import make_stated  # late: workers that fail here have written their shard

        make_stated(lake, name)
    return name


def shard_name(version: str, readings: list[str]) -> str:
    """A name by what a shard holds: the version of the extractor and its readings."""
    ids = "\n".join(sorted(readings))
    return f"{version}-{hashlib.blake2b(ids.encode(), digest_size=8).hexdigest()}"


def sums_of(lake: Path, name: str) -> str:
    """What the marker of a shard says, from its files."""
    return "".join(f"{sum_of(shard_path(lake, table, name))}  {table}/{name}.parquet\n" for table in SCHEMAS)


def shard_path(lake: Path, table: str, name: str) -> Path:
    return lake / table / f"{name}.parquet"


def marker(lake: Path, name: str, state: str = WHOLE) -> Path:
    return lake / "sums" / f"{name}{state}"


def write_parquet(frame: pl.DataFrame, path: Path) -> None:
    replace_with(path, lambda part: frame.write_parquet(part, compression="zstd"))


def write_text(text: str, path: Path) -> None:
    replace_with(path, lambda part: part.write_text(text, "utf-8"))


def replace_with(path: Path, write: Callable[[Path], object]) -> None:
    """Write under another name and move into place, so that no reader ever sees half a file."""
    part = part_of(path)
    try:
        write(part)
        os.replace(part, path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def part_of(path: Path) -> Path:
    """The name of a file until it is whole; its folder is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.with_name(f".{path.name}.{socket.gethostname()}-{os.getpid()}.part")


def sum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def whole_shards(lake: Path) -> list[str]:
    """Names of the shards that are whole, in order."""
    return names(lake, WHOLE)


def names(lake: Path, state: str) -> list[str]:
    return sorted(path.name.removesuffix(state) for path in (lake / "sums").glob(f"*{state}"))


def verify_shards(lake: Path) -> list[str]:
    """Read every whole shard against its sums and mark those that differ as damaged; return their names."""
    damaged = [name for name in whole_shards(lake) if not is_whole(lake, name)]
    for name in damaged:
        os.replace(marker(lake, name), marker(lake, name, DAMAGED))
    return damaged


def is_whole(lake: Path, name: str) -> bool:
    told = told_sums(marker(lake, name))
    files = [f"{table}/{name}.parquet" for table in SCHEMAS]
    return all((lake / file).is_file() and sum_of(lake / file) == told.get(file) for file in files)


def told_sums(path: Path) -> dict[str, str]:
    """The sums of a marker by file, whatever became of it."""
    lines = path.read_bytes().decode("utf-8", "replace").splitlines()
    return {file: told for told, _, file in (line.partition("  ") for line in lines)}


def known_readings(lake: Path) -> set[str]:
    """The reading_ids that whole shards hold: what need not be extracted again."""
    return set(shard_of_reading(lake))


def shard_of_reading(lake: Path) -> dict[str, str]:
    """The shard that holds each reading; of two shards with the same one the first."""
    found: dict[str, str] = {}
    for name in whole_shards(lake):
        documents = pl.read_parquet(shard_path(lake, "documents", name), columns=["reading_id"])
        for reading_id in documents["reading_id"]:
            found.setdefault(reading_id, name)
    return found


def damaged_texts(lake: Path) -> Iterator[pl.DataFrame]:
    """Documents of damaged shards whose documents file is as it was written, or can at least be read."""
    for name in names(lake, DAMAGED):
        path = shard_path(lake, "documents", name)
        told = told_sums(marker(lake, name, DAMAGED)).get(f"documents/{name}.parquet")
        with suppress(OSError, pl.exceptions.PolarsError):
            if told is None or told == sum_of(path):
                yield pl.read_parquet(path)


def clear_shards(lake: Path, *, damaged: bool) -> None:
    """Remove what a run that ended early left: parts of files, shards without sums; `damaged` ones where
    what they held was read anew."""
    if damaged:
        for name in names(lake, DAMAGED):
            marker(lake, name, DAMAGED).unlink(missing_ok=True)
    for part in [*lake.glob(".*.part"), *lake.glob("*/.*.part")]:
        part.unlink(missing_ok=True)
    known = {*names(lake, WHOLE), *names(lake, DAMAGED)}
    for table in SCHEMAS:
        for path in (lake / table).glob("*.parquet"):
            if path.stem not in known:
                path.unlink(missing_ok=True)
