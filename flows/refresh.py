"""The flow `refresh`: read, extract, load, check, publish. Prefect lives here and in serve.py only."""

from __future__ import annotations

import os
import uuid
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar, cast

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")

import duckdb
from filelock import FileLock, Timeout
from prefect import flow, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.utilities.annotations import quote
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from flows.intake import Batch, Intake, read_batch
from flows.load.checks import Outcome
from flows.load.lake import lake_of
from flows.load.listing import Run, list_sources, record_run
from flows.load.publish import publish
from flows.load.shards import read_manifest
from flows.read.document import Document, Rejected
from flows.read.sources import read_sources

T = TypeVar("T")


class WarehouseBusy(Exception):
    """Another refresh holds the warehouse."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh did: the run, what it published by table, and what the checks found."""

    run: Run
    rows: dict[str, int]
    outcomes: list[Outcome]
    seconds: float


@task(name="read batch", retries=2, retry_delay_seconds=2, cache_policy=NO_CACHE, persist_result=False)
def read_batch_task(batch: Batch, lake: Path, pool: ProcessPoolExecutor | None) -> str:
    """Extract one batch into a shard, here or in a process of the pool."""
    return pool.submit(read_batch, batch, lake).result() if pool else read_batch(batch, lake)


@task(name="publish", cache_policy=NO_CACHE, persist_result=False)
def publish_task(warehouse: Path, lake: Path) -> list[Outcome]:
    """Build the warehouse beside the published one, check it, swap it in."""
    return publish(warehouse, lake)


@flow(name="refresh")
def refresh(sources: list[str], warehouse: str, workers: int = 1) -> Refreshed:
    """Read `sources` (see flows.read.read_sources) and publish the warehouse file with what is new in them.

    Raises SourceNotFound, WarehouseBusy, or ChecksFailed; the published file is then as it was.
    """
    target = Path(warehouse)
    lake = lake_of(target)
    lake.mkdir(parents=True, exist_ok=True)
    started = datetime.now(UTC)
    with writing(target, lake):
        intake = Intake(read_manifest(lake))
        with pool_of(workers) as pool:
            read_all(intake, watched(read_sources(sources, lake), intake), lake, pool, workers)
        run = run_of(intake, started)
        list_sources(lake, intake.listed, intake.rejected, run.run_id)
        record_run(lake, run)
        outcomes = publish_task(target, lake)
    done = Refreshed(run, count_rows(target), outcomes, (datetime.now(UTC) - started).total_seconds())
    create_table_artifact(key="refresh", table=table_of(done), description=f"Run {run.run_id}")
    return done


@contextmanager
def writing(warehouse: Path, lake: Path) -> Iterator[None]:
    """Be the one writer of a warehouse, or raise WarehouseBusy."""
    try:
        with FileLock(lake / ".lock", timeout=0):
            yield
    except Timeout:
        raise WarehouseBusy(
            f"another refresh is writing {warehouse}: wait for it to end, then run this again"
        ) from None


@contextmanager
def pool_of(workers: int) -> Iterator[ProcessPoolExecutor | None]:
    """A pool of fresh processes, or none where one worker is asked for: this process is that worker."""
    if workers <= 1:
        yield None
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield pool


def read_all(
    intake: Intake,
    items: Iterator[Document | Rejected],
    lake: Path,
    pool: ProcessPoolExecutor | None,
    workers: int,
) -> None:
    """Read every new batch; with a pool at most two a worker are under way, which bounds the memory."""
    under_way: deque[PrefectFuture[str]] = deque()
    for batch in intake.batches(items):
        if pool is None:
            read_batch_task(unwalked(batch), lake, None)
            continue
        under_way.append(read_batch_task.submit(unwalked(batch), lake, unwalked(pool)))
        if len(under_way) >= 2 * workers:
            under_way.popleft().result()
    for future in under_way:
        future.result()


def unwalked(value: T) -> T:
    """The value as a task's argument that Prefect does not walk through in search of futures."""
    return cast("T", quote(value))


def watched(items: Iterator[Document | Rejected], intake: Intake) -> Iterator[Document | Rejected]:
    """The same items, with a line of progress on a terminal while they pass."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        line = progress.add_task("reading")
        for item in items:
            yield item
            told = f"{len(intake.listed)} documents, {intake.new} new, {len(intake.rejected)} rejected"
            progress.update(line, description=told)


def run_of(intake: Intake, started: datetime) -> Run:
    """The run as a row; its times are UTC without a zone, as DuckDB's TIMESTAMP holds them."""
    return Run(
        run_id=f"{started:%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:6]}",
        started_at=started.replace(tzinfo=None),
        finished_at=datetime.now(UTC).replace(tzinfo=None),
        documents_seen=len(intake.listed),
        documents_new=intake.new,
        documents_rejected=len(intake.rejected),
        extractor_version=intake.version,
    )


def count_rows(warehouse: Path) -> dict[str, int]:
    """Rows by table of the published warehouse."""
    tables = ("documents", "passages", "numbers", "metrics", "rejected_documents")
    with duckdb.connect(str(warehouse), read_only=True) as db:
        return {table: db.execute(f"select count(*) from {table}").fetchall()[0][0] for table in tables}


def table_of(done: Refreshed) -> list[dict[str, object]]:
    """A refresh as the rows of a table: counts first, then each check that found something."""
    run = done.run
    counts = {
        "documents seen": run.documents_seen,
        "documents new": run.documents_new,
        "sources rejected": run.documents_rejected,
        **{f"{name} in all": rows for name, rows in done.rows.items()},
    }
    told = [{"what": what, "rows": rows, "note": ""} for what, rows in counts.items()]
    found = [check for check in done.outcomes if check.offending]
    return told + [
        {"what": f"{check.severity}: {check.name}", "rows": check.offending, "note": check.question}
        for check in found
    ]
