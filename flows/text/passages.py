"""The passages of a clean text: its paragraphs, each with the part it plays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flows.patterns import lazy
from flows.text.cleantext import CleanText
from flows.text.columns import spans_of_columns
from flows.text.flats import flat_table
from flows.text.grids import spans_of_grids
from flows.text.lines import Line, lines_of
from flows.text.roles import roles_of

FRONT_MATTER = lazy(r"\s*---[ \t]*\r?\n(?:[^\n]{0,400}\n){0,40}?(?:---|\.\.\.)[ \t]*\r?(?=\n|$)")
_LONG = 3000  # a text without line ends would be one passage of megabytes: cut it between sentences
_CLAUSE_END = lazy(r"[，、：\s]")
_LONG_TABLE = 12_000  # characters; some 300 rows
_UNDER_HEADINGS = lazy(r"[|:\- ]*--[|:\- ]*")
_SENTENCE_END = lazy(r"[。！？；][”’」）]*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: clean offsets, blanks at its ends left out.

    Roles: title, heading, body, caption, table, boilerplate.
    """

    ordinal: int
    role: str
    start: int
    end: int


def split_passages(clean: CleanText, title: str | None = None) -> list[Passage]:
    """Passages that together cover all non-blank text, in order. `title` is the article's, if known."""
    spans = [
        (role, start, end)
        for role, line_start, line_end in _paragraphs(clean.text, title)
        for start, end in (_rows if role == "table" else _pieces)(clean.text, line_start, line_end)
    ]
    return [Passage(ordinal, role, start, end) for ordinal, (role, start, end) in enumerate(spans)]


def _paragraphs(text: str, title: str | None) -> Iterator[tuple[str, int, int]]:
    block = FRONT_MATTER.match(text)
    offset = 0
    if block is not None:
        yield "boilerplate", block.end() - len(block[0].lstrip()), block.start() + len(block[0].rstrip())
        offset = block.end()
    lines = lines_of(text[offset:])
    texts = [line.text for line in lines]
    grids = {grid.start: grid for grid in tables_in(texts)}
    roles = roles_of(lines, title, list(grids.values()))
    index = 0
    while index < len(lines):
        if index in grids:
            end = grids[index].stop
        else:
            end = _table_end(lines, roles, index) if roles[index] == "table" else index + 1
        start, stop = offset + lines[index].start, offset + lines[end - 1].end
        if roles[index] == "body" or roles[index] == "caption":
            yield from _around_flat(text, roles[index], start, stop)
        else:
            yield roles[index], start, stop
        index = end


def tables_in(lines: list[str]) -> list[range]:
    """The lines that tables take which have no marks between their cells."""
    grids = spans_of_grids(lines)
    taken = {index for grid in grids for index in grid}
    return grids + [span for span in spans_of_columns(lines) if taken.isdisjoint(span)]


def _around_flat(text: str, role: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The line itself, or, where it holds a flat table, its caption, the table, and what follows."""
    flat = flat_table(text[start:end], text)
    if flat is None:
        yield role, start, end
        return
    lead = text[start : start + flat.start].rstrip()
    if lead:
        yield "body" if "。" in lead else "caption", start, start + len(lead)
    yield "table", start + flat.start, start + flat.end
    rest = text[start + flat.end : end].lstrip()
    if rest:
        yield role, end - len(rest), end


def _table_end(lines: list[Line], roles: list[str], start: int) -> int:
    """Where the table ends that starts here: before other text, a wider gap, or the next table's headings.

    A table is one passage, so that each cell is read beside its row's and column's headings.
    """
    end = start + 1
    while (
        end < len(lines)
        and roles[end] == "table"
        and lines[end - 1].blanks_after <= lines[start].blanks_after
        and not (end > start + 1 and end + 1 < len(lines) and _UNDER_HEADINGS.fullmatch(lines[end + 1].text))
    ):
        end += 1
    return end


def _rows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A table, or, of one that is a data file, stretches of whole rows."""
    while end - start > _LONG_TABLE:
        cut = text.rfind("\n", start + 1, start + _LONG_TABLE) + 1 or start + _LONG_TABLE
        piece = text[start:cut].rstrip()
        yield start, start + max(len(piece), 1)
        while cut < end and text[cut].isspace():
            cut += 1
        start = cut
    if start < end:
        yield start, end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span itself, or, of one far too long, stretches of whole sentences."""
    while end - start > _LONG:
        cut = _cut(text, start, end)
        yield start, start + len(text[start:cut].rstrip())
        while cut < end and text[cut].isspace():
            cut += 1
        start = cut
    if start < end:
        yield start, end


def _cut(text: str, start: int, end: int) -> int:
    """Where to end a piece: after a sentence, else after a clause, else at full length."""
    for mark in (_SENTENCE_END, _CLAUSE_END):
        found = mark.search(text, start + _LONG // 2, min(end, start + 2 * _LONG))
        if found:
            return found.end()
    return start + _LONG
