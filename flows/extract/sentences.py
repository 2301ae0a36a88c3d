"""Sentences and clauses of a passage: the frames within which subjects and times are inherited."""

from __future__ import annotations

import re
from dataclasses import dataclass

SENTENCE_END = re.compile(r"[。！？!?\n]+[”’」』）)]*|…{2,}")
CLAUSE_END = re.compile(r"[，；：、。！？!?;:（）()\n—“”]|(?<![0-9]),|,(?![0-9])|…{2,}")


@dataclass(slots=True)
class Sentence:
    """A sentence: offsets in the passage's clean text, and the ends of its clauses."""

    start: int
    end: int
    clause_starts: list[int]

    def clause_start(self, offset: int) -> int:
        """Where the clause begins that holds `offset`."""
        best = self.start
        for start in self.clause_starts:
            if start > offset:
                break
            best = start
        return best

    def clause_end(self, offset: int) -> int:
        """Where the clause ends that holds `offset`."""
        for start in self.clause_starts:
            if start > offset:
                return start
        return self.end


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of `text` in order; they cover it."""
    sentences, start = [], 0
    for match in SENTENCE_END.finditer(text):
        sentences.append(sentence_of(text, start, match.end()))
        start = match.end()
    if start < len(text):
        sentences.append(sentence_of(text, start, len(text)))
    return sentences


def sentence_of(text: str, start: int, end: int) -> Sentence:
    starts = [start]
    starts += [match.end() for match in CLAUSE_END.finditer(text, start, end) if match[0] not in "、“”"]
    return Sentence(start, end, [offset for offset in starts if offset < end] or [start])
