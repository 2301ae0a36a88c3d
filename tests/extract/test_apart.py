"""What pages count of themselves is no claim. Every text is made up."""

from __future__ import annotations

import pytest

from flows.extract.claims import read_article
from flows.text import article_of

BODY = "今年上半年，临江区人工智能产业实现营业收入102亿元，同比增长23.5%，园区负责人说这是历年最高的一次。"


@pytest.mark.parametrize(
    "line",
    [
        "2025-07-11 03:23:11阅读3次",
        "临江日报 2.3万阅读 3评论 12赞",
        "发布于 2024-06-18 · 1.2w 次围观 · 共 3 条评论",
        "作者：张三 2024-06-18 浏览 1,203 次 收藏 12",
        "01",
    ],
)
def test_a_byline_that_counts_its_readers_claims_nothing(line: str) -> None:
    article = article_of("0" * 16, "n", f"临江区人工智能营收破百亿元\n{line}\n{BODY}")
    told = [claim.number.surface for part in read_article(article).passages for claim in part.claims]
    assert told == ["破百亿元", "102亿元", "23.5%"]
