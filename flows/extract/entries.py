"""Lists of lines that each name somebody and give a number (1．甲市 95.7): read like the cells of a table."""

from __future__ import annotations

from flows.extract.claim import PassageReading
from flows.extract.numbers.number import Number
from flows.extract.table.above import unit_above, what_leads
from flows.extract.table.cells import Setting, cell_claims, settle_cell
from flows.extract.table.rows import Cell
from flows.extract.table.sentences import CellSentence
from flows.patterns import lazy

ENTRY = lazy(
    r"\s*(?:[①-⑳•·●]\s*)?(?:(?:NO\.?|No\.?|第)?\d{1,3}[.．、)）]?\s*)?([\u4e00-\u9fffA-Za-z·（）()]{2,16})[:：\s—-]*"
    r"(\d[\d,]*(?:\.\d+)?[^\d，。；]{0,4})\s*$"
)
YEAR = lazy(r"(?:19|20)\d\d(?:年.{0,3})?\s*$")
LEAST = 3
"""Lines that make a list."""
ABOVE = 2
"""Passages above a list whose claims tell what it is about."""


def entry_of(reading: PassageReading) -> tuple[str, int] | None:
    """The name of a line of such a list, and where its number starts; None for any other passage."""
    if len(reading.text) > 40 or not reading.numbers or reading.passage.role not in {"body", "heading"}:
        return None
    found = ENTRY.match(reading.text)
    if found is None or YEAR.match(found[2]):
        return None
    named = any(m.start >= found.start(1) and m.end <= found.end(1) for m in reading.mentions)
    return (found[1], found.start(2)) if named else None


def runs_of_entries(passages: list[PassageReading]) -> list[range]:
    """The runs of passages that are lists of lines."""
    runs, start = [], 0
    for index in range(len(passages) + 1):
        if index < len(passages) and entry_of(passages[index]):
            continue
        run = range(start, index)
        if len(run) >= LEAST and (any(is_bare(passages[at]) for at in run) or only_names(passages, run)):
            runs.append(run)
        start = index + 1
    return runs


def is_bare(reading: PassageReading) -> bool:
    """Does the line end in a number without a unit, which says nothing but under its caption?"""
    return reading.text.rstrip()[-1:].isdecimal()


def only_names(passages: list[PassageReading], run: range) -> bool:
    """Do the lines say nothing but a name and an amount, all in one unit?"""
    units = set()
    for reading in (passages[index] for index in run):
        entry = entry_of(reading)
        if entry is None or all(mention.surface != entry[0] for mention in reading.mentions):
            return False
        units.add(reading.numbers[-1].written_unit)
    return len(units) == 1


def caption_above(passages: list[PassageReading], first: int) -> str:
    """What the lines are about: what the claims just above measure in their unit, else the noun that the line
    above them ends with.
    """
    if not first:
        return ""
    unit = "" if is_bare(passages[first]) else passages[first].numbers[-1].unit
    for reading in reversed(passages[max(0, first - ABOVE) : first]):
        for claim in reversed(reading.claims):
            if claim.unit == unit and claim.measure == "value" and claim.noun:
                return claim.noun
    return what_leads(passages[first - 1])


def entry_claims(passages: list[PassageReading], run: range, setting: Setting) -> None:
    """Set the claims of a list of lines; `setting` has its caption."""
    unit = unit_above(passages, run.start)
    for reading in (passages[index] for index in run):
        entry = entry_of(reading)
        assert entry is not None
        name, start = entry
        text = reading.text.rstrip()[start:]
        lead = f"{name}{setting.caption}"
        tail = unit if text[-1:].isdecimal() else ""
        sentence = CellSentence(Cell(start, start + len(text), text), f"{lead}{text}{tail}。", len(lead))
        settled: dict[int, Number] = {}
        settle_cell(reading, sentence, cell_claims(reading, sentence, setting), settled)
        kept = [one for one in reading.numbers if one.end <= start]
        reading.numbers = sorted([*kept, *settled.values()], key=lambda one: one.start)
