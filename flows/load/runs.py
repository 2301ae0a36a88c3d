"""The runs of a warehouse, in the lake: those that published, failed, or were cut off."""

from __future__ import annotations

import uuid
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import polars as pl

from flows.load.listing import read_or_empty
from flows.load.shards import write_parquet

RUNS_FILE = "runs.parquet"

RUNS: dict[str, pl.DataType | type[pl.DataType]] = {
    "run_id": pl.String, "started_at": pl.Datetime("us"), "finished_at": pl.Datetime("us"),
    "seconds": pl.Float64, "outcome": pl.String, "reason": pl.String, "documents_seen": pl.Int64,
    "documents_new": pl.Int64, "documents_changed": pl.Int64, "documents_reread": pl.Int64,
    "documents_rejected": pl.Int64, "sources_pruned": pl.Int64, "claims": pl.Int64, "conflicts": pl.Int64,
    "checks_failed": pl.Int64, "extractor_version": pl.String,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """One run, as a row of `runs`; times are UTC without a zone, as DuckDB's TIMESTAMP holds them.

    `outcome`: running, published, failed or cut off (killed, or the machine stopped).
    """

    run_id: str
    started_at: datetime
    extractor_version: str
    finished_at: datetime | None = None
    seconds: float | None = None
    outcome: str = "running"
    reason: str | None = None
    documents_seen: int = 0
    documents_new: int = 0
    documents_changed: int = 0
    documents_reread: int = 0
    documents_rejected: int = 0
    sources_pruned: int = 0
    claims: int | None = None
    conflicts: int | None = None
    checks_failed: int | None = None

    def ended(self, outcome: str, reason: str | None = None) -> Run:
        """The same run with its end and its length."""
        now = now_utc()
        seconds = round((now - self.started_at).total_seconds(), 3)
        return replace(self, finished_at=now, seconds=seconds, outcome=outcome, reason=reason)


def now_utc() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def new_run(version: str) -> Run:
    started = now_utc()
    return Run(f"{started:%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:6]}", started, version)


def begin_run(lake: Path, version: str, published: list[Run]) -> Run:
    """Record that a run began.

    Runs that never told their end were cut off, but for those in the `published` file: their work was done.
    """
    run, done = new_run(version), {row.run_id: row for row in published}
    earlier = [
        done.get(row.run_id) or replace(row, outcome="cut off") if row.outcome == "running" else row
        for row in read_runs(lake)
    ]
    write_runs(lake, [*earlier, run])
    return run


def record_run(lake: Path, run: Run) -> None:
    """Put a run's row in place of the one it had."""
    write_runs(lake, [*(row for row in read_runs(lake) if row.run_id != run.run_id), run])


def write_runs(lake: Path, runs: list[Run]) -> None:
    rows = [tuple(asdict(run)[name] for name in RUNS) for run in runs]
    write_parquet(pl.DataFrame(rows, schema=RUNS, orient="row"), lake / RUNS_FILE)


def read_runs(lake: Path) -> list[Run]:
    """All runs, oldest first; none where the file is damaged: history is not worth a run."""
    try:
        return [Run(**row) for row in read_or_empty(lake / RUNS_FILE, RUNS).to_dicts()]
    except (pl.exceptions.PolarsError, OSError, TypeError):
        return []


def published_runs(db: duckdb.DuckDBPyConnection) -> list[Run]:
    """The runs in an open warehouse."""
    rows = db.execute(f"select {', '.join(RUNS)} from runs").fetchall()
    return [Run(**dict(zip(RUNS, row, strict=True))) for row in rows]


def insert_run(db: duckdb.DuckDBPyConnection, run: Run) -> None:
    row = asdict(run)
    marks = ", ".join("?" for _ in RUNS)
    db.execute(f"insert into runs ({', '.join(RUNS)}) values ({marks})", [row[name] for name in RUNS])
