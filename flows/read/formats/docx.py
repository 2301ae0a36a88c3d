"""Word files, by python-docx: paragraphs as lines, headings marked, tables as pipe rows."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from flows.read.document import Document, Given, Rejected, document_of
from flows.read.limits import MEGABYTE, Unreadable
from flows.read.pipes import Cell, lines_of_table

SUFFIXES = (".docx",)
GUARDED = True

UNPACKED_BYTES = 256 * MEGABYTE
"""All parts together; a Word file of 500 pages has some 20 MB."""
PART_BYTES = 48 * MEGABYTE
"""One part of XML, which takes ten times its size as a tree."""
_HEADING = re.compile(r"(?i)^(?:heading|标题)\s*(\d)$")
_OLD = b"\xd0\xcf\x11\xe0"


def read(data: bytes, source: str, given: Given) -> Iterator[Document | Rejected]:
    """The file's one document. A file that would unpack to far more than a text is refused unopened."""
    if data.startswith(_OLD):
        raise Unreadable("an old Word file (.doc) or one locked with a password: save it as .docx")
    _refuse_bombs(data)
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        file = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise Unreadable(f"not a Word file ({type(error).__name__})") from None
    lines = [line for block in file.iter_inner_content() for line in _lines(block)]
    known = given.over(Given(_title(file)))
    yield document_of("\n".join(lines), source, PurePath(source).stem, known)


def _refuse_bombs(data: bytes) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile:
        raise Unreadable("not a Word file: it is damaged, or no ZIP archive") from None
    texts = [part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))]
    size = sum(part.file_size for part in parts)
    if len(parts) > 10_000 or size > UNPACKED_BYTES or max(texts, default=0) > PART_BYTES:
        told = f"{len(parts):,} parts would unpack to {size / MEGABYTE:,.0f} MB"
        raise Unreadable(f"its {told}: refused as a ZIP bomb")


def _lines(block: Any) -> Iterator[str]:
    if not hasattr(block, "rows"):
        text = block.text
        heading = _HEADING.match(block.style.name or "") if block.style is not None else None
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        yield from ([f"{'#' * int(heading[1])} {lines[0]}", *lines[1:]] if heading and lines else lines)
        return
    yield from lines_of_table(_rows(block))


def _rows(table: Any) -> list[list[Cell]]:
    """Rows of cells with what they span. Word repeats a cell over its span; its place in the XML tells."""
    rows: list[list[Cell]] = []
    above: dict[int, Cell] = {}
    for row in table._tbl.tr_lst:
        cells: list[Cell] = []
        column = row.grid_before
        for tc in row.tc_lst:
            if tc.vMerge == "continue" and column in above:
                above[column].rows += 1
            else:
                text = " ".join(part for p in tc.p_lst if (part := p.text.strip()))
                cells.append(Cell(text, tc.grid_span))
                above[column] = cells[-1]
            column += tc.grid_span
        rows.append(cells)
    return rows


def _title(file: Any) -> str | None:
    """The title: of the paragraph that is styled as such, else of the file's properties."""
    for paragraph in file.paragraphs[:10]:
        styled = paragraph.style is not None and paragraph.style.name in ("Title", "标题")
        if styled and paragraph.text.strip():
            return str(paragraph.text.strip())
    return str(file.core_properties.title).strip() or None
