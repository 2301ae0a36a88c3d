"""The flow `refresh`: read, extract, load, check, publish. Prefect lives here and in serve.py only."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import TypeVar, cast

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")

from prefect import flow, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.utilities.annotations import quote
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from flows.cluster import cluster_at
from flows.intake import Batch, GivenUp, Intake, Written, read_batch
from flows.load import publish as publishing
from flows.load.checks import Outcome
from flows.load.ducklake import Snapshot, check_catalog, publish_to_lake
from flows.load.lake import lake_of
from flows.load.lock import WarehouseBusy
from flows.load.publish import ChecksFailed, Published
from flows.load.runs import Run
from flows.read.document import Document, Rejected
from flows.work import Order, Refreshed, work

__all__ = ["Refreshed", "WarehouseBusy", "refresh"]

T = TypeVar("T")
Read = Callable[[Batch, Path], Written]
"""Reads a batch into a shard of the lake."""


@dataclass(frozen=True, slots=True)
class Readers:
    """Where batches are read; `width` says how many there are; 0: this process alone."""

    read: Read
    width: Callable[[], int]


@task(name="read batch", retries=2, retry_delay_seconds=2, cache_policy=NO_CACHE, persist_result=False)
def read_batch_task(batch: Batch, lake: Path, read: Read) -> Written:
    """Extract one batch into a shard, here, in a process of a pool, or on a cluster."""
    return read(batch, lake)


@task(name="publish", cache_policy=NO_CACHE, persist_result=False)
def publish_task(warehouse: Path, lake: Path, run: Run) -> Published:
    """Build the warehouse beside the published one, check it, swap it in."""
    return publishing.publish(warehouse, lake, run)


@task(name="publish to lake", retries=3, retry_delay_seconds=5, cache_policy=NO_CACHE, persist_result=False)
def lake_task(run_id: str, warehouse: Path, target: str, data_path: str | None) -> Snapshot:
    """Bring a DuckLake catalog to the published state; again where another writer was faster."""
    return publish_to_lake(warehouse, target, data_path, run_id)


@flow(name="refresh")
def refresh(
    sources: list[str],
    warehouse: str,
    workers: int = 1,
    prune: bool = False,
    reextract: bool = False,
    wait: float = 0,
    dask: str | None = None,
    publish: str | None = None,
    data_path: str | None = None,
    shards: str | None = None,
) -> Refreshed:
    """Read `sources` (see flows.read.read_sources) and publish the warehouse file with what is new in them.

    The options are those of `yanshu refresh`. Raises SourceNotFound, WarehouseBusy, ChecksFailed,
    LakeDamaged, ClusterFailed, NoStorage or NoCatalog; the published file is then as it was. Raises NotInLake
    where the file was published and the catalog `publish` was not.
    """
    if publish:
        check_catalog(publish, data_path)
    order = Order(sources, Path(warehouse), prune, reextract, wait, shards)
    try:
        with readers_of(workers, dask, lake_of(order.warehouse), shards) as readers:
            done = work(order, partial(read_all, readers=readers), publish_task, watched)
    except ChecksFailed as error:
        leave_artifact(table_of_checks(error.failed), f"{warehouse} was not published and is as it was")
        raise
    if publish:
        done = replace(done, snapshot=lake_task(done.run.run_id, order.warehouse, publish, data_path))
    leave_artifact(table_of(done), f"Run {done.run.run_id}")
    return done


def leave_artifact(table: list[dict[str, object]], description: str) -> None:
    """Show a table beside the run in Prefect's interface; a server that went away undoes no run."""
    with suppress(Exception):
        create_table_artifact(key="refresh", table=table, description=description)


@contextmanager
def readers_of(
    workers: int, dask: str | None, lake: Path, shards: str | None = None
) -> Iterator[Readers]:
    """The cluster of a Dask scheduler, else a pool of processes, else this process."""
    if dask:
        with cluster_at(dask, lake, shards) as cluster:
            yield Readers(cluster.read, cluster.width)
        return
    with pool_of(workers) as pool:
        if pool is None:
            yield Readers(read_batch, lambda: 0)
        else:
            yield Readers(partial(read_in_pool, pool), lambda: workers)


def read_in_pool(pool: ProcessPoolExecutor, batch: Batch, lake: Path) -> Written:
    return pool.submit(read_batch, batch, lake).result()


@contextmanager
def pool_of(workers: int) -> Iterator[ProcessPoolExecutor | None]:
    """A pool of fresh processes, or none where one worker is asked for: this process is that worker."""
    if workers <= 1:
        yield None
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=end_with_parent) as pool:
        yield pool


def end_with_parent() -> None:
    """In a worker: end when the run does, however that ends. Else it would wait for work for ever."""
    parent = parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=watch, daemon=True).start()


def read_all(batches: Iterator[Batch], lake: Path, readers: Readers) -> list[GivenUp]:
    """Read every batch; at most two for each reader are under way, which bounds the memory."""
    under_way: deque[PrefectFuture[Written]] = deque()
    given_up: list[GivenUp] = []
    for batch in batches:
        if not readers.width():
            given_up += read_batch_task(unwalked(batch), lake, readers.read).given_up
            continue
        under_way.append(read_batch_task.submit(unwalked(batch), lake, unwalked(readers.read)))
        while len(under_way) >= 2 * readers.width():
            given_up += under_way.popleft().result().given_up
    for future in under_way:
        given_up += future.result().given_up
    return given_up


def unwalked(value: T) -> T:
    """The value as a task's argument that Prefect does not walk through in search of futures."""
    return cast("T", quote(value))


def watched(items: Iterable[Document | Rejected], intake: Intake) -> Iterator[Document | Rejected]:
    """The same items, with a line of progress on a terminal while they pass."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        line = progress.add_task("reading")
        for item in items:
            yield item
            told = f"{len(intake.listed)} documents, {intake.new} new, {len(intake.rejected)} rejected"
            progress.update(line, description=told)


def table_of(done: Refreshed) -> list[dict[str, object]]:
    """A refresh as the rows of a table: counts first, then each check that found something."""
    run = done.run
    counts = {
        "documents seen": run.documents_seen,
        "documents new": run.documents_new,
        "documents changed": run.documents_changed,
        "documents read again": run.documents_reread,
        "sources rejected": run.documents_rejected,
        "sources pruned": run.sources_pruned,
        **{f"{name} in all": rows for name, rows in done.rows.items()},
        "conflicts": run.conflicts,
        "seconds": run.seconds,
    }
    told: list[dict[str, object]] = [
        {"what": what, "rows": rows, "note": ""} for what, rows in counts.items() if rows is not None
    ]
    return told + table_of_checks([check for check in done.outcomes if check.offending])


def table_of_checks(checks: list[Outcome]) -> list[dict[str, object]]:
    return [
        {
            "what": f"{check.severity}: {check.name}",
            "rows": check.offending,
            "note": f"{check.question} As: {check.sample}",
        }
        for check in checks
    ]
