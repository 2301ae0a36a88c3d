"""The commands that publish a warehouse: refresh, serve."""

from __future__ import annotations

import os
from contextlib import nullcontext
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from flows.cli.errors import WRONG_USE, stop, told_in_one_line
from flows.cli.options import (
    WAREHOUSE,
    Dask,
    DataPath,
    Prune,
    Publish,
    Reextract,
    Shards,
    Wait,
    Warehouse,
    Workers,
)
from flows.places import ARTICLES
from flows.tether import tether


def refresh(
    sources: Annotated[
        list[str] | None, typer.Argument(help="Files, folders, patterns, addresses; else our samples.")
    ] = None,
    listed: Annotated[Path | None, typer.Option("--sources", help="A sources.toml that lists more.")] = None,
    warehouse: Warehouse = WAREHOUSE,
    workers: Workers = 1,
    prune: Prune = False,
    reextract: Reextract = False,
    wait: Wait = 0,
    dask: Dask = None,
    shards: Shards = None,
    publish: Publish = None,
    data_path: DataPath = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Show Prefect's own log.")] = False,
) -> None:
    """Read the sources and publish the warehouse with what is new in them."""
    named = [*(sources or []), *([str(listed)] if listed else [])] or [str(ARTICLES)]
    check_named(named, listed)
    wide = checked_wide(workers, dask, shards, publish, data_path)
    prepare(warehouse)
    tether()
    quiet_prefect(verbose)
    with told_in_one_line(f"{warehouse} was not published and is as it was"):
        from flows import refresh as flow

        done = flow.refresh(named, str(warehouse), workers, prune, reextract, wait, **wide)
    from rich.console import Console

    from flows.summary import summary_of

    Console().print(summary_of(done, warehouse))


def serve(
    sources: Annotated[
        list[str] | None, typer.Argument(help="Files, folders, patterns, addresses; else our samples.")
    ] = None,
    *,
    listed: Annotated[Path | None, typer.Option("--sources", help="A sources.toml that lists more.")] = None,
    cron: Annotated[str, typer.Option(help="When, as a cron line.")] = "0 7 * * *",
    timezone: Annotated[str, typer.Option(help="The zone of --cron.")] = "Asia/Shanghai",
    every: Annotated[float | None, typer.Option(min=1, help="Seconds between runs, not --cron.")] = None,
    port: Annotated[int, typer.Option(help="Of the Prefect server that is started.")] = 4200,
    warehouse: Warehouse = WAREHOUSE,
    workers: Workers = 1,
    dask: Dask = None,
    shards: Shards = None,
    publish: Publish = None,
    data_path: DataPath = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Show Prefect's own log.")] = False,
) -> None:
    """Refresh on a schedule until interrupted, with Prefect's interface to watch it.

    Uses the Prefect server that PREFECT_API_URL names; where it names none, starts one.
    """
    named = [*(sources or []), *([str(listed)] if listed else [])] or [str(ARTICLES)]
    check_named(named, listed)
    wide = checked_wide(workers, dask, shards, publish, data_path)
    prepare(warehouse)
    tether()
    if not verbose:
        os.environ.setdefault("PREFECT_LOGGING_LEVEL", "ERROR")
    with told_in_one_line(f"{warehouse} is as it was"):
        from flows import serve as serving

        timetable = serving.Timetable(cron, timezone, every)
        with serving.address_of(port) as (address, is_ours):
            try:
                timetable.check()
            except ValueError as error:
                stop(str(error), 'give it as in --cron "0 7 * * *" --timezone Asia/Shanghai', WRONG_USE)
            with serving.server(address) if is_ours else nullcontext():
                interface = address.removesuffix("/api")
                print(f"serving {warehouse}; runs, logs and failures: {interface}", flush=True)
                serving.serve(named, warehouse, workers, timetable, wide)


def check_named(sources: list[str], listed: Path | None) -> None:
    """Stop where a source does not exist or a list of sources is wrong, before anything is read."""
    from flows.read.sources import SourceNotFound, WrongSources, check_sources

    try:
        if listed and not (listed.is_file() and listed.suffix.lower() == ".toml"):
            stop(f"{listed} is no .toml file", "docs/sources.md shows how to write one", WRONG_USE)
        check_sources(sources)
    except (SourceNotFound, WrongSources) as error:
        stop(str(error), "nothing was read or changed", WRONG_USE)


def checked_wide(
    workers: int, dask: str | None, shards: str | None, publish: str | None, data_path: str | None
) -> dict[str, str | None]:
    """The options for several machines; stop where they ask for what cannot be, before Prefect starts."""
    if dask and workers > 1:
        stop("--workers beside --dask", "a cluster has its own workers: leave --workers out", WRONG_USE)
    if shards and (not dask or "://" not in shards):
        stop(f"--shards {shards}", "it goes with --dask and takes a URL, as s3://bucket/shards", WRONG_USE)
    if dask and find_spec("prefect_dask") is None:
        stop("--dask needs the extra dask", "pip install 'yanshu[dask]'", WRONG_USE)
    if publish and not publish.startswith("ducklake:"):
        stop(f"{publish} is no DuckLake catalog", "name one, as --publish ducklake:news.ducklake", WRONG_USE)
    return {"dask": dask, "shards": shards, "publish": publish, "data_path": data_path}


def prepare(warehouse: Path) -> None:
    """Make the warehouse's folder, or say why it cannot be made."""
    try:
        if warehouse.is_dir():
            stop(f"{warehouse} is a folder", f"name a file, as --warehouse {WAREHOUSE}", WRONG_USE)
        warehouse.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        stop(f"cannot write in {warehouse.parent}: {error.strerror}", "choose another --warehouse", WRONG_USE)


def quiet_prefect(verbose: bool) -> None:
    """Set before Prefect is imported: its log is for those who ask; failures are told by flows.cli.errors."""
    if not verbose:
        os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
    os.environ.setdefault("PREFECT_LOGGING_TO_API_ENABLED", "false")
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")  # of 20
