"""The CSV files of seeds/reference/ that cleaning and splitting read."""

from __future__ import annotations

import csv
from functools import cache

from flows.places import REFERENCE


@cache
def reference_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of seeds/reference/<name>.csv, in order."""
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
