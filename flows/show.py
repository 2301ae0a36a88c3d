"""Rows of a warehouse for a person at a terminal, as a table that fits the width; or for a program."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal
from itertools import accumulate

from rich.cells import cell_len
from rich.table import Column, Table
from rich.text import Text

from flows.query import Shown

PROSE = 14
"""Wider text is prose: it wraps, and asks for no more than this of the width."""


def table_of(shown: Shown, width: int) -> tuple[Table, list[str]]:
    """The leading columns that fit `width` cells, empty ones apart; and the names of those left out."""
    texts = {name: [text_of(row[at]) for row in shown.rows] for at, name in enumerate(shown.columns)}
    widths = {name: max(map(cell_len, [name, *column])) for name, column in texts.items() if any(column)}
    room = accumulate(min(PROSE, cells) + 3 for cells in widths.values())  # 3: the border and its spaces
    fitting = [name for name, used in zip(widths, room, strict=True) if used < width] or list(widths)[:1]
    prose = any(widths[name] > PROSE for name in fitting)
    table = Table(
        *(column_of(name, widths[name], shown.rows[0][shown.columns.index(name)]) for name in fitting),
        show_lines=prose,
    )
    for row in range(len(shown.rows)):
        table.add_row(*(Text(ditto(texts[name], row)) for name in fitting))
    return table, [name for name in widths if name not in fitting]


def ditto(column: list[str], row: int) -> str:
    """A text, or 〃 where prose says again what stands above it."""
    repeats = row > 0 and column[row] == column[row - 1] and cell_len(column[row]) > PROSE
    return "〃" if repeats else column[row]


def column_of(name: str, cells: int, example: object) -> Column:
    """Numbers stand right, short text does not wrap, prose does."""
    right = isinstance(example, int | float | Decimal)
    return Column(name, justify="right" if right else "left", no_wrap=cells <= PROSE, overflow="fold")


def csv_of(shown: Shown) -> str:
    """The rows as CSV with a head, values as DuckDB gives them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(shown.columns)
    writer.writerows([raw(value) for value in row] for row in shown.rows)
    return out.getvalue()


def json_of(shown: Shown) -> str:
    """The rows as JSON lines; decimals as numbers, dates as ISO text."""
    return "".join(
        json.dumps(dict(zip(shown.columns, map(raw, row), strict=True)), ensure_ascii=False) + "\n"
        for row in shown.rows
    )


def raw(value: object) -> object:
    """A value as CSV and JSON have it: whole decimals as integers."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int | float | str | list | dict) else str(value)


def text_of(value: object) -> str:
    """A value on one line, without control characters that a terminal would obey."""
    text = "" if value is None else f"{value.normalize():f}" if hasattr(value, "normalize") else str(value)
    return "".join(character if character.isprintable() else " " for character in text)
