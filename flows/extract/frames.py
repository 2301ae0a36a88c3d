"""The frames that extraction hands to the warehouse: their columns, and frames made of rows.

The same columns stand in `sql/catalog.csv` with their comments; a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polars as pl

Row = tuple[object, ...]
Frames = dict[str, pl.DataFrame]

VALUE = pl.Decimal(38, 6)
"""Exact in every client of the warehouse."""

SCHEMAS: Mapping[str, Mapping[str, pl.DataType | type[pl.DataType]]] = {
    "documents": {
        "document_id": pl.String, "name": pl.String, "title": pl.String, "outlet": pl.String,
        "published_on": pl.Date, "published_on_source": pl.String, "url": pl.String, "script": pl.String,
        "characters": pl.Int64,
    },
    "passages": {
        "passage_id": pl.String, "document_id": pl.String, "ordinal": pl.Int32, "role": pl.String,
        "text": pl.String, "start_char": pl.Int64, "end_char": pl.Int64,
    },
    "numbers": {
        "number_id": pl.String, "document_id": pl.String, "passage_id": pl.String, "start_char": pl.Int64,
        "end_char": pl.Int64, "surface": pl.String, "class": pl.String, "value": VALUE, "value_high": VALUE,
        "unit": pl.String, "written_unit": pl.String, "bound": pl.String, "period_start": pl.Date,
        "period_end": pl.Date, "rule": pl.String,
    },
    "metrics": {
        "metric_id": pl.String, "number_id": pl.String, "passage_id": pl.String, "document_id": pl.String,
        "metric": pl.String, "noun": pl.String, "scope": pl.String, "measure": pl.String,
        "region_id": pl.String, "region": pl.String, "firm_id": pl.String, "firm": pl.String,
        "model_id": pl.String, "model": pl.String, "value": VALUE, "value_high": VALUE, "unit": pl.String,
        "bound": pl.String, "period_start": pl.Date, "period_end": pl.Date, "modality": pl.String,
        "confidence": pl.Float64, "rule": pl.String,
    },
    "entities": {
        "entity_id": pl.String, "kind": pl.String, "name": pl.String, "short_name": pl.String,
        "firm_kind": pl.String, "document_id": pl.String,
    },
}  # fmt: skip


def frame_of(table: str, rows: Iterable[Row]) -> pl.DataFrame:
    """A frame of `table` made of rows whose fields stand in the order of its schema."""
    return pl.DataFrame(list(rows), schema=dict(SCHEMAS[table]), orient="row")
