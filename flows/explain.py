"""What is read in a text, by which rule: as rows for a person, as JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
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
SURE = 0.7
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
    """The text with its numbers lit by class, a table of the numbers, then of the claims with their rules."""
    numbers, claims = found["numbers"], found["claims"]
    shown: list[RenderableType] = [lit(text, numbers), "", numbers_table(numbers)]
    if claims:
        shown += ["", claims_table(text, claims)]
    return Group(*shown)


def lit(text: str, numbers: list[Record]) -> Text:
    shown = Text(text)
    for number in numbers:
        shown.stylize(COLORS[number["class"]], number["start"], number["end"])
    return shown


def table_of(*columns: str) -> Table:
    """A table that folds what is too wide for the terminal, and cuts nothing off."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def numbers_table(numbers: list[Record]) -> Table:
    table = table_of("number", "class", "says", "period", "rule")
    for number in numbers:
        color = COLORS[number["class"]]
        said = quantity(number) if number["value"] is not None else ""
        table.add_row(
            Text(number["surface"], color), Text(number["class"], color), said, period(number),
            Text(number["rule"] or "", "dim"),
        )  # fmt: skip
    return table


def claims_table(text: str, claims: list[Record]) -> Table:
    """A block a claim: the number and how sure it is, then each field with what it says and its rule."""
    table = table_of("claim", "says", "by the rule")
    for order, claim in enumerate(claims):
        if order:
            table.add_row()
        sure = f"confidence {claim['confidence']:.2f}"
        table.add_row(
            Text(text[claim["start"] : claim["end"]], COLORS["claim"]),
            Text(quantity(claim), COLORS["claim"]),
            Text(sure, "green" if claim["confidence"] >= SURE else "yellow"),
        )
        for field, said, rule in fields_of(claim):
            table.add_row(Text(f"  {field}", "dim"), said, Text(rule, "dim"))
    return table


def fields_of(claim: Record) -> Iterator[tuple[str, str, str]]:
    """Field, what it says, the rule that decided it; a rule of the whole claim stands alone."""
    about = " / ".join(claim[field] for field in ("region", "firm", "model") if claim[field])
    said = {
        "metric": " ".join(filter(None, (claim["metric"], claim["noun"]))),
        "measure": claim["measure"],
        "subject": about or "nobody named",
        "period": period(claim) or "not given",
        "modality": claim["modality"],
    }
    for part in claim["rule"].split("; "):
        field, _, rule = part.partition(": ")
        yield (field, said[field], rule) if field in said else ("", "", part)


def quantity(record: Record) -> str:
    """As `> 400,000,000,000 CNY`."""
    return " ".join(filter(None, (SIGNS[record["bound"]], amount(record), record["unit"])))


def amount(record: Record) -> str:
    ends = [f"{plain(record[field]):,}" for field in ("value", "value_high") if record[field] is not None]
    return "~".join(ends)


def period(record: Record) -> str:
    """Whole years and months by their names: 2024, 2024-05; else the days, an open end left out."""
    first, last = record["period_start"], record["period_end"]
    if first is None and last is None:
        return ""
    if first is None or last is None:
        return f"{first or ''}..{last or ''}"
    if first.day == 1 and (last + timedelta(1)).day == 1:
        ends = (f"{first:%Y-%m}", f"{last:%Y-%m}")
        if (first.month, last.month) == (1, 12):
            ends = (f"{first:%Y}", f"{last:%Y}")
    else:
        ends = (str(first), str(last))
    return ends[0] if ends[0] == ends[1] else "..".join(ends)
