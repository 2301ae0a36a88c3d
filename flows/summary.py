"""A refresh told to a person: what came in, what stands in the warehouse, what the checks found."""

from __future__ import annotations

from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from flows.load.checks import Outcome
from flows.refresh import Refreshed


def summary_of(done: Refreshed, warehouse: Path) -> RenderableType:
    run, rows = done.run, done.rows
    lines = [
        Text(f"{warehouse} published in {done.seconds:.1f} s", style="bold"),
        Text(f"  read      {run.documents_seen} documents, {run.documents_new} new, {run.documents_rejected} rejected"),
        Text(f"  holds     {rows['documents']:,} documents, {rows['numbers']:,} numbers, {rows['metrics']:,} claims"),
        Text(f"  checks    {len(done.outcomes)} run, {sum(check.offending > 0 for check in done.outcomes)} with findings"),
    ]
    return Group(*lines, *(finding(check) for check in done.outcomes if check.offending))


def finding(check: Outcome) -> Text:
    return Text(f"  {check.severity:<9} {check.offending:,} against: {check.question}", style="yellow")
