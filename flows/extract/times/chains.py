"""Chains: neighbouring atoms put together to one time (今年 6月 中旬), two of those to a range."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from flows.extract.times.atoms import (
    CLOCK,
    DAY,
    DAYPART,
    DURATION,
    ERA,
    PART,
    RECURRING,
    WEEK,
    WEEKDAY,
    YEAR,
    Atom,
)  # fmt: skip
from flows.extract.times.grammar import DASH
from flows.extract.times.scan import scan, short_part
from flows.extract.times.words import word_after, word_before
from flows.patterns import lazy

JOINT = lazy(DASH)
LONGEST_JOINT = 4
FULL = {"month": 12, "week": 5, "day": 32, "hour": 24, "minute": 60, "second": 60}
MEASURES = ("century", "year", "quarter", "month", "week", "day", "hour", "minute", "second")


@dataclass(slots=True)
class Chunk:
    """One time expression before it is resolved: its atoms, and those of a range's other end."""

    start: int
    end: int
    atoms: list[Atom]
    until: list[Atom] = field(default_factory=list)


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
        part = short_part(text, atom) if atom.low == atom.high or atom.grain != YEAR else None
        if part:
            chunk.atoms.append(part)
        chunk.end = chunk.atoms[-1].end
    if chunk:
        yield chunk


def _follows(text: str, chunk: Chunk, atom: Atom) -> bool:
    """Whether an atom goes on where the chain ends, in a finer grain."""
    if atom.start - chunk.end > 1:
        return False
    last = chunk.atoms[-1]
    gap = text[chunk.end : atom.start]
    if atom.grain == DURATION:
        return last.grain == DURATION and gap in ("", "零", "又") and _falls(last, atom)
    if gap not in ("", " ", "的"):
        return False
    if gap == "的" and atom.grain in (DAYPART, CLOCK):
        return False
    if gap and (last.kind == "date stamp" or (atom.grain == CLOCK and ":" in text[atom.start : atom.end])):
        return False  # the hour beside a date in a byline is a time of its own
    return _finer(last, atom)


def _falls(last: Atom, atom: Atom) -> bool:
    """1年零2个月, 3小时20分钟: one amount in falling measures; 一年365天 is two."""
    return MEASURES.index(last.kind) < MEASURES.index(atom.kind) and atom.high < FULL.get(atom.kind, 0)


def _finer(last: Atom, atom: Atom) -> bool:
    """Whether the second atom is a part of the first one's kind of time."""
    if last.kind == "date stamp":
        return atom.grain in (DAYPART, CLOCK, WEEKDAY)
    grain, kind, anchored = atom.grain, atom.kind, atom.anchor in ("", "year", "month")
    rules = {
        ERA: kind == "decade" and last.kind == "century",
        PART: last.grain in (YEAR, RECURRING) and anchored,
        WEEK: kind == "week number" and (last.grain == YEAR or last.kind == "month"),
        DAY: anchored and last.anchor != "part" and last.kind in ("month", "recurring"),
        WEEKDAY: last.grain in (DAY, RECURRING),
        DAYPART: last.grain in (DAY, WEEK, WEEKDAY, RECURRING),
        CLOCK: last.grain in (DAY, WEEK, WEEKDAY, DAYPART, RECURRING),
    }
    if kind == "fiscal":
        return last.grain == YEAR and not atom.low
    return rules.get(grain, False)


def _joins(text: str, chunk: Chunk, other: Chunk) -> bool:
    """Whether two chains are the ends of one range: 2018年至2023年, 8月30日—9月2日, 年初到8月底."""
    if not 0 < other.start - chunk.end <= LONGEST_JOINT or chunk.until:
        return False
    if not JOINT.fullmatch(text, chunk.end, other.start):
        return False
    first, last = chunk.atoms[0].grain, chunk.atoms[-1].grain
    head, end = other.atoms[0].grain, other.atoms[-1].grain
    if DURATION in (first, head) or head == RECURRING or (first == RECURRING and len(chunk.atoms) == 1):
        return False
    if end == WEEKDAY:
        return last in (WEEK, WEEKDAY) and chunk.atoms[-1].high > 0
    if CLOCK in (last, end) or DAYPART in (last, end):
        return last == end or (last, end) == (DAYPART, CLOCK) or head <= first
    near = abs(last - end) < 3 and not (last == YEAR and head == PART)
    return last == end or (near and (head <= first or (first == PART and head == DAY)))


def _stands(text: str, chunk: Chunk) -> bool:
    """Whether what was read is a time rather than a piece of another word."""
    first, isolated = chunk.atoms[0], chunk.start == 0 and chunk.end == len(text)
    if len(chunk.atoms) > 1 and first.grain != DAYPART:
        return first.grain != RECURRING or chunk.atoms[-1].grain != DAYPART
    if first.kind in SURE_OF:
        return isolated or SURE_OF[first.kind](text, chunk)
    if chunk.until:
        return True
    if first.grain == DAYPART:
        return chunk.atoms[-1].grain == CLOCK
    if first.kind == "date" and not first.anchor and chunk.end - chunk.start == 2:  # 5日, but also 五日
        return isolated or text[first.start].isdecimal() or word_after(text, chunk.end, "day") is not None
    return first.kind not in ("season", "recurring")


def _is_hour(text: str, chunk: Chunk) -> bool:
    """9时; 九时 only in a range."""
    return bool(chunk.until) or text[chunk.start].isdecimal()


def _is_oclock(text: str, chunk: Chunk) -> bool:
    """Whether 9点 without a daypart is an hour: 从9点, 9点到11点; not 3点建议, 做到三点."""
    if chunk.until:
        return word_before(text, chunk.start, "points") is None
    sure = word_after(text, chunk.end, "sure clock", "after")
    if text.startswith("零点", chunk.start) and chunk.end - chunk.start == 2:
        sure = sure or word_after(text, chunk.end, "midnight", "after")
    if sure or word_before(text, chunk.start, "sure clock", "before"):
        return True
    before = chunk.start == 0 or word_before(text, chunk.start, "clock", "before")
    return text[chunk.start].isdecimal() and bool(before) and _ends_there(text, chunk.end)


def _is_numbered_day(text: str, chunk: Chunk) -> bool:
    """Whether 8号 without a month is a day: 在8号开会, 8号到10号月."""
    if chunk.until and chunk.until[0].grain != DAY:
        return True
    if text[max(0, chunk.start - 2) : chunk.start] in ("号、", "号和"):  # 七号、八号
        return _ends_there(text, chunk.end)
    if chunk.start == 0 or text[chunk.start - 1] in "，。；\n":  # 十五号见, 8号下午
        behind = word_after(text, chunk.end, "day") or word_after(text, chunk.end, "sure clock", "after")
        if behind:
            return True
    if word_before(text, chunk.start, "numbered") is None:
        return False
    return bool(chunk.until) or _ends_there(text, chunk.end)


def _ends_there(text: str, end: int) -> bool:
    return end == len(text) or word_after(text, end, "clock", "after") is not None


SURE_OF = {"bare 时": _is_hour, "bare 点": _is_oclock, "numbered date": _is_numbered_day}
