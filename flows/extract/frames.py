"""The frames that extraction hands to the warehouse: their columns, and frames made of rows.

The same columns stand in `sql/catalog.csv` with their comments; a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

Row = tuple[object, ...]
Frames = dict[str, "pl.DataFrame"]

SCHEMAS: Mapping[str, Mapping[str, str]] = {
    "documents": {
        "document_id": "varchar", "name": "varchar", "title": "varchar", "outlet": "varchar",
        "published_on": "date", "published_on_source": "varchar", "url": "varchar", "script": "varchar",
        "characters": "bigint",
    },
    "passages": {
        "passage_id": "varchar", "document_id": "varchar", "ordinal": "integer", "role": "varchar",
        "text": "varchar", "start_char": "bigint", "end_char": "bigint",
    },
    "numbers": {
        "number_id": "varchar", "document_id": "varchar", "passage_id": "varchar", "start_char": "bigint",
        "end_char": "bigint", "surface": "varchar", "class": "varchar", "value": "decimal(38,6)",
        "value_high": "decimal(38,6)", "unit": "varchar", "written_unit": "varchar", "bound": "varchar",
        "period_start": "date", "period_end": "date", "rule": "varchar",
    },
    "metrics": {
        "metric_id": "varchar", "number_id": "varchar", "passage_id": "varchar", "document_id": "varchar",
        "metric": "varchar", "noun": "varchar", "scope": "varchar", "measure": "varchar",
        "region_id": "varchar", "region": "varchar", "firm_id": "varchar", "firm": "varchar",
        "model_id": "varchar", "model": "varchar", "value": "decimal(38,6)", "value_high": "decimal(38,6)",
        "unit": "varchar", "bound": "varchar", "period_start": "date", "period_end": "date",
        "modality": "varchar", "confidence": "double", "rule": "varchar",
    },
    "entities": {
        "entity_id": "varchar", "kind": "varchar", "name": "varchar", "short_name": "varchar",
        "firm_kind": "varchar", "document_id": "varchar",
    },
}  # fmt: skip
"""Columns by table, with their types in DuckDB's words: a reading of one sentence needs no Polars."""


def frame_of(table: str, rows: Iterable[Row]) -> pl.DataFrame:
    """A frame of `table` made of rows whose fields stand in the order of its schema."""
    import polars as pl  # late: `yanshu explain` starts without it

    types: dict[str, pl.DataType | type[pl.DataType]] = {
        "varchar": pl.String, "date": pl.Date, "integer": pl.Int32, "bigint": pl.Int64, "double": pl.Float64,
        "decimal(38,6)": pl.Decimal(38, 6),
    }  # fmt: skip
    schema = {column: types[name] for column, name in SCHEMAS[table].items()}
    return pl.DataFrame(list(rows), schema=schema, orient="row")
