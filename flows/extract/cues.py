"""Cue words by role: what stands before money or a category, verbs of reports, kinds of products."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import lru_cache

from flows.places import REFERENCE


@lru_cache(maxsize=1)
def _words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for table in ("number_cues", "claim_cues"):
        with (REFERENCE / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines)
            role, word = map(next(rows).index, ("role", "word"))
            for row in rows:
                found[row[role]].append(row[word])
    return found


def alternation(role: str) -> str:
    """A group that matches the longest word of the role; raises KeyError where the table has none."""
    words = sorted(_words()[role], key=len, reverse=True)
    if not words:
        raise KeyError(role)
    return f"(?:{'|'.join([word if word.isalnum() else re.escape(word) for word in words])})"


def cue_words(role: str) -> tuple[str, ...]:
    """The words of the role, as the table has them."""
    return tuple(_words()[role])
