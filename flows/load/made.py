"""What a published file was made of: while nothing of that changes, a run need not make the file anew.

`lake/made.json` holds a digest of all that a build reads, what the checks found, and which file came of it,
by its size and time. It is written after the file was moved into place: a run that ends between the two
costs the next one a build.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import duckdb

from flows.load.build import seeds
from flows.load.checks import Outcome
from flows.load.listing import HISTORY_FILE, REJECTED_FILE, SOURCES_FILE
from flows.load.shards import marker, whole_shards, write_text
from flows.places import PACKAGE, SQL
from flows.version import extractor_version

MADE_FILE = "made.json"


def inputs_of(lake: Path) -> str:
    """A digest of what the content of a file follows from: the listing, the shards by their sums, the
    reference, the SQL, the code that builds, the versions. Runs are no part of it."""
    digest = hashlib.blake2b(f"{extractor_version()} duckdb {duckdb.__version__}".encode(), digest_size=16)
    for path in inputs(lake):
        content = path.read_bytes() if path.exists() else b""
        digest.update(f"\0{path.name} {len(content)}\0".encode() + content)
    return digest.hexdigest()


def inputs(lake: Path) -> Iterator[Path]:
    yield from (lake / name for name in (SOURCES_FILE, HISTORY_FILE, REJECTED_FILE))
    yield from (marker(lake, name) for name in whole_shards(lake))
    yield from seeds()
    yield from sorted(path for path in SQL.rglob("*") if path.suffix in {".sql", ".csv"})
    yield from sorted((PACKAGE / "load").glob("*.py"))


def remember(warehouse: Path, lake: Path, inputs: str, outcomes: list[Outcome]) -> None:
    """Note what the file that was just published was made of."""
    noted = {"inputs": inputs, "file": stamp(warehouse), "outcomes": [asdict(one) for one in outcomes]}
    write_text(json.dumps(noted, ensure_ascii=False, default=str), lake / MADE_FILE)


def outcomes_of(warehouse: Path, lake: Path, inputs: str) -> list[Outcome] | None:
    """What the checks found in the published file, if it is the one made of these inputs; else None."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        noted = json.loads((lake / MADE_FILE).read_text("utf-8"))
        if (noted["inputs"], noted["file"]) == (inputs, stamp(warehouse)):
            return [outcome_of(**row) for row in noted["outcomes"]]
    return None


def outcome_of(sample: list[object] | None, **found: object) -> Outcome:
    return Outcome(**found, sample=None if sample is None else tuple(sample))  # type: ignore[arg-type]


def stamp(path: Path) -> list[int]:
    """The size of a file and when it was written: whatever was done to it since, it is another file."""
    state = path.stat()
    return [state.st_size, state.st_mtime_ns]
