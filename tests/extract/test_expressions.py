"""The reading of numbers and times, as tables: one row is an expression in a sentence and what it amounts to.

The tables are `expressions/*.csv`, one a kind. A cell may hold several admissible readings joined by `|`, or
`*` where the guide leaves the field open; an empty cell means null (an empty reading among several, too).
`class` says what the expression is; `none` stands for an expression that is not a number at all. A claim and
a stretch of time are held to value, value_high, unit and bound; other times to their period, resolved against
`date`, the day on which the text came out. A time without a numeral (上周五) is no number: it is what the
reader of times says of it.
"""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from flows.extract.numbers.number import Number
from flows.extract.numbers.read import read_numbers
from flows.extract.times import read_times
from flows.text import CleanText, clean

TABLES = Path(__file__).parent / "expressions"
TOLERANCE = Decimal("0.005")
Row = dict[str, str]


def read_table(path: Path) -> list[Row]:
    """The rows of one table."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def overlap(number: Number, start: int, end: int) -> int:
    """How many characters the number shares with the span; not positive when they are apart."""
    return min(number.end, end) - max(number.start, start)


def span_of(surface: str, text: str, cleaned: CleanText) -> tuple[int, int]:
    """Where the surface, as written in the raw text, stands in the clean text."""
    start = text.index(surface)
    end = start + len(surface)
    inside = [at for at in range(len(cleaned.text)) if cleaned.starts[at] < end and cleaned.ends[at] > start]
    return inside[0], inside[-1] + 1


def same_amount(cell: str, said: Decimal | None) -> bool:
    """Is the said amount one of the cell's, within half a percent?"""
    for reading in cell.split("|"):
        if reading == "*" or (not reading and said is None):
            return True
        if reading and said is not None and abs(Decimal(reading) - said) <= TOLERANCE * abs(Decimal(reading)):
            return True
    return False


def same_word(cell: str, said: str | date | None) -> bool:
    """Is the said word or day one of the cell's?"""
    readings = cell.split("|")
    return "*" in readings or str(said or "") in readings


def differences(row: Row, number: Number) -> list[str]:
    """The fields in which the number is not what the row says."""
    verdicts = {}
    if row["value"] and number.kind in {"claim", "time"}:
        verdicts |= {
            "value": same_amount(row["value"], number.value),
            "value_high": same_amount(row["value_high"], number.value_high),
            "unit": same_word(row["unit"], number.unit),
            "bound": same_word(row["bound"], number.bound),
        }
    elif number.kind == "time":
        verdicts |= {
            "period_start": same_word(row["period_start"], number.period_start),
            "period_end": same_word(row["period_end"], number.period_end),
        }
    return [f"{field} {getattr(number, field)}, not {row[field] or 'null'}"
            for field, right in verdicts.items() if not right]


def read(text: str, today: date | None) -> list[Number]:
    """The numbers of the text, and its times without a numeral (上周五) as if they were."""
    numbers = read_numbers(text, today)
    for span in read_times(text, today):
        if not span.numeral:
            period = {"period_start": span.period_start, "period_end": span.period_end}
            numbers.append(Number(span.start, span.end, text[span.start:span.end], "time", **period))
    return numbers


def misreading(row: Row) -> str | None:
    """What is wrong with the reading of the row's expression, or None."""
    cleaned = clean(row["text"])
    classes = row["class"].split("|")
    today = date.fromisoformat(row["date"]) if row["date"] else None
    numbers = read(cleaned.text, today) if "time" in classes else read_numbers(cleaned.text, today)
    span = span_of(row["surface"], row["text"], cleaned)
    touching = sorted((number for number in numbers if overlap(number, *span) > 0),
                      key=lambda number: -overlap(number, *span))
    allowed = [number for number in touching if number.kind in classes]
    if not touching or ("none" in classes and len(allowed) < len(touching)) or not allowed:
        if not touching and "none" in classes:
            return None
        said = ", ".join(f"{number.kind} {number.surface}" for number in touching) or "nothing"
        return f"read as {said}, not {row['class']}"
    wrong = differences(row, allowed[0])
    return f"{allowed[0].surface}: {'; '.join(wrong)}" if wrong else None


ROWS = [row for path in sorted(TABLES.glob("*.csv")) for row in read_table(path)]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])
def test_expression_is_read_right(row: Row) -> None:
    wrong = misreading(row)
    assert wrong is None, f"{row['text']} — {row['surface']}: {wrong}"
