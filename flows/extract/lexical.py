"""Words that hold a numeral and are none: 统一, 四川, 千行百业."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import lru_cache

from flows.extract.words import segmenter
from flows.places import REFERENCE


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, str], dict[str, tuple[int, ...]], frozenset[str]]:
    """The class of each word (word, name, own), word lengths by first character, all pairs of characters."""
    words: dict[str, str] = {}
    lengths: dict[str, set[int]] = defaultdict(set)
    pairs: set[str] = set()
    with (REFERENCE / "lexical_words.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            words[row["word"]] = row["class"]
            lengths[row["word"][0]].add(len(row["word"]))
            pairs.update(row["word"][at:at + 2] for at in range(len(row["word"]) - 1))
    by_first = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    return words, by_first, frozenset(pairs)


def lexical_word(text: str, start: int, stop: int) -> tuple[int, int, str] | None:
    """The word that holds the numeral at `start`: its span and class (word or name).

    A word of the dictionary counts only where the segmenter cuts the text so: 一百度假村 holds no 百度.
    `stop` is the end of the quantity that the numeral would otherwise begin.
    """
    words, lengths, pairs = _words()
    if text[start:start + 2] not in pairs and text[start - 1:start + 1] not in pairs:
        return None
    for first in range(max(0, start - 5), start + 1):
        for length in lengths.get(text[first], ()):
            end = first + length
            if end <= start or end > len(text):
                continue
            kind = words.get(text[first:end])
            if kind is None:
                continue
            ours = kind != "word"
            sure = ours and (length > 2 or (first == start and stop <= end))
            if sure or _is_cut_so(text, first, end, stop, exact=ours and length == 2):
                return first, end, "name" if kind == "name" else "word"
    return None


def _is_cut_so(text: str, first: int, end: int, stop: int, exact: bool) -> bool:
    """Whether the segmenter keeps the word `text[first:end]` together; `exact`: as a word of its own."""
    at = max(0, first - 4)
    for token in segmenter().cut(text[at:max(end, stop) + 4]):
        after = at + len(token)
        if at <= first and after >= end:
            return not exact or (at == first and after == end)
        if first < after < end:
            return False
        at = after
    return False
