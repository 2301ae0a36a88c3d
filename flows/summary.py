"""A refresh told to a person: what came in, what stands in the warehouse, what the checks found."""

from __future__ import annotations

from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from flows.load.checks import Outcome
from flows.refresh import Refreshed


def summary_of(done: Refreshed, warehouse: Path) -> RenderableType:
    run, rows = done.run, done.rows
    found = [check for check in done.outcomes if check.offending]
    return Group(
        Text(f"{warehouse} published in {done.seconds:.1f} s", style="bold"),
        line("read", documents=run.documents_seen, new=run.documents_new, rejected=run.documents_rejected),
        line("holds", documents=rows["documents"], numbers=rows["numbers"], claims=rows["metrics"]),
        line("checks", passed=len(done.outcomes) - len(found), with_findings=len(found)),
        *(finding(check) for check in found),
    )


def line(head: str, **counts: int) -> Text:
    told = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in counts.items())
    return Text(f"  {head:<9} {told}")


def finding(check: Outcome) -> Text:
    return Text(f"  {check.severity:<9} {check.offending:,} against: {check.question}", style="yellow")
