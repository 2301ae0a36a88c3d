"""Claims of a table: each numeric cell is read as the sentence that it stands for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from flows.extract.claim import Claim, PassageReading
from flows.extract.entities.cast import Cast
from flows.extract.entities.institutions import discovered_id
from flows.extract.entities.mention import Mention
from flows.extract.entities.read import find_mentions
from flows.extract.entities.surfaces import Kind
from flows.extract.metric.fitting import Topic
from flows.extract.numbers.number import Number
from flows.extract.numbers.read import read_numbers
from flows.extract.outline import Topics
from flows.extract.statements import passage_claims
from flows.extract.subject.roles import assign_roles
from flows.extract.table.heads import TOPIC_HEAD, kind_of_names, split_head
from flows.extract.table.layout import Columns, Name, heads_below, is_heading, label_above, names_in_heads
from flows.extract.table.parts import Part, is_grouped, starts_of
from flows.extract.table.rows import Cell, rows_of
from flows.extract.table.sentences import CellSentence, cell_sentences, worded_cells
from flows.extract.times import read_times
from flows.patterns import lazy

PLAIN = lazy(r"[0-9]+(?:\.[0-9]+)?")
DIGITS = lazy(r"[0-9]+")
NOT_PLAIN = lazy(r"[^0-9.]")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a table's cells are read in: the lines above it, the article's topics, date, year and names."""

    caption: str
    unit: str
    topics: Topics
    published_on: date | None
    year: int | None
    cast: Cast
    older: tuple[Topic, ...] = ()


def table_claims(reading: PassageReading, setting: Setting, said: str) -> None:
    """Read a table's rows cell by cell as sentences; its numbers and claims are set. `said` is the text
    above.
    """
    columns: Columns | None = None
    parts: list[Part] = []
    settled: dict[int, Number] = {}
    rows = [*rows_of(reading.text, said)]
    for index, row in enumerate(rows):
        if columns is None:
            columns = columns_of(row if is_heading(row) else [], setting)
            if columns.heads:
                continue
        first = columns.heads and not settled and not columns.spans
        below = heads_below(columns.heads, row) if first else None
        if below:
            columns = columns_of(below[0], setting, below[1])
            continue
        parts = parts or parts_of(columns, rows[index:], setting)
        for part in parts:
            row_claims(reading, part, part.row(row), setting, settled)
    covered = {at for number in settled.values() for at in range(number.start, number.end)}
    others = (one for one in reading.numbers if covered.isdisjoint(range(one.start, one.end)))
    reading.numbers = sorted([*others, *settled.values()], key=lambda one: one.start)


def parts_of(columns: Columns, rows: list[list[Cell]], setting: Setting) -> list[Part]:
    """The parts of a table that has these rows of values."""
    starts = starts_of(columns, rows[0])
    if len(starts) == 1:
        columns.grouped = is_grouped(columns, rows)
        return [Part(0, None, columns)]
    parts = []
    for start, end in zip(starts, [*starts[1:], len(columns.heads)], strict=True):
        over = columns.spans and columns.spans[start:end]
        parts.append(Part(start, end, columns_of(columns.heads[start:end], setting, over)))
    return parts


def row_claims(
    reading: PassageReading, part: Part, row: list[Cell], setting: Setting, settled: dict[int, Number]
) -> None:
    """Read the cells of a part's row; their claims are the reading's, their numbers `settled`."""
    for sentence in cell_sentences(part.columns, row, part.above):
        settle_cell(reading, sentence, cell_claims(reading, sentence, setting), settled)
    for sentence in worded_cells(part.columns, row):
        settle_words(reading, sentence, cell_claims(reading, sentence, setting), settled)
    part.above = label_above(row, part.above)


def columns_of(heads: list[Cell], setting: Setting, spans: list[str] | None = None) -> Columns:
    """The headings of a table, and whom they or the cells below them name."""
    kinds = [kind_of_names(head.text) for head in heads]
    known: dict[str, str] = {}
    for head in heads[1:]:
        for mention in find_mentions(head.text, setting.cast):
            if mention.start == 0 and mention.end == len(head.text):
                known[head.text] = mention.kind
    named = "" if spans or not heads else names_in_heads(heads, kinds[0], known)
    if kinds and kinds[0] and TOPIC_HEAD.match(heads[0].text):
        kinds[0] = ""
    unit = split_head(heads[0].text)[1] if heads and "单位" in heads[0].text else ""
    return Columns(heads, spans, kinds, named, setting.caption, unit or setting.unit)


def cell_claims(reading: PassageReading, sentence: CellSentence, setting: Setting) -> list[Claim]:
    """The claims of a cell's sentence that lie in the cell itself."""
    mentions = with_names(sentence, find_mentions(sentence.text, setting.cast), setting.cast)
    assign_roles(sentence.text, mentions)
    times = read_times(sentence.text, setting.published_on, setting.year)
    numbers = [
        as_value(number, sentence) for number in read_numbers(sentence.text, setting.published_on, times)
    ]
    alone = PassageReading(reading.passage, sentence.text, numbers, [], mentions, times)
    claims = passage_claims(alone, setting.topics, setting.published_on, setting.older)
    return [claim for claim in claims if claim.number.end > sentence.lead]


def with_place(sentence: CellSentence, name: Name, mentions: list[Mention], cast: Cast) -> list[Mention]:
    """The mentions, with the place for which the whole name stands (云南 before 旅游收入)."""
    surface = sentence.text[name.start : name.end]
    found = [one for one in find_mentions(surface, cast) if one.kind == "region"]
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(surface)):
        return mentions
    place = replace(found[0], start=name.start, end=name.end)
    kept = [one for one in mentions if one.end <= name.start or one.start >= name.end]
    return sorted([*kept, place], key=lambda one: one.start)


def with_names(sentence: CellSentence, mentions: list[Mention], cast: Cast) -> list[Mention]:
    """The mentions of a cell's sentence, with those that the table's headings tell to be names."""
    for name in sentence.names:
        if name.kind == "region":
            mentions = with_place(sentence, name, mentions, cast)
            continue
        if any(covers(one, name) for one in mentions):
            continue
        surface = sentence.text[name.start : name.end]
        kind: Kind = "model" if name.kind == "model" else "firm"
        level = "product" if kind == "model" else "firm"
        mention = Mention(name.start, name.end, kind, (discovered_id(surface),), (surface,), level, surface)
        mentions = [one for one in mentions if one.end <= name.start or one.start >= name.end]
        mentions = sorted([*mentions, mention], key=lambda one: one.start)
    return mentions


def covers(mention: Mention, name: Name) -> bool:
    if mention.start > name.start or name.end > mention.end or mention.kind != name.kind:
        return False
    versions = DIGITS.findall(mention.surface)
    return mention.kind != "model" or all(one in mention.names[0] for one in versions)


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


def settle_words(
    reading: PassageReading, sentence: CellSentence, claims: list[Claim], settled: dict[int, Number]
) -> None:
    """Give the claims of a cell of words their places in the row."""
    by = sentence.cell.start - sentence.lead
    placed: dict[int, Number] = {}
    for claim in claims:
        read = claim.number
        rule = f"table cell, {read.rule}"
        number = placed.get(read.start) or replace(read, start=read.start + by, end=read.end + by, rule=rule)
        placed[read.start] = settled[number.start] = number
        reading.claims.append(replace(claim, number=number, rule=f"{claim.rule}; table cell"))


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
