"""A figure of a table is read by the headings of its row and its column, whatever the table stands in."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import docx
import pytest

from flows.extract.claims import read_article
from flows.read import Document, read_sources
from flows.text import article_of
from tests.read.samples import SECOND, STATED, saved

HEADINGS = ("城市", "2023年融资额（亿元）", "2024年融资额（亿元）")
ROWS = (("成都", "21.5", "36"), ("杭州", "40", "52.8"))


def html() -> bytes:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in (HEADINGS, *ROWS))
    rows = "".join(f"<tr>{row}</tr>" for row in cells)
    body = f"<p>{STATED}</p><p>{SECOND}</p><table>{rows}</table>"
    return f"<html><body><article>{body}</article></body></html>".encode()


def markdown() -> bytes:
    lines = ["| " + " | ".join(row) + " |" for row in (HEADINGS, ("---",) * 3, *ROWS)]
    return "\n\n".join([STATED, SECOND, "\n".join(lines)]).encode()


def word() -> bytes:
    file = docx.Document()
    file.add_paragraph(STATED)
    table = file.add_table(0, 3)
    for row in (HEADINGS, *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return saved(file)


@pytest.mark.parametrize(("name", "make"), [("a.html", html), ("a.md", markdown), ("a.docx", word)])
def test_a_cell_is_read_by_its_row_and_its_column(tmp_path: Path, name: str, make: object) -> None:
    (tmp_path / name).write_bytes(make())  # type: ignore[operator]
    (document,) = read_sources([str(tmp_path / name)])
    assert isinstance(document, Document)
    article = article_of(document.document_id, document.name, document.text, document.title)
    tables = [part for part in read_article(article).passages if part.passage.role == "table"]
    assert len(tables) == 1
    claims = {
        (claim.region, str(claim.period_start)[:4]): (claim.metric, claim.value, claim.unit)
        for claim in tables[0].claims
    }
    assert claims == {
        (city, year): ("financing_amount", Decimal(cell) * 10**8, "CNY")
        for city, *cells in ROWS
        for year, cell in zip(("2023", "2024"), cells, strict=True)
    }
