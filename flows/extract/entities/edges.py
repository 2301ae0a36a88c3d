"""Where a name ends and a word of the text goes on: 成电 in 集成电路 is no name, 产业浪潮 no firm."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.reference import regions
from flows.extract.words import has_word, tagged, words_of
from flows.patterns import lazy

PLACE_ENDS = frozenset((*"市省区县州则也还均将亦仍", "地区", "全市", "全省"))
"""What a word may add to a place: its rank, its land, or an adverb that the segmenter joined to it."""


def inside_a_word(text: str, start: int, end: int) -> bool:
    """Does one of the name's edges lie within a word of the text (成电 in 集成电路)?"""
    left = max(0, start - 3)
    return is_cut(text[left : end + 3], start - left, end - left)


BEHIND_PLACES = lazy(r"[两二三四五六七八九十](?:省|市|地|区|县)(?![大长])|排(?:在?第|名第|在前|进前|入前)")
"""How many places a list names, behind its last (江苏、山东三省), and where one ranks (西安排在第12位)."""


@lru_cache(maxsize=1 << 15)
def is_cut(text: str, start: int, end: int) -> bool:
    """Does an edge of the name `text[start:end]` lie within a word of the text? Names have few neighbours."""
    at = 0
    for word in words_of(text):
        finish = at + len(word)
        within = at < start < finish or at < end < finish and at != start
        longer = at == start and finish > end and finish - at > 2 and word[2:] not in PLACE_ENDS
        counted = within and at < end < finish and BEHIND_PLACES.match(text, end) is not None
        if (within or longer) and has_word(word) and not counted:
            split = start - at if at < start else end - at
            if not is_two_places(word, split):
                return True
        at = finish
    return False


def is_two_places(word: str, split: int) -> bool:
    """Is the word of the dictionary one place behind another (吉林长春, 中国香港)?"""
    return word[:split] in place_names() and word[split:] in place_names()


@lru_cache(maxsize=1)
def place_names() -> frozenset[str]:
    """All names of regions, but for those of one character (港)."""
    return frozenset(name for region in regions().values() for name in region.surfaces if len(name) > 1)


def is_noun_here(text: str, start: int) -> bool:
    """Does the name that is a word too stand as a noun with something before it (智能化的浪潮, 产业浪潮)?"""
    before = text[start - 1 : start]
    return before in QUALIFIES or is_han(before or "，") and tagged_noun_before(text, start)


QUALIFIES = frozenset("的股次轮波颗斤吨场")


def is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def tagged_noun_before(text: str, offset: int) -> bool:
    """Does a noun stand directly before the offset, so that the word there is part of another name?"""
    words = tagged(text[max(0, offset - 6) : offset])
    return bool(words) and words[-1][1].startswith("n")
