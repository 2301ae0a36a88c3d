"""Shards that are cut, changed or gone, a full disk, folders that may not be written."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.harness import Case, World, Zygote

NOBODY = 65534


def cut(path: Path, chance: random.Random) -> None:
    os.truncate(path, chance.randrange(path.stat().st_size))


def change(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice([1, 1, 8, 200])):
        data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
    path.write_bytes(data)


def lose(path: Path, chance: random.Random) -> None:
    path.unlink()


def shard_files(case: Case) -> list[Path]:
    return sorted(path for path in case.lake.glob("*/*") if path.is_file())


def test_damaged_shards_are_made_anew(world: World, zygote: Zygote, long: bool) -> None:
    chance = random.Random(11)
    harms: list[Callable[[Path, random.Random], None]] = [cut, change, lose]
    for number in range(48 if long else 6):
        case = world.done()
        for path in chance.sample(shard_files(case), chance.choice([1, 1, 3])):
            harms[number % len(harms)](path, chance)
        ended = zygote.run(case.trial)
        assert (ended.code, ended.said) == (0, ""), number
        assert (case.content(), case.stray()) == (world.new, [])


@pytest.mark.parametrize("table", ["numbers", "documents"])
def test_what_stood_in_a_damaged_shard_comes_back_without_its_source(
    world: World, zygote: Zygote, table: str
) -> None:
    """Out of the text in the shard, or where that is damaged too, out of the published file."""
    case = world.done()
    for path in (case.lake / table).glob("*.parquet"):
        cut(path, random.Random(1))
    ended = zygote.run(replace(case.trial, sources=[str(case.sources / "changing.txt")]))
    assert (ended.code, ended.said) == (0, "")
    assert (case.content(), case.stray()) == (world.new, [])


def test_a_text_that_is_lost_stops_the_run_and_says_whose_it_was(world: World, zygote: Zygote) -> None:
    case = world.begin()
    for path in (case.lake / "documents").glob("*.parquet"):
        cut(path, random.Random(1))
    case.warehouse.rename(case.folder / "elsewhere")
    ended = zygote.run(case.trial)
    assert (ended.code, case.warehouse.exists()) == (3, False)
    assert ended.said.startswith("LakeDamaged: ")
    assert "leaving.txt" in ended.said
    assert "name those sources too, or let them go with --prune" in ended.said
    (case.folder / "elsewhere").rename(case.warehouse)
    assert zygote.run(case.trial).code == 0
    assert (case.content(), case.stray()) == (world.new, [])


def test_a_damaged_listing_stops_the_run_and_says_what_to_do(world: World, zygote: Zygote) -> None:
    case = world.begin()
    cut(case.lake / "sources.parquet", random.Random(1))
    ended = zygote.run(case.trial)
    assert ended.code == 3
    assert "sources.parquet is damaged" in ended.said
    assert case.content() == world.old


def test_a_full_disk_leaves_the_old_file(world: World, zygote: Zygote, long: bool) -> None:
    """A limit on the size of a file, from a few bytes to more than the run needs."""
    full = world.begin().warehouse.stat().st_size
    steps = 24 if long else 5
    stopped = 0
    for step in range(steps):
        case = world.begin()
        ended = zygote.run(replace(case.trial, largest=int(200 * (full * 2 / 200) ** (step / (steps - 1)))))
        assert ended.code in (0, 3), ended
        assert ended.code == 0 or ended.said, ended
        stopped += ended.code == 3
        assert case.content() == (world.new if ended.code == 0 else world.old)
        assert zygote.run(case.trial).code == 0
        assert (case.content(), case.stray()) == (world.new, [])
    assert 0 < stopped < steps


@pytest.mark.skipif(os.name != "posix", reason="modes of folders are POSIX")
@pytest.mark.parametrize("folder", ["out", "out/lake/yanshu", "out/lake/yanshu/numbers", "in"])
def test_a_folder_that_may_not_be_used(world: World, zygote: Zygote, folder: str) -> None:
    """As nobody where the tests run as root, whom modes do not stop."""
    case = world.begin()
    root = os.getuid() == 0
    if root:
        reach(case)
    place = case.folder / folder
    place.chmod(0o000 if folder == "in" else 0o555)
    ended = zygote.run(replace(case.trial, uid=NOBODY if root else None))
    place.chmod(0o755)
    if folder == "in":  # what was read from there before stays, and why it is not read is told
        assert (ended.code, ended.said) == (0, "")
        assert case.content()["documents"] == world.old["documents"]
    else:
        assert ended.code == 3
        assert "ermission" in ended.said
        assert case.content() == world.old
    assert zygote.run(replace(case.trial, uid=NOBODY if root else None)).code == 0
    assert (case.content(), case.stray()) == (world.new, [])


def reach(case: Case) -> None:
    """Let nobody into the case."""
    case.folder.parent.chmod(0o755)
    for path in [case.folder, *case.folder.rglob("*")]:
        os.chown(path, NOBODY, NOBODY)
