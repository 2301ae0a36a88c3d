"""Publish what a few documents change: a copy of the published file, with what follows from them replaced.

The outcome is what a build would have made, row for row; it costs what the documents and the questions that
they touch cost, and the copy.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import duckdb

from flows.load.again import TooMuch, answer_again
from flows.load.build import written
from flows.load.change import change_rows, find_changes, note_dropped
from flows.load.checks import CHECKS, Outcome, record_outcomes, run_checks
from flows.load.lake import remove
from flows.load.made import READINGS_FILE, Made
from flows.load.parts import part, shown
from flows.load.scripts import count

MOST = 0.05
"""The part of the documents that may come or go; where more do, all is built."""
DRIFT = 0.25
"""The part of the documents that may have come or gone since all was built: what is replaced stands at the
end of its table, out of order, and leaves room in the file."""

WHOLE = {"sources_lead_to_their_document", "stated_shares_follow"}
"""Checks that are asked of all rows: they read small tables."""
OF_QUESTIONS = {"questions_have_one_answer"}
"""Checks that are asked of the questions that were answered anew."""


def copy_and_change(warehouse: Path, building: Path, lake: Path, made: Made) -> Made | None:
    """Make `building` of the published file and what changed in the lake; None where a build is the better
    way, or the file cannot be opened."""
    try:
        shutil.copyfile(warehouse, building)
        with written(building, lake) as db:
            changes = find_changes(db, lake, lake / READINGS_FILE)
            documents = count(db, "temp.held")
            if changes > MOST * documents or made.drift + changes > DRIFT * documents:
                raise TooMuch
            outcomes = changed(db, lake, made.outcomes)
    except (duckdb.Error, TooMuch):
        remove(building)
        return None
    return replace(made, outcomes=outcomes, drift=made.drift + changes)


def changed(db: duckdb.DuckDBPyConnection, lake: Path, known: list[Outcome]) -> list[Outcome]:
    """Bring the open file up to date, and what its checks find."""
    note_dropped(db)
    gone = run_some(db, "temp.dropped") if count(db, "temp.dropped") else []
    change_rows(db, lake)
    answer_again(db, lake)
    outcomes = checked(db, known, gone)
    db.execute("truncate run_checks")
    record_outcomes(db, outcomes)
    return outcomes


def checked(db: duckdb.DuckDBPyConnection, known: list[Outcome], gone: list[Outcome]) -> list[Outcome]:
    """What all checks find, `known` being what they found before, `gone` in the documents that went."""
    before = {one.name: one for one in known}
    recounted = {one.name for one in gone if one.offending} | WHOLE
    some = [one for one in run_some(db, "temp.added") if one.name not in recounted]
    sums = {one.name: added(before[one.name], one) for one in some}
    sums |= {one.name: one for one in run_checks(db, CHECKS, recounted)}
    best = part("best_claims", "question_id in (from temp.questions)")
    claims = part("metrics", "metric_id in (select metric_id from temp.best_claims)")
    with shown(db, best_claims=best, metrics=claims):
        sums |= {one.name: added(before[one.name], one) for one in run_checks(db, CHECKS, OF_QUESTIONS)}
    return [sums[one.name] for one in known]


def added(before: Outcome, more: Outcome) -> Outcome:
    return replace(before, offending=before.offending + more.offending, sample=before.sample or more.sample)


def run_some(db: duckdb.DuckDBPyConnection, documents: str) -> list[Outcome]:
    """What the checks find in some documents alone."""
    these = f"document_id in (select document_id from {documents})"
    own = "{1} in (select {1} from warehouse.{0} where {2})"  # another document's of the same id would offend
    parts = {
        "documents": part("documents", these),
        "passages": part("passages", these),
        "numbers": part("numbers", own.format("numbers", "number_id", these)),
        "metrics": part("metrics", own.format("metrics", "metric_id", these)),
        "comparable_claims": part("comparable_claims", "metric_id in (select metric_id from temp.metrics)"),
    }
    with shown(db, **parts):
        return run_checks(db, CHECKS, without=WHOLE | OF_QUESTIONS)
