"""How sure a claim is: actual, target, forecast or hypothetical, by the words of
its clause and its period.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal

from ahocorasick_rs import AhoCorasick

from flows.extract.reference import read_reference
from flows.patterns import lazy

Modality = Literal["actual", "target", "forecast", "hypothetical"]

FAR = 45
"""Days behind the date of an article within which a period's end is still its present (this month's end)."""
FAR_OF_A_GUESS = FAR + 366
"""The same where the date was inferred: an article is later than the last day that it names."""


@lru_cache(maxsize=1)
def modality_words() -> dict[str, re.Pattern[str]]:
    """One pattern for each kind of words: forecast, target, past, hypothesis, study (who foretells)."""
    rows = read_reference("modality_words")
    kinds = dict.fromkeys(row["modality"] for row in rows)
    return {
        kind: re.compile("|".join(row["pattern"] for row in rows if row["modality"] == kind))
        for kind in kinds
    }


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


@lru_cache(maxsize=1 << 10)
def told_before(kind: str, text: str) -> str:
    """The first word of the kind in the sentence so far, else ''; numbers of one clause ask alike."""
    word = modality_words()[kind].search(text) if text else None
    return word[0] if word else ""


def modality_of(
    clause: str,
    sentence_before: str,
    period_start: date | None,
    period_end: date | None,
    published_on: date | None,
    kinds: frozenset[str],
    far: int = FAR,
) -> tuple[Modality, str]:
    """The modality and the word that decided it; `clause` ends with the number's own clause, `kinds` are the
    `kinds_in` its sentence, `far` the days after the article's date from which a period is in its future.
    """
    words = modality_words()
    future = bool(
        period_end
        and published_on
        and (period_end - published_on).days > far
        and (period_start is None or period_start > published_on or period_end.year > published_on.year)
    )
    past = "past" in kinds and is_past(clause)
    if not past and "hypothesis" in kinds:
        word = words["hypothesis"].search(clause)
        supposed = word[0] if word else told_before("hypothesis", sentence_before)
        if supposed:
            return "hypothetical", supposed
    told = ""
    if "forecast" in kinds:
        if word := words["forecast"].search(clause):
            return "forecast", word[0]
        ended = bool(period_end and published_on and period_end < published_on)
        told = told_before("forecast", sentence_before.rsplit("；", 1)[-1] if ended else sentence_before)
    if told and period_end and published_on and (published_on - period_end).days > OVER:
        told = ""
    target = words["target"].search(clause) if "target" in kinds else None
    if target and target[0].startswith("将"):
        study = told or told_before("study", sentence_before)
        if study:
            return "forecast", study
    if (
        target
        and (future or not past or ITS_GOAL.search(clause))
        and (future or published_on is None or not target[0].startswith("到20"))
    ):
        return "target", target[0]
    if future:
        return ("forecast", told) if told else ("target", "future period")
    if past:
        return "actual", ""
    inherited = lasting(sentence_before) if "target" in kinds else ""
    if inherited and not is_past(sentence_before):
        return "target", inherited
    if told and (told in OPENING or told_before("forecast", sentence_before.rsplit("；", 1)[-1])):
        return "forecast", told  # a semicolon ends what is foretold of no year
    return "actual", ""


@lru_cache(maxsize=1 << 10)
def lasting(text: str) -> str:
    """The first word of a plan in the sentence so far that holds for its later clauses, else ''."""
    for word in modality_words()["target"].finditer(text):
        if word[0] in LASTING and not text.startswith(INVESTED, word.end()):
            return word[0]
    return ""


INVESTED = ("总投资", "投资额")
"""What is planned of a project that there is: the count of projects behind it is no plan."""


ITS_GOAL = lazy(r"目标(?:是|为|：)")
OPENING = frozenset({"展望"})
"""Words that a whole sentence of forecasts opens with."""
OVER = 60
"""Days after which a period is over: what was expected earlier in the sentence does not hold for it."""
LASTING = frozenset({"力争", "目标", "计划", "争取", "确保"})
"""Words of a plan that hold for the later clauses of their sentence."""
