"""HTML to lines of text: blocks one a line, tables as pipe rows. The tree is lxml's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from flows.read.pipes import Cell, lines_of_table

_BLOCKS = frozenset(
    """address article aside blockquote body br caption cell center dd details div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html item lb li list main nav ol p
    pre quote row section summary table tbody td tfoot th thead title tr ul""".split()  # noqa: SIM905 (quotes around each would fill a page)
)
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select"})
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>", re.IGNORECASE)
_LONG_CELL = 200  # characters; a layout's columns hold paragraphs, a table's cells do not

ROW_END = "␤"
"""Stands for a line end inside a paragraph that another library passes through."""


class TooDeep(Exception):
    """A page is nested more deeply than its parser follows; it would leave out the rest and not say so."""


def parse(html: str) -> Any:
    """The tree of a page, or None where there is none. Raises TooDeep."""
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = lxml_html.document_fromstring(_DECLARATION.sub("", html, count=1).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = None
    if any("depth" in entry.message.lower() for entry in parser.error_log.filter_from_fatals()):
        raise TooDeep
    return tree


class _Flat(HTMLParser):
    """A page's text, a block a line, without a tree."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.words: list[str] = []
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT and not self.silent:
            self.silent = tag
        self.end_block(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == self.silent:
            self.silent = ""
        self.end_block(tag)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)

    def end_block(self, tag: str) -> None:
        if tag in _BLOCKS and self.words:
            self.lines.append(_BLANKS.sub(" ", "".join(self.words)).strip())
            self.words.clear()


def flat_lines(html: str) -> list[str]:
    """The text of a page too deep for a tree, a block a line; its tables' cells are lines too."""
    flat = _Flat()
    flat.feed(html)
    flat.close()
    flat.end_block("p")
    return [line for line in flat.lines if line]


def lines_of(tree: Any) -> list[str]:
    """The text of a tree, a block a line, without scripts and the like. Iterative: depth costs no stack."""
    lines: list[str] = []
    words: list[str] = []

    def flush() -> None:
        line = _BLANKS.sub(" ", "".join(words)).strip()
        words.clear()
        if line:
            lines.extend(part for part in line.split(ROW_END) if part.strip())

    from lxml import etree

    silent = 0
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            silent += tag in _SILENT
            if tag in _BLOCKS:
                flush()
            if node.text and not silent:
                words.append(node.text)
        else:
            silent -= tag in _SILENT
            if tag in _BLOCKS:
                flush()
            if node.tail and not silent and node is not tree:
                words.append(node.tail)
    flush()
    return lines


def text_of_fragment(html: str) -> Iterator[str]:
    """The one text of a piece of HTML, as feeds and exports hold it: blocks as lines, tables as pipe rows."""
    try:
        tree = parse(html)
    except TooDeep:
        yield "\n".join(flat_lines(html))
        return
    if tree is None:
        yield ""
        return
    write_out_tables(tree)
    yield "\n".join(lines_of(tree))


def write_out_tables(tree: Any) -> None:
    """Replace each table of data by a paragraph of its pipe rows, line ends written as ROW_END."""
    from lxml.html import Element

    for table in list(tree.iter("table")):
        rows = _rows(table)
        if not _is_data(table, rows):
            continue
        caption = table.find("caption")
        lines = lines_of_table(rows, _head_rows(table) or None)
        if caption is not None and (said := " ".join(caption.itertext()).strip()):
            lines.insert(0, said)
        paragraph = Element("p")
        paragraph.text = ROW_END.join(lines)
        paragraph.tail = table.tail
        table.getparent().replace(table, paragraph)


def _rows(table: Any) -> list[list[Cell]]:
    return [
        [
            Cell(
                " ".join(lines_of(cell)),
                _span(cell.get("colspan"), 1000),
                _span(cell.get("rowspan"), 65534),
                cell.tag == "th",
            )
            for cell in row
            if cell.tag in ("td", "th")
        ]
        for row in table.iter("tr")
    ]


def _head_rows(table: Any) -> int:
    return sum(len(part.findall("tr")) for part in table.findall("thead"))


def _span(written: str | None, most: int) -> int:
    """A span as browsers read it: at least 1, at most what the standard allows."""
    return min(max(int(written), 1), most) if written and written.isascii() and written.isdigit() else 1


def _is_data(table: Any, rows: list[list[Cell]]) -> bool:
    """Whether a table holds cells to compare, and not the columns of a page's layout."""
    if table.getparent() is None or next(table.iterdescendants("table", "form", "h1"), None) is not None:
        return False
    wide = [row for row in rows if len(row) > 1]
    if len(wide) < 2:
        return False
    return max(len(cell.text) for row in rows for cell in row) <= _LONG_CELL
