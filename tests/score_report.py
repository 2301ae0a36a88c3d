"""What `make score` prints: figures on annotated articles, and their errors by cause, most frequent first.

    python -m tests.score_report [FOLDER …]    folders of articles; default: all, of unread ones figures

A cause is a field that is wrong with the rule that decided it, as the claim's `rule` names it; value, unit
and bound are decided by the number's rule. Some articles are there to see whether rules generalise: of them
no error is shown.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.calibration import GOLD, UNREAD, VERDICT
from tests.scoring import STRICT, Reading, Row, Score, score

SHOWN = 40
EXAMPLES = 2
WRITTEN = {
    "value": ("value", "value_high"),
    "subject": ("region", "firm", "model"),
    "metric": ("metric", "noun"),
    "period_year": ("period_start", "period_end"),
}
JUDGED = (*STRICT, "bound", "modality")
Causes = dict[tuple[str, str], list[str]]


def rule_of(said: Row, field: str) -> str:
    """The rule that decided a field of a claim."""
    decided = dict(part.partition(": ")[::2] for part in said["rule"].split("; "))
    named = next((name for name, verdict in VERDICT.items() if verdict == field), "")
    return str(decided.get(named) or f"number: {said['number_rule']}")


def written(claim: Row, field: str) -> str:
    values = (claim[key] for key in WRITTEN.get(field, (field,)))
    return " ".join(str(value) for value in values if value is not None) or "none"


def errors_of(reading: Reading) -> Iterator[tuple[tuple[str, str], str]]:
    """Each error of a reading: its cause, and the error in a line."""
    at = f"{reading.document}@{reading.start} {reading.surface}"
    if reading.said is None:
        yield ("missed", reading.instead), at
        return
    for field in JUDGED:
        if not reading.verdicts[field]:
            said, gold = written(reading.said, field), written(reading.gold, field)
            yield (field, rule_of(reading.said, field)), f"{at}: {said}, not {gold}"


def causes(scored: Score) -> Causes:
    """Cause → its errors, each in a line."""
    found: Causes = defaultdict(list)
    for reading in scored.readings:
        for cause, line in errors_of(reading):
            found[cause].append(line)
    for document, surface, said in scored.extra:
        line = f"{document}@{said['start']} {surface}: {written(said, 'metric')}"
        found["no claim", f"number: {said['number_rule']}"].append(line)
    return found


def figures_table(scores: dict[str, Score]) -> Table:
    table = Table("figure", *scores, box=None, pad_edge=False)
    for figure in next(iter(scores.values())).figures:
        table.add_row(figure, *(f"{scored.figures[figure]:.3f}" for scored in scores.values()))
    table.add_row("claims", *(str(len(scored.readings)) for scored in scores.values()))
    return table


def causes_table(found: Causes) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in ("errors", "wrong", "decided by", "for example"):
        table.add_column(column, overflow="fold", justify="right" if column == "errors" else "left")
    for (field, rule), lines in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))[:SHOWN]:
        table.add_row(str(len(lines)), field.removesuffix("_year"), rule, "\n".join(spread(lines)))
    return table


def spread(lines: list[str]) -> list[str]:
    """Examples of different documents, where there are such."""
    first = {line.partition("@")[0]: line for line in reversed(lines)}
    return [*reversed(first.values()), *(line for line in lines if line not in first.values())][:EXAMPLES]


def main(folders: list[Path], console: Console) -> int:
    """Print it all; 2 where a folder holds no annotated article."""
    scores = {folder.name: score(folder) for folder in folders}
    empty = [name for name, scored in scores.items() if not scored.readings]
    if empty:
        print(f"score: no annotated articles in {', '.join(empty)}", file=sys.stderr)
        return 2
    console.print(figures_table(scores))
    for folder in folders:
        if folder not in UNREAD:
            console.print(f"\n{folder.name}: errors by cause", style="bold")
            console.print(causes_table(causes(scores[folder.name])), highlight=False)
    return 0


if __name__ == "__main__":
    named = [Path(folder).resolve() for folder in sys.argv[1:]] or [f for f in GOLD if f.is_dir()]
    sys.exit(main(named, Console(width=None if sys.stdout.isatty() else 160)))
