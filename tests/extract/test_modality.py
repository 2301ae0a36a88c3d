"""The words of modality are screened a sentence at a time: what a pattern begins with must be in it."""

from __future__ import annotations

import re

import pytest

from flows.extract.modality_words import kinds_in, opening
from flows.extract.reference import read_reference

PATTERNS = [row["pattern"] for row in read_reference("modality_words")]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_begins_with_a_word_in_every_case(pattern: str) -> None:
    """A row is one alternative, and what is taken for its opening is what its matches begin with."""
    flat = re.sub(r"\[[^\]]*\]", "", pattern)
    while flat != (flat := re.sub(r"\([^()]*\)", "", flat)):
        pass
    assert "|" not in flat
    assert flat.startswith(opening(pattern))


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("全市企业1.2万家。", set()),
        ("今年预计新增企业300家，去年为200家。", {"forecast", "past"}),
        ("若进展顺利，产值可达5亿元。", {"hypothesis"}),
        ("拟投资3亿元，累计已投1亿元。", {"target", "past"}),
    ],
)
def test_kinds_of_words_in_a_sentence(sentence: str, kinds: set[str]) -> None:
    assert kinds_in(sentence) == kinds
