"""How right are claims, against annotated gold: the method of the annotation guide's scorer, rules kept.

A *reading* is one annotated claim beside the claim that was read for it, with a verdict on each field. Where
the gold admits a second reading (`also`), either counts; what only one careful reader took for a claim
(`optional`) is not scored.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from flows.extract.claims import Claim, read_article
from flows.read.document import Document
from flows.read.sources import read_sources
from flows.text import Article, article_of

Row = dict[str, Any]
Verdicts = dict[str, bool]

STRICT = ("value", "unit", "metric", "measure", "subject", "period_year")
FIELDS = ("value", "unit", "bound", "metric", "measure", "subject", "period_year", "period", "modality")
COPIED = (
    "value", "value_high", "unit", "bound", "metric", "noun", "measure", "region",
    "period_start", "period_end", "modality", "confidence", "rule",
)  # fmt: skip
DIGITS = re.compile(r"[0-9０-９]+")


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


def judge_reading(gold: Row, said: Row) -> Verdicts:
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
        "period_year": day("period_end", gold)[:4] == day("period_end", said)[:4],
        "period": all(day(key, gold) == day(key, said) for key in ("period_start", "period_end")),
        "modality": gold["modality"] == said["modality"],
    }


def judge(gold: Row, said: Row) -> Verdicts:
    """Field by field: does any reading that the annotation admits say the same?"""
    verdicts = [judge_reading(gold | other, said) for other in [{}, *gold.get("also", [])]]
    return {name: any(verdict[name] for verdict in verdicts) for name in FIELDS}


def row_of(claim: Claim, span: tuple[int, int]) -> Row:
    """The claim in the annotation's fields, with its raw span and the rules that read it."""
    row = {name: getattr(claim, name) for name in COPIED}
    names = {"firm": claim.firm and claim.firm[1], "model": claim.model and claim.model[1]}
    return {"start": span[0], "end": span[1], "number_rule": claim.number.rule, **row, **names}


@dataclass(slots=True)
class Read:
    """What was read in one document: classes by span, claims, the text."""

    text: str
    numbers: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    claims: list[Row] = field(default_factory=list)

    def read_at(self, span: tuple[int, int]) -> str:
        """The class of the number that was read there, and its rule."""
        return next((f"{c}: {r}" for s, (c, r) in self.numbers.items() if overlap(s, span) > 0), "unseen")


def read(article: Article) -> Read:
    """Spans are raw offsets; `numbers` gives the class and the rule of each."""
    found = Read(article.raw)
    for part in read_article(article).passages:
        for number in part.numbers:
            span = article.clean.raw_span(part.passage.start + number.start, part.passage.start + number.end)
            found.numbers[span] = (number.kind, number.rule)
        for claim in part.claims:
            at = (part.passage.start + claim.number.start, part.passage.start + claim.number.end)
            found.claims.append(row_of(claim, article.clean.raw_span(*at)))
    return found


def documents(folder: Path) -> Iterator[tuple[Document, list[Row]]]:
    """The documents of a folder that are annotated there, or in the folder `gold` beside it; what
    `published.csv` says of their days was known to those who annotated them.
    """
    known = folder / "published.csv"
    rows = csv.DictReader(known.open(encoding="utf-8", newline="")) if known.is_file() else ()
    dates = {row["name"]: date.fromisoformat(row["published_on"]) for row in rows}
    for given in read_sources([str(folder)]):
        if not isinstance(given, Document):
            continue
        item = replace(given, published_on=given.published_on or dates.get(given.name))
        for place in (folder, folder.parent / "gold"):
            path = place / f"{item.name}.jsonl"
            if path.is_file():
                yield item, [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@dataclass(frozen=True, slots=True)
class Reading:
    """An annotated claim and what was read for it: `said` is None where nothing was."""

    document: str
    start: int
    surface: str
    gold: Row
    said: Row | None
    verdicts: Verdicts
    instead: str = ""
    """The class and rule of the number where nothing was read."""

    @property
    def strict(self) -> bool:
        return all(self.verdicts[name] for name in STRICT)


@dataclass
class Score:
    """Readings of several documents, with what was claimed beyond the gold."""

    readings: list[Reading] = field(default_factory=list)
    extra: list[tuple[str, str, Row]] = field(default_factory=list)
    digits: list[bool] = field(default_factory=list)
    mentions: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("gold", "said", "right"), 0))
    said: int = 0

    def f1(self, right: int) -> float:
        return 2 * right / max(1, self.said + len(self.readings))

    @cached_property
    def figures(self) -> Mapping[str, float]:
        """ledger, mention, number and strict F1, then each field's share right on claims that were read."""
        aligned = [reading for reading in self.readings if reading.said]
        number = sum(reading.verdicts["value"] and reading.verdicts["unit"] for reading in aligned)
        of_all = max(1, self.mentions["gold"] + self.mentions["said"])
        return {
            "ledger": sum(self.digits) / max(1, len(self.digits)),
            "mention": 2 * self.mentions["right"] / of_all,
            "number": self.f1(number),
            "strict": self.f1(sum(reading.strict for reading in aligned)),
            **{
                name: sum(reading.verdicts[name] for reading in aligned) / max(1, len(aligned))
                for name in FIELDS
            },
        }


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return min(a[1], b[1]) - max(a[0], b[0])


@cache
def score(folder: Path) -> Score:
    """Read and score a folder of annotated documents, without a warehouse; once a process."""
    total = Score()
    for item, mentions in documents(folder):
        article = article_of(
            item.document_id, item.name, item.text, item.title, item.outlet, item.published_on
        )
        add_document(total, item.name, read(article), mentions)
    return total


def add_document(total: Score, name: str, found: Read, mentions: Iterable[Row]) -> None:
    for run in DIGITS.finditer(found.text):
        total.digits.append(any(overlap(span, run.span()) == len(run[0]) for span in found.numbers))
    optional = [(mention["start"], mention["end"]) for mention in mentions if mention.get("optional")]
    said: dict[tuple[int, int], list[Row]] = {}
    for claim in found.claims:
        span = (claim["start"], claim["end"])
        if not any(overlap(span, other) > 0 for other in optional):
            said.setdefault(span, []).append(claim)
    total.said += sum(map(len, said.values()))
    total.mentions["said"] += len(said)
    for mention in mentions:
        if mention["class"] == "claim" and not mention.get("optional"):
            total.mentions["gold"] += 1
            total.readings += readings_of(total, name, found, mention, said)
    total.extra += [(name, found.text[start:end], claims[0]) for (start, end), claims in said.items()]


def readings_of(
    total: Score, name: str, found: Read, mention: Row, free: dict[tuple[int, int], list[Row]]
) -> Iterator[Reading]:
    """Each claim of an annotated mention beside the best claim read at its span, which is then taken."""
    span = (mention["start"], mention["end"])
    best = max(free, key=lambda other: (overlap(other, span), -abs(other[0] - span[0])), default=None)
    said: list[Row] = []
    if best is not None and overlap(best, span) > 0:
        total.mentions["right"] += 1
        said = list(free.pop(best))
    for gold in mention["claims"]:
        if not said:
            verdicts = dict.fromkeys(FIELDS, False)
            yield Reading(name, span[0], mention["surface"], gold, None, verdicts, found.read_at(span))
            continue
        judged = [(judge(gold, other), other) for other in said]
        verdicts, chosen = max(judged, key=lambda pair: sum(pair[0][f] for f in STRICT))
        said.remove(chosen)
        yield Reading(name, span[0], mention["surface"], gold, chosen, verdicts)
