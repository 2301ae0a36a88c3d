"""Publish: build beside the old file, check, then move over it. Readers keep what they opened."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb

from flows.load.build import build
from flows.load.checks import Outcome, record_outcomes, run_checks


class ChecksFailed(Exception):
    """A check of severity error found rows: the new file was not published and the old one stands."""

    def __init__(self, outcomes: list[Outcome], building: Path) -> None:
        self.failed = [check for check in outcomes if check.severity == "error" and check.offending]
        self.building = building
        told = "; ".join(f"{check.name}, {check.offending} rows as {check.sample}" for check in self.failed)
        super().__init__(f"checks failed: {told}; look into the rejected build {building}")


def publish(warehouse: Path, lake: Path) -> list[Outcome]:
    """Build a warehouse from the lake and put it at `warehouse`; or raise ChecksFailed and leave the old."""
    building = warehouse.with_name(warehouse.name + ".building")
    remove(building)
    build(building, lake)
    with duckdb.connect(str(building)) as db:
        outcomes = run_checks(db)
        record_outcomes(db, outcomes)
        db.execute("checkpoint")
    if any(check.severity == "error" and check.offending for check in outcomes):
        raise ChecksFailed(outcomes, building)
    swap(building, warehouse)
    return outcomes


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


def wal_of(path: Path) -> Path:
    return path.with_name(path.name + ".wal")


def remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    wal_of(path).unlink(missing_ok=True)
