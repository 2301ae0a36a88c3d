"""Names of firms that only what an article says of them makes known."""

from __future__ import annotations

import pytest

from flows.extract.entities.gazetteer import gazetteer
from flows.extract.entities.unlisted import unlisted_firms


def found_in(*texts: str) -> list[str]:
    return unlisted_firms(list(texts), [gazetteer().find(text) for text in texts])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("璟帆上半年净亏损2亿元。", "璟帆"),
        ("其中，璟帆（Jinvo）首季智能手表出货量为300万只，璟帆位居第二。", "璟帆"),
        ("头部银行里，桦滨银行2024年信息科技投入21亿元。", "桦滨银行"),
        ("例如岚柘科技发布业绩预告，预计亏损1亿元。", "岚柘科技"),
        ("栖川AI于3月6日在港交所挂牌，募资20亿港元。", "栖川AI"),
        ("Quorvia的毛利率升到41%。", "Quorvia"),
        ("日本的栎滨以8%的份额排名第四，栎滨的份额一年里升了两个百分点。", "栎滨"),
        ("券商维持岚柘“买入”评级，岚柘目标价42元。", "岚柘"),
    ],
)
def test_is_told_by_what_is_said_of_it(text: str, name: str) -> None:
    assert name in found_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "8月笔电出货量为1500万台，笔电厂商的订单增长一成。",
        "副司长柳闻溪在发布会上表示，柳闻溪所在的部门投入3亿元。",
        "非GAAP净亏损为2亿元，GAAP净亏损为3亿元。",
        "印度智能手机出货量增长5%，全省完成软件业务收入30亿元。",
        "集团公布年报，行业净利润下降3%，公司市值增加2亿元。",
        "较招股价上涨一成，总净资产值1.1万亿元。",
        "传统车企的电动化布局获得30亿元贷款。",
        "3栋机楼已交付使用，存储产能为200PB。",
    ],
)
def test_is_no_word_term_or_person(text: str) -> None:
    assert found_in(text) == []


def test_takes_the_words_that_always_stand_with_it() -> None:
    """泡泡 is a word; it stands before 岚柘 wherever that stands."""
    assert found_in("泡泡岚柘的估值为2亿元。", "泡泡岚柘宣布扩产。") == ["泡泡岚柘"]
    assert found_in("今年岚柘的估值为2亿元。", "岚柘宣布扩产。") == ["岚柘"]
