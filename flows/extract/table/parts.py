"""Parts of a table: tables that stand side by side, each with labels of its own (排名 省份 备案数 排名 省份
备案数; 区域 指数 省市 指数), of whose rows the left one can go on over several lines.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from flows.extract.table.heads import ITEM_HEAD, YEARS_HEAD, is_numeric
from flows.extract.table.layout import Columns
from flows.extract.table.rows import Cell
from flows.patterns import lazy

FINER = {"region": 0, "firm": 1, "model": 2}
"""Names from the coarse to the fine: behind the figures of a name stand those of another as fine or finer;
a coarser one says where it is, or whose.
"""
OWNED = lazy(r"^(?:所在|所属|归属|总部|注册)")
LEAST_HEADS = 2


@dataclass(slots=True)
class Part:
    """Columns `start` to `end` of a table, their headings, the label of the last row of values, and the names
    and times that rows which begin with empty cells go on with.
    """

    start: int
    end: int | None
    columns: Columns
    above: str = ""
    labels: list[Cell] = field(default_factory=list)

    def row(self, cells: list[Cell]) -> list[Cell]:
        """The part's cells of a row, none where all are empty; merged ones as in the row where they begin."""
        row = cells[self.start : self.end]
        if not any(cell.text for cell in row):
            return []
        for index in range(min(len(row), len(self.labels))):
            if row[index].text:
                break
            if self.is_label(index) and not is_numeric(self.labels[index].text):
                row = [*row[:index], self.labels[index], *row[index + 1 :]]
        self.labels = row
        return row

    def is_label(self, index: int) -> bool:
        return self.columns.kind(index) != "" or YEARS_HEAD.match(self.columns.head(index)) is not None


def is_grouped(columns: Columns, rows: list[list[Cell]]) -> bool:
    """Does the first column name groups of rows: is it empty in some, before another label (长三角 | 上海港,
    宁波港)? What is measured of a name, and a time of several rows, make no such group.
    """
    if YEARS_HEAD.match(columns.head(0)) or ITEM_HEAD.match(columns.head(1)):
        return False
    going_on = (row[1].text for row in rows if len(row) > 1 and not row[0].text)
    return any(text and not is_numeric(text) for text in going_on)


def starts_of(columns: Columns, row: list[Cell]) -> list[int]:
    """Where the parts of a table begin, by its headings and its first row of values."""
    size = repeated([head.text for head in columns.heads])
    if size:
        return list(range(0, len(columns.heads), size))
    starts, first, valued = [0], "", False
    for index, cell in enumerate(row):
        kind = columns.kind(index)
        if kind and cell.text and not is_numeric(cell.text):
            if valued and FINER[kind] >= FINER[first] and not OWNED.match(columns.head(index)):
                starts.append(index)
                valued = False
            first = first or kind
        elif first and is_numeric(cell.text):
            valued = True
    return starts


def repeated(heads: list[str]) -> int:
    """How many headings there are before they begin anew, 0 where they do not."""
    for size in range(LEAST_HEADS, len(heads) // 2 + 1):
        if all(heads[:size]) and heads == heads[:size] * (len(heads) // size):
            return size
    return 0
