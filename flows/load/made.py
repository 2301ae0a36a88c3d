"""What a published file was made of: what of that did not change, a run need not make anew.

`lake/made.json` holds digests of all that a build reads, what the checks found, and which file came of it,
by its size and time; `lake/made.parquet` the readings that it holds. They are written after the file was
moved into place: a run that ends between the two costs the next one a build.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from flows.load.checks import Outcome
from flows.load.listing import HISTORY_FILE, REJECTED_FILE, SOURCES_FILE
from flows.load.readings import made_readings
from flows.load.reference import seeds
from flows.load.shards import marker, sum_of, whole_shards, write_text
from flows.places import PACKAGE, SQL
from flows.version import extractor_version

MADE_FILE = "made.json"
READINGS_FILE = "made.parquet"


@dataclass(frozen=True, slots=True)
class Inputs:
    """Digests of what the content of a file follows from. `code`: the reference, the SQL, the code that
    builds, the versions; `lake`: the listing and the shards by their sums. Runs are no part of either."""

    code: str
    lake: str


@dataclass(frozen=True, slots=True)
class Made:
    """The published file: its inputs, what the checks found, and how many documents came, went or changed
    since all of it was built."""

    inputs: Inputs
    outcomes: list[Outcome]
    drift: int


def inputs_of(lake: Path) -> Inputs:
    listing = [lake / name for name in (SOURCES_FILE, HISTORY_FILE, REJECTED_FILE)]
    shards = [marker(lake, name) for name in whole_shards(lake)]
    versions = f"{extractor_version()} duckdb {duckdb.__version__}"
    return Inputs(digest([*seeds(), *scripts()], versions), digest([*listing, *shards]))


def scripts() -> Iterator[Path]:
    yield from sorted(path for path in SQL.rglob("*") if path.suffix in {".sql", ".csv"})
    yield from sorted((PACKAGE / "load").glob("*.py"))


def digest(paths: Iterable[Path], beside: str = "") -> str:
    sums = hashlib.blake2b(beside.encode(), digest_size=16)
    for path in paths:
        content = path.read_bytes() if path.exists() else b""
        sums.update(f"\0{path.name} {len(content)}\0".encode() + content)
    return sums.hexdigest()


def remember(warehouse: Path, lake: Path, made: Made) -> None:
    """Note what the file that was just published was made of."""
    readings = lake / READINGS_FILE
    if made_readings(lake).exists():
        os.replace(made_readings(lake), readings)
    noted = {
        "inputs": asdict(made.inputs),
        "file": stamp(warehouse),
        "readings": sum_of(readings),
        "drift": made.drift,
        "outcomes": [asdict(one) for one in made.outcomes],
    }
    write_text(json.dumps(noted, ensure_ascii=False, default=str), lake / MADE_FILE)


def made_of(warehouse: Path, lake: Path) -> Made | None:
    """What the published file was made of, if it is the one that was noted; else None."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        noted = json.loads((lake / MADE_FILE).read_text("utf-8"))
        if (noted["file"], noted["readings"]) == (stamp(warehouse), sum_of(lake / READINGS_FILE)):
            outcomes = [outcome_of(**row) for row in noted["outcomes"]]
            return Made(Inputs(**noted["inputs"]), outcomes, int(noted["drift"]))
    return None


def outcome_of(sample: list[object] | None, **found: object) -> Outcome:
    return Outcome(**found, sample=None if sample is None else tuple(sample))  # type: ignore[arg-type]


def stamp(path: Path) -> list[int]:
    """The size of a file and when it was written: whatever was done to it since, it is another file."""
    state = path.stat()
    return [state.st_size, state.st_mtime_ns]
