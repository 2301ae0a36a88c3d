"""The words of time, read from the reference tables: what each means, and what around it denies it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from flows.extract.reference import read_reference


@dataclass(frozen=True, slots=True)
class Word:
    """A row of time_words.csv; a character of `not_before` or `not_after` beside the word denies it."""

    word: str
    role: str
    grain: str
    anchor: str
    low: int
    high: int
    not_before: str
    not_after: str

    def stands(self, text: str, start: int, end: int) -> bool:
        """Whether the characters around the word let it be one."""
        before, after = text[start - 1 : start], text[end : end + 1]
        return not (before and before in self.not_before) and not (after and after in self.not_after)


@cache
def words_of(role: str, grain: str | None = None) -> tuple[Word, ...]:
    """The rows of a role, all or of one grain, longest word first."""
    found = [row for row in _rows() if row.role == role and grain in (None, row.grain)]
    return tuple(sorted(found, key=lambda row: -len(row.word)))


def word_after(text: str, end: int, role: str, grain: str | None = None) -> Word | None:
    """The longest word of a role that begins at `end`."""
    if end >= len(text):
        return None
    for word in _by_first(role, grain).get(text[end], ()):
        if text.startswith(word.word, end) and word.stands(text, end, end + len(word.word)):
            return word
    return None


def word_before(text: str, start: int, role: str, grain: str | None = None) -> Word | None:
    """The longest word of a role that ends at `start`."""
    if start <= 0:
        return None
    for word in _by_last(role, grain).get(text[start - 1], ()):
        begin = start - len(word.word)
        if begin >= 0 and text.startswith(word.word, begin) and word.stands(text, begin, start):
            return word
    return None


@cache
def _by_first(role: str, grain: str | None) -> dict[str, list[Word]]:
    found: dict[str, list[Word]] = {}
    for word in words_of(role, grain):
        found.setdefault(word.word[0], []).append(word)
    return found


@cache
def _by_last(role: str, grain: str | None) -> dict[str, list[Word]]:
    found: dict[str, list[Word]] = {}
    for word in words_of(role, grain):
        found.setdefault(word.word[-1], []).append(word)
    return found


@cache
def plans() -> dict[str, tuple[int, int, bool]]:
    """Five-year plans: name to first year, last year, whether it needs quotation marks to be one."""
    return {
        row["name"]: (int(row["first_year"]), int(row["last_year"]), row["needs_quotes"] == "yes")
        for row in read_reference("five_year_plans")
    }


@cache
def _rows() -> tuple[Word, ...]:
    rows = tuple(_row(row) for row in read_reference("time_words"))
    names = [row for row in rows if row.role == "holiday name"]
    tails = [row for row in rows if row.role == "holiday tail"]
    return rows + tuple(_named(name, quoted, tail) for name in names for quoted in (0, 1) for tail in tails)


def _named(name: Word, quoted: int, tail: Word) -> Word:
    """国庆 and 假期: 国庆假期, also “国庆”假期; the empty tail is the bare name."""
    word = f"“{name.word}”{tail.word}" if quoted else name.word + tail.word
    grain = "holiday" if tail.word else "holiday name"
    return Word(word, "word", grain, name.anchor, name.low, name.high, name.not_before, tail.not_after)


def _row(row: Mapping[str, str]) -> Word:
    low, high = int(row["low"] or 0), int(row["high"] or 0)
    beside = row["not_before"], row["not_after"]
    return Word(row["word"].strip("-"), row["role"], row["grain"], row["anchor"], low, high, *beside)


def alternation(words: tuple[Word, ...], follow: bool = False) -> str:
    """A pattern of the words, longest first; with `follow` each carries what may not come after it."""
    found = dict.fromkeys(
        word.word + (f"(?![{word.not_after}])" if follow and word.not_after else "")
        for word in sorted(words, key=lambda row: -len(row.word))
    )
    return "|".join(found)
