"""Words that hold a numeral and are none: 统一, 四川, 千行百业."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from flows.extract import reference
from flows.extract.numbers.anchors import NUMERAL_CHARACTERS
from flows.extract.reference import firm_ambiguous, firms, models, regions
from flows.extract.words import segmenter
from flows.kept import made_of
from flows.memo import Memo
from flows.places import REFERENCE

TABLES = ("lexical_words", "firms", "listed_firms", "firm_ambiguous", "models", "regions")
"""Reference tables that the words are made of."""
_PLACES = 6  # a word may begin so many characters before the numeral, itself included


Words = tuple[dict[str, str], dict[str, list[tuple[int, str]]]]
"""The class of each word (word, name, own); by each pair of characters the words with it, and where."""


@lru_cache(maxsize=1)
def _words() -> Words:
    """The words, one table a process; it stays beside the bytecode for the next one."""
    files = [Path(__file__), Path(reference.__file__), *(REFERENCE / f"{one}.csv" for one in TABLES)]
    return made_of("lexical", files, _made)


def _made() -> Words:
    words: dict[str, str] = {}
    pairs: dict[str, list[tuple[int, str]]] = defaultdict(list)
    with (REFERENCE / "lexical_words.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        word_at, class_at = map(next(rows).index, ("word", "class"))
        words.update((row[word_at], row[class_at]) for row in rows)
    words.update(dict.fromkeys(_names(), "name"))
    for word in words:
        for place in range(len(word) - 1):
            pairs[word[place:place + 2]].append((place, word))
    return words, dict(pairs)


def _names() -> Iterator[str]:
    """Names of firms, models and places, of three characters or more, that hold a numeral: 华大九天."""
    numerals = frozenset(NUMERAL_CHARACTERS)
    for kind in (firms(), models(), regions()):
        for named in kind.values():
            for name in named.surfaces:
                if len(name) > 2 and not numerals.isdisjoint(name) and name not in firm_ambiguous():
                    yield name


def _holding(around: str) -> tuple[tuple[int, str, str], ...]:
    """The words that can hold a numeral, given the character before it and the three that begin at it.

    Each with the numeral's place in it and its class; in front those that begin first, of these the longest.
    """
    before, here = around[:2], around[1:]
    words, pairs = _words()
    found = [
        (place, word) for place, word in pairs.get(here[:2], ())
        if (not place or word[place - 1] == before[:1]) and here.startswith(word[place:place + 3])
    ]  # fmt: skip
    found += [(place + 1, word) for place, word in pairs.get(before, ()) if place + 2 == len(word)]
    found.sort(key=lambda one: (-one[0], -len(one[1])))
    return tuple((place, word, words[word]) for place, word in found if place < _PLACES)


_HOLDING = Memo(_holding)


def lexical_word(text: str, start: int, stop: int) -> tuple[int, int, str] | None:
    """The word that holds the numeral at `start`: its span and class (word or name).

    A word of the dictionary counts only where the segmenter cuts the text so: 一百度假村 holds no 百度.
    `stop` is the end of the quantity that the numeral would otherwise begin.
    """
    around = text[start - 1:start + 3] if start else "\n" + text[:3]
    for place, word, kind in _HOLDING[around]:
        first, end = start - place, start - place + len(word)
        if first < 0 or not text.startswith(word, first):
            continue
        ours = kind != "word"
        sure = ours and (len(word) > 2 or (not place and stop <= end))
        if sure or _is_cut_so(text, first, end, stop, exact=ours and len(word) == 2):
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
