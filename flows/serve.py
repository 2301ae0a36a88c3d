"""Keep a warehouse fresh: the flow on a schedule of a Prefect server; one is started where none is named."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

import httpx

from flows.read.sourcefile import Source

if TYPE_CHECKING:
    from prefect.schedules import Schedule

START_SECONDS = 180
WAIT_SECONDS = 600  # a scheduled run waits so long for one that is still under way
END_SECONDS = 10.0
HOST = "127.0.0.1"


class NoServer(RuntimeError):
    """The Prefect server did not come up."""


@dataclass(frozen=True)
class Timetable:
    """When to run: a cron line read in `timezone`, or every so many seconds."""

    cron: str = "0 7 * * *"
    timezone: str = "Asia/Shanghai"
    every: float | None = None

    def check(self) -> None:
        """Raise ValueError, in words, where the cron line or the zone is none."""
        from prefect.client.schemas.schedules import CronSchedule

        if self.timezone not in available_timezones():
            raise ValueError(f"no such time zone: {self.timezone}")
        try:
            CronSchedule(cron=self.cron, timezone=self.timezone)
        except ValueError:
            raise ValueError(f"no cron line: “{self.cron}”") from None

    def schedule(self) -> Schedule:
        from prefect.schedules import Cron, Interval

        if self.every is not None:
            return Interval(self.every, timezone=self.timezone)
        return Cron(self.cron, timezone=self.timezone)


def serve(
    sources: list[str],
    warehouse: Path,
    workers: int,
    timetable: Timetable,
    wide: dict[str, str | None],
    name: str = "yanshu",
) -> None:
    """Run the flow at the times of `timetable` until interrupted. PREFECT_API_URL must name a server.

    `wide`: the options of `refresh` for more than one machine.
    """
    from flows.refresh import refresh

    try:
        refresh.serve(
            name=name,
            schedule=timetable.schedule(),
            parameters={
                "sources": [anchored(source) for source in sources],
                "warehouse": str(warehouse.absolute()),
                "workers": workers,
                "wait": WAIT_SECONDS,
                **anchored_wide(wide),
            },
            description="Read the sources and publish the warehouse with what is new in them.",
            limit=1,
        )
    finally:
        end_runs()


def end_runs() -> None:
    """End the runs under way, which begin anew next time: without their server they would wait for ever."""
    for run in multiprocessing.active_children():
        run.terminate()
        run.join(END_SECONDS)
        run.kill()


def anchored(source: str) -> str:
    """A path as an absolute one, since a run does not start where `serve` did; an address as it is."""
    return source if Source(source).is_web else str(Path(source).absolute())


def anchored_wide(wide: dict[str, str | None]) -> dict[str, str]:
    """The options that are given, those that are paths as absolute ones."""
    from flows.load import ducklake

    given = {name: value for name, value in wide.items() if value}
    if "publish" in given:
        given["publish"] = ducklake.anchored(given["publish"])
    if "data_path" in given and "://" not in given["data_path"]:
        given["data_path"] = f"{Path(given['data_path']).absolute()}/"
    return given


@contextmanager
def address_of(port: int) -> Iterator[tuple[str, bool]]:
    """The address of the server that PREFECT_API_URL names, else of one to be started, which is then named.

    Before Prefect is imported, which looks once and would start a server of its own beside.
    """
    named = os.environ.get("PREFECT_API_URL")
    if named:
        yield named, False
        return
    address = os.environ["PREFECT_API_URL"] = f"http://{HOST}:{port}/api"
    try:
        yield address, True
    finally:
        del os.environ["PREFECT_API_URL"]


@contextmanager
def server(address: str) -> Iterator[None]:
    """A Prefect server at the address, which ends with this process."""
    port = address.removesuffix("/api").rpartition(":")[2]
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", HOST, "--port", port]
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        await_health(address, started)
        yield
    finally:
        started.terminate()
        started.wait()


def await_health(address: str, started: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if started.poll() is not None:
            raise NoServer(f"the Prefect server at {address} ended at once; is its port taken? See --port")
        try:
            if httpx.get(f"{address}/health", timeout=2, trust_env=False).is_success:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.3)
    raise NoServer(f"no Prefect server at {address} after {START_SECONDS} s")
