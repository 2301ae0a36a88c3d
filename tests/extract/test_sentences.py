"""Sentences of many fields of news, each with all of its claims.

`sentences/*.jsonl` holds one sentence a line: id, text, title and date (what an article would give), claims.
A claim may carry `also`, other readings that are as right, field by field; one marked `optional` may be read
or not. Names (noun, firm, model) need only be alike, everything else must be equal.

    python tests/extract/test_sentences.py [ID …]    share right by field, then what is wrong in each sentence
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

if __name__ == "__main__":  # run by hand from anywhere
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from flows.extract.claims import read_text

FOLDER = Path(__file__).resolve().parent / "sentences"
FIELDS = ("value", "unit", "bound", "metric", "measure", "subject", "period", "modality")
COPIED = (
    "value", "value_high", "unit", "bound", "metric", "noun", "measure", "region",
    "period_start", "period_end", "modality",
)  # fmt: skip
WRITTEN = {
    "value": ("value", "value_high"),
    "subject": ("region", "firm", "model"),
    "metric": ("metric", "noun"),
    "period": ("period_start", "period_end"),
}
JudgedFields = dict[str, bool]
Row = dict[str, Any]


def sentences() -> list[Row]:
    lines = (line for path in sorted(FOLDER.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    return [json.loads(line) for line in lines]


def claims_read(sentence: Row) -> list[Row]:
    """The claims that extraction reads in the sentence, in the annotation's fields, offsets in its text."""
    published_on = date.fromisoformat(sentence["date"]) if sentence["date"] else None
    reading = read_text(sentence["text"], sentence["title"], published_on)
    rows = []
    for passage in reading.passages:
        for claim in passage.claims:
            first, last = (passage.passage.start + at for at in (claim.number.start, claim.number.end))
            start, end = reading.article.clean.raw_span(first, last)
            row = {field: getattr(claim, field) for field in COPIED}
            row |= {"firm": claim.firm and claim.firm[1], "model": claim.model and claim.model[1]}
            rows.append({"start": start, "end": end, "surface": sentence["text"][start:end], **row})
    return rows


def close(a: Any, b: Any) -> bool:
    """Equal within half a percent: one third is written 33.33."""
    if a is None or b is None:
        return a is None and b is None
    return abs(float(a) - float(b)) <= 0.005 * max(abs(float(a)), abs(float(b)), 1e-9)


def pairs(name: str) -> set[str]:
    return {name[i : i + 2] for i in range(len(name) - 1)} or {name}


def alike(a: str | None, b: str | None) -> bool:
    """Two names of one thing: one holds the other, or half of their character pairs are shared."""
    a, b = (re.sub(r"[\s“”\"'《》()（）·]", "", name or "").lower() for name in (a, b))
    if not a or not b:
        return a == b
    return a in b or b in a or len(pairs(a) & pairs(b)) / len(pairs(a) | pairs(b)) >= 0.5


def same_subject(gold: Row, said: Row) -> bool:
    """Of a firm and the place it sits in either name will do; a region must be the same set of names."""
    same_region = set((gold["region"] or "").split("+")) == set((said["region"] or "").split("+"))
    named = [key for key in ("firm", "model") if gold[key]]
    same_names = all(alike(gold[key], said[key]) for key in named)
    if named:
        return same_names or (bool(gold["region"]) and same_region)
    return same_region and (bool(gold["region"]) or not (said["firm"] or said["model"]))


def judge_reading(gold: Row, said: Row) -> JudgedFields:
    def day(key: str, row: Row) -> str:
        return str(row[key] or "")

    same_noun = gold["metric"] != "other" or alike(gold["noun"], said["noun"])
    return {
        "value": close(gold["value"], said["value"]) and close(gold["value_high"], said["value_high"]),
        "unit": gold["unit"] == said["unit"],
        "bound": gold["bound"] == said["bound"],
        "metric": gold["metric"] == said["metric"] and same_noun,
        "measure": gold["measure"] == said["measure"],
        "subject": same_subject(gold, said),
        "period": all(day(key, gold) == day(key, said) for key in ("period_start", "period_end")),
        "modality": gold["modality"] == said["modality"],
    }


