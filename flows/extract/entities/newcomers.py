"""Firms by made-up names that stand anywhere in an article: met again and again or treated as a firm at least
once, and not as a person, a place or a thing.

What an article of any trade names once and treats as a firm by one sign (在琤岫的车间里, 合资公司琤岫物流),
only this finds: `weighed` wants many signs, and knows those of the articles that it learnt from.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from flows.extract.cues import cue_words
from flows.extract.entities.coined import COLUMN
from flows.extract.entities.edges import is_han
from flows.extract.entities.gazetteer import Hit
from flows.extract.entities.spots import CLOSES, NUMERALS, THINGS, Spot, names_of, spots_of
from flows.extract.entities.strange import (
    CALLED,
    is_free,
    is_generic,
    opens_with_place,
    tails,
    tails_by_end,
)
from flows.extract.entities.treated import ENOUGH, evidence, is_counted, is_opened
from flows.extract.words import has_word, tagged
from flows.text.marks import is_name

JOINTS = frozenset("、和与及")
VERBAL = frozenset({"v", "vn", "a", "ad", "d", "f", "p", "c", "nz"})
"""Tags of characters that begin verbs and phrases which the dictionary does not have (引育, 稳岗)."""
NO_ENDS = frozenset("乡镇村委局厅站楼县市区")
"""What names end in that are a place's, an office's or a building's."""
NO_WORDS = frozenset((*cue_words("not_a_firm"), *cue_words("not_a_firm_word")))
NO_ENDINGS = NO_WORDS - set(tails())
Named = list[tuple[str, Spot]]


def newcomers(texts: list[str], hits: list[list[Hit]]) -> list[str]:
    """Names of firms that only the texts make known; `hits` are the names known already in each."""
    placed: dict[str, list[Spot]] = defaultdict(list)
    for index, text in enumerate(texts):
        for spot in spots_of(index, text, hits[index]):
            placed[spot.forms[0]].append(spot)
    named = [pair for same in placed.values() for pair in zip(names_of(same), same, strict=True)]
    points, doubted = weighed(named, known_firms(hits))
    found = {name for name, count in points.items() if name not in doubted and is_firm(name, count)}
    loose = {name for name, spot in named if spot.loose}
    found -= {name for name in loose if points[name] < 2 * ENOUGH + has_word(head_of(name))}
    for _ in range(ROUNDS):
        edges = known_edges(hits) | {
            (spot.index, at)
            for name, spot in named
            if name in found
            for at in (spot.start, spot.start + len(name))
        }
        found |= {
            name
            for name, spot in named
            if name not in found | doubted
            and (name not in loose or name.endswith(tails()))
            and is_fit(name)
            and is_listed(spot, name, edges)
        }
    return [name for name in dict.fromkeys(name for name, _ in named) if name in found]


ROUNDS = 2
"""How often a list of names is asked whom else it holds."""


def weighed(named: Named, known: bool) -> tuple[dict[str, int], set[str]]:
    """The points of each name that a text treats as a firm's at least once (or that the headline has, where
    no firm is `known`), and the names that are doubtful: never treated so, or treated as somebody else.
    """
    points: dict[str, int] = defaultdict(int)
    treated: set[str] = set()
    doubted: set[str] = set()
    for name, spot in named:
        start, end = spot.start, spot.start + len(name)
        told = evidence(spot.text, start, end)
        if 0 <= told < ENOUGH and not spot.loose and is_rare(name) and is_counted(spot.text, start, end):
            told = ENOUGH
        if spot.text.endswith(OF_A_KIND, 0, start):
            told = -ENOUGH
        points[name] += told + int(told > 0 and name in points)
        if told >= ENOUGH or not spot.index and not known:
            treated.add(name)
        if told < 0:
            doubted.add(name)
    plain = {name: count if name in treated else 0 for name, count in points.items()}
    return plain, {name for name in doubted if points[name] < 0 or is_name(name)}


OF_A_KIND = ("首个", "首座", "首条", "一个", "一座", "这个", "这座", "两个", "多个")
"""Before a kind of things (首个木玩创新中心), not before the name of a firm."""
RARE = frozenset({"g", "ng", "zg", "nr", "ns", "nrt", "nrfg", "vg", "ag", "o", "x"})
"""Tags of characters that stand in names rather than in words."""


