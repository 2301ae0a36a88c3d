"""The passages of a clean text: its paragraphs, each with the part it plays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.text.cleantext import CleanText
from flows.text.lines import lines_of
from flows.text.roles import roles_of

FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(?:[^\n]{0,400}\n){0,40}?(?:---|\.\.\.)[ \t]*\r?(?=\n|$)")
_LONG = 3000  # a text without line ends would be one passage of megabytes: cut it between sentences
_CLAUSE_END = re.compile(r"[，、：\s]")
_SENTENCE_END = re.compile(r"[。！？；][”’」）]*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: clean offsets, blanks at its ends left out.

    Roles: title, heading, body, caption, table, boilerplate.
    """

    ordinal: int
    role: str
    start: int
    end: int


def split_passages(clean: CleanText, title: str | None = None) -> list[Passage]:
    """Passages that together cover all non-blank text, in order. `title` is the article's, if known."""
    spans = [
        (role, start, end)
        for role, line_start, line_end in _paragraphs(clean.text, title)
        for start, end in _pieces(clean.text, line_start, line_end)
    ]
    return [Passage(ordinal, role, start, end) for ordinal, (role, start, end) in enumerate(spans)]


def _paragraphs(text: str, title: str | None) -> Iterator[tuple[str, int, int]]:
    block = FRONT_MATTER.match(text)
    offset = 0
    if block is not None:
        yield "boilerplate", block.end() - len(block[0].lstrip()), block.start() + len(block[0].rstrip())
        offset = block.end()
    lines = lines_of(text[offset:])
    for line, role in zip(lines, roles_of(lines, title), strict=True):
        yield role, offset + line.start, offset + line.end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span itself, or, of one far too long, stretches of whole sentences."""
    while end - start > _LONG:
        cut = _cut(text, start, end)
        yield start, start + len(text[start:cut].rstrip())
        while cut < end and text[cut].isspace():
            cut += 1
        start = cut
    if start < end:
        yield start, end


def _cut(text: str, start: int, end: int) -> int:
    """Where to end a piece: after a sentence, else after a clause, else at full length."""
    for mark in (_SENTENCE_END, _CLAUSE_END):
        found = mark.search(text, start + _LONG // 2, min(end, start + 2 * _LONG))
        if found:
            return found.end()
    return start + _LONG
