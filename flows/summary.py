"""A refresh told to a person: what came in, what stands in the warehouse, what the checks found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from flows.load.checks import Outcome
from flows.load.ducklake import Snapshot
from flows.work import Refreshed


def summary_of(done: Refreshed, warehouse: Path) -> RenderableType:
    run, rows = done.run, done.rows
    found = [check for check in done.outcomes if check.offending]
    read = {
        "documents": run.documents_seen,
        "new": run.documents_new,
        "changed": run.documents_changed,
        "rejected": run.documents_rejected,
    }
    seldom = {"read again": run.documents_reread, "pruned": run.sources_pruned}
    conflicts = {} if run.conflicts is None else {"conflicts": run.conflicts}
    holds = {"documents": rows["documents"], "numbers": rows["numbers"], "claims": rows["metrics"]}
    return Group(
        Text(f"{warehouse} published in {done.seconds:.1f} s", style="bold"),
        line("read", read | {name: count for name, count in seldom.items() if count}),
        line("holds", holds | conflicts),
        line("checks", {"passed": len(done.outcomes) - len(found), "with findings": len(found)}),
        *([kept(done.snapshot)] if done.snapshot else []),
        *(finding(check) for check in found),
        *remarks(done),
    )


def kept(snapshot: Snapshot) -> Text:
    """What a DuckLake catalog got of it."""
    added, removed = (sum(rows.values()) for rows in (snapshot.added, snapshot.removed))
    return Text(f"  ducklake  snapshot {snapshot.number}: {added:,} rows added, {removed:,} removed")


def remarks(done: Refreshed) -> Iterator[Text]:
    """What a person may want to do something about."""
    if done.mended:
        yield Text(f"  mended    {done.mended:,} damaged shards of the lake were made anew", style="yellow")
    if done.outdated:
        told = f"{done.outdated:,} documents are as an older extractor read them: refresh --reextract"
        yield Text(f"  older     {told}", style="yellow")


def line(head: str, counts: dict[str, int]) -> Text:
    told = ", ".join(f"{count:,} {name}" for name, count in counts.items())
    return Text(f"  {head:<9} {told}")


def finding(check: Outcome) -> Text:
    return Text(f"  {check.severity:<9} {check.offending:,} against: {check.question}", style="yellow")
