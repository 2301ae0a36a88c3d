"""Tables of articles, an article a row. One module a format names its SUFFIXES and reads a path into rows.

A row is a mapping of column names to values. GUARDED is as in the formats.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from flows.read.document import Document, Given, Rejected
from flows.read.guard import guarded
from flows.read.limits import Unreadable, shown
from flows.read.rows import Columns, Faulty, documents_of

Row = Mapping[str, object] | Faulty


@dataclass(frozen=True, slots=True)
class Table:
    """How the tables of a suffix are read."""

    rows: Callable[[str], Iterator[Row]]
    guarded: bool

    def documents(self, path: str, given: Given, columns: Columns) -> Iterator[Document | Rejected]:
        """A document or rejection a row; what breaks the table off is told as the file's own rejection."""
        rows = guarded(self.rows, path) if self.guarded else self.rows(path)
        empty = True
        try:
            for result in documents_of(rows, shown(path), given, columns):
                empty = False
                yield result
            if empty:
                yield Rejected(shown(path), "the table holds no rows")
        except Unreadable as error:
            yield Rejected(shown(path), str(error))


@lru_cache(maxsize=1)
def tables() -> dict[str, Table]:
    """Table format by file suffix."""
    known: dict[str, Table] = {}
    for module in pkgutil.iter_modules(__path__):
        format_ = importlib.import_module(f"{__name__}.{module.name}")
        known.update(dict.fromkeys(format_.SUFFIXES, Table(format_.rows, format_.GUARDED)))
    return known
