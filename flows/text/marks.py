"""Marks that give a line away as page furniture: seeds/reference/boilerplate_marks.csv, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from flows.text.reference import reference_rows

_LONGEST = 400  # no mark is believed in a longer line
_SENTENCE_END = "。！？；…"
_BRACKETS = " \t　【】[]（）()<>《》*_-—=~·•|│丨"


@dataclass(frozen=True, slots=True)
class Mark:
    """A phrase, the kind of line it shows, and the length up to which a line is believed to be one."""

    phrase: str
    kind: str
    max_length: int


@dataclass(frozen=True, slots=True)
class _Place:
    """All marks of one place in a line, as one pattern."""

    pattern: re.Pattern[str]
    marks: dict[str, Mark]

    def find(self, line: str, length: int) -> Mark | None:
        found = self.pattern.search(line)
        mark = self.marks[found[1]] if found else None
        return mark if mark and length <= mark.max_length else None


# label: a colon, a slash, a blank or the line's end must follow, so that 审核趋严 is no byline
_SHAPES = {
    "start": "^({})",
    "label": r"^({})(?:[：:/｜|丨、>» \t　]|$)",
    "whole": "^({})$",
    "end": "({})$",
    "any": "({})",
}


@lru_cache(maxsize=1)
def _places() -> dict[tuple[str, str], _Place]:
    """Patterns by place; outlets apart, since a name in 网 proves nothing below the head."""
    grouped: dict[tuple[str, str], dict[str, Mark]] = {}
    for row in reference_rows("boilerplate_marks"):
        group = "outlet" if row["kind"] == "outlet" else "line"
        mark = Mark(row["mark"], row["kind"], int(row["max_length"]))
        grouped.setdefault((group, row["place"]), {})[row["mark"]] = mark
    return {key: _Place(_one_of(_SHAPES[key[1]], marks), marks) for key, marks in grouped.items()}


def _one_of(shape: str, marks: dict[str, Mark]) -> re.Pattern[str]:
    longest_first = sorted(marks, key=len, reverse=True)
    return re.compile(shape.format("|".join(map(re.escape, longest_first))))


def mark_of(line: str) -> Mark | None:
    """The mark that a clean line bears, or None for a line of the article."""
    if len(line) > _LONGEST:
        return None
    bare = line.strip(_BRACKETS)
    sentence = line.rstrip("”’」）) ").endswith(tuple(_SENTENCE_END))
    places = _places()
    for place in ("whole", "label", "start", "any", "end"):
        found = places["line", place].find(bare, len(line))
        if found and not (sentence and _needs_more(found, place, bare)):
            return found
    return None


def _needs_more(mark: Mark, place: str, line: str) -> bool:
    """A full sentence may speak of 用户协议 or end in 供图; only one made up of such phrases is furniture."""
    if mark.kind == "reprint" or (mark.kind in ("caption", "share") and place == "start"):
        return False
    phrases = _places()["line", "any"].pattern.findall(line)
    return sum(map(len, phrases)) * 3 < len(line)


def names_outlet(line: str) -> bool:
    """Whether a short line is the name of a medium and nothing else."""
    bare = line.strip(_BRACKETS)
    if not bare or re.search(r"[，。；：？！、,:\d ]", bare):
        return False
    places = _places()
    return any(places["outlet", place].find(bare, len(bare)) for place in ("whole", "end"))


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
