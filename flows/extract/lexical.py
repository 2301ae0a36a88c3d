"""Words that hold a numeral and are none: 统一, 四川, 千行百业."""

from __future__ import annotations

import csv
from functools import lru_cache

from flows.places import REFERENCE


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    with (REFERENCE / "lexical_words.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(row["word"] for row in csv.DictReader(lines))


def lexical_word(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the word of the dictionary that covers the character at `start`, longest first."""
    words = _words()
    for length in (7, 6, 5, 4, 3, 2):
        for first in range(max(0, start - length + 1), start + 1):
            if text[first:first + length] in words and first + length <= len(text):
                return first, first + length
    return None
