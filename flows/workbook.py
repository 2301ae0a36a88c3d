"""The Excel workbook: a sheet for each table and view, a first sheet that lists them."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import Any

import duckdb
import xlsxwriter  # type: ignore[import-untyped]
from rich.cells import cell_len

SHEET_ROWS = 100_000
"""More make a workbook that opens slowly; Parquet and CSV hold every row."""
CELL_CHARACTERS = 32_767
SHEET_NAME = 31
WIDEST, SAMPLED = 60, 200
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "yyyy-mm-dd",
}
FORMULA = re.compile(r"[=+\-@\t\r]")

Formats = dict[str, Any]


def write(db: duckdb.DuckDBPyConnection, relations: list[str], path: Path) -> None:
    """Write the relations as a workbook: header frozen and filtered, numbers as numbers, dates as dates."""
    comments = comments_of(db)
    with xlsxwriter.Workbook(str(path), OPTIONS) as book:
        formats = formats_of(book)
        sheets = sheet_names(relations)
        contents = book.add_worksheet("目录 Contents")
        written = {
            name: write_sheet(db, book.add_worksheet(sheets[name]), name, comments, formats)
            for name in relations
        }
        list_sheets(contents, written, sheets, comments, formats)


def formats_of(book: Any) -> Formats:
    return {
        "head": book.add_format({"bold": True, "bg_color": "#F1E4DE", "bottom": 1, "valign": "top"}),
        "text": book.add_format({"valign": "top"}),
        "inert": book.add_format({"valign": "top", "quote_prefix": True}),
        "whole": book.add_format({"valign": "top", "num_format": "#,##0"}),
        "number": book.add_format({"valign": "top", "num_format": "General"}),
        "day": book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"}),
        "moment": book.add_format({"valign": "top", "num_format": "yyyy-mm-dd hh:mm:ss"}),
        "link": book.add_format({"valign": "top", "font_color": "#8C2B1A", "underline": 1}),
    }


def sheet_names(relations: list[str]) -> dict[str, str]:
    """A name of at most 31 characters for each, all different."""
    names: dict[str, str] = {}
    for relation in relations:
        short = relation[:SHEET_NAME]
        names[relation] = (
            short if short not in names.values() else f"{relation[: SHEET_NAME - 3]}_{len(names):02}"
        )
    return names


def write_sheet(
    db: duckdb.DuckDBPyConnection,
    sheet: Any,
    relation: str,
    comments: dict[tuple[str, str], str],
    formats: Formats,
) -> tuple[int, int]:
    """Fill a sheet; returns rows written and rows there are."""
    total = db.execute(f'select count(*) from "{relation}"').fetchall()[0][0]
    result = db.execute(f'from "{relation}" limit {SHEET_ROWS}')
    columns = [column[0] for column in result.description or []]
    rows = result.fetchall()
    for at, column in enumerate(columns):
        sheet.set_column(at, at, width_of([column, *(row[at] for row in rows[:SAMPLED])]))
        sheet.write_string(0, at, column, formats["head"])
        if comment := comments.get((relation, column)):
            sheet.write_comment(0, at, comment, {"x_scale": 2})
    for line, row in enumerate(rows, start=1):
        for at, value in enumerate(row):
            write_cell(sheet, line, at, value, formats)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), max(len(columns) - 1, 0))
    return len(rows), total


def write_cell(sheet: Any, line: int, at: int, value: object, formats: Formats) -> None:
    match value:
        case None:
            return
        case bool():
            sheet.write_boolean(line, at, value, formats["text"])
        case int() | float() | Decimal() if isfinite(value):
            sheet.write_number(line, at, float(value), formats["whole" if value == int(value) else "number"])
        case datetime():
            sheet.write_datetime(line, at, value, formats["moment"])
        case date():
            sheet.write_datetime(line, at, value, formats["day"])
        case _:
            text = str(value)[:CELL_CHARACTERS]
            sheet.write_string(line, at, text, formats["inert" if FORMULA.match(text) else "text"])


def list_sheets(
    sheet: Any,
    written: dict[str, tuple[int, int]],
    sheets: dict[str, str],
    comments: dict[tuple[str, str], str],
    formats: Formats,
) -> None:
    for at, (head, width) in enumerate((("表 Sheet", 28), ("行 Rows", 22), ("内容 What it holds", 110))):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, head, formats["head"])
    for line, (relation, (rows, total)) in enumerate(written.items(), start=1):
        sheet.write_url(line, 0, f"internal:'{sheets[relation]}'!A1", formats["link"], relation)
        if rows == total:
            sheet.write_number(line, 1, rows, formats["whole"])
        else:
            sheet.write_string(line, 1, f"{rows:,} / {total:,}", formats["text"])
        sheet.write_string(line, 2, comments.get((relation, ""), ""), formats["text"])
    sheet.freeze_panes(1, 0)


def width_of(values: list[object]) -> int:
    """The width of a column in cells: as wide as its values, within reason."""
    return min(WIDEST, 3 + max(cell_len(str(value)) for value in values if value is not None))


def comments_of(db: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], str]:
    """Comments by relation and column; column is empty for the relation itself."""
    rows = db.execute("""
        select table_name, '', comment from duckdb_tables() where comment is not null
        union all select view_name, '', comment from duckdb_views() where comment is not null
        union all select table_name, column_name, comment from duckdb_columns() where comment is not null
    """).fetchall()
    return {(relation, column): comment for relation, column, comment in rows}
