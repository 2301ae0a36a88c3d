"""The work of a refresh: read, extract, list, publish, tell. It knows no Prefect: refresh.py does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from flows.intake import Batch, GivenUp, Intake, read_batch
from flows.load.checks import Outcome
from flows.load.compact import compact, groups
from flows.load.ducklake import Snapshot
from flows.load.lake import clear_away, lake_of
from flows.load.listing import list_sources, read_listing
from flows.load.lock import one_writer
from flows.load.made import inputs_of, made_of, remember
from flows.load.publish import Published, publish
from flows.load.relay import relay_at
from flows.load.runs import Run, begin_run, published_runs, record_run
from flows.load.shards import known_readings, verify_shards
from flows.read.document import Document, Rejected
from flows.read.sources import addresses_of, read_sources
from flows.recall import outdated, recalled
from flows.version import extractor_version

Items = Iterable[Document | Rejected]
REASON = 2000
"""Characters of a failure's message that a run keeps."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a refresh is asked for; see the options of `yanshu refresh`."""

    sources: list[str]
    warehouse: Path
    prune: bool = False
    reextract: bool = False
    wait: float = 0
    shards: str | None = None


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh did: the run, what it published by table, what the checks found, how many documents
    stand as an older extractor read them, how many shards were damaged and made anew, and what a DuckLake
    catalog got of it."""

    run: Run
    rows: dict[str, int]
    outcomes: list[Outcome]
    outdated: int
    mended: int
    snapshot: Snapshot | None = None

    @property
    def seconds(self) -> float:
        return self.run.seconds or 0.0


def read_here(batches: Iterator[Batch], lake: Path) -> list[GivenUp]:
    """Extract the batches one after the other in this process; returns the readings that were given up."""
    return [one for batch in batches for one in read_batch(batch, lake).given_up]


def as_they_come(items: Items, intake: Intake) -> Items:
    return items


def work(
    order: Order,
    read: Callable[[Iterator[Batch], Path], list[GivenUp]] = read_here,
    publishing: Callable[[Path, Path, Run], Published] = publish,
    watched: Callable[[Items, Intake], Items] = as_they_come,
) -> Refreshed:
    """One refresh, by the only writer of the warehouse.

    Raises SourceNotFound, WarehouseBusy, ChecksFailed, LakeDamaged; the published file is then as it was.
    """
    lake = lake_of(order.warehouse)
    with one_writer(order.warehouse, lake, order.wait):
        clear_away(order.warehouse, lake)
        if order.shards:
            relay_at(order.shards).take_all(lake)
        damaged = verify_shards(lake)
        before = read_listing(lake).select("source", "document_id")
        intake = Intake(known_readings(lake), dict(before.iter_rows()), extractor_version())
        run = begin_run(lake, intake.version, runs_in(order.warehouse))
        try:
            items = read_sources(order.sources, lake)
            given_up = read(intake.batches(everything(watched(items, intake), order, lake, intake)), lake)
            intake.give_up(given_up)
            named = addresses_of(order.sources)
            pruned = list_sources(
                lake, intake.listed, intake.rejected, run.run_id, named, prune=order.prune
            )
            published = publishing(order.warehouse, lake, counted(run, intake, pruned))
        except BaseException as error:
            with suppress(Exception):  # the disk that made the run fail may refuse this too
                record_run(lake, run.ended("failed", f"{type(error).__name__}: {error}"[:REASON]))
            raise
        done = published.run or run
        record_run(lake, done)
        clear_away(order.warehouse, lake, damaged=not given_up)  # a damaged shard may hold the only text
        tidy(order.warehouse, lake)
        return Refreshed(
            done, published.rows, published.outcomes, outdated(lake, intake.version), len(damaged)
        )


def tidy(warehouse: Path, lake: Path) -> None:
    """Merge small shards; the published file was then made of these. What fails is tried by the next run."""
    with suppress(OSError):
        if groups(lake):
            made, inputs = made_of(warehouse, lake), inputs_of(lake)
            if compact(lake) and made and made.inputs == inputs:
                remember(warehouse, lake, replace(made, inputs=inputs_of(lake)))


def everything(items: Items, order: Order, lake: Path, intake: Intake) -> Iterator[Document | Rejected]:
    """What the sources give, then what the lake must give again in place of sources that were not named."""
    yield from items
    again = recalled(order.warehouse, lake, intake, reextract=order.reextract, prune=order.prune)
    for document in again:
        intake.recalled.add(document.source)
        yield document


def counted(run: Run, intake: Intake, pruned: int) -> Run:
    """The run with what it took in."""
    return replace(
        run,
        documents_seen=len(intake.listed) - len(intake.recalled),
        documents_new=intake.new,
        documents_changed=intake.changed,
        documents_reread=intake.reread,
        documents_rejected=len(intake.rejected),
        sources_pruned=pruned,
    )


def runs_in(warehouse: Path) -> list[Run]:
    """The runs in the published file; none where there is no such file, or one of another kind."""
    if not warehouse.exists():
        return []
    try:
        with duckdb.connect(str(warehouse), read_only=True) as db:
            return published_runs(db)
    except duckdb.Error:
        return []
