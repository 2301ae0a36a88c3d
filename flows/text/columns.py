"""Columns: tables a row a line, of which a page left but blanks between the cells."""

from __future__ import annotations

from collections.abc import Sequence

from flows.patterns import lazy

Span = tuple[int, int]

TIME = (
    r"(?:(?:19|20)[0-9]{2}(?:年(?:[0-9]{1,2}(?:[-~—–][0-9]{1,2})?月份?|[底末度])?|年?(?:[上下]半年|第?[一二三四1-4]季度|前三季度)"
    r"|[-./][01]?[0-9](?![0-9.])|[QH][1-4])|[0-9]{1,2}月份?|Q[1-4]|第?[一二三四]季度|[上下]半年)"
)
VALUE = (
    r"[+\-−–↑↓约超近逾]?[¥$￥]?[0-9][0-9,，]*(?:\.[0-9]+)?(?:%|％|‰|[^\s0-9,，。；：.%％]{0,5})"
    r"|[-—–…/]{1,3}|N/A"
)
IS_TIME = lazy(rf"{TIME}[^0-9]{{0,8}}")
YEAR = lazy(r"(?<![0-9])(?:19|20)[0-9]{2}(?:年|(?![0-9]))")
BLANKS = lazy(r"\s+")
IS_VALUE = lazy(VALUE)
GLUED = lazy(
    rf"([0-9]{{1,3}}(?=[\u4e00-\u9fff]{{2}}))?({TIME}|[^0-9\s]*[\u4e00-\u9fff）)])([+\-−↑↓]?[0-9]\S*)"
)
"""A label and its value between which cleaning took the blank, perhaps behind the row's number."""
NO_CELL = lazy(r"[。；？！，、]|[：:]$|^[0-9]{1,2}[.、）)]|^[^\w（(《“\[]|^[-—]|[A-Za-z] [A-Za-z]+ [A-Za-z]")
"""What stands in prose and lists, and in no row."""
DIGIT = lazy(r"[0-9]")
LONGEST = 80
LONGEST_CELL = 20
LEAST_ROWS = 2
MOST_COLUMNS = 10


def is_value(text: str) -> bool:
    return IS_VALUE.fullmatch(text) is not None and IS_TIME.fullmatch(text) is None


def cells_of(line: str) -> list[Span]:
    """Where the cells of a row are."""
    cells: list[Span] = []
    at = 0
    for part in line.split():
        at = line.index(part, at)
        glued = GLUED.fullmatch(part)
        if glued and is_value(glued[3]) and not IS_VALUE.fullmatch(part):
            cells += [(at + glued.start(group), at + glued.end(group)) for group in (1, 2, 3) if glued[group]]
        else:
            cells.append((at, at + len(part)))
        at += len(part)
    return cells


def rows_of_lines(lines: Sequence[str]) -> list[tuple[int, list[Span]]]:
    """The headings and rows of the first table among the lines, each with the index of its line."""
    for span in spans_of_columns(lines):
        rows = [(index, cells_of(lines[index])) for index in span[1:]]
        return [(span[0], cells_of_heads(lines[span[0]])), *rows]
    return []


def spans_of_columns(lines: Sequence[str]) -> list[range]:
    """The lines that each table takes, its headings first."""
    spans, at = [], 0
    while at + LEAST_ROWS < len(lines):
        heads = heads_of(lines[at])
        end = at + 1
        while heads and end < len(lines) and is_row(lines[end], heads):
            end += 1
        if end - at > LEAST_ROWS:
            spans.append(range(at, end))
            at = end
        else:
            at += 1
    return spans


def heads_of(line: str) -> int:
    """How many headings the line is made of, 0 where it is no row of headings."""
    if len(line) > LONGEST or " " not in line or NO_CELL.search(line):
        return 0
    cells = [line[start:end] for start, end in cells_of_heads(line)]
    if not 2 <= len(cells) <= MOST_COLUMNS or max(map(len, cells)) > LONGEST_CELL:
        return 0
    counted = any(DIGIT.search(IS_TIME.sub("", cell)) for cell in cells)
    return 0 if counted else len(cells)


def cells_of_heads(line: str) -> list[Span]:
    """Where the headings are; a year begins one, whether or not a blank is left before it."""
    starts = sorted({0, *(found.end() for found in BLANKS.finditer(line)), *years_in(line)})
    spans = zip(starts, [*starts[1:], len(line)], strict=True)
    return [(start, start + len(line[start:end].rstrip())) for start, end in spans]


def years_in(line: str) -> list[int]:
    return [found.start() for found in YEAR.finditer(line)]


def is_row(line: str, heads: int) -> bool:
    """Is the line a label and its values, below so many headings?"""
    if len(line) > LONGEST or not any(map(str.isdigit, line)) or NO_CELL.search(line):
        return False
    cells = cells_of(line)
    if not heads <= len(cells) <= heads + 1 or max(end - start for start, end in cells) > LONGEST_CELL:
        return False
    values = [is_value(line[start:end]) for start, end in cells]
    labels = values[: values.index(False) + 1].count(True) if False in values else len(values)
    first = values.index(False) if False in values else 2
    return labels <= 1 and first <= 1 and values[-1] and sum(values) >= len(values) - 2
