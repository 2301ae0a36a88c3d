"""The commands that write files from a warehouse: report, export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.errors import asked, opened, told_in_one_line
from flows.cli.options import WAREHOUSE, ExportFormat, Warehouse


def report(
    target: Annotated[Path | None, typer.Option("--to", help="The HTML file.")] = None,
    documents: Annotated[int, typer.Option(min=0, help="At most so many articles in full.")] = 60,
    warehouse: Warehouse = WAREHOUSE,
) -> None:
    """Write the evidence report: one HTML file that needs no network."""
    page = target or warehouse.with_name("report.html")
    with opened(warehouse) as db, told_in_one_line(f"{page} was not written"):
        from flows.report.report import write_report

        size = write_report(db, page, documents)
    print(f"{page} written, {size / 1e6:.1f} MB; open it in a browser")


def export(
    relations: Annotated[list[str] | None, typer.Argument(help="Tables and views; else all.")] = None,
    target: Annotated[Path | None, typer.Option("--to", help="The folder.")] = None,
    formats: Annotated[list[ExportFormat] | None, typer.Option("--format", help="Else all three.")] = None,
    warehouse: Warehouse = WAREHOUSE,
) -> None:
    """Write tables and views as Parquet, as CSV and as an Excel workbook."""
    folder = target or warehouse.with_name("export")
    with opened(warehouse):
        pass
    with told_in_one_line("what was written before stands"), asked("cannot export"):
        from flows.export import export as write

        files = write(warehouse, relations or [], folder, formats or list(ExportFormat))
    print(f"{len(files)} files written to {folder}")