def is_rare(name: str) -> bool:
    """Is it hardly anything but a name: in Latin letters, or of characters of which one is mostly in names
    and none begins a verb or is a thing?
    """
    if not is_han(name[0]):
        return not any(map(str.isdigit, name))
    tags = [tagged(character)[0][1] for character in head_of(name)]
    return tags[0] not in VERBAL and not THINGS & set(name) and any(tag in RARE for tag in tags)


def is_firm_hit(hit: Hit) -> bool:
    return hit[2][0].kind == "firm"


def known_firms(hits: list[list[Hit]]) -> bool:
    """Does the headline name a firm that is known?"""
    return bool(hits) and any(map(is_firm_hit, hits[0]))


def known_edges(hits: list[list[Hit]]) -> set[tuple[int, int]]:
    """Where firms that are known begin and end, by text."""
    return {
        (index, at)
        for index, named in enumerate(hits)
        for start, end, senses in named
        if senses[0].kind == "firm" and senses[0].level == "firm" and not senses[0].doubtful
        for at in (start, end)
    }


def is_listed(spot: Spot, name: str, edges: set[tuple[int, int]]) -> bool:
    """Does the name stand in a list beside a firm?"""
    text, start, end = spot.text, spot.start, spot.start + len(name)
    if start and text[start - 1] in JOINTS and (spot.index, start - 1) in edges:
        return True
    behind = text[end : end + 1] in JOINTS and (spot.index, end + 1) in edges
    return behind and is_opened(text, start)


def is_firm(name: str, points: int) -> bool:
    """Is there evidence enough? A name that may be a person's, a verb or a cloud's needs more."""
    need = ENOUGH + (2 if name.endswith("云") else 0)
    if is_han(name[0]):
        need += 2 if is_name(name) else 0
        need += 2 if is_verbal(name) else 0
    return points >= need and is_fit(name)


def is_verbal(name: str) -> bool:
    """May it be a verb with its object (引育, 厚植创新)?"""
    head = head_of(name)
    tag = tagged(name[0])[0][1]
    return len(head) == 2 and tag in VERBAL and (tag != "a" or head == name or name.endswith("创新"))


def head_of(name: str) -> str:
    """The name without a last word of firms."""
    known = tails_by_end().get(name[-1:], ())
    tail = next((tail for tail in known if name.endswith(tail) and len(name) > len(tail) + 1), "")
    return name.removesuffix(tail)


def is_fit(name: str) -> bool:
    """Can it be a name: nothing in it that no name holds, no word of the trade?"""
    if not is_han(name[0]):
        return name not in CALLED
    head = head_of(name)
    if len(head) > 2 and head[-1] in CLOSES:
        head = head[:-1]
    if name.endswith("造") and opens_with_place(name):
        return False  # 重庆造
    if is_deed(name) or head[0] in NUMERALS and head[1:] in HOW_MANY:
        return False  # 央企带头用AI, 三家科技
    worded = head != name and has_word(head)
    if worded and (is_generic(head) or opens_with_place(head) or head in NO_WORDS):
        return False
    if (
        name[-1] in NO_ENDS
        or not worded
        and not is_free(head)
        or COLUMN.search(name)
        or has_word(name)
        or name in tails()
    ):
        return False
    sizes = range(2, len(name) + 1)
    return not any(name[:size] in trade_words() or name[-size:] in NO_ENDINGS for size in sizes)


HOW_MANY = frozenset("家个大所支类种")
"""Behind a numeral, what counts firms and is no part of a name."""


def is_deed(name: str) -> bool:
    """Does a verb of one character behind a word take what the name ends with for its object?"""
    words = tagged(name)[:-1]
    return len(words) > 1 and len(words[-1][0]) == 1 and words[-1][1] in DEEDS and len(words[-2][0]) > 1


DEEDS = frozenset({"v", "p"})


@lru_cache(maxsize=1)
def trade_words() -> frozenset[str]:
    """Words of news that the dictionary does not have: they are ours, and no names."""
    roles = ("firm_agent", "firm_alone", "firm_does", "firm_may", "before_deed")
    words = {word for role in roles for word in cue_words(role)} | set(tails()) | NO_WORDS
    return frozenset(word for word in words if len(word) > 1)
