"""The catalog: every table, view and column of the warehouse with its comment, from `sql/catalog.csv`."""

from __future__ import annotations

import csv
from functools import lru_cache
from typing import NamedTuple

from flows.places import SQL


class Entry(NamedTuple):
    """A relation (column is empty, type is table or view) or one of its columns."""

    relation: str
    column: str
    type: str
    comment_zh: str
    comment_en: str

    @property
    def comment(self) -> str:
        return f"{self.comment_zh} | {self.comment_en}"


@lru_cache(maxsize=1)
def catalog() -> tuple[Entry, ...]:
    with (SQL / "catalog.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(Entry(**row) for row in csv.DictReader(lines))
