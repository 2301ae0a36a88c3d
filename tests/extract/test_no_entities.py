"""Phrases in quotes and kinds of things that are no products and no institutions."""

from __future__ import annotations

import pytest

from flows.extract.claims import read_article
from flows.text import article_of


def discovered(text: str) -> set[str]:
    """The names that the text alone makes known, of firms, institutions and products."""
    article = article_of("d", "n", text)
    mentions = (mention for one in read_article(article).passages for mention in one.mentions)
    return {mention.surface for mention in mentions if mention.ids[0].startswith("d")}


@pytest.mark.parametrize(
    "text",
    [
        "江城为何成了“算盘之都”\n江城有企业1200家。",
        "招商路上的“加减法”\n江城签约项目40个，总投资90亿元。",
        "园区推出“拎包入住”政策，已惠及青年600人，平台上线半年。",
        "中心推出“雏鹰计划”，平台入驻团队40个。",
        "民间共组的“江海联盟”平台有会员50家。",
        "全国百强医院里，48家用上了大模型，系统日均调用3万次。",
        "江苏三港跻身百大港口，吞吐量3亿吨。",
        "五大实验室的项目超过70个，当地钢厂添了机器人30台。",
        "园区瞄准世界领先科技园区，企业达到300家。",
    ],
)
def test_is_no_entity(text: str) -> None:
    assert discovered(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("江城医院自研的“云岫”大模型服务患者3万人。", "云岫"),
        ("联合推出的“青隼”机器人订单达到200台。", "青隼"),
        ("江城市第三人民医院有床位1200张。", "江城市第三人民医院"),
    ],
)
def test_is_an_entity(text: str, name: str) -> None:
    assert name in discovered(text)
