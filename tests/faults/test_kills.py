"""Runs that are killed: the published file is a complete one, and the next run ends where it should."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import duckdb

from tests.conftest import query
from tests.faults.harness import World, Zygote, moments
from tests.faults.zygote import STAGES

KILLS, KILLS_IN_FULL = 10, 70


def test_a_run_that_is_killed_loses_nothing(world: World, zygote: Zygote, long: bool) -> None:
    killed: Counter[str] = Counter()
    wanted = KILLS_IN_FULL if long else KILLS
    for trial in moments(world, seed=2024):
        case = world.begin()
        ended = zygote.run(trial)
        killed[str(trial.stage)] += ended.code == -9
        assert ended.code in (0, -9), (trial, ended)
        assert world.is_complete(), trial
        again = zygote.run(case.trial)
        assert (again.code, again.said) == (0, ""), trial
        assert case.content() == world.new, trial
        assert case.stray() == [], trial
        if killed.total() >= wanted:
            break
    print(f"killed {killed.total()} runs: {dict(killed)}")
    assert set(killed) == set(STAGES)


def test_runs_killed_one_after_the_other_get_through_in_the_end(world: World, zygote: Zygote) -> None:
    case = world.begin()
    for stage in ("extract", "write", "list", "build", "swap", "record"):
        assert zygote.run(next(t for t in moments(world, seed=7) if t.stage == stage)).code in (0, -9)
        assert world.is_complete()
    assert zygote.run(case.trial).code == 0
    assert case.content() == world.new


def test_a_run_that_was_cut_off_is_told_as_such_and_what_it_extracted_is_not_extracted_again(
    world: World, zygote: Zygote
) -> None:
    case = world.begin()
    assert zygote.run(next(t for t in moments(world, seed=3) if t.stage == "build")).code == -9
    again = zygote.run(case.trial)
    assert again.code == 0
    assert "extract" not in dict(again.stages)
    outcomes = query(case.warehouse, "select outcome, finished_at is null from runs order by started_at")
    assert outcomes == [("published", False), ("cut off", True), ("published", False)]


def test_a_run_killed_after_its_work_was_out_is_told_as_published(world: World, zygote: Zygote) -> None:
    case = world.begin()
    trial = next(t for t in moments(world, seed=3) if t.stage == "record")
    assert zygote.run(replace(trial, delay=0)).code == -9
    assert case.content() == world.new
    assert zygote.run(case.trial).code == 0
    assert query(case.warehouse, "select distinct outcome from runs") == [("published",)]


def test_a_reader_that_holds_the_old_file_sees_it_whole_while_runs_die(world: World, zygote: Zygote) -> None:
    case = world.begin()
    with duckdb.connect(str(case.warehouse), read_only=True) as reader:
        before = reader.execute("select count(*), sum(value) from metrics").fetchall()
        for trial, _ in zip(moments(world, seed=5), range(3), strict=False):
            zygote.run(trial)
            assert reader.execute("select count(*), sum(value) from metrics").fetchall() == before
