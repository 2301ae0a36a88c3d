"""A clean text's lines as passages, each with the part it plays."""
from __future__ import annotations

import re
from dataclasses import dataclass

from flows.text.cleantext import CleanText

_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: clean offsets, blanks at its ends left out. Roles: title heading body caption table boilerplate."""

    ordinal: int
    role: str
    start: int
    end: int


def split_passages(clean: CleanText, title: str | None = None) -> list[Passage]:
    """All non-blank text, line by line."""
    passages: list[Passage] = []
    for line in _LINE.finditer(clean.text):
        text = line[0].strip()
        if text:
            start = line.start() + len(line[0]) - len(line[0].lstrip())
            passages.append(Passage(len(passages), "body", start, start + len(text)))
    return passages
