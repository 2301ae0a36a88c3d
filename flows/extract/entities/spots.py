"""Where a text may hold names that are made up: characters that are no words, words in Latin letters."""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract.cues import cue_words
from flows.extract.entities.edges import is_han
from flows.extract.entities.gazetteer import Hit
from flows.extract.entities.latin import NAME, is_name
from flows.extract.entities.strange import CALLED, KINDS, STOPS, tails
from flows.extract.entities.treated import ENOUGH, evidence, goes_on, is_opened
from flows.extract.words import parted, tagged
from flows.memo import Memo
from flows.patterns import lazy

LONGEST = 6
"""Code points of a name in Han characters without a last word of firms, at most."""
GRAMMAR = frozenset(cue_words("never_in_name"))
"""Characters that are words of grammar wherever they stand."""
BRIDGES = frozenset(cue_words("name_bridge"))
"""Characters that names hold between others, words as they are elsewhere (喵可多)."""
THINGS = frozenset(cue_words("material_char"))
"""Characters for materials and things, which words are made with (磷化工, 激光器)."""
CLOSES = frozenset("达")
"""A character that ends names as well as it is a verb: 岫禾达实现…."""
FIRM_TAILS = (*cue_words("firm_tail"), *cue_words("insurer_tail"))
"""Last words of firms and of nothing else, before which a word of the language may stand (甬江财险)."""
TAIL_STARTS = frozenset(tail[0] for tail in FIRM_TAILS)
NO_PARTS = GRAMMAR | STOPS | CALLED | frozenset(KINDS)
NUMERALS = frozenset("一二三四五六七八九十百千万亿两数几近超约逾到成")
LATIN = lazy(rf"(?<![A-Za-z0-9&.-])({NAME})")


@dataclass(slots=True)
class Spot:
    """Where a made-up name may stand: in which text, where it begins, what it may be from short to long;
    `loose`: it holds words.
    """

    index: int
    text: str
    start: int
    forms: tuple[str, ...]
    loose: bool = False


def spots_of(index: int, text: str, named: list[Hit]) -> list[Spot]:
    """Where the text may hold made-up names outside the names that are known."""
    taken, firms = set[int](), set[int]()
    for start, end, senses in named:
        if is_sure(senses[0].level, end - start, senses[0].doubtful):
            taken |= set(range(start, end))
        if senses[0].kind == "firm" and not senses[0].doubtful:
            firms.add(end)
    return [*latin_spots(index, text, taken), *han_spots(index, text, taken, firms)]


def latin_spots(index: int, text: str, taken: set[int]) -> list[Spot]:
    return [
        Spot(index, text, match.start(1), (match[1],))
        for match in LATIN.finditer(text)
        if match.start(1) not in taken and is_name(match[1])
    ]


def han_spots(index: int, text: str, taken: set[int], firms: set[int]) -> list[Spot]:
    """Where names in Han characters may begin: at characters that are no words, not behind a firm."""
    found: list[Spot] = []
    words, at, run = parted(text), 0, False
    kinds = KIND.each(words)
    for nth, kind in enumerate(kinds):
        strange = kind & STRANGE and at not in taken
        if kind & (STRANGE | PART) and not run and at not in firms:
            forms = forms_at(words, nth) if strange else ()
            loose = not forms
            if loose and may_be_loose(kinds, nth) and at not in taken and is_opened(text, at):
                forms = loose_forms(words, nth)
            if not forms and strange and is_opened(text, at):
                forms, loose = bounded_forms(text, at, words, nth), False
            if forms and taken.isdisjoint(range(at, at + len(forms[0]))):
                found.append(Spot(index, text, at, forms, loose))
        run = bool(strange)
        at += len(words[nth])
    return found


STRANGE, PART, TWO, TAIL, OWN = 1, 2, 4, 8, 16


def kind_of(word: str) -> int:
    """What a word may be, as bits: a character that is no word, a part of a name that holds words, of two
    characters, the beginning of a last word of firms, a character that is no word and no thing.
    """
    if not is_han(word[0]):
        return 0
    kind = STRANGE if is_strange(word) else 0
    if len(word) <= 2 and word not in NO_PARTS:
        kind |= PART | (TWO if len(word) == 2 else 0) | (TAIL if word[0] in TAIL_STARTS else 0)
        kind |= OWN if kind & STRANGE and word not in THINGS else 0
    return kind


KIND = Memo(kind_of)


def may_be_loose(kinds: list[int], first: int) -> bool:
    """May a name stand there that is a word with a last word of firms, or a character and a word?"""
    behind = kinds[first + 1] if first + 1 < len(kinds) else 0
    if not (kinds[first] & PART and behind & PART):
        return False
    return bool(kinds[first] & TWO and behind & TAIL) or bool(kinds[first] & OWN) != bool(behind & OWN)


