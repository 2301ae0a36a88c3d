"""Firms whose names nobody knows: a made-up name is found wherever it stands, and nothing else is."""

from __future__ import annotations

import pytest

from flows.extract.claims import read_text


def firms_of(sentence: str) -> list[str | None]:
    """The firm of every claim that is read in the sentence."""
    claims = [claim for passage in read_text(sentence).passages for claim in passage.claims]
    return [claim.firm[1] if claim.firm else None for claim in claims]


NAMES = ("琤岫", "翊陶", "悠呱呱", "岫禾达", "琅屿电梯", "骞沐家居", "Zelvora")
SENTENCES = (
    "去年，{}实现营业收入4.3亿元。",
    "{}中标一个污水处理项目，中标金额1.8亿元。",
    "截至2023年底，{}在全国拥有门店1260家。",
    "总部位于佛山的卫浴企业{}去年出口额达6.2亿元。",
    "在{}的车间里，每天有1.2万件瓷器下线。",
    "以{}为例，该公司去年纳税2300万元。",
    "海尔智家、{}今年一季度营收分别为690亿元和12亿元。",
    "{}与当地农户签订合同，收购茶叶1.5万吨。",
    "一家名为{}的公司去年卖出了60万把雨伞。",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_made_up_names_are_firms(name: str, sentence: str) -> None:
    assert firms_of(sentence.format(name))[-1] == name


@pytest.mark.parametrize(
    "sentence",
    [
        "力争到2026年底，集聚区引育10家企业。",
        "财报显示，公司上半年营收12亿元。",
        "南繁种业产值突破180亿元。",
        "龙头企业拍地建设总部，落地200家项目。",
        "副司长江岚涛介绍，累计建成基站270万个。",
        "王霁岚卖出3万斤苹果。",
        "负责喷胶与封箱的机械臂销量增长8%。",
        "琤岫镇实现产值3亿元。",
    ],
)
def test_words_people_and_places_are_no_firms(sentence: str) -> None:
    assert not any(firms_of(sentence))
