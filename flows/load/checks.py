"""Checks: SQL that selects the rows that offend. Those of checks/error stop a publish, others are told."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import duckdb

from flows.places import SQL

CHECKS = SQL / "checks"

Severity = Literal["error", "warn"]
SEVERITIES: tuple[Severity, ...] = ("error", "warn")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found: how many rows offend, and the first of them."""

    name: str
    severity: Severity
    question: str
    offending: int
    sample: tuple[object, ...] | None


def run_checks(
    db: duckdb.DuckDBPyConnection,
    folder: Path = CHECKS,
    only: Container[str] | None = None,
    without: Container[str] = (),
) -> list[Outcome]:
    """Run every check on the open warehouse, or some by their names; errors come first."""
    return [
        run_check(db, path, severity)
        for severity in SEVERITIES
        for path in sorted((folder / severity).glob("*.sql"))
        if (only is None or path.stem in only) and path.stem not in without
    ]


def run_check(db: duckdb.DuckDBPyConnection, path: Path, severity: Severity) -> Outcome:
    script = path.read_text("utf-8")
    question = script.splitlines()[0].removeprefix("--").strip()
    query = script.strip().rstrip(";")
    counted = db.execute(f"select count(*) from (\n{query}\n)").fetchone()
    offending = int(counted[0]) if counted else 0
    sample = db.execute(query).fetchone() if offending else None
    return Outcome(path.stem, severity, question, offending, sample)


def record_outcomes(db: duckdb.DuckDBPyConnection, outcomes: list[Outcome]) -> None:
    rows = [(check.name, check.severity, check.offending, check.question) for check in outcomes]
    if rows:  # in one statement: a statement a row takes ten times as long
        columns = [list(column) for column in zip(*rows, strict=True)]
        db.execute("insert into run_checks select unnest(?), unnest(?), unnest(?), unnest(?)", columns)
