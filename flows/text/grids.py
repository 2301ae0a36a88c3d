"""Grids: tables of which a page left one cell a line, with bars between them or with nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from flows.patterns import lazy

BARS = lazy(r"[|\s]+")
VALUE = lazy(
    r"[\s+\-−–↑↓约超逾近<>≥≤]*[0-9０-９][0-9０-９,，.．\s]*(?:%|％|[^0-9|，。；：]{0,6})|[-—–…/]{1,3}|N/A"
)
TIME = lazy(r"(?:19|20)\d\d年.{0,6}|\d{1,2}月份?|第?[一二三四1-4]季度")
YEARS = lazy(r"年份|年度|时间|日期|年")
YEAR = lazy(r"(?:19|20)[0-9]{2}")
LONGEST = 24
LABEL = lazy(rf"[^。！？；|]{{1,{LONGEST}}}")
TOLD = lazy(r"[增长减少降升占比约近超达为][+\-]?[0-9][0-9.,]*\s?(?:%|％|[万亿倍元个])")
"""A figure with what it says (同比增长6.3%) is no label."""
LEAST_ROWS = 3
MOST_COLUMNS = 10
LABEL_CHARACTERS = 12
"""On average, at most: lines of prose in turn with lone numbers are no table."""


class Grid(NamedTuple):
    """The rows of a grid, each the indices of its cells among the lines; `heads` are those of the columns,
    -1 where the corner is left out, and none where the columns have no headings.
    """

    heads: list[int]
    rows: list[list[int]]


def bare(line: str) -> str:
    """The line without blanks and the bars of its cell: 产值 |."""
    return line.strip().strip("|").strip()


def is_bar(line: str) -> bool:
    """Is the line nothing but the bar between two cells?"""
    return "|" in line and BARS.fullmatch(line) is not None


def grids_of(lines: Sequence[str]) -> list[Grid]:
    """The grids among the lines of a text, in order."""
    cells = [index for index, line in enumerate(lines) if not is_bar(line)]
    shapes = with_years([shape_of(bare(lines[index])) for index in cells], lines, cells)
    found: list[Grid] = []
    at = 0
    while at < len(cells):
        at = next((i for i in range(at, len(cells)) if shapes[i] == "v"), len(cells))
        grid, end = _grid_at(cells, shapes, at)
        if grid and _is_table(lines, grid):
            found.append(grid)
        at = max(end, at + 1)
    return found


def spans_of_grids(lines: Sequence[str]) -> list[range]:
    """The lines that each grid takes, from its first heading or cell to its last."""
    if sum(len(line) <= LONGEST for line in lines) < LEAST_ROWS * 2:
        return []
    spans = []
    for heads, rows in grids_of(lines):
        first = next((head for head in heads if head >= 0), rows[0][0])
        spans.append(range(first, rows[-1][-1] + 1))
    return spans


def shape_of(line: str) -> str:
    """v for a value, l for a label, and nothing for a line that is neither."""
    if len(line) > LONGEST:
        return ""
    if VALUE.fullmatch(line) and not TIME.fullmatch(line):
        return "v"
    return "l" if LABEL.fullmatch(line) and not TOLD.search(line) else ""


def with_years(shapes: list[str], lines: Sequence[str], cells: list[int]) -> list[str]:
    """The shapes, where years without 年 below a heading of years are labels."""
    head = next((at for at, index in enumerate(cells) if YEARS.fullmatch(bare(lines[index]))), None)
    if head is None:
        return shapes
    years = [at > head and YEAR.fullmatch(bare(lines[index])) is not None for at, index in enumerate(cells)]
    return ["l" if year else shape for year, shape in zip(years, shapes, strict=True)]


def _grid_at(cells: list[int], shapes: list[str], first: int) -> tuple[Grid | None, int]:
    """The grid whose first value is the cell `first`, and the cell behind it."""
    for width in range(2, MOST_COLUMNS + 1):
        if first + width >= len(cells):
            break
        labels = _labels_before(shapes, first + width)
        start = first - labels
        if start < 0 or labels >= width or shapes[start:first] != ["l"] * labels:
            continue
        pattern = shapes[start : start + width]
        end = start + width
        while shapes[end : end + width] == pattern:
            end += width
        if width == 2 and start and shapes[start - 1] == "v" and shapes[end : end + 1] == ["l"]:
            return None, end  # figures above their labels
        if "l" in pattern and "" not in pattern and (end - start) // width >= LEAST_ROWS:
            rows = [cells[at : at + width] for at in range(start, end, width)]
            return Grid(_heads(cells, shapes, start, width), rows), end
    return None, first + 1


def _labels_before(shapes: list[str], value: int) -> int:
    at = value
    while at and shapes[at - 1] == "l":
        at -= 1
    return value - at


def _heads(cells: list[int], shapes: list[str], start: int, width: int) -> list[int]:
    above = min(_labels_before(shapes, start), width)
    if above < width - 1 or width == 2 and above < width:
        return []
    heads = cells[start - above : start]
    return heads if above == width else [-1, *heads]


def _is_table(lines: Sequence[str], grid: Grid) -> bool:
    cells = [bare(lines[at]) for row in grid.rows for at in row]
    labels = [cell for cell in cells if shape_of(cell) == "l"]
    return sum(map(len, labels)) <= LABEL_CHARACTERS * len(labels)
