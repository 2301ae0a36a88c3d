"""The words of time, read from the reference tables: what each means, and what around it denies it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

REFERENCE = Path(__file__).resolve().parents[3] / "seeds" / "reference"


@dataclass(frozen=True, slots=True)
class Word:
    """A row of time_words.csv; `not_before` and `not_after` are characters that deny it beside it."""

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


@lru_cache(1)
def time_words() -> dict[str, Word]:
    """Every word that is a time by itself or a part of one, by its surface."""
    return {word.word: word for word in _rows() if word.role in ("word", "daypart")}


@lru_cache(None)
def words_of(role: str, grain: str = "") -> tuple[str, ...]:
    """The words of a role (prefix trailing, cue until …), longest first."""
    found = {row.word for row in _rows() if row.role == role and (not grain or row.grain == grain)}
    return tuple(sorted(found, key=len, reverse=True))


@lru_cache(1)
def plans() -> dict[str, tuple[int, int, bool]]:
    """Five-year plans: name to first year, last year, whether it needs quotation marks to be one."""
    with (REFERENCE / "five_year_plans.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["name"]: (int(row["first_year"]), int(row["last_year"]), row["needs_quotes"] == "yes")
            for row in csv.DictReader(lines)
        }


@lru_cache(1)
def _rows() -> tuple[Word, ...]:
    with (REFERENCE / "time_words.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            Word(
                row["word"], row["role"], row["grain"], row["anchor"], int(row["low"] or 0), int(row["high"] or 0),
                row["not_before"], row["not_after"],
            )
            for row in csv.DictReader(lines)
        )  # fmt: skip


def alternation(words: tuple[str, ...]) -> str:
    """A pattern of the words, grouped by first character so that a mismatch costs one comparison."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in groups.items())
