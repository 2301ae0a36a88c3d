"""Near-copies: reposts and syndicated articles are one source; articles of one mould are several."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from tests.conftest import query, refreshed

pytestmark = pytest.mark.usefixtures("quick_builds")

CLAUSES = [
    "2024年上半年，江北区新签约人工智能项目{0}个，",
    "计划总投资{1}亿元。",
    "区发展改革局负责人介绍，这些项目大多落在智能制造和智慧医疗两个方向，",
    "其中投资过亿元的有{2}个。",
    "截至6月底，全区人工智能企业达到{3}家，",
    "比去年同期增加{4}家，",
    "从业人员超过{5}万人。",
    "园区运营公司为入驻企业提供算力补贴和场地减免，",
    "首批补贴已经发放到位。",
    "下一步，江北区将建设面向中小企业的公共算力平台，",
    "年底前完成一期工程并投入使用。",
]
FIGURES = (38, 126, 17, 214, 41, 1.8)
OTHERS = (29, 97, 12, 231, 17, 2.1)


def article(figures: tuple[float, ...] = FIGURES, *, lead: str = "", end: str = "", without: int = 0) -> str:
    body = "".join(CLAUSES[: len(CLAUSES) - without]).format(*figures)
    return "\n\n".join(part for part in (lead, body, end) if part)


LEAD = "上半年的招商成绩单出来了，江北区交出的答卷引人关注，多个重点项目相继落地，本报记者为您梳理。"
END = "（本文转载自网络，版权归原作者所有，如有侵权请联系我们删除，欢迎关注我们的公众号）"

COPIES = {
    "with a new lead": article(lead=LEAD),
    "with a new end": article(end=END),
    "cut short": article(without=2),
    "with other spaces and signs": article().replace("，", ", ").replace("。", "。 "),
}
DIFFERENT = {
    "another half year of the same mould": article(OTHERS).replace("2024年上半年", "2024年下半年"),
    "another district of the same mould": article(OTHERS).replace("江北区", "河西区"),
    "one clause taken over": f"江南区也在行动。{CLAUSES[0].format(38)}江南区表示将向邻区学习，加快引进企业。",
}


def copies(tmp_path: Path, *texts: str) -> list[tuple[object, ...]]:
    """Names of the documents and of those that they are copies of; each is taken in by a run of its own, in
    this order."""
    tmp_path.mkdir(exist_ok=True)
    warehouse = tmp_path / "w.duckdb"
    for number, text in enumerate(texts, 1):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
        refreshed([tmp_path / f"{number}.txt"], warehouse, unseen=number < len(texts))
    return query(
        warehouse,
        "select copy.name, first.name from documents as copy "
        "left join documents as first on first.document_id = copy.duplicate_of order by all",
    )


@pytest.mark.parametrize("kind", COPIES)
def test_a_repost_is_a_copy(tmp_path: Path, kind: str) -> None:
    found = copies(tmp_path, article(), COPIES[kind])
    assert sorted(first is None for _, first in found) == [False, True]


@pytest.mark.parametrize("kind", DIFFERENT)
def test_an_article_of_the_same_mould_is_none(tmp_path: Path, kind: str) -> None:
    assert [first for _, first in copies(tmp_path, article(), DIFFERENT[kind])] == [None, None]


def test_a_copy_in_traditional_characters_is_found(tmp_path: Path) -> None:
    from opencc import OpenCC

    found = copies(tmp_path, article(), OpenCC("s2t").convert(article(lead=LEAD)))
    assert sorted(first is None for _, first in found) == [False, True]


def test_the_earliest_dated_is_the_first_whatever_came_first(tmp_path: Path) -> None:
    def dated(day: str, **more: str) -> str:
        return f"---\ndate: 2024-07-{day}\n---\n{article(**more)}"  # type: ignore[arg-type]

    texts = {"late": dated("09", lead=LEAD), "early": dated("03"), "later": dated("11", end=END)}
    outcomes = set()
    for number, order in enumerate(list(permutations(texts))[::2]):
        folder = tmp_path / str(number)
        found = dict(copies(folder, *(texts[name] for name in order)))
        named = {str(position): name for position, name in enumerate(order, 1)}
        outcomes.add(
            frozenset((named[str(copy)], named.get(str(first))) for copy, first in found.items())
        )
    assert outcomes == {frozenset({("early", None), ("late", "early"), ("later", "early")})}


def test_copies_are_one_source(tmp_path: Path) -> None:
    copies(tmp_path, article(), article(lead=LEAD), article(end=END), DIFFERENT["one clause taken over"])
    independent = "select count(distinct coalesce(duplicate_of, document_id)) from documents"
    assert query(tmp_path / "w.duckdb", independent) == [(2,)]


def test_the_samples_hold_no_copies(sample_warehouse: Path) -> None:
    assert query(sample_warehouse, "select name from documents where duplicate_of is not null") == []
