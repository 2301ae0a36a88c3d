"""The rows of a table's text, whatever stands between its cells: bars, tabs, blanks, or ends of lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flows.patterns import lazy
from flows.text.columns import rows_of_lines
from flows.text.flats import flat_table
from flows.text.grids import bare, grids_of

RULE_LINE = lazy(r"^[|\s:：\-—–+=]+$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: its offsets in the row's text, its stripped text."""

    start: int
    end: int
    text: str


AROUND = " \t\u3000*`"
"""What stands around a cell's text: blanks, and what makes it bold."""
NO_CELL = Cell(0, 0, "")


def rows_of(text: str, said: str = "") -> Iterator[list[Cell]]:
    """The rows of a table's text, a line each, but for the rule below the heading; offsets are the text's.
    `said` is the text above, in which headings of two words are told from two headings.
    """
    flat = None if "\n" in text else flat_table(text, said, alone=True)
    if flat:
        for row in (flat.heads, *flat.rows):
            yield [Cell(start, end, text[start:end]) for start, end in row]
        return
    lines = text.split("\n")
    if "\t" not in text and not any("|" in bare(line) for line in lines):
        found = list(rows_of_grid(lines)) or list(rows_of_columns(lines))
        if found:
            yield from found
            return
    opens, closes = framed(lines)
    at = 0
    for line in lines:
        cells = split_row(line, at)
        if cells:
            yield cells[opens and not cells[0].text : -1 if closes and not cells[-1].text else None]
        at += len(line) + 1


def framed(lines: list[str]) -> tuple[bool, bool]:
    """Do bars stand before all rows, and behind them? Else a row that begins with a bar begins with an empty
    cell.
    """
    rows = [line.strip() for line in lines if "|" in line and not RULE_LINE.match(line)]
    if not rows:
        return False, False
    return all(row.startswith("|") for row in rows), all(row.endswith("|") for row in rows)


def rows_of_grid(lines: list[str]) -> Iterator[list[Cell]]:
    """The rows of a table that stands one cell a line, the headings first if it has any."""
    cells: list[Cell] = []
    at = 0
    for line in lines:
        cell = bare(line)
        start = at + line.find(cell)
        if cell:
            cells.append(Cell(start, start + len(cell), cell))
        at += len(line) + 1
    for heads, rows in grids_of([cell.text for cell in cells]):
        if heads:
            yield [cells[head] if head >= 0 else NO_CELL for head in heads]
        yield from ([cells[index] for index in row] for row in rows)


def rows_of_columns(lines: list[str]) -> Iterator[list[Cell]]:
    """The rows of a table that has but blanks between its cells."""
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    for index, row in rows_of_lines(lines):
        first = starts[index]
        yield [Cell(first + start, first + end, lines[index][start:end]) for start, end in row]


def split_row(line: str, offset: int) -> list[Cell]:
    """The cells of a pipe or tab row, stripped; none for the line below a heading."""
    if not line.strip() or RULE_LINE.match(line):
        return []
    mark = "|" if "|" in line else "\t"
    cells, at = [], offset
    for part in line.split(mark):
        stripped = part.strip(AROUND)
        start = at + len(part) - len(part.lstrip(AROUND))
        cells.append(Cell(start, start + len(stripped), stripped))
        at += len(part) + 1
    return cells
