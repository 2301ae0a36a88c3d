"""Where a warehouse keeps its lake, the folder of shards beside the file, and what a run may clear away."""

from __future__ import annotations

import shutil
from pathlib import Path

from flows.load.readings import SPILL
from flows.load.shards import clear_shards, whole_shards
from flows.load.stated import clear_stated


def lake_of(warehouse: Path) -> Path:
    """As warehouse/lake/yanshu for warehouse/yanshu.duckdb."""
    return warehouse.parent / "lake" / warehouse.stem


def building_of(warehouse: Path) -> Path:
    """The name of the file while it is made."""
    return warehouse.with_name(warehouse.name + ".building")


def clear_away(warehouse: Path, lake: Path, *, damaged: bool = False) -> None:
    """Remove what runs that ended early left behind. Only for the one that holds the lock."""
    remove(building_of(warehouse))
    shutil.rmtree(lake / SPILL, ignore_errors=True)
    clear_shards(lake, damaged=damaged)
    clear_stated(lake, whole_shards(lake))


def wal_of(path: Path) -> Path:
    return path.with_name(path.name + ".wal")


def remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    wal_of(path).unlink(missing_ok=True)
