"""The state of a warehouse: its runs, its age, what it holds, what was rejected, what the checks found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb
from rich.console import Group, RenderableType
from rich.text import Text

from flows.load.lake import lake_of
from flows.load.lock import Holder, holder_of
from flows.load.runs import Run, now_utc, read_runs
from flows.query import open_warehouse
from flows.summary import line

REJECTED_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Status:
    """What the published file and the lake beside it tell; times are UTC without a zone."""

    warehouse: Path
    published_at: datetime | None
    megabytes: float
    holds: dict[str, int]
    rejected: list[tuple[str, str]]
    findings: list[tuple[str, int, str]]
    last: Run | None
    holder: Holder | None

    @property
    def sound(self) -> bool:
        """Whether the last run that ended did publish."""
        return self.last is None or self.last.outcome in ("published", "running")


def status_of(warehouse: Path) -> Status:
    """Read the state of a published warehouse. Raises duckdb.Error where the file is none."""
    lake = lake_of(warehouse)
    with open_warehouse(warehouse) as db:
        counts = db.execute(
            "select (select count(*) from sources) as sources, (select count(*) from documents) as documents,"
            " (select count(*) from numbers) as numbers, (select count(*) from metrics) as claims"
        )
        names = [column[0] for column in counts.description or []]
        holds = dict(zip(names, counts.fetchone() or (), strict=True))
        published = db.execute("select max(finished_at) from runs where outcome = 'published'").fetchone()
        return Status(
            warehouse,
            published[0] if published else None,
            warehouse.stat().st_size / 1e6,
            holds,
            db.execute("select source, reason from rejected_documents order by source").fetchall(),
            findings_of(db),
            max(read_runs(lake), key=lambda run: run.started_at, default=None),
            holder_of(lake),
        )


def findings_of(db: duckdb.DuckDBPyConnection) -> list[tuple[str, int, str]]:
    """Severity, rows and question of each check that found something when the file was published."""
    found = "select severity, offending, question from run_checks where offending > 0 order by severity, name"
    return db.execute(found).fetchall()


def render(status: Status) -> RenderableType:
    return Group(*told(status))


def told(status: Status) -> Iterator[Text]:
    size = f"{status.megabytes:.1f} MB"
    if status.published_at is None:
        yield Text(f"{status.warehouse}, {size}", style="bold")
    else:
        age = aged((now_utc() - status.published_at).total_seconds())
        yield Text(f"{status.warehouse}, {size}, published {age} ago", style="bold")
    yield line("holds", status.holds)
    yield from told_run(status)
    yield line("rejected", {"sources": len(status.rejected)})
    for source, reason in status.rejected[:REJECTED_SHOWN]:
        yield Text(f"            {source}: {reason}", style="yellow")
    if len(status.rejected) > REJECTED_SHOWN:
        yield Text("            more: yanshu show rejected_documents", style="dim")
    yield line("checks", {"with findings": len(status.findings)})
    for severity, offending, question in status.findings:
        yield Text(f"  {severity:<9} {offending:,} against: {question}", style="yellow")


def told_run(status: Status) -> Iterator[Text]:
    run = status.last
    if run is not None:
        took = "" if run.seconds is None else f", {run.seconds:.1f} s"
        yield Text(f"  last run  {run.outcome}, begun {run.started_at:%Y-%m-%d %H:%M:%S} UTC{took}")
        if run.reason:
            yield Text(f"            {run.reason.splitlines()[0]}", style="red")
    if status.holder is not None:
        yield Text(f"  writing   {status.holder}", style="yellow")


def aged(seconds: float) -> str:
    """A length of time in the largest unit that fits, as 3 hours."""
    for unit, length in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        if seconds >= length:
            count = int(seconds // length)
            return f"{count} {unit}" + ("s" if count != 1 else "")
    return f"{max(seconds, 0):.0f} seconds"
