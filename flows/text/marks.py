"""Marks that give a line away as page furniture: seeds/reference/boilerplate_marks.csv, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from flows.text.reference import reference_rows

_LONGEST = 400  # no mark is believed in a longer line
_SENTENCE_ENDS = ("。", "！", "？", "；", "…")
_BRACKETS = " \t　【】[]（）()<>《》*_-—=~·•|│丨"


@dataclass(frozen=True, slots=True)
class Mark:
    """A phrase, the kind of line it shows, and the length up to which a line is believed to be one."""

    phrase: str
    kind: str
    max_length: int


class _Places:
    """The marks of one kind of line, by where they stand in it; looked up by prefix and suffix."""

    def __init__(self, rows: list[dict[str, str]]) -> None:
        self.by_place: dict[str, dict[str, Mark]] = {place: {} for place in (*_ORDER, "among")}
        for row in rows:
            mark = Mark(row["mark"], row["kind"], int(row["max_length"]))
            self.by_place[row["place"]][mark.phrase] = mark
        self.lengths = {place: _lengths(marks) for place, marks in self.by_place.items()}
        self.firsts = {place: {phrase[0] for phrase in marks} for place, marks in self.by_place.items()}
        self.lasts = {phrase[-1] for phrase in self.by_place["end"]}
        inside = [*self.by_place["any"], *self.by_place["among"]]
        self.inside = AhoCorasick(inside, matchkind=MatchKind.LeftmostLongest)

    def find(self, place: str, line: str, length: int) -> Mark | None:
        mark = self._any(line) if place == "any" else self._edge(place, line)
        return mark if mark and length <= mark.max_length else None

    def _any(self, line: str) -> Mark | None:
        found = self.inside.find_matches_as_strings(line)
        if not found:
            return None
        return self.by_place["any"].get(found[0]) or self.by_place["among"][found[0]]

    def _edge(self, place: str, line: str) -> Mark | None:
        marks = self.by_place[place]
        if place == "whole":
            return marks.get(line)
        at_end = place == "end"
        if line[-1:] not in self.lasts if at_end else line[:1] not in self.firsts[place]:
            return None
        for size in self.lengths[place]:
            mark = marks.get(line[-size:] if at_end else line[:size])
            if mark and (place != "label" or line[size : size + 1] in _AFTER_LABEL):
                return mark
        return None


_ORDER = ("whole", "label", "start", "any", "end")
_AFTER_LABEL = frozenset(["", *"：:/｜|丨、>» \t　"])  # so that 审核趋严 is no byline


def _lengths(marks: dict[str, Mark]) -> list[int]:
    return sorted({len(phrase) for phrase in marks}, reverse=True)


@lru_cache(maxsize=1)
def _places() -> tuple[_Places, _Places]:
    """Marks of lines, and names of outlets apart: a name in 网 proves nothing below the head."""
    rows = reference_rows("boilerplate_marks")
    return (
        _Places([row for row in rows if row["kind"] != "outlet"]),
        _Places([row for row in rows if row["kind"] == "outlet"]),
    )


def mark_of(line: str) -> Mark | None:
    """The mark that a clean line bears, or None for a line of the article."""
    if len(line) > _LONGEST:
        return None
    bare = line.strip(_BRACKETS)
    places, _ = _places()
    for place in _ORDER:
        found = places.find(place, bare, len(line))
        if found and not _needs_more(found, place, bare, _is_sentence(line)):
            return found
    return _bar_of_buttons(bare) if "|" in bare and len(bare) <= _BAR else None


_BAR = 40
"""Code points of a line of buttons, at most."""


def _bar_of_buttons(bare: str) -> Mark | None:
    """The mark of a line of buttons, half of which are known: 打印 | 关闭 | 分享到微信."""
    parts = [part.strip() for part in bare.split("|")]
    known = [mark for mark in map(_places()[0].by_place["whole"].get, parts) if mark]
    return known[0] if 2 * len(known) >= len(parts) else None


def _is_sentence(line: str) -> bool:
    return line.rstrip("”’」）) ").endswith(_SENTENCE_ENDS)


def _needs_more(mark: Mark, place: str, line: str, sentence: bool) -> bool:
    """Whether the phrase is too little: a sentence may speak of 版权所有, a headline of 隐私政策.

    Of a sentence a third must be such phrases, of a line with a weak one alone the half.
    """
    weak = place == "any" and mark.phrase in _places()[0].by_place["among"]
    sure = mark.kind == "reprint" or (mark.kind in ("caption", "share") and place == "start")
    if not weak and (sure or not sentence):
        return False
    phrases = _places()[0].inside.find_matches_as_strings(line)
    return sum(map(len, phrases)) * (2 if weak else 3) < len(line)


def names_outlet(line: str) -> bool:
    """Whether a short line is the name of a medium and nothing else."""
    bare = line.strip(_BRACKETS)
    if not bare or re.search(r"[，。；：？！、,:\d ]", bare):
        return False
    _, outlets = _places()
    return any(outlets.find(place, bare, len(bare)) for place in ("whole", "end"))


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in reference_rows("surnames"))


def names_people(line: str) -> bool:
    """Whether a line is two or more personal names with blanks between: 韩菲子 尚洪坤."""
    names = line.split()
    return 1 < len(names) <= 8 and all(is_name(name) for name in names)


def is_name(word: str) -> bool:
    """Whether a word has the shape of a Chinese name: a surname and one or two characters more."""
    known = _surnames()
    return (2 <= len(word) <= 3 and word[0] in known) or (3 <= len(word) <= 4 and word[:2] in known)
