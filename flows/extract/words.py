"""Words of a stretch of text with their part of speech: jieba's dictionary and ours."""

from __future__ import annotations

from functools import lru_cache
from types import ModuleType

import rjieba

from flows.extract.reference import read_reference

Words = tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def segmenter() -> ModuleType:
    """rjieba with the words of `words.csv` added to the dictionary that it has loaded: a process holds one,
    and all that cut words ask here, so that nothing is cut before ours are in it.
    """
    for row in read_reference("words"):
        rjieba.add_word(row["word"], int(row["frequency"]), row["tag"])
    return rjieba


@lru_cache(maxsize=1)
def own_tags() -> dict[str, str]:
    """Tags of our own words: the dictionary's tag of a word that it has cannot be changed in it."""
    return {row["word"]: row["tag"] for row in read_reference("words")}


@lru_cache(maxsize=1 << 15)
def words_of(text: str) -> tuple[str, ...]:
    """The words of `text` in order."""
    return tuple(segmenter().cut(text))


@lru_cache(maxsize=1 << 16)
def tagged(text: str) -> Words:
    """The words of `text` with jieba's tags (n, v, ns …), in order; joined they are the text."""
    own = own_tags()
    pairs = segmenter().tag(text)
    return tuple((word, own.get(word, AMOUNTS.get((tag, word[-1:]), tag))) for word, tag in pairs)


AMOUNTS = {("m", "量"): "n"}
"""Words that the dictionary does not have and its tagger takes for numerals: 阅片量."""


def has_word(word: str) -> bool:
    """Does the dictionary have the word?"""
    return bool(segmenter().has_word(word))


@lru_cache(maxsize=1 << 15)
def parted(text: str) -> tuple[str, ...]:
    """The words of `text` that the dictionary has, all else by character: nothing is guessed."""
    return tuple(segmenter().cut(text, False))
