"""Chains: neighbouring atoms put together to one time (今年 6月 中旬), and two of them to a range (2018年 至 2023年)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from flows.extract.times.atoms import (
    CLOCK, DAY, DAYPART, DURATION, ERA, PART, RECURRING, WEEK, WEEKDAY, YEAR, Atom,
)  # fmt: skip
from flows.extract.times.grammar import DASH
from flows.extract.times.scan import scan, short_part

JOINT = re.compile(DASH)
DAY_HEADS = ("month", "recurring")


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
    last = chunk.atoms[-1]
    gap = text[chunk.end : atom.start]
    if atom.grain == DURATION:
        return last.grain == DURATION and gap in ("", "零", "又") and _compound(last, atom)
    if gap not in ("", " ", "的"):
        return False
    if gap and (atom.kind == "clock" and ":" in text[atom.start : atom.end] or atom.grain in (DAYPART, CLOCK) and gap == "的"):
        return False
    return _finer(last, atom, gap)


MEASURE_ORDER = ("century", "year", "quarter", "month", "week", "day", "hour", "minute", "second")


def _compound(last: Atom, atom: Atom) -> bool:
    """1年零2个月, 3小时20分钟: one amount in falling measures."""
    return MEASURE_ORDER.index(last.kind) < MEASURE_ORDER.index(atom.kind)


def _finer(last: Atom, atom: Atom, gap: str) -> bool:
    if last.kind == "date stamp":
        return atom.grain in (DAYPART, CLOCK, WEEKDAY) and not gap
    match atom.grain:
        case 1:  # ERA
            return atom.kind == "decade" and last.kind == "century"
        case 3:  # PART
            if atom.kind == "fiscal":
                return last.grain == YEAR and not atom.low
            return last.grain in (YEAR, RECURRING) and atom.anchor in ("", "year")
        case 4:  # WEEK
            return atom.kind == "week number" and (last.grain == YEAR or last.kind == "month")
        case 5:  # DAY
            return last.kind in DAY_HEADS and last.anchor != "part" and atom.anchor in ("", "month") and last.grain != DAY
        case 6:  # WEEKDAY
            return last.grain in (DAY, RECURRING)
        case 7 | 8:  # DAYPART, CLOCK
            return last.grain in (DAY, WEEK, WEEKDAY, DAYPART, RECURRING) and last.grain < atom.grain
    return False


def _joins(text: str, chunk: Chunk, other: Chunk) -> bool:
    """Whether two chains are the ends of one range: 2018年至2023年, 8月30日—9月2日, 9时至17时, 年初到8月底."""
    gap = text[chunk.end : other.start]
    if not gap or len(gap) > 4 or chunk.until or not JOINT.fullmatch(gap):
        return False
    first, last, head, end = chunk.atoms[0].grain, chunk.atoms[-1].grain, other.atoms[0].grain, other.atoms[-1].grain
    if DURATION in (first, head) or head == RECURRING or first == RECURRING and len(chunk.atoms) == 1:
        return False
    if CLOCK in (last, end) or DAYPART in (last, end):
        return last == end or (last == DAYPART and end == CLOCK) or head <= first
    if end != WEEKDAY and (last == end or first == head):
        return last == end or abs(last - end) < 3 and not (last == YEAR and head == PART)
    if end == WEEKDAY:
        return last in (WEEK, WEEKDAY) and chunk.atoms[-1].high > 0
    return head <= first and abs(last - end) < 3 or (first == PART and head == DAY and last == DAY)


def _stands(text: str, chunk: Chunk) -> bool:
    """Whether what was read is a time rather than a piece of another word."""
    first = chunk.atoms[0]
    if len(chunk.atoms) > 1 and first.grain != DAYPART:
        return first.grain != RECURRING or chunk.atoms[-1].grain != DAYPART
    isolated = chunk.start == 0 and chunk.end == len(text)
    if first.kind == "bare 时":
        return bool(chunk.until) or text[first.start].isdecimal() or isolated
    if first.kind == "bare 点":
        return isolated or bool(chunk.until) and text[chunk.start - 1 : chunk.start] not in tuple("涨跌升降达为第") or _clock_context(text, chunk)
    if first.kind == "numbered date":
        return isolated or bool(chunk.until) and chunk.until[0].grain != DAY or _numbered_context(text, chunk)
    if chunk.until:
        return True
    if first.grain == DAYPART:
        return chunk.atoms[-1].grain == CLOCK
    if first.kind == "date" and not first.anchor and not text[first.start].isdecimal() and chunk.end - chunk.start == 2:
        return isolated or text.startswith(("上午", "下午", "凌晨", "晚", "电", "讯"), chunk.end)
    return first.kind not in ("season", "recurring")


CLOCK_BEFORE = tuple("在到至从于早晚约近自每")
CLOCK_AFTER = tuple("，。、；！？多左开出到准起才播举结闭关）") + ("之前", "以前", "前", "后", "整", "的时候")


def _clock_context(text: str, chunk: Chunk) -> bool:
    """Whether 9点 without a daypart is an hour: 从9点, 早9点, 到9点半."""
    before, after = text[chunk.start - 1 : chunk.start], text[chunk.end :][:1]
    if chunk.start and before not in CLOCK_BEFORE:
        return False
    return not after or text.startswith(CLOCK_AFTER, chunk.end)


def _numbered_context(text: str, chunk: Chunk) -> bool:
    """Whether 8号 without a month is a day: 在8号, 从8号到10号, 8号上午."""
    before = text[chunk.start - 1 : chunk.start]
    return before in tuple("在于从到至自") and (
        chunk.end == len(text) or text.startswith(CLOCK_AFTER, chunk.end) or bool(chunk.until)
    )
