"""What a text may call a firm that no list has: runs of characters that are no words, words in Latin letters,
and what stands around each of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate

from flows.extract.cues import cue_words
from flows.extract.entities.gazetteer import Hit
from flows.extract.entities.spots import BRIDGES, GRAMMAR, is_sure, latin_spots
from flows.extract.entities.strange import CALLED, KINDS, tails
from flows.extract.entities.treated import evidence
from flows.extract.words import parted, tagged
from flows.memo import Memo
from flows.patterns import lazy

LONGEST = 4
"""Code points of a name in Han characters without a last word of firms, at most."""
NEVER = GRAMMAR - BRIDGES
NO_WORDS = CALLED | frozenset(KINDS)
TIMES = frozenset((*cue_words("before_deed"), *"年月日至－-.，”」 ", "月份", "季度", "年度", "财年"))
"""What stands between a firm and what it does, and figures do."""
OPENS, CLOSES = frozenset("（("), frozenset("）)")
REACH = 14
"""Words of a bracket behind a name, at most."""
FIGURE = lazy(r"[0-9，。；]")
CLAUSE = 30
"""Code points behind a name within which its clause tells a number, or none."""
LATIN = lazy(r"[A-Za-z]{3}")
NAMES = frozenset({"nz", "nr", "nrt", "nrfg", "nt", "x"})
"""Tags of words of the dictionary that may be the whole of a name (汇川, 凌华)."""
ALONE, WORD, NAMED, TAIL = 1, 2, 4, 8
PART = ALONE | WORD
"""Kinds of words, as bits; see `kind_of`."""
TAILS = frozenset(tails())
TAIL_STARTS = frozenset(tail[0] for tail in TAILS)
Ends = dict[int, str]


@dataclass(slots=True)
class Candidate:
    """What may be a name: the lengths of its words (`11T`, `L` for Latin letters), where it stands (passage,
    start, end), how often each feature of its places is met, and what stands directly beside it.
    """

    name: str
    shape: str
    spots: list[tuple[int, int, int]] = field(default_factory=list)
    told: dict[str, int] = field(default_factory=dict)
    left: set[str] = field(default_factory=set)
    right: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Line:
    """A passage by its words, with where each begins, their kinds, where names are that are surely known, all
    that are known, what these are by where they end and begin, and the features left and right of words that
    have been asked.
    """

    index: int
    text: str
    words: tuple[str, ...]
    starts: list[int]
    kinds: list[int]
    taken: set[int]
    known: set[tuple[int, int]]
    ending: Ends
    beginning: Ends
    lefts: dict[int, list[str]] = field(default_factory=dict)
    rights: dict[int, list[str]] = field(default_factory=dict)


def is_han(character: str) -> bool:
    """Is it a Han character, of the rare ones too (𬭎)?"""
    return "\u4e00" <= character <= "\u9fff" or character >= "\U00020000"


def tag_of(word: str) -> str:
    """The part of speech of a word by itself."""
    return tagged(word)[0][1]


TAG = Memo(tag_of)


def kind_of(word: str) -> int:
    """What part of a name the word may be, as bits: a character alone or one twice, a word of two, a word
    that may be the whole of a name, the beginning of a last word of firms.
    """
    tail = TAIL if word[0] in TAIL_STARTS else 0
    if not is_han(word[0]) or word in NEVER:
        return tail
    if len(word) == 1 or len(word) == 2 and word[0] == word[1]:
        return tail | ALONE
    if word in NO_WORDS or len(word) > 3:
        return tail
    if TAG[word] in NAMES:
        return tail | WORD | NAMED
    return tail | WORD if len(word) == 2 else tail


KIND = Memo(kind_of)


Keeps = Callable[[str, str], bool]


def candidates_of(
    texts: list[str], hits: list[list[Hit]], keeps: Keeps = lambda name, shape: True
) -> dict[str, Candidate]:
    """All that may be a name in the texts, by name; `hits` are the names known in each, and what is like no
    name by itself need not be kept.
    """
    found: dict[str, Candidate] = {}
    for index, (text, named) in enumerate(zip(texts, hits, strict=True)):
        line = line_of(index, text, named)
        for start, first, last, shape in spans(line):
            end = line.starts[last] if last < len(line.words) else len(text)
            if keeps(text[start:end], shape) and (start, end) not in line.known:
                add(found, line, (start, end, first, last), shape)
        if LATIN.search(text):
            for spot in latin_spots(index, text, line.taken):
                end = spot.start + len(spot.forms[0])
                first, last = (bisect_left(line.starts, at) for at in (spot.start, end))
                add(found, line, (spot.start, end, first, last), "L")
    return found


def line_of(index: int, text: str, named: list[Hit]) -> Line:
    """The passage as its words and the names that are known in it."""
    taken, ending, beginning = set[int](), Ends(), Ends()
    for start, end, senses in named:
        sense = senses[0]
        if is_sure(sense.level, end - start, sense.doubtful):
            taken |= set(range(start, end))
        if not sense.doubtful:
            kind = sense.level if sense.kind == "firm" else sense.kind
            ending[end] = beginning[start] = f"@{kind}"
    words = parted(text)
    starts = list(accumulate(map(len, words), initial=0))
    known = {(start, end) for start, end, _ in named}
    return Line(index, text, words, starts, KIND.each(words), taken, known, ending, beginning)


def spans(line: Line) -> list[tuple[int, int, int, str]]:
    """Where names in Han characters may stand: their start, first word, the word behind them, and shape."""
    found: list[tuple[int, int, int, str]] = []
    words, kinds, starts, taken = line.words, [*line.kinds, 0, 0], line.starts, line.taken
    for first, kind in enumerate(line.kinds):
        near, far = kinds[first + 1], kinds[first + 2]
        opens = kind & (ALONE | NAMED) or near & (ALONE | TAIL) or near & WORD and far & TAIL
        if not (kind & PART and opens):
            continue
        size, last, alone = 0, first, False
        while kinds[last] & PART and starts[last] not in taken:
            size += len(words[last])
            if size > LONGEST:
                break
            alone = alone or bool(kinds[last] & ALONE)
            last += 1
            if size < 2:
                continue
            if alone and last - first > 1 or kind & NAMED and last == first + 1:
                found.append((starts[first], first, last, shape_of(words[first:last])))
            behind = tail_at(words, last) if kinds[last] & TAIL else last
            if behind > last:
                found.append((starts[first], first, behind, f"{shape_of(words[first:last])}T"))
    return found


def shape_of(words: tuple[str, ...]) -> str:
    """The lengths of the words (`112`)."""
    return "".join([str(len(word)) for word in words])


def tail_at(words: tuple[str, ...], at: int) -> int:
    """The word behind the last word of firms that stands at the word, or that word."""
    word = words[at]
    if at + 1 < len(words) and word + words[at + 1] in TAILS:
        return at + 2
    return at + 1 if word in TAILS else at


def add(found: dict[str, Candidate], line: Line, span: tuple[int, int, int, int], shape: str) -> None:
    """Note that a candidate stands there, and what stands around it."""
    start, end, first, last = span
    name = line.text[start:end]
    one = found.get(name)
    if one is None:
        one = found[name] = Candidate(name, shape)
    one.spots.append((line.index, start, end))
    told = one.told
    treated = f"treated {evidence(line.text, start, end)}"
    for feature in (*left_of(line, first, start), *right_of(line, last, end), treated):
        told[feature] = told.get(feature, 0) + 1
    one.left.add(line.words[first - 1] if first else "")
    one.right.add(line.words[last] if last < len(line.words) else "")


def kept(word: str) -> str:
    """The word, or what all of its kind count as: digits, Latin letters."""
    if word[0].isdecimal():
        return "#"
    return "A" if word[0].isascii() and word[0].isalpha() else word


def left_of(line: Line, first: int, start: int) -> list[str]:
    """What stands before the word: the word there, with the one before it, whether that may be a part."""
    if first in line.lefts:
        return line.lefts[first]
    word = line.words[first - 1] if first else ""
    before = line.ending.get(start) or (kept(word) if word else "^")
    told = [f"left {before}"]
    if word:
        known = line.ending.get(line.starts[first - 1])
        told.append(f"left_two {known or (kept(line.words[first - 2]) if first > 1 else '^')} {before}")
        if line.kinds[first - 1] & ALONE:
            told.append("trait character before")
    line.lefts[first] = told
    return told


def right_of(line: Line, last: int, end: int) -> list[str]:
    """What stands behind the word: the word there, with the next, what comes behind times and brackets."""
    if last in line.rights:
        return line.rights[last]
    words, size = line.words, len(line.words)
    behind = line.beginning.get(end) or (kept(words[last]) if last < size else "$")
    told = [f"right {behind}"]
    if last < size:
        after = line.starts[last] + len(words[last])
        known = line.beginning.get(after)
        told.append(f"right_two {behind} {known or (kept(words[last + 1]) if last + 1 < size else '$')}")
        if line.kinds[last] & ALONE:
            told.append("trait character behind")
    then = beyond(words, last)
    if then > last:
        told.append(f"then {kept(words[then]) if then < size else '$'}")
    figure = FIGURE.search(line.text, end, end + CLAUSE)
    if figure and figure[0].isdecimal():
        told.append("trait number in its clause")
    line.rights[last] = told
    return told


def beyond(words: tuple[str, ...], at: int) -> int:
    """The first word behind a bracket and times."""
    size = len(words)
    if at < size and words[at] in OPENS:
        stop = min(at + REACH, size)
        while at < stop and words[at] not in CLOSES:
            at += 1
        at += 1
    while at < size and (words[at] in TIMES or words[at][0].isdecimal()):
        at += 1
    return at
