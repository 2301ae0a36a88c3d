"""Hedges before, inside and after a number, touching it or not."""

from __future__ import annotations

import pytest

from tests.extract.reading import claims


@pytest.mark.parametrize(("text", "claim"), [
    ("签约额超600亿元。", "超600亿元 = >60000000000 CNY"),
    ("签约企业逾两百家。", "逾两百家 = >200 count"),
    ("在库项目1200余个。", "1200余个 = >1200 count"),
    ("在校生2万多名。", "2万多名 = >20000 person"),
    ("产值约为5万亿元。", "约为5万亿元 = ~5000000000000 CNY"),
    ("缺口约有3000P。", "约有3000P = ~3000 P"),
    ("投资在8亿元上下。", "8亿元上下 = ~800000000 CNY"),
    ("用时不到5分钟。", "不到5分钟 = <5 minute"),
    ("占比超过七成。", "超过七成 = >70 percent"),
    ("门店力争达到或超过500家。", "达到或超过500家 = >500 count"),
    ("要求不少于三次。", "不少于三次 = >3 count"),
    ("力争建成20个以上。", "20个以上 = >20 count"),
    ("审批压减至10天以内。", "10天以内 = <10 day"),
    ("约占全市的三分之一。", "三分之一 = ~33.333333 percent"),
    ("大约占总量的一半。", "一半 = ~50 percent"),
    ("产量约增长12%。", "12% = ~12 percent"),
    ("最多可停放300辆。", "300辆 = <300 count"),
    ("销量破亿件。", "破亿件 = >100000000 count"),
    ("上百家工厂停产。", "上百家 = >100 count"),
    ("注册用户500万+。", "500万+ = >5000000 count"),
    ("纯度≥99.9%。", "≥99.9% = >99.9 percent"),
])  # fmt: skip
def test_hedge(text: str, claim: str) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(("text", "claim"), [
    ("附近3公里有两所学校。", "3公里 = 3 km"),  # no hedge: 附近
    ("位于产业链上下游的30家企业。", "30家 = 30 count"),
    ("高于全国平均水平2.1个百分点。", "2.1个百分点 = 2.1 percent"),
    ("比成都的4.1亿元高。", "4.1亿元 = 410000000 CNY"),
    ("皆高于去年的5亿元。", "5亿元 = 500000000 CNY"),
    ("多达80个国家参展。", "80个 = 80 count"),
    ("发布3个多模态大模型。", "3个 = 3 count"),
])  # fmt: skip
def test_no_hedge(text: str, claim: str) -> None:
    assert claim in claims(text)
