"""Publish: build beside the old file, check, then move over it. Readers keep what they opened."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from flows.load.build import MEMORY, build, load_runs
from flows.load.checks import Outcome, record_outcomes, run_checks
from flows.load.increment import copy_and_change
from flows.load.lake import building_of, remove, wal_of
from flows.load.made import Inputs, Made, inputs_of, made_of, remember
from flows.load.runs import Run, insert_run
from flows.load.scripts import count
from flows.places import SQL

COUNTED = ("documents", "passages", "numbers", "metrics", "rejected_documents")


class ChecksFailed(Exception):
    """A check of severity error found rows: the new file was not published and the old one stands."""

    def __init__(self, outcomes: list[Outcome], building: Path) -> None:
        self.failed = [check for check in outcomes if check.severity == "error" and check.offending]
        self.building = building
        told = "; ".join(f"{check.name}, {check.offending} rows as {check.sample}" for check in self.failed)
        first = SQL / "checks" / "error" / f"{self.failed[0].name}.sql"
        look = f'yanshu sql "$(cat {first})" --warehouse {building}'
        super().__init__(
            f"checks failed: {told}; see them all with: {look}; mend what they come from and refresh again"
        )


@dataclass(frozen=True, slots=True)
class Published:
    """What was published: the run as its row in the file, rows by table, what the checks found."""

    run: Run | None
    rows: dict[str, int]
    outcomes: list[Outcome]


def publish(warehouse: Path, lake: Path, run: Run | None = None) -> Published:
    """Build a warehouse from the lake and put it at `warehouse`; or raise ChecksFailed and leave the old.

    Where the published file was made of the same, a copy of it gets the row of the `run` and takes its place;
    where a few documents came, went or changed since, a copy in which what follows from them is replaced.
    """
    building, inputs, made = building_of(warehouse), inputs_of(lake), made_of(warehouse, lake)
    remove(building)
    try:
        published, made = (made and add_run(warehouse, building, lake, run, inputs, made)) or build_and_check(
            building, lake, run, inputs
        )
        if any(found.severity == "error" and found.offending for found in published.outcomes):
            raise ChecksFailed(published.outcomes, building)
        swap(building, warehouse)
        with suppress(OSError):  # the file stands published; the next run builds it again
            remember(warehouse, lake, made)
    except ChecksFailed:
        raise
    except BaseException:
        with suppress(OSError):
            remove(building)
        raise
    return published


def add_run(
    warehouse: Path, building: Path, lake: Path, run: Run | None, inputs: Inputs, made: Made
) -> tuple[Published, Made] | None:
    """Copy the published file to `building` and bring it up to date, with this run; None where all must be
    built, or the file cannot be opened."""
    if run is None or made.inputs.code != inputs.code:
        return None
    if made.inputs == inputs:
        shutil.copyfile(warehouse, building)
    else:
        changed = copy_and_change(warehouse, building, lake, made)
        if changed is None or any(one.severity == "error" and one.offending for one in changed.outcomes):
            remove(building)
            return None  # what a build then finds is so
        made = replace(changed, inputs=inputs)
    try:
        with duckdb.connect(str(building), config={"memory_limit": MEMORY}) as db:
            db.execute("truncate runs")
            load_runs(db, lake)
            published = told(db, run, made.outcomes)
            db.execute("checkpoint")
    except duckdb.Error:
        remove(building)
        return None
    return published, made


def build_and_check(building: Path, lake: Path, run: Run | None, inputs: Inputs) -> tuple[Published, Made]:
    build(building, lake)
    published = check(building, run)
    return published, Made(inputs, published.outcomes, 0)


def check(building: Path, run: Run | None) -> Published:
    """Run the checks on a finished build; write into it what they found, and the run."""
    with duckdb.connect(str(building), config={"memory_limit": MEMORY}) as db:
        outcomes = run_checks(db)
        record_outcomes(db, outcomes)
        published = told(db, run, outcomes)
        db.execute("checkpoint")
    return published


def told(db: duckdb.DuckDBPyConnection, run: Run | None, outcomes: list[Outcome]) -> Published:
    """What a checked file holds; the run, which ends here, is written into it."""
    rows = {table: count(db, table) for table in COUNTED}
    if run is not None:
        failed = sum(bool(found.offending) for found in outcomes)
        run = replace(run, claims=rows["metrics"], conflicts=count_conflicts(db), checks_failed=failed)
        run = run.ended("published")
        insert_run(db, run)
    return Published(run, rows, outcomes)


def count_conflicts(db: duckdb.DuckDBPyConnection) -> int | None:
    """Conflicts between sources; None where the warehouse has no view of them."""
    try:
        return count(db, "claim_conflicts")
    except duckdb.CatalogException:
        return None


def swap(building: Path, warehouse: Path) -> None:
    """Move a finished file over the published one; no stale .wal may stay beside it, or it would not open."""
    with building.open("rb+") as file:
        os.fsync(file.fileno())
    wal_of(warehouse).unlink(missing_ok=True)
    os.replace(building, warehouse)
    sync_folder(warehouse.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
