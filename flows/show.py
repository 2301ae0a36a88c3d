"""Reading a published warehouse for a person at a terminal: one relation as a table that fits the width."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import duckdb
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

LONGEST = 28
"""Text past this many cells is wrapped; it is what a column of prose claims of the width."""


class NoSuchRelation(ValueError):
    """The warehouse has no table or view of that name; the message names those that come close."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Rows of a relation with the names of their columns."""

    columns: list[str]
    rows: list[tuple[Any, ...]]


def open_warehouse(warehouse: Path) -> duckdb.DuckDBPyConnection:
    """The warehouse, read-only and without access to anything outside it."""
    return duckdb.connect(str(warehouse), read_only=True, config={"enable_external_access": "false"})


def select(db: duckdb.DuckDBPyConnection, relation: str, where: str | None, limit: int) -> Shown:
    """Rows of a table or view in its own order. Raises NoSuchRelation, duckdb.Error for a wrong condition."""
    tables = db.execute("select table_name from information_schema.tables order by table_name").fetchall()
    known = [name for (name,) in tables]
    if relation not in known:
        close = get_close_matches(relation, known, n=3, cutoff=0.5) or known
        raise NoSuchRelation(f"no table or view {relation!r}: did you mean {' or '.join(close)}?")
    condition = f"where {where}\n" if where else ""
    result = db.execute(f'select * from "{relation}" {condition} limit {limit}')
    return Shown([column[0] for column in result.description or []], result.fetchall())


def table_of(shown: Shown, width: int) -> tuple[Table, list[str]]:
    """The leading columns that fit `width` cells, empty ones apart; and the names of those left out."""
    texts = [[text_of(row[at]) for row in shown.rows] for at in range(len(shown.columns))]
    fitting: list[int] = []
    left = width
    for at, column in enumerate(shown.columns):
        if shown.rows and not any(texts[at]):
            continue
        left -= min(LONGEST, max([cell_len(column), *map(cell_len, texts[at])])) + 3
        if left < 0:
            break
        fitting.append(at)
    wraps = any(cell_len(text) > LONGEST for at in fitting for text in texts[at])
    table = Table(*(shown.columns[at] for at in fitting), show_lines=wraps)
    for row in range(len(shown.rows)):
        table.add_row(*(Text(texts[at][row]) for at in fitting))
    return table, [column for at, column in enumerate(shown.columns) if at not in fitting and any(texts[at])]


def text_of(value: object) -> str:
    """A value on one line, without control characters that a terminal would obey."""
    text = "" if value is None else f"{value.normalize():f}" if hasattr(value, "normalize") else str(value)
    return "".join(character if character.isprintable() else " " for character in text)
