"""The listing: which source holds which document, what it held before, and which sources were rejected.

It stands in the lake beside the shards. A source keeps its row until a later run finds another content there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

import polars as pl

from flows.load.shards import LakeDamaged, write_parquet

SOURCES_FILE = "sources.parquet"
HISTORY_FILE = "history.parquet"
REJECTED_FILE = "rejected.parquet"

SOURCES = {
    "source": pl.String, "name": pl.String, "url": pl.String, "document_id": pl.String,
    "reading_id": pl.String, "run_id": pl.String,
}  # fmt: skip
HISTORY = {
    "source": pl.String, "document_id": pl.String, "name": pl.String, "run_id": pl.String,
    "replaced_by": pl.String, "replaced_in": pl.String,
}  # fmt: skip
REJECTED = {"source": pl.String, "reason": pl.String, "run_id": pl.String}


@dataclass(frozen=True, slots=True)
class Listed:
    """A source and the reading of what stands there; whether the run counts it as new or as changed."""

    source: str
    name: str
    url: str | None
    document_id: str
    reading_id: str
    new: bool = False
    changed: bool = False


def list_sources(
    lake: Path,
    listed: list[Listed],
    rejected: list[tuple[str, str]],
    run_id: str,
    named: Iterable[str] = (),
    *,
    prune: bool = False,
) -> int:
    """Bring the listing up to date with what a run saw; return how many sources were pruned.

    `named`: the folders and addresses that it looked at. What a source held before goes to the history first:
    should the run end between the two, the next one finds the same again. `prune` drops the sources that the
    run neither saw nor was kept from seeing.
    """
    fresh = pl.DataFrame(
        [(row.source, row.name, row.url, row.document_id, row.reading_id, run_id) for row in listed],
        schema=SOURCES,
        orient="row",
    ).unique("source", keep="last", maintain_order=True)
    old = read_listing(lake)
    first_run = old.select("source", "document_id", first="run_id")
    fresh = fresh.join(first_run, on=["source", "document_id"], how="left", maintain_order="left").select(
        *list(SOURCES)[:-1], run_id=pl.coalesce("first", "run_id")
    )
    unseen = old.join(fresh, on="source", how="anti")
    gone = gone_from(unseen, [source for source, _ in rejected]) if prune else unseen.clear()
    keep_history(lake, old, fresh, gone, run_id)
    listing = pl.concat([unseen.join(gone, on="source", how="anti"), fresh]).sort("source")
    write_parquet(listing, lake / SOURCES_FILE)
    list_rejected(lake, rejected, list(fresh["source"]), run_id, named, prune=prune)
    return gone.height


def gone_from(unseen: pl.DataFrame, rejected: list[str]) -> pl.DataFrame:
    """Of the sources that a run did not see, those that are gone: not in a folder or table that could not be
    read, and not of the web where anything of it failed to come."""
    refused = {*rejected, *(source.rpartition("#")[0] for source in rejected)}
    web_failed = any(is_web(source) for source in rejected)
    kept = [
        (web_failed and is_web(source)) or source in refused or not refused.isdisjoint(holders(source))
        for source in unseen["source"]
    ]
    return unseen.filter(~pl.Series(kept, dtype=pl.Boolean))


def is_web(source: str) -> bool:
    return source.startswith(("http://", "https://"))


def holders(source: str) -> set[str]:
    """The folders above a source, and the table that it is a row of."""
    table = source.rpartition("#")[0] or source
    return {table, *map(str, PurePath(table).parents)}


def keep_history(
    lake: Path, old: pl.DataFrame, fresh: pl.DataFrame, gone: pl.DataFrame, run_id: str
) -> None:
    """Add what sources held until this run: contents that others take the place of, and pruned sources."""
    newer = fresh.select("source", replaced_by="document_id")
    replaced = old.join(newer, on="source").filter(pl.col("document_id") != pl.col("replaced_by"))
    pruned = gone.with_columns(replaced_by=pl.lit(None, pl.String))
    stamp = pl.lit(run_id).alias("replaced_in")
    past = [rows.with_columns(stamp).select(list(HISTORY)) for rows in (replaced, pruned)]
    if any(rows.height for rows in past):
        history = pl.concat([read_or_empty(lake / HISTORY_FILE, HISTORY), *past])
        once = history.unique(["source", "document_id", "run_id"], keep="first", maintain_order=True)
        write_parquet(once, lake / HISTORY_FILE)


def list_rejected(
    lake: Path,
    rejected: list[tuple[str, str]],
    read: list[str],
    run_id: str,
    named: Iterable[str],
    *,
    prune: bool = False,
) -> None:
    """Keep each source's latest rejection until a run reads it, or looks there and is not refused again."""
    fresh = pl.DataFrame([(*row, run_id) for row in rejected], schema=REJECTED, orient="row")
    fresh = fresh.unique("source", keep="first", maintain_order=True)
    old = read_or_empty(lake / REJECTED_FILE, REJECTED)
    first = old.select("source", "reason", first="run_id")
    fresh = fresh.join(first, on=["source", "reason"], how="left").select(
        "source", "reason", run_id=pl.coalesce("first", "run_id")
    )
    readable = {*read, *(place for source in read for place in holders(source))}
    looked_at, refused = ({place.rstrip("/") for place in places} for places in (named, fresh["source"]))
    kept = [
        not prune and source not in readable and is_open(source.rstrip("/"), looked_at, refused)
        for source in old["source"]
    ]
    listing = pl.concat([old.filter(pl.Series(kept, dtype=pl.Boolean)), fresh]).sort("source")
    write_parquet(listing, lake / REJECTED_FILE)


def is_open(source: str, looked_at: set[str], refused: set[str]) -> bool:
    """Whether a rejection of before still stands: nobody looked there now, or could not look."""
    if source in refused:  # it has a new one
        return False
    places = {source} if is_web(source) else {source, *holders(source)}
    return places.isdisjoint(looked_at) or not places.isdisjoint(refused)


def read_listing(lake: Path) -> pl.DataFrame:
    """The sources as the last run left them. Raises LakeDamaged."""
    return read_or_empty(lake / SOURCES_FILE, SOURCES)


def read_or_empty(path: Path, schema: Mapping[str, pl.DataType | type[pl.DataType]]) -> pl.DataFrame:
    """The frame in a file of the lake, empty where there is no such file. Raises LakeDamaged."""
    try:
        return pl.read_parquet(path) if path.exists() else pl.DataFrame(schema=schema)
    except pl.exceptions.PolarsError as error:
        said = next(iter(str(error).splitlines()), "")
        raise LakeDamaged(
            f"{path} is damaged ({said}): put a backup in its place, or remove it and name all sources again"
        ) from None
