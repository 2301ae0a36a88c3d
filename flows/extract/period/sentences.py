"""The claims of a passage, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from flows.extract.claim import Claim, PassageReading
from flows.patterns import lazy

END = lazy(r"[。！？\n]")


@dataclass(slots=True)
class Sentence:
    """A sentence of a passage with its claims in order."""

    reading: PassageReading
    start: int
    claims: list[Claim]

    def before(self, claim: Claim) -> str:
        """What the sentence says before the claim's number."""
        return self.reading.text[self.start : claim.number.start]


@lru_cache(maxsize=64)
def sentence_starts(text: str) -> tuple[int, ...]:
    """Where the sentences of a passage start; several passes over an article ask."""
    return (0, *(end.end() for end in END.finditer(text)))


def sentences(reading: PassageReading) -> list[Sentence]:
    """The passage's claims by sentence."""
    found: list[Sentence] = []
    starts = sentence_starts(reading.text)
    for claim in reading.claims:
        start = starts[bisect_right(starts, claim.number.start) - 1]
        if not found or found[-1].start != start:
            found.append(Sentence(reading, start, []))
        found[-1].claims.append(claim)
    return found
