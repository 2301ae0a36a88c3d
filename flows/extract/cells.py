"""Claims of a table: each numeric cell is read as the sentence that it stands for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from flows.extract.claim import Claim, PassageReading
from flows.extract.entities.cast import Cast
from flows.extract.entities.read import find_mentions
from flows.extract.metric.nouns import phrase_before
from flows.extract.numbers.number import Number
from flows.extract.numbers.read import read_numbers
from flows.extract.outline import Topics
from flows.extract.statements import passage_claims
from flows.extract.subject.roles import assign_roles
from flows.extract.tables import (
    CAPTION_UNIT,
    Cell,
    CellSentence,
    cell_sentences,
    heads_below,
    is_heading,
    label_above,
    rows_of,
)
from flows.extract.times import read_times
from flows.extract.windows import masked
from flows.patterns import lazy

PLAIN = lazy(r"[0-9]+(?:\.[0-9]+)?")
NOT_PLAIN = lazy(r"[^0-9.]")
ASIDE = lazy(r"[（(][^（）()]*[）)]$")
UNIT_LINES = 3
"""Passages above a table in which its unit can stand."""
PROSE = 20
"""Passages above a table that may speak of what its headings name."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a table's cells are read in: the lines above it, the article's topics, date, year and names."""

    caption: str
    unit: str
    topics: Topics
    published_on: date | None
    year: int | None
    cast: Cast


def caption_of(passages: list[PassageReading], index: int) -> str:
    """What a table is about: the noun phrase of the caption, heading or title above it."""
    for reading in reversed(passages[:index]):
        if reading.passage.role not in {"caption", "heading", "title"}:
            continue
        unit = CAPTION_UNIT.search(reading.text)
        plain = masked(reading.text, 0, unit.start() if unit else len(reading.text), reading.masks())
        plain = ASIDE.sub("", plain.rstrip("：:。（( ")).rstrip("：: ")
        if plain:
            return phrase_before(plain)
    return ""


def unit_above(passages: list[PassageReading], index: int) -> str:
    """The unit that the lines above a table give for its values (单位：亿元), else ''."""
    lines = "\n".join(reading.text for reading in passages[max(0, index - UNIT_LINES) : index])
    found = CAPTION_UNIT.search(lines)
    return found[1] if found else ""


def text_above(passages: list[PassageReading], index: int) -> str:
    """The text of the passages above a table in which its headings may be written."""
    return "\n".join(reading.text for reading in passages[max(0, index - PROSE) : index])


def table_claims(reading: PassageReading, setting: Setting, said: str) -> None:
    """Read a table's rows cell by cell as sentences; its numbers and claims are set. `said` is the text
    above.
    """
    heads: list[Cell] = []
    spans: list[str] | None = None
    above = ""
    settled: dict[int, Number] = {}
    for row in rows_of(reading.text, said):
        if not heads and is_heading(row):
            heads = row
            continue
        below = heads_below(heads, row) if heads and not settled and spans is None else None
        if below:
            heads, spans = below
            continue
        for sentence in cell_sentences(heads, row, setting.caption, above, setting.unit, spans):
            settle_cell(reading, sentence, cell_claims(reading, sentence, setting), settled)
        above = label_above(row, above)
    covered = {at for number in settled.values() for at in range(number.start, number.end)}
    others = (one for one in reading.numbers if covered.isdisjoint(range(one.start, one.end)))
    reading.numbers = sorted([*others, *settled.values()], key=lambda one: one.start)


def cell_claims(reading: PassageReading, sentence: CellSentence, setting: Setting) -> list[Claim]:
    """The claims of a cell's sentence that lie in the cell itself."""
    mentions = find_mentions(sentence.text, setting.cast)
    assign_roles(sentence.text, mentions)
    times = read_times(sentence.text, setting.published_on, setting.year)
    numbers = [
        as_value(number, sentence) for number in read_numbers(sentence.text, setting.published_on, times)
    ]
    alone = PassageReading(reading.passage, sentence.text, numbers, [], mentions, times)
    claims = passage_claims(alone, setting.topics, setting.published_on, setting.cast)
    return [claim for claim in claims if claim.number.end > sentence.lead]


def as_value(number: Number, sentence: CellSentence) -> Number:
    """The cell's own number as a value: bare digits in a cell are no name."""
    if number.start < sentence.lead or number.kind == "claim":
        return number
    digits = NOT_PLAIN.sub("", number.surface)
    value = number.value
    if value is None and PLAIN.fullmatch(digits):
        value = Decimal(digits)
    if value is None:
        return number
    return replace(number, kind="claim", value=value, unit=number.unit or "count")


def settle_cell(
    reading: PassageReading, sentence: CellSentence, claims: list[Claim], settled: dict[int, Number]
) -> None:
    """Give the cell's claims their place in the row; `settled` are the numbers of cells by their starts."""
    if not claims:
        return
    cell, read = sentence.cell, claims[0].number
    rule = f"table cell, {read.rule}"
    number = replace(read, start=cell.start, end=cell.end, surface=cell.text, kind="claim", rule=rule)
    settled[cell.start] = number
    reading.claims += [
        replace(claim, number=number, rule=f"{claim.rule}; table cell")
        for claim in claims
        if claim.number is read
    ]
