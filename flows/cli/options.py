"""Options that several commands take."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

WAREHOUSE = Path("warehouse/yanshu.duckdb")

Warehouse = Annotated[Path, typer.Option("--warehouse", help="The DuckDB file.", show_default=True)]
Workers = Annotated[int, typer.Option(min=1, help="Processes that read articles.")]
Prune = Annotated[bool, typer.Option("--prune", help="Drop the sources that are not among those named.")]
Reextract = Annotated[
    bool, typer.Option("--reextract", help="Read again, from the lake, what an older extractor read.")
]
Dask = Annotated[
    str | None, typer.Option("--dask", metavar="ADDRESS", help="A Dask scheduler; its workers read articles.")
]
Shards = Annotated[
    str | None,
    typer.Option(metavar="URL", help="Storage by way of which --dask workers hand over what they read."),
]
Publish = Annotated[
    str | None, typer.Option(metavar="ducklake:…", help="A DuckLake catalog that gets the tables, too.")
]
DataPath = Annotated[str | None, typer.Option(help="Where a new catalog keeps its Parquet files.")]
Wait = Annotated[float, typer.Option(min=0, help="Seconds to wait for another refresh to end.")]
Form = Annotated[Literal["table", "csv", "json"], typer.Option("--format", help="How to print the rows.")]


class ExportFormat(StrEnum):
    """What export writes; an enumeration, since the command line takes several."""

    PARQUET = "parquet"
    CSV = "csv"
    XLSX = "xlsx"
