"""Firms that no single sign tells: what stands around a name and its characters are weighed together."""

from __future__ import annotations

import pytest

from flows.extract.claims import read_text
from flows.extract.entities.gazetteer import gazetteer
from flows.extract.entities.weighed import weighed_firms


def firms_of(sentence: str) -> list[str | None]:
    """The firm of every claim that is read in the sentence."""
    claims = [claim for passage in read_text(sentence).passages for claim in passage.claims]
    return [claim.firm[1] if claim.firm else None for claim in claims]


def told(sentence: str) -> list[str]:
    """The names that the sentence alone makes firms'."""
    return weighed_firms([sentence], [gazetteer().find(sentence)])


@pytest.mark.parametrize(
    ("sentence", "firm"),
    [
        ("在苏州工业园区，由璟川提供的分拣机械臂已装了120台。", "璟川"),
        ("除了腾讯和阿里巴巴，瀚图也在招人，今年的岗位有600个。", "瀚图"),
        ("产线由星澜设计，每小时可组装240台。", "星澜"),
        ("该市引进了珩石、宁德时代等企业，其中珩石投资30亿元。", "珩石"),
    ],
)
def test_names_beside_firms_are_firms(sentence: str, firm: str) -> None:
    assert firms_of(sentence)[-1] == firm


@pytest.mark.parametrize(
    "sentence",
    [
        "市民王栩说，这趟车票价15元。",
        "负责人李澜说，去年接待了3万名游客。",
        "龙井村去年接待游客20万人次。",
        "这款氮化镓快充头售价199元。",
        "全市信创、智驾、低空等赛道企业达到320家。",
        "当地的枇杷、青梅、桑葚产量分别为3万吨、2万吨和1万吨。",
        "张译、沈腾主演的影片票房突破20亿元。",
        "元宵灯会期间，全城客流超过80万人次。",
    ],
)
def test_persons_places_and_things_are_none(sentence: str) -> None:
    assert told(sentence) == []
