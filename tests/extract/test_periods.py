"""Periods as a table: a date, a headline, a text in which every number carries its period.

`periods.txt` has one text a line: date|headline|text, ⏎ between paragraphs; without a date nobody knows it.
Each number that counts stands in braces with its period: {31.2亿元=2025h1}. Periods are written 2024,
2024-08, 2024-08-11, 2025h1, 2025q3, 2025m1-9, A..B, ..B (up to) and - (none); others that are as right follow
after /. Behind ! stands how it is meant where it is not actual: t target, f forecast, h hypothetical.

    python tests/extract/test_periods.py [FILE]    share right, then what is wrong, in a file of this form
"""

from __future__ import annotations

import re
import sys
from calendar import monthrange
from datetime import date
from pathlib import Path

import pytest

if __name__ == "__main__":  # run by hand from anywhere
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from flows.extract.claims import read_text

TABLE = Path(__file__).resolve().parent / "periods.txt"
Said = tuple[date | None, date | None, str]
MEANT = {"": "actual", "t": "target", "f": "forecast", "h": "hypothetical"}
MARKED = re.compile(r"\{([^=}]+)=([^}]+)\}")


def lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def day(written: str, last: bool) -> date | None:
    """2024, 2024-08 or 2024-08-11 as its first or last day."""
    if not written:
        return None
    parts = [int(part) for part in written.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12 if last else 1
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1] if last else 1)


def said(written: str) -> Said:
    """What a period in braces means."""
    period, _, mark = written.partition("!")
    if period == "-":
        return None, None, MEANT[mark]
    part = re.fullmatch(r"([0-9]{4})([hqm])([0-9]+)(?:-([0-9]+))?", period)
    if part:
        size = {"h": 6, "q": 3, "m": 1}[part[2]]
        first, last = size * int(part[3]) - size + 1, size * int(part[4] or part[3])
        period = f"{part[1]}-{first}..{part[1]}-{last}"
    start, _, end = period.rpartition("..")
    return day(start if ".." in period else end, False), day(end, True), MEANT[mark]


def wrong(line: str) -> list[str]:
    """The numbers of a line whose period or modality is read otherwise."""
    published, title, marked = line.split("|", 2)
    marked = marked.replace("⏎", "\n")
    text, wanted, done = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[done : match.start()]
        wanted.append((len(text), match[1], match[2]))
        text, done = text + match[1], match.end()
    reading = read_text(
        text + marked[done:], title or None, date.fromisoformat(published) if published else None
    )
    claims = []
    for passage in reading.passages:
        for claim in passage.claims:
            span = (passage.passage.start + claim.number.start, passage.passage.start + claim.number.end)
            read = (claim.period_start, claim.period_end, claim.modality)
            claims.append((*reading.article.clean.raw_span(*span), read))
    found = []
    for at, surface, written in wanted:
        read = next((read for start, end, read in claims if start < at + len(surface) and end > at), None)
        if read not in [said(one) for one in written.split("/")]:
            found.append(f"{surface}: {written}, read {read}")
    return found


@pytest.mark.parametrize("line", lines(TABLE))
def test_period(line: str) -> None:
    assert wrong(line) == []


if __name__ == "__main__":
    table = lines(Path(sys.argv[1]) if len(sys.argv) > 1 else TABLE)
    count = sum(len(MARKED.findall(line)) for line in table)
    missed = [(line, fault) for line in table for fault in wrong(line)]
    print(f"{1 - len(missed) / count:.3f} of {count} numbers")
    for line, fault in missed:
        print(f"{fault}\n    {line}")