def judge(gold: Row, said: Row) -> JudgedFields:
    """Field by field: does any reading that the annotation admits say the same?"""
    verdicts = [judge_reading(gold | other, said) for other in [{}, *gold.get("also", [])]]
    return {field: any(verdict[field] for verdict in verdicts) for field in FIELDS}


def overlaps(gold: Row, said: Row) -> bool:
    return bool(min(gold["start"] + len(gold["surface"]), said["end"]) > max(gold["start"], said["start"]))


def compare(sentence: Row) -> tuple[list[tuple[Row, Row | None, JudgedFields]], list[Row]]:
    """Each annotated claim with the claim read for it (None: missed) and verdicts; then claims too many."""
    free = claims_read(sentence)
    matched: list[tuple[Row, Row | None, JudgedFields]] = []
    for gold in (claim for claim in sentence["claims"] if not claim.get("optional")):
        candidates = [said for said in free if overlaps(gold, said)]
        if not candidates:
            matched.append((gold, None, dict.fromkeys(FIELDS, False)))
            continue
        best = max(candidates, key=lambda said: sum(judge(gold, said).values()))
        free.remove(best)
        matched.append((gold, best, judge(gold, best)))
    optional = [claim for claim in sentence["claims"] if claim.get("optional")]
    return matched, [said for said in free if not any(overlaps(gold, said) for gold in optional)]


def written(claim: Row, field: str) -> str:
    keys = WRITTEN.get(field, (field,))
    return "/".join(str(claim[key]) for key in keys if claim[key] is not None) or "none"


def complaints(sentence: Row) -> Iterator[str]:
    """What is wrong, one line a fault."""
    matched, too_much = compare(sentence)
    for gold, said, verdicts in matched:
        if said is None:
            yield f"{gold['surface']}: missed"
            continue
        wrong = [f"{f}: said {written(said, f)}, is {written(gold, f)}" for f in FIELDS if not verdicts[f]]
        if wrong:
            yield f"{gold['surface']}: " + "; ".join(wrong)
    yield from (f"{said['surface']}: not a claim here ({written(said, 'metric')})" for said in too_much)


@pytest.mark.parametrize("sentence", sentences(), ids=lambda sentence: sentence["id"])
def test_sentence_says_these_claims_and_no_others(sentence: Row) -> None:
    wrong = list(complaints(sentence))
    assert not wrong, "\n".join([sentence["text"], *wrong])


def test_annotation_is_sound() -> None:
    """Surfaces stand where they are said to stand, ids are unique, periods are in order."""
    rows = sentences()
    assert len({row["id"] for row in rows}) == len(rows) >= 170
    for row in rows:
        for claim in row["claims"]:
            assert row["text"][claim["start"] :].startswith(claim["surface"]), row["id"]
            if claim["period_start"] and claim["period_end"]:
                assert claim["period_start"] <= claim["period_end"], row["id"]


def report(ids: list[str]) -> None:
    """Print the share of claims right by field and the faults of every sentence that is not right."""
    right, total, extra, failing = Counter[str](), 0, 0, []
    for sentence in sentences():
        if ids and not any(sentence["id"].startswith(start) for start in ids):
            continue
        matched, too_much = compare(sentence)
        extra += len(too_much)
        for _, said, verdicts in matched:
            total += 1
            right["read"] += said is not None
            right["all"] += all(verdicts.values())
            right.update({field: verdicts[field] for field in FIELDS})
        if too_much or not all(all(verdicts.values()) for _, _, verdicts in matched):
            failing.append(sentence)
    for sentence in failing:
        print(f"{sentence['id']}  {sentence['text']}")
        print("".join(f"    {line}\n" for line in complaints(sentence)), end="")
    shares = "  ".join(f"{key} {right[key] / max(1, total):.3f}" for key in ("read", *FIELDS, "all"))
    print(f"{total} claims: {shares}; {extra} too many")
    print(f"{len(failing)} sentences fail: {' '.join(sentence['id'] for sentence in failing)}")


if __name__ == "__main__":
    report(sys.argv[1:])
