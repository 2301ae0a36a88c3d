"""Small shards become a large one; wherever that is cut off, the lake holds what it held."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from flows.extract.frames import SCHEMAS
from flows.intake import Batch, reading_of
from flows.load.compact import TOGETHER, compact, remove_shard
from flows.load.lake import lake_of
from flows.load.shards import (
    clear_shards,
    shard_of_reading,
    shard_path,
    verify_shards,
    whole_shards,
    write_shard,
)
from flows.load.stated import MADE
from flows.places import SQL
from flows.read.document import Document
from flows.reading import extracted, frames_of_all, readings_of
from flows.version import extractor_version
from tests.conftest import made_once, query, refreshed
from tests.patience import PATIENCE

Content = dict[str, list[tuple[object, ...]]]
MORE = 3


@pytest.fixture
def lake(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake of a few more shards than are merged, one article each."""
    return shutil.copytree(made_once(tmp_path_factory, "small-shards", write_small), tmp_path / "lake")


def write_small(lake: Path) -> None:
    for number in range(TOGETHER + MORE):
        batch = Batch(extractor_version())
        text = f"2024年上半年，北京人工智能企业融资{number + 10}亿元。成都有企业{number}家。"
        document = Document(f"{number:016x}", f"a{number}", f"a{number}.txt", text, "utf-8")
        batch.add(document, reading_of(document, batch.version))
        done, _ = extracted(batch)
        write_shard(lake, batch.version, frames_of_all(done), readings_of(done))


def content(lake: Path) -> Content:
    """The rows of every reading, as a build takes them: each from one of the shards that hold it."""
    held = shard_of_reading(lake)
    found: Content = {table: [] for table in SCHEMAS}
    for table in SCHEMAS:
        for name in set(held.values()):
            rows = pl.read_parquet(shard_path(lake, table, name))
            mine = rows.filter(pl.col("reading_id").is_in([one for one in held if held[one] == name]))
            found[table] += [tuple(map(str, row)) for row in mine.select(sorted(mine.columns)).iter_rows()]
    return {table: sorted(rows) for table, rows in found.items()}


def test_small_shards_are_merged(lake: Path) -> None:
    before = content(lake)
    assert compact(lake) == TOGETHER
    assert len(whole_shards(lake)) == 1 + MORE
    assert verify_shards(lake) == []
    assert content(lake) == before
    assert compact(lake) == 0
    assert {len(list((lake / table).iterdir())) for table in SCHEMAS} == {1 + MORE}


def test_a_damaged_shard_is_not_merged(lake: Path) -> None:
    first = shard_path(lake, "numbers", whole_shards(lake)[0])
    first.write_bytes(first.read_bytes()[:-1] + b"x")
    assert compact(lake) == 0
    assert len(whole_shards(lake)) == TOGETHER + MORE


KILLED = """
import os, signal, sys
from pathlib import Path
from flows.load.compact import compact

left = int(sys.argv[2])

def counted(change):
    def step(*given, **named):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return change(*given, **named)
    return step

os.replace, Path.unlink = counted(os.replace), counted(Path.unlink)
compact(Path(sys.argv[1]))
"""
"""Compacts a lake; killed before its n-th change of the folder."""


def killed_at(lake: Path, moment: int) -> bool:
    """Whether the process was killed."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, lake, str(moment)], cwd=SQL.parent, check=False, timeout=PATIENCE
    )
    assert done.returncode in {0, -signal.SIGKILL}
    return done.returncode != 0


CHANGES = len(SCHEMAS) + 1 + len(MADE) + TOGETHER * (len(SCHEMAS) + 1 + len(MADE))
MOMENTS = [1, 3, 6, 7, 8, 13, CHANGES]


@pytest.mark.parametrize("moment", MOMENTS)
def test_it_may_be_killed_at_any_moment(lake: Path, moment: int) -> None:
    before = content(lake)
    assert killed_at(lake, moment)
    assert content(lake) == before
    clear_shards(lake, damaged=False)  # as the next run begins
    assert (verify_shards(lake), content(lake)) == ([], before)
    compact(lake)
    assert content(lake) == before
    stray = {path.stem for table in SCHEMAS for path in (lake / table).iterdir()} - set(whole_shards(lake))
    assert stray == set()


def test_moments_are_all_there_are(lake: Path) -> None:
    assert not killed_at(lake, CHANGES + 1)


def test_readings_that_two_shards_hold_are_merged_once(lake: Path) -> None:
    names, more = whole_shards(lake)[: TOGETHER - 1], whole_shards(lake)[TOGETHER - 1 :]
    for one in more:  # with the one written below there are just as many as are merged
        remove_shard(lake, one)
    before = content(lake)
    parts = {
        table: pl.concat(pl.read_parquet(shard_path(lake, table, one)) for one in names[:2])
        for table in SCHEMAS
    }
    readings = parts["documents"]
    bare = {table: rows.drop("reading_id") for table, rows in parts.items()}
    beside = [column for column in readings.columns if column not in SCHEMAS["documents"]]
    bare["documents"] = readings.drop(beside)
    write_shard(lake, names[0].rpartition("-")[0], bare, readings.select("document_id", *beside))
    compact(lake)
    assert content(lake) == before
    merged = [name for name in whole_shards(lake) if name not in names]
    held = pl.concat(pl.read_parquet(shard_path(lake, "documents", name)) for name in merged)
    assert held["reading_id"].is_unique().all()


@pytest.mark.usefixtures("quick_builds")
def test_a_run_compacts_and_the_next_one_builds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.load.compact.TOGETHER", 2)
    folder, warehouse = tmp_path / "in", tmp_path / "w.duckdb"
    folder.mkdir()
    for number in (30, 40):
        (folder / f"{number}.txt").write_text(f"成都有企业{number}家。", "utf-8")
        refreshed([folder], warehouse)
    assert len(whole_shards(lake_of(warehouse))) == 1
    monkeypatch.setattr("flows.load.publish.build", None)
    monkeypatch.setattr("flows.load.publish.copy_and_change", None)
    refreshed([folder], warehouse)
    assert query(warehouse, "select count(*) from documents") == [(2,)]