def is_sure(level: str, size: int, doubtful: bool) -> bool:
    """Is a known name surely meant? A county's without 县 may be a part of a firm's."""
    return not doubtful and not (level == "county" and size == 2)


def is_strange(word: str) -> bool:
    """Is it a character by itself that may be a part of a name, or one written twice?"""
    if len(word) == 2:
        return word[0] == word[1] and is_han(word[0])
    return len(word) == 1 and is_han(word) and word not in STOPS


def forms_at(words: tuple[str, ...], first: int) -> tuple[str, ...]:
    """What a name of strange characters may be that begins at the word, from short to long."""
    before = words[first - 1] if first else ""
    if len(before) == 1 and is_han(before) and before not in GRAMMAR and before not in STOPS:
        return ()
    size, end = 0, first
    while end < len(words) and size < LONGEST and (is_strange(words[end]) or is_bridge(words, first, end)):
        size += len(words[end])
        end += 1
    core = "".join(words[first:end])
    if not 1 < len(core) <= LONGEST or core in tails():
        return ()
    if end < len(words) and words[end] in CLOSES and not closes_verb(words, end):
        core += words[end]
        end += 1
    return longer_forms(words, end, core)


def bounded_forms(text: str, start: int, words: tuple[str, ...], first: int) -> tuple[str, ...]:
    """A name of characters that stand alone, of which but the first need be in names only, where what follows
    it is what firms have or do (昱能上半年营收…).
    """
    for size in BOUNDED:
        name = words[first : first + size]
        if len(name) < size or len(name[-1]) > 1 or not is_han(name[-1]) or name[-1] in GRAMMAR:
            return ()
        if evidence(text, start, start + size) >= ENOUGH:
            return longer_forms(words, first + size, "".join(name))
    return ()


BOUNDED = (2, 3, 4)
"""Characters of such a name."""


def loose_forms(words: tuple[str, ...], first: int) -> tuple[str, ...]:
    """A name of a character and a word, or of a word and strange characters (珞特灵, 迈克林), or of a word
    with a last word of firms, where the words may be one.
    """
    pair = words[first : first + 2]
    tail = tail_behind(words, first) if len(pair[0]) == 2 and pair[1][0] in TAIL_STARTS else ""
    if tail:
        return (pair[0] + tail,)
    strange = [KIND[word] & OWN for word in pair]
    if all(strange) or not any(strange):
        return ()
    end = first + 2
    while end < len(words) and strange[1] and end - first < 4 and is_strange(words[end]):
        end += 1
    core = "".join(words[first:end])
    return longer_forms(words, end, core) if core not in tails() and pair[1] not in tails() else ()


def tail_behind(words: tuple[str, ...], first: int) -> str:
    """The last word of firms that stands behind the word there, or nothing."""
    rest = "".join(words[first + 1 : first + 4])
    return next((tail for tail in FIRM_TAILS if rest.startswith(tail)), "")


def longer_forms(words: tuple[str, ...], end: int, core: str) -> tuple[str, ...]:
    """The name that ends there, and with a last word of firms or with a further word behind it."""
    rest = "".join(words[end : end + 3])
    tailed = rest.startswith(tails())
    tail = next((tail for tail in tails() if rest.startswith(tail)), "") if tailed else ""
    if tail and len(core) + len(tail) <= LONGEST + 2:
        return (core, core + tail)
    further = words[end] if end < len(words) else ""
    if further and len(further) <= 2 and len(core + further) <= LONGEST and is_part(further):
        return (core, core + further)
    return (core,)


def is_bridge(words: tuple[str, ...], first: int, at: int) -> bool:
    """Is it a character that is a word elsewhere, between two of a name (喵可多, 禾小满)?"""
    inside = first < at < len(words) - 1 and is_strange(words[at + 1]) and tagged(words[at + 1])[0][1] != "v"
    return inside and words[at] in BRIDGES and words[at] not in GRAMMAR


def closes_verb(words: tuple[str, ...], at: int) -> bool:
    """Is 达 the verb there, with a number behind it?"""
    rest = words[at + 1] if at + 1 < len(words) else ""
    return not rest or not is_han(rest[0]) or rest[0] in NUMERALS


def is_part(word: str) -> bool:
    """May the word be a part of a name that goes on?"""
    return is_han(word[0]) and word not in GRAMMAR and word not in CALLED and not goes_on(word)


def names_of(same: list[Spot]) -> list[str]:
    """The name at each of the spots that begin alike: with the last word of firms that it has there; with a
    further word where it never stands without.
    """
    further = {spot.forms[-1] for spot in same}
    always = next(iter(further)) if len(further) == 1 and len(same) > 1 else ""
    followed = {spot.text[spot.start + len(always) : spot.start + len(always) + 1] for spot in same}
    return [
        spot.forms[-1] if spot.forms[-1].endswith(tails()) or always and len(followed) > 1 else spot.forms[0]
        for spot in same
    ]
