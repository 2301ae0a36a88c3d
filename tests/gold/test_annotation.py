"""The annotation of our own articles is sound: spans hold surfaces, no digit and no field is missing."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parent
METRICS = FOLDER.parents[1] / "seeds" / "reference" / "metric_definitions.csv"
FIELDS = {
    "value", "value_high", "unit", "bound", "metric", "noun", "measure", "region", "firm", "model",
    "period_start", "period_end", "modality",
}  # fmt: skip
CHOICES = {
    "bound": {"eq", "approx", "gt", "lt"},
    "measure": {"value", "share", "rank", "growth", "change"},
    "modality": {"actual", "target", "forecast", "hypothetical"},
}
articles = pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.txt")), ids=lambda path: path.stem)


def mentions_of(path: Path) -> list[dict[str, Any]]:
    lines = path.with_suffix(".jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@articles
def test_spans_hold_their_surfaces_in_order(path: Path) -> None:
    text, end = path.read_text("utf-8"), 0
    for mention in mentions_of(path):
        assert end <= mention["start"] < mention["end"]
        end = mention["end"]
        assert text[mention["start"] : end] == mention["surface"]


@articles
def test_every_run_of_digits_is_a_mention(path: Path) -> None:
    text, mentions = path.read_text("utf-8"), mentions_of(path)
    for run in re.finditer(r"[0-9０-９]+", text):
        assert any(m["start"] <= run.start() and run.end() <= m["end"] for m in mentions), run


@articles
def test_claims_have_all_their_fields(path: Path) -> None:
    with METRICS.open(encoding="utf-8-sig", newline="") as file:
        metrics = {row["metric"] for row in csv.DictReader(file)}
    for mention in mentions_of(path):
        assert mention["class"] in {"claim", "time", "name", "filler"}
        assert bool(mention["claims"]) == (mention["class"] == "claim"), mention["surface"]
        for claim in mention["claims"]:
            assert set(claim) - {"also"} == FIELDS, mention["surface"]
            assert claim["metric"] in metrics, mention["surface"]
            assert all(claim[field] in choices for field, choices in CHOICES.items()), mention["surface"]
