"""Sentences and clauses of a passage: the frames within which subjects and times are inherited."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from flows.patterns import holds, lazy

if TYPE_CHECKING:
    from flows.extract.entities.mention import Mention
    from flows.extract.numbers.number import Number
    from flows.extract.times import TimeSpan

SENTENCE_END = lazy(
    r"[。！？!?\n]+[”’」』）)]*|…{2,}"
    r"|(?:\[[0-9]{1,2}\])+\s+|(?<=[\u4e00-\u9fff])\s[-–]\s+(?=[\u4e00-\u9fff])"
)
"""Marks of a sentence's end; footnote marks ([3]) and dashes that begin an entry of a list end one too."""
RARE_ENDS = "！？!?\n…[-–"
"""Without any of these only 。 ends a sentence, and need not be matched."""
CLOSING = frozenset("”’」』）)")
CLAUSE_END = lazy(r"[，；：。！？!?;:（）()\n]|—(?![0-9])|(?<![0-9]),|,(?![0-9])|…{2,}")
PLAIN_CLAUSE_END = lazy(r"[，；：。！？!?;:（）()\n]|—(?![0-9])")


@dataclass(slots=True)
class Sentence:
    """A sentence: offsets in the passage's clean text, where its clauses start, and what begins in it:
    mentions, times and numbers in names, so that no number of it looks through the whole passage. `series`
    are where the numbers start that a word like 分别 opens, by where the word ends;
    `indexed` tells that a mention is of an index of a market, `kinds` which words of modality may be in it.
    """

    start: int
    end: int
    clause_starts: list[int]
    mentions: list[Mention] = field(default_factory=list)
    times: list[TimeSpan] = field(default_factory=list)
    names: list[Number] = field(default_factory=list)
    series: dict[int, list[list[int]]] = field(default_factory=dict)
    indexed: bool = False
    kinds: frozenset[str] = frozenset()

    def clause_at(self, offset: int) -> tuple[int, int]:
        """Where the clause begins and ends that holds `offset`."""
        starts = self.clause_starts
        at = bisect_right(starts, offset)
        return starts[at - 1] if at else self.start, starts[at] if at < len(starts) else self.end

    def clause_start(self, offset: int) -> int:
        """Where the clause begins that holds `offset`."""
        at = bisect_right(self.clause_starts, offset)
        return self.clause_starts[at - 1] if at else self.start

    def clause_end(self, offset: int) -> int:
        """Where the clause ends that holds `offset`."""
        at = bisect_right(self.clause_starts, offset)
        return self.clause_starts[at] if at < len(self.clause_starts) else self.end


GLOSS = lazy(r"(?<=[\u4e00-\u9fffA-Za-z”])[（(][A-Za-z·./& \-]{2,30}[）)](?=[\u4e00-\u9fffA-Z])")
"""A foreign name or an abbreviation in brackets explains the word before it and ends no clause."""
LONGEST_CLAUSE = 400
LONGEST_SENTENCE = 1500
"""In code points. What has no marks for longer is cut: no rule looks further, and work stays linear."""


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where the sentences of `text` start and end, in order; they cover it."""
    spans, start = [], 0
    if holds(text, RARE_ENDS):
        ends = [match.end() for match in SENTENCE_END.finditer(text)]
    else:
        ends = plain_ends(text)
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    for end in ends:
        while end - start > LONGEST_SENTENCE:
            spans.append((start, start + LONGEST_SENTENCE))
            start += LONGEST_SENTENCE
        if start < end:
            spans.append((start, end))
        start = end
    return spans


def plain_ends(text: str) -> list[int]:
    """Where sentences end that 。 alone ends, with the marks that close a quotation behind it."""
    ends, at = [], text.find("。")
    while at >= 0:
        while text[at : at + 1] == "。":
            at += 1
        while text[at : at + 1] in CLOSING:
            at += 1
        ends.append(at)
        at = text.find("。", at)
    return ends


def sentence_of(text: str, start: int, end: int) -> Sentence:
    """The sentence `text[start:end]` with its clauses."""
    starts = [start]
    plain = text.find(",", start, end) < 0 and text.find("…", start, end) < 0
    mark = PLAIN_CLAUSE_END if plain else CLAUSE_END
    starts += [match.end() for match in mark.finditer(text, start, end)]
    if "（" in text or "(" in text:
        for gloss in GLOSS.finditer(text, start, end):
            starts = [one for one in starts if not gloss.start() < one <= gloss.end()]
    starts = [offset for offset in starts if offset < end] or [start]
    if end - start > LONGEST_CLAUSE:
        starts = cut(starts, end)
    return Sentence(start, end, starts)


def cut(starts: list[int], end: int) -> list[int]:
    """The starts of clauses with more of them where a clause is too long."""
    pieces = (range(start, stop, LONGEST_CLAUSE) for start, stop in pairwise([*starts, end]))
    return [start for piece in pieces for start in piece]
