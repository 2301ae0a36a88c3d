"""Confidence by counting: how often was right what each rule decided, on all annotated articles?

    python -m tests.calibration            stated confidence against the share right, on articles left out
    python -m tests.calibration --write    also counts anew the sheet, and the table of docs/confidence.md

A rule's reliability is (right + 5 x mean) / (uses + 5): `mean` is the share right of its field, so that a
rule seen twice says little. What is stated of an article is judged by a count over all the others. The
articles whose errors nobody looks at count too: no rule was written on them, so they keep the figures from
flattering.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.extract.confidence import FIELDS, product_of
from flows.places import REFERENCE
from tests.scoring import STRICT, Verdicts, score

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "tests" / "gold"
RETOLD = tuple(
    OWN / "retold" / name
    for name in ("cities", "firms", "provinces", "comparisons", "regions", "newsroom", "industry", "press")
)
UNREAD = (OWN / "retold" / "unseen", OWN / "held")
"""Articles of which only figures are looked at."""
GOLD = (ROOT.parent / "shared" / "corpus", OWN / "open", *RETOLD, *UNREAD)
SHEET = REFERENCE / "rule_reliability.csv"
PAGE = ROOT / "docs" / "confidence.md"
WEIGHT = 5
SELDOM = 3
VERDICT = {field: field for field in FIELDS} | {"period": "period_year"}
WHOLE = (*STRICT, "modality")


@dataclass(frozen=True, slots=True)
class Case:
    """A claim that was read: the rules that decided it, its verdicts (None: no claim at all)."""

    document: str
    rule: str
    verdicts: Verdicts | None

    @property
    def right(self) -> bool:
        return self.verdicts is not None and all(self.verdicts[field] for field in WHOLE)

    @property
    def decided(self) -> Iterator[tuple[str, str]]:
        """Each field with the rule that decided it."""
        for part in self.rule.split("; "):
            field = part.partition(": ")[0]
            if field in FIELDS:
                yield field, part


def cases_of(folder: Path) -> list[Case]:
    scored = score(folder)
    name = folder.name
    read = [Case(f"{name}/{r.document}", r.said["rule"], r.verdicts) for r in scored.readings if r.said]
    return read + [Case(f"{name}/{document}", said["rule"], None) for document, _, said in scored.extra]


@dataclass(frozen=True, slots=True)
class Count:
    reliability: float
    uses: int


def counted(cases: Iterable[Case]) -> dict[str, Count]:
    """Reliability and uses of each rule used often enough, of each field, and of `claim`."""
    uses, right = Counter[str](), Counter[str]()
    for case in cases:
        uses["claim"] += 1
        if case.verdicts is None:
            continue
        right["claim"] += case.verdicts["value"] and case.verdicts["unit"]
        for field, rule in case.decided:
            for key in (field, rule):
                uses[key] += 1
                right[key] += case.verdicts[VERDICT[field]]
    mean = {key: right[key] / uses[key] for key in ("claim", *FIELDS) if uses[key]}
    found = {key: Count(share, uses[key]) for key, share in mean.items()}
    for rule, count in uses.items():
        if rule not in mean and count >= SELDOM:
            share = mean[rule.partition(": ")[0]]
            found[rule] = Count((right[rule] + WEIGHT * share) / (count + WEIGHT), count)
    return found


def stated(cases: list[Case]) -> list[tuple[float, Case]]:
    """Each case with the confidence that a count over all other documents states."""
    said = []
    for document in sorted({case.document for case in cases}):
        known = counted(case for case in cases if case.document != document)
        shares = {rule: count.reliability for rule, count in known.items()}
        said += [(product_of(c.rule, shares), c) for c in cases if c.document == document]
    return said


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of about the same stated confidence; `stated` and `right` are means."""

    name: str
    claims: int
    stated: float
    right: float


def bin_of(name: str, said: list[tuple[float, Case]]) -> Bin:
    count = len(said)
    return Bin(name, count, sum(s for s, _ in said) / count, sum(case.right for _, case in said) / count)


def bins(said: list[tuple[float, Case]]) -> list[Bin]:
    """By tenths from 0.6 upwards, what is below in one."""
    held: dict[int, list[tuple[float, Case]]] = defaultdict(list)
    for share, case in said:
        held[min(9, max(5, int(share * 10)))].append((share, case))
    names = {tenth: f"0.{tenth} to {(tenth + 1) / 10:.1f}" for tenth in range(6, 10)} | {5: "below 0.6"}
    return [bin_of(names[tenth], inside) for tenth, inside in sorted(held.items())]


def table(said: list[tuple[float, Case]]) -> str:
    """In Markdown: bins of all documents, then the folders of annotated articles."""
    of = {f.name: [one for one in said if one[1].document.startswith(f"{f.name}/")] for f in GOLD}
    wholes = [(f"`{name}`", inside) for name, inside in of.items()] + [("all", said)]
    rows = bins(said) + [bin_of(name, inside) for name, inside in wholes if inside]
    lines = [f"| {row.name} | {row.claims} | {row.stated:.2f} | {row.right:.2f} |" for row in rows]
    return "\n".join(["| stated | claims | mean stated | share right |", "| --- | --- | --- | --- |", *lines])


def write(cases: list[Case], said: list[tuple[float, Case]]) -> None:
    """The sheet from all documents; the table of the page from documents left out."""
    with SHEET.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file, lineterminator="\n")
        sheet.writerow(["rule", "reliability", "uses", "source"])
        for rule, count in sorted(counted(cases).items()):
            sheet.writerow([rule, f"{count.reliability:.3f}", count.uses, "counted by tests/calibration.py"])
    lines = PAGE.read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("|")]
    at = next(index for index, line in enumerate(lines) if line.startswith("|"))
    PAGE.write_text("\n".join([*kept[:at], table(said), *kept[at:], ""]), "utf-8")


def main() -> int:
    missing = [str(folder) for folder in GOLD if not folder.is_dir()]
    if missing:
        print(f"calibration: no articles at {', '.join(missing)}; nothing was counted", file=sys.stderr)
        return 2
    cases = [case for folder in GOLD for case in cases_of(folder)]
    said = stated(cases)
    print(table(said))
    if sys.argv[1:] == ["--write"]:
        write(cases, said)
    return 0


if __name__ == "__main__":
    sys.exit(main())
