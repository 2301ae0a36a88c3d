"""What each view answers for the sample articles; `pytest tests/sql --update-golden` rewrites the files."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import duckdb
import pytest

from flows.load.catalog import catalog

GOLDEN = Path(__file__).parent / "golden"
TABLES_OF_FACTS = {
    "documents", "sources", "passages", "numbers", "metrics", "rejected_documents", "runs", "run_checks",
    "regions", "firms", "models", "metric_definitions", "metric_comparisons", "bound_tolerances",
    "headline_metrics", "fields", "region_tree", "comparable_claims", "claims", "region_peers", "answers",
}  # fmt: skip
CONDITIONS = {"firm_directory": "where claims > 0", "model_directory": "where claims > 0"}
CALLS = {
    "compare": "from compare('financing_amount', ['北京', '成都'])",
    "profile": "from profile('四川')",
    "claims_about": "from claims_about('大模型备案')",
}


def answers() -> dict[str, str]:
    views = sorted({entry.relation for entry in catalog() if not entry.column} - TABLES_OF_FACTS)
    return {view: f"from {view} {CONDITIONS.get(view, '')}" for view in views} | CALLS


def told(warehouse: Path, query: str) -> str:
    """The rows as CSV, without identifiers and what changes with the machine's or the rules' wording."""
    with duckdb.connect(str(warehouse), read_only=True) as db:
        result = db.execute(query)
        names = [column[0] for column in result.description or []]
        kept = [
            at
            for at, name in enumerate(names)
            if not name.endswith(("_id", "rule"))
            and name not in {"evidence", "confidence", "from_id", "to_id"}
        ]
        rows = [[row[at] for at in kept] for row in result.fetchall()]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([names[at] for at in kept])
    writer.writerows(sorted(rows, key=str))
    return text.getvalue()


@pytest.mark.parametrize("name", sorted(answers()))
def test_the_samples_answer_as_before(
    name: str, sample_warehouse: Path, request: pytest.FixtureRequest
) -> None:
    path = GOLDEN / f"{name}.csv"
    said = told(sample_warehouse, answers()[name])
    if request.config.getoption("--update-golden"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(said, "utf-8")
    assert said == path.read_text("utf-8"), "if the change is right: pytest tests/sql --update-golden"


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.glob("*.csv")} == set(answers())
