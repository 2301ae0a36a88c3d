"""Lists of lines that each name somebody and give a number (1．甲市 95.7): read like the cells of a table."""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract.claim import PassageReading
from flows.extract.numbers.number import Number
from flows.extract.table.above import unit_above, what_leads
from flows.extract.table.cells import Setting, cell_claims, settle_cell, settle_words
from flows.extract.table.layout import Name
from flows.extract.table.rows import Cell
from flows.extract.table.sentences import CellSentence, joined
from flows.extract.table.told import is_index, scored
from flows.patterns import lazy

BULLET = r"\s*(?:[①-⑳•·●■▪◆►▶*–—-]\s*)?"
ENTRY = lazy(
    rf"{BULLET}(?:(第\d{{1,3}}[名位])|(?:NO\.?|No\.?)?\d{{1,3}}[.．、)）名位]?)?\s*"
    r"((?:(?![的为达是有超约近逾])[\u4e00-\u9fffA-Za-z·（）()]){2,16}|[^\s：:，。；、]{2,24}(?=[：:]))[:：\s—-]*"
    r"([约近超逾]?\d[\d,]*(?:\.\d+)?[^\d，。；\s]{0,4})([，,、\s（(][^。]{2,24})?\s*[；;。]?\s*$"
)
"""A line: its number, a name, an amount, and what else it says of that (同比增长5%)."""
SILENT = lazy(
    rf"{BULLET}[^\s：:，。；、][^：:，。；、]{{1,24}}[：:]\s*[^，。；：:]{{1,12}}\s*[；;。]?\s*$"
)
"""A line of such a list without an amount: 丙模型：免费."""
YEAR = lazy(r"(?:19|20)\d\d(?:年.{0,3})?\s*$")
LEAST = 3
"""Lines that make a list."""
ABOVE = 2
"""Passages above a list whose claims tell what it is about."""
LONGEST = 60
LONGEST_NAME = 6
"""Characters of a name that only the people of a place know."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: its name, its amount, where that is, and where the rank is that it opens with, if it
    states one (第3名); `known`: the name is wholly that of somebody, or holds one; `bare`: the amount has no
    unit, so that it says nothing but under its caption; `kind`: of what the name is, or ''.
    """

    name: str
    number: Number
    start: int
    end: int
    rank: tuple[int, int]
    known: str
    bare: bool
    kind: str


def entry_of(reading: PassageReading) -> Entry | None:
    """What a passage says as a line of such a list; None for any other passage."""
    if len(reading.text) > LONGEST or not reading.numbers or reading.passage.role not in {"body", "heading"}:
        return None
    found = ENTRY.match(reading.text)
    if found is None or YEAR.match(found[3]):
        return None
    start, end = found.span(3)
    bare = found[3][-1].isdecimal()
    amount = next((one for one in reading.numbers if one.start < end and one.end > start), None)
    if amount is None or amount.kind == "time" or bare and found[4] or reading.text.endswith(("：", ":")):
        return None
    inside = [m for m in reading.mentions if m.start >= found.start(2) and m.end <= found.end(2)]
    known = "wholly" if any(m.surface == found[2] for m in inside) else "partly" if inside else ""
    kind = inside[0].kind if inside else ""
    return Entry(found[2], amount, start, end, found.span(1), known, bare, kind)


def runs_of_entries(passages: list[PassageReading]) -> list[dict[int, Entry]]:
    """The runs of passages that are lists of lines, by their index."""
    runs: list[dict[int, Entry]] = []
    run: dict[int, Entry] = {}
    for index, reading in enumerate(passages):
        entry = entry_of(reading)
        if entry is not None:
            run[index] = entry
        if entry is not None or run and not reading.numbers and SILENT.match(reading.text):
            continue
        runs.append(run)
        run = {}
    return [one for one in (*runs, run) if len(one) >= LEAST and is_list([*one.values()])]


def is_list(entries: list[Entry]) -> bool:
    """Do the lines say nothing but names and amounts, all in one unit or none?"""
    if any(one.bare for one in entries):
        return sum(one.known != "" for one in entries) * 3 >= len(entries) * 2
    known = sum(one.known == "wholly" for one in entries)
    short = all(one.known == "wholly" or len(one.name) <= LONGEST_NAME for one in entries)
    return len({one.number.written_unit for one in entries}) == 1 and short and known * 3 >= len(entries) * 2


def caption_above(passages: list[PassageReading], first: int, entry: Entry) -> str:
    """What the lines are about: what the claims just above measure in their unit, else the noun that the line
    above them ends with.
    """
    if not first:
        return ""
    unit = "" if entry.bare else entry.number.unit
    for reading in reversed(passages[max(0, first - ABOVE) : first]):
        for claim in reversed(reading.claims):
            if claim.unit == unit and claim.measure == "value" and claim.noun:
                return claim.noun
    above = passages[first - 1]
    grown = unit == "percent" and GROWTH.search(above.text)
    return what_leads(above) + ("增速" if grown else "")


GROWTH = lazy(r"(?:增长|增速|增幅|涨幅)(?:率|目标|预期|预测|情况|[如见]下|分别?为)*(?:[（(].*)?[：:]?\s*$")
"""What tells that the lines below give rates of growth."""


def entry_claims(passages: list[PassageReading], run: dict[int, Entry], setting: Setting) -> None:
    """Set the claims of a list of lines; `setting` has its caption."""
    unit = unit_above(passages, min(run))
    models = {entry.kind for entry in run.values()} <= {"model", ""}
    places = {entry.kind for entry in run.values()} == {"region"}
    caption = scored(setting.caption) if places and is_index(setting.caption) else setting.caption
    for index, entry in run.items():
        reading = passages[index]
        settled: dict[int, Number] = {}
        lead = joined(entry.name + caption)
        if entry.rank[1] > 0:
            rank = Cell(*entry.rank, reading.text[slice(*entry.rank)])
            sentence = CellSentence(rank, f"{lead}排名{rank.text}。", len(lead))
            settle_cell(reading, sentence, cell_claims(reading, sentence, setting), settled)
        names = (Name(0, len(entry.name), "model"),) if models and entry.known != "wholly" else ()
        amount = Cell(entry.start, entry.end, reading.text[entry.start : entry.end])
        if entry.bare:
            sentence = CellSentence(amount, f"{lead}{amount.text}{unit}。", len(lead), names)
            settle_cell(reading, sentence, cell_claims(reading, sentence, setting), settled)
        else:
            said = reading.text[entry.start :].rstrip("；;。 ")
            sentence = CellSentence(amount, f"{lead}{said}。", len(lead), names)
            settle_words(reading, sentence, cell_claims(reading, sentence, setting), settled)
        covered = {at for number in settled.values() for at in range(number.start, number.end)}
        kept = [one for one in reading.numbers if covered.isdisjoint(range(one.start, one.end))]
        reading.numbers = sorted([*kept, *settled.values()], key=lambda one: one.start)
