"""What is read in a text, by which rule: as rows for a person, as JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from flows.extract.claims import read_text
from flows.extract.extract import rows_of
from flows.extract.frames import SCHEMAS

Record = dict[str, Any]

NUMBER_FIELDS = ("surface", "class", "value", "value_high", "unit", "bound", "period_start", "period_end")
CLAIM_FIELDS = (
    "value", "value_high", "unit", "bound", "metric", "noun", "scope", "measure", "region", "firm", "model",
    "period_start", "period_end", "modality", "confidence", "rule",
)  # fmt: skip
SIGNS = {"eq": "=", "approx": "≈", "gt": ">", "lt": "<"}
COLORS = {"claim": "bold green", "time": "cyan", "name": "magenta", "filler": "dim"}


def explain(text: str, today: date | None = None) -> dict[str, list[Record]]:
    """The numbers and claims of a text that is dated `today`, in its order, with offsets into it."""
    found: dict[str, list[Record]] = {table: [] for table in SCHEMAS}
    for table, row in rows_of(read_text(text, published_on=today)):
        found[table].append(dict(zip(SCHEMAS[table], row, strict=True)))
    numbers = sorted(found["numbers"], key=lambda number: (number["start_char"], number["end_char"]))
    spans = {number["number_id"]: span_of(number) for number in numbers}
    return {
        "numbers": [span_of(number) | picked(number, (*NUMBER_FIELDS, "rule")) for number in numbers],
        "claims": [spans[claim["number_id"]] | picked(claim, CLAIM_FIELDS) for claim in found["metrics"]],
    }


def picked(record: Record, fields: Iterable[str]) -> Record:
    return {field: record[field] for field in fields}


def span_of(number: Record) -> Record:
    return {"start": number["start_char"], "end": number["end_char"]}


def explain_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """One line of JSON for each line read: what stands in its text, or an `error` where it is no request."""
    for line in lines:
        try:
            reply: object = without_rules(explain(*request_of(line)))
        except ValueError as error:
            reply = {"error": str(error)}
        told = json.dumps(reply, ensure_ascii=False, default=plain)
        yield told.encode("utf-8", "backslashreplace") + b"\n"  # a lone surrogate becomes its JSON escape


def without_rules(found: dict[str, list[Record]]) -> dict[str, list[Record]]:
    return found | {
        "numbers": [picked(number, ("start", "end", *NUMBER_FIELDS)) for number in found["numbers"]]
    }


def request_of(line: bytes) -> tuple[str, date | None]:
    """Text and date of a request line; ValueError says what is wrong with it."""
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not a JSON object in UTF-8: {error}") from None
    if not isinstance(request, dict) or not isinstance(request.get("text"), str):
        raise ValueError('expected an object {"text": "...", "date": "YYYY-MM-DD" or null}')
    given = request.get("date")
    return request["text"], parse_date(given) if given is not None else None


def parse_date(given: object) -> date:
    try:
        return date.fromisoformat(given if isinstance(given, str) else "")
    except ValueError:
        raise ValueError(f"date {given!r} is not a day as YYYY-MM-DD") from None


def plain(value: object) -> object:
    """A value as JSON has it: whole numbers as integers, dates as ISO text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def render(text: str, found: dict[str, list[Record]]) -> RenderableType:
    """The text with its numbers lit by class, then a table of the numbers, then the claims."""
    numbers, claims = found["numbers"], found["claims"]
    return Group(lit(text, numbers), numbers_table(numbers), *(claim_lines(text, claim) for claim in claims))


def lit(text: str, numbers: list[Record]) -> Text:
    shown = Text(text)
    for number in numbers:
        shown.stylize(COLORS[number["class"]], number["start"], number["end"])
    return shown


def numbers_table(numbers: list[Record]) -> Table:
    table = Table("number", "class", "value", "unit", "bound", "period", "rule")
    for number in numbers:
        table.add_row(
            Text(number["surface"], style=COLORS[number["class"]]), number["class"], amount(number),
            number["unit"] or "", number["bound"], period(number), number["rule"] or "",
        )  # fmt: skip
    return table


def claim_lines(text: str, claim: Record) -> Text:
    """A claim in a few lines: what it says, of whom and when, and the rules that read it so."""
    said = f"{claim['metric']} ({claim['noun']})" if claim["noun"] else claim["metric"]
    measure = "" if claim["measure"] == "value" else f", {claim['measure']}"
    about = (
        " / ".join(claim[field] for field in ("region", "firm", "model") if claim[field]) or "nobody named"
    )
    shown = Text(text[claim["start"] : claim["end"]], style=COLORS["claim"])
    shown.append(
        f"  {said}{measure} {SIGNS[claim['bound']]} {amount(claim)} {claim['unit']}", style="default"
    )
    shown.append(
        f"\n  of {about}, {period(claim) or 'no period given'}, {claim['modality']}", style="default"
    )
    return shown.append(f"\n  by {claim['rule']}", style="dim")


def amount(record: Record) -> str:
    ends = [f"{plain(record[field]):,}" for field in ("value", "value_high") if record[field] is not None]
    return "~".join(ends)


def period(record: Record) -> str:
    first, last = record["period_start"], record["period_end"]
    if first is None and last is None:
        return ""
    return str(first) if first == last else f"{first or ''}..{last or ''}"
