"""The words of modality are screened a sentence at a time: what a pattern begins with must be in it."""

from __future__ import annotations

import re

import pytest

from flows.extract.modality_words import kinds_in, opening
from flows.extract.reference import read_reference
from flows.text import article_of
from tests.scoring import read

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


UNDATED = {
    "到2027年，全区机架达到10万个，智能算力达5万P，带动企业300家。": ["target"] * 3,
    "方案提出，到2028年，规上企业应用普及率超过70%，建成行业模型30个、标杆场景100个。": ["target"] * 3,
    "按照规划，到2018年，全县机器人产值将突破100亿元，培育重点企业30家。": ["target"] * 2,
    # somebody foretells, and what there is by a year
    "预计到2030年，全市服务器达300万台，绿电比例提高到八成。": ["forecast"] * 2,
    "到2024年底，全国有46家企业完成备案。": ["actual"],
    "到2023年底，全省已建成充电桩9万个，公交车电动化率居全国第三。": ["actual"] * 2,
}


@pytest.mark.parametrize(("text", "modalities"), UNDATED.items())
def test_a_year_ahead_holds_for_the_later_clauses_of_an_article_without_a_date(
    text: str, modalities: list[str]
) -> None:
    article = article_of("d", "n", text)
    claims = sorted(read(article).claims, key=lambda one: one["start"])
    assert [one["modality"] for one in claims] == modalities
