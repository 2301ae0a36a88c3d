"""The words of forecasts, goals, suppositions and of what has come about, as a text uses them."""

from __future__ import annotations

from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from flows.extract.reference import read_reference
from flows.patterns import Pattern, lazy


@lru_cache(maxsize=1)
def modality_words() -> dict[str, Pattern]:
    """One pattern for each kind of words: forecast, target, past, hypothesis, study (who foretells)."""
    rows = read_reference("modality_words")
    kinds = dict.fromkeys(row["modality"] for row in rows)
    return {kind: lazy("|".join(row["pattern"] for row in rows if row["modality"] == kind)) for kind in kinds}


OPENS = lazy(r"(?:\(\?<[!=][^)]*\))*([^()\[\]{}|\\?*+.^$]+)(?![?*+{])")
"""The characters that a pattern of `modality_words.csv` begins with, whatever it asks of its neighbours."""


@lru_cache(maxsize=1)
def openings() -> tuple[AhoCorasick, list[str]]:
    """An automaton of what the patterns begin with, and their kinds: without it none of them is found."""
    rows = read_reference("modality_words")
    return AhoCorasick([opening(row["pattern"]) for row in rows]), [row["modality"] for row in rows]


def opening(pattern: str) -> str:
    """What any match of the pattern begins with; ValueError for a pattern that leaves it open."""
    found = OPENS.match(pattern)
    if found is None:
        raise ValueError(f"modality_words.csv: {pattern} begins with no word")
    return found[1]


def kinds_in(sentence: str) -> frozenset[str]:
    """The kinds of words that the sentence may hold: its numbers seek no others."""
    automaton, kinds = openings()
    found = automaton.find_matches_as_indexes(sentence, overlapping=True)
    return frozenset([kinds[index] for index, _, _ in found])


def announces(text: str) -> bool:
    """Does the text speak of a plan or a goal?"""
    return modality_words()["target"].search(text) is not None


def assumes(text: str) -> bool:
    """Does the text speak of what would be if something were?"""
    return modality_words()["hypothesis"].search(text) is not None


def is_past(text: str) -> bool:
    """Do the words of the clause say that it has come about?"""
    return modality_words()["past"].search(text) is not None
