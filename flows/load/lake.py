"""Where a warehouse keeps its lake: the folder of shards beside the file."""

from __future__ import annotations

from pathlib import Path


def lake_of(warehouse: Path) -> Path:
    """As warehouse/lake/yanshu for warehouse/yanshu.duckdb."""
    return warehouse.parent / "lake" / warehouse.stem
