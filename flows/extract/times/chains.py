"""Chains: neighbouring atoms put together to one time (今年 6月 中旬), and two of them to a range (2018年 至 2023年)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from flows.extract.times.atoms import (
    CLOCK, DAY, DAYPART, DURATION, ERA, PART, RECURRING, WEEK, WEEKDAY, YEAR, Atom, month_part, scan, year_part,
)  # fmt: skip

JOINT = re.compile(r"\s?(?:[-–—~～]{1,2}|至|到)\s?")
NOT_A_DAY = ("元", "圆", "内", "游", "均线", "线", "龄", "之内", "以内", "行情")
GAPS = {"", " ", "的"}


@dataclass(slots=True)
class Chunk:
    """One time expression before it is resolved: its atoms, and those of a range's other end."""

    start: int
    end: int
    atoms: list[Atom]
    until: list[Atom] = field(default_factory=list)

    @property
    def grain(self) -> int:
        """The finest grain of its atoms."""
        return self.atoms[-1].grain


def read_chunks(text: str) -> list[Chunk]:
    """The time expressions of a text in order, ranges joined."""
    chunks: list[Chunk] = []
    for chunk in _chains(text, scan(text)):
        if chunks and _joins(text, chunks[-1], chunk):
            chunks[-1].until, chunks[-1].end = chunk.atoms, chunk.end
        else:
            chunks.append(chunk)
    return [chunk for chunk in chunks if _stands(text, chunk)]


def _chains(text: str, atoms: Iterable[Atom]) -> Iterator[Chunk]:
    chunk: Chunk | None = None
    for atom in atoms:
        if chunk and _follows(text, chunk, atom):
            chunk.atoms.append(atom)
        else:
            if chunk:
                yield chunk
            chunk = Chunk(atom.start, atom.end, [atom])
        part = _short_part(text, atom)
        if part:
            chunk.atoms.append(part)
        chunk.end = chunk.atoms[-1].end
    if chunk:
        yield chunk


def _short_part(text: str, atom: Atom) -> Atom | None:
    """初 底 末 中 right after a year or a month, as an atom of its own."""
    if atom.grain == YEAR and atom.low == atom.high:
        found = year_part(text, atom.end)
        return Atom(atom.end, atom.end + 1, PART, "month", *found) if found else None
    if atom.grain == PART and atom.kind == "month":
        found = month_part(text, atom.end)
        return Atom(atom.end, atom.end + 1, DAY, "tenday", *found) if found else None
    return None


def _follows(text: str, chunk: Chunk, atom: Atom) -> bool:
    """Whether an atom goes on where the chain ends, in a finer grain."""
    last = chunk.atoms[-1]
    gap = text[chunk.end : atom.start]
    if len(gap) > 1 or gap not in GAPS or atom.grain == DURATION or last.grain == DURATION:
        return False
    if gap and (atom.kind == "clock" and ":" in text[atom.start : atom.end]):
        return False
    if last.grain == ERA:
        return atom.kind == "decade" and last.kind == "century"
    if last.kind.endswith("stamp"):
        return atom.grain in (DAYPART, CLOCK) and not gap
    if atom.grain == DAY:
        return last.grain in (PART, RECURRING) and last.kind in ("month", "recurring") and atom.anchor != "today"
    if atom.grain == WEEKDAY:
        return last.grain in (DAY, RECURRING)
    if atom.grain in (DAYPART, CLOCK):
        return last.grain in (DAY, WEEK, WEEKDAY, DAYPART, RECURRING) and last.grain < atom.grain
    if atom.kind == "fiscal":
        return last.grain == YEAR and not atom.low
    return atom.grain == PART and last.grain in (YEAR, RECURRING) and atom.anchor in ("", "year", "near")


def _joins(text: str, chunk: Chunk, other: Chunk) -> bool:
    """Whether two chains are the ends of one range."""
    gap = text[chunk.end : other.start]
    if not gap or len(gap) > 4 or chunk.until or not JOINT.fullmatch(gap):
        return False
    if DURATION in (chunk.grain, other.grain) or RECURRING in (chunk.grain, other.grain):
        return False
    return True


def _stands(text: str, chunk: Chunk) -> bool:
    """Whether what was read is a time rather than a piece of another word."""
    first, last = chunk.atoms[0], chunk.atoms[-1]
    if chunk.until or len(chunk.atoms) > 1:
        return True
    if first.grain == DAYPART or first.kind in ("season", "recurring") or first.kind == "bare 点":
        return False
    if first.kind == "bare 时":
        return text[first.start].isdecimal() and text[chunk.end : chunk.end + 1] not in ("代", "候", "期", "速", "常")
    if first.kind == "numbered date":
        return False
    return not (first.kind == "date" and first.numeral and text.startswith(NOT_A_DAY, last.end))
