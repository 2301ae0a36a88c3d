"""Tables as text: Markdown pipe rows, the headings first, so that a cell is read with its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

_AMOUNT = re.compile(r"[-+±~<>≤≥约近超]{0,2}[\d,.，\s]+(?:[%％‰]|[^\d\s年]{0,4})")
_BLANKS = re.compile(r"\s+")


@dataclass(slots=True)
class Cell:
    """A cell as written: its text, how many columns and rows it covers, whether it is marked a heading."""

    text: str
    columns: int = 1
    rows: int = 1
    heading: bool = False


MOST_CELLS = 100_000
"""A table of more is no table of an article, and spans can claim any number."""


def lines_of_table(rows: list[list[Cell]], headings: int | None = None) -> list[str]:
    """A table's lines: a row that spans all columns on top as a line of its own, then the pipe rows.

    `headings` says how many rows are headings; None lets the cells' marks and contents decide. Several rows
    of headings become one: 2024年 over 融资额（亿元） is “2024年 融资额（亿元）”.
    """
    rows = [row for row in rows if row]
    width = max((sum(cell.columns for cell in row) for row in rows), default=0)
    if width == 0 or width * len(rows) > MOST_CELLS:
        return [line for row in rows if (line := " ".join(cell.text for cell in row).strip())]
    above = []
    while len(rows) > 1 and len(rows[0]) == 1 and rows[0][0].columns >= width > 1:
        above.append(tidy(rows.pop(0)[0].text))
        headings = max(headings - 1, 0) if headings else headings
    count = _heading_rows(rows) if headings is None else headings
    grid = _grid(rows, width, count)
    head = _joined(grid[:count], width)
    lines = [_pipe(head), _pipe(["---"] * width)] if count else []
    return [*above, *lines, *(_pipe(row) for row in grid[count:] if any(row))]


def tidy(text: str) -> str:
    """A cell's text on one line, without the sign that parts cells."""
    return _BLANKS.sub(" ", text).strip().replace("|", "｜")


def _pipe(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _heading_rows(rows: list[list[Cell]]) -> int:
    """The rows on top that are marked as headings, with those that their cells reach down to; else the first,
    where it holds no amounts and the next does."""
    count = 0
    while count < len(rows) - 1 and all(cell.heading for cell in rows[count]):
        count += 1
    if count:
        return count
    reach = min(max(cell.rows for cell in rows[0]), len(rows) - 1, 3)
    if len(rows) > 1 and not _amounts(rows[0]) and all(cell.text.strip() for cell in rows[0]):
        return max((deep for deep in range(1, reach + 1) if not _amounts(rows[deep - 1])), default=1)
    return 1 if len(rows) > 1 and not _amounts(rows[0]) and _amounts(rows[1]) else 0


def _amounts(row: list[Cell]) -> int:
    return sum(_AMOUNT.fullmatch(cell.text.strip()) is not None for cell in row if cell.text.strip())


def _grid(rows: list[list[Cell]], width: int, headings: int) -> list[list[str]]:
    """Cells in their columns. A heading fills every place it covers, a name every row; an amount one."""
    grid = [[""] * width for _ in rows]
    taken = [[False] * width for _ in rows]
    for line, row in enumerate(rows):
        column = 0
        for cell in row:
            while column < width and taken[line][column]:
                column += 1
            text = tidy(cell.text)
            for down in range(min(cell.rows, len(rows) - line)):
                for across in range(min(cell.columns, width - column)):
                    place = grid[line + down]
                    taken[line + down][column + across] = True
                    if _is_repeated(text, line < headings, down, across):
                        place[column + across] = text
            column += cell.columns
    return grid


def _is_repeated(text: str, heading: bool, down: int, across: int) -> bool:
    if heading or not (down or across):
        return True
    return not across and not _AMOUNT.fullmatch(text)


def _joined(rows: list[list[str]], width: int) -> list[str]:
    """One heading a column, of the different words above it from top to bottom."""
    return [" ".join(dict.fromkeys(row[column] for row in rows if row[column])) for column in range(width)]
