"""The report as a file: whole, no network, every figure leads to its sentence, hostile text inert."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from flows.report.report import digest
from flows.report.wording import words
from tests.conftest import query, refreshed

from .conftest import page_of

HERE = Path(__file__).resolve().parents[2] / "flows" / "report"


class Page(HTMLParser):
    """The elements of a page with their attributes, and what its scripts and styles hold."""

    def __init__(self, page: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.text: list[str] = []
        self.inside: str | None = None
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.inside = tag if tag in self.raw else None

    def handle_endtag(self, tag: str) -> None:
        if tag in self.raw:
            self.inside = None

    def handle_data(self, data: str) -> None:
        (self.raw[self.inside] if self.inside else self.text).append(data)

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] or "" for _, attrs in self.elements if attribute in attrs]


@pytest.fixture(scope="session", params=["sample", "hostile"])
def page(request: pytest.FixtureRequest) -> Page:
    return Page(request.getfixturevalue(f"{request.param}_page"))


@pytest.fixture(scope="session")
def sample(sample_page: Path) -> Page:
    return Page(sample_page)


def test_the_page_loads_nothing(page: Page) -> None:
    assert page.values("src") == []
    assert page.values("style") == []
    links = [attrs["href"] for tag, attrs in page.elements if tag == "link"]
    assert links == ["data:,"]
    assert all(
        re.match(r"#|https?://", href)
        for tag, attrs in page.elements
        if tag == "a"
        if (href := attrs["href"])
    )


def test_only_our_script_and_style_may_run(page: Page) -> None:
    (script,), (style,) = page.raw["script"], page.raw["style"]
    (policy,) = [attrs["content"] or "" for _, attrs in page.elements if "http-equiv" in attrs]
    assert "default-src 'none'" in policy
    assert digest(script) in policy
    assert digest(style) in policy
    assert "unsafe" not in policy
    assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on")]


def test_every_link_within_the_page_has_its_end(page: Page) -> None:
    ids = Counter(page.values("id"))
    assert [name for name, times in ids.items() if times > 1] == []
    inner = {
        href[1:] for tag, attrs in page.elements if tag == "a" and (href := attrs["href"] or "")[0] == "#"
    }
    assert inner - set(ids) == set()


def test_every_number_of_every_article_is_in_the_reader(sample: Page, sample_warehouse: Path) -> None:
    found = {name[2:] for name in sample.values("id") if name.startswith("n-")}
    assert found == {number for (number,) in query(sample_warehouse, "select number_id from numbers")}


def test_every_claim_has_its_card(sample: Page, sample_warehouse: Path) -> None:
    found = {name[2:] for name in sample.values("id") if name.startswith("c-")}
    assert found == {claim for (claim,) in query(sample_warehouse, "select metric_id from metrics")}


def test_the_reader_shows_each_article_word_for_word(sample: Page, sample_warehouse: Path) -> None:
    shown = re.sub(r"\s", "", "".join(sample.text))
    passages = query(sample_warehouse, "select text from passages")
    assert len(passages) > 50
    assert [text for (text,) in passages if re.sub(r"\s", "", str(text)) not in shown] == []


@pytest.mark.parametrize(
    "text", ["<script>window.harm = 1</script>", "{{ 7 * 7 }}", "{% raw %}", "&lt;企业&gt;", "]]>"]
)
def test_markup_of_an_article_is_text(hostile_page: Path, text: str) -> None:
    assert text in "".join(Page(hostile_page).text)


def test_no_control_and_no_turning_character_reaches_the_page(hostile_page: Path) -> None:
    assert not re.search(
        r"[\x00-\x08\x0b\x0e-\x1f\u202a-\u202e\u2066-\u2069]", hostile_page.read_text("utf-8")
    )


def test_a_document_past_the_limit_still_shows_its_cited_sentences(
    sample_warehouse: Path, tmp_path: Path
) -> None:
    page = Page(page_of(sample_warehouse, tmp_path / "report.html", documents=0))
    assert not [name for name in page.values("id") if name.startswith("n-")]
    assert [name for name in page.values("id") if name.startswith("c-")]
    inner = {
        href[1:] for tag, attrs in page.elements if tag == "a" and (href := attrs["href"] or "")[0] == "#"
    }
    assert inner - set(page.values("id")) == set()


def test_the_same_warehouse_gives_the_same_page(
    sample_warehouse: Path, sample_page: Path, tmp_path: Path
) -> None:
    assert page_of(sample_warehouse, tmp_path / "again.html").read_bytes() == sample_page.read_bytes()


def test_an_empty_warehouse_has_a_page(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "empty.md").write_text("没有数字的一段文字。\n", "utf-8")
    refreshed([tmp_path / "articles"], tmp_path / "yanshu.duckdb")
    assert "没有发现来源之间的分歧" in page_of(
        tmp_path / "yanshu.duckdb", tmp_path / "report.html"
    ).read_text("utf-8")


def test_sources_that_disagree_stand_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    for outlet, amount in (("甲报", "4.1亿元"), ("乙网", "6.5亿元")):
        head = f"---\noutlet: {outlet}\npublished_on: 2024-08-20\n---\n\n"
        text = f"{head}2024年上半年，成都人工智能企业融资{amount}。\n"
        (tmp_path / "articles" / f"{outlet}.md").write_text(text, "utf-8")
    refreshed([tmp_path / "articles"], tmp_path / "yanshu.duckdb")
    page = page_of(tmp_path / "yanshu.duckdb", tmp_path / "report.html").read_text("utf-8")
    (sides,) = re.findall(r'<ul class="sides">(.*?)</ul>', page, re.DOTALL)
    assert re.findall(r"<mark>(.*?)</mark>", sides) in (["4.1亿元", "6.5亿元"], ["6.5亿元", "4.1亿元"])
    assert all(outlet in sides for outlet in ("甲报", "乙网"))


def test_every_word_is_used_and_said_in_both_languages() -> None:
    source = "".join(path.read_text("utf-8") for path in [*HERE.glob("*.py"), *HERE.glob("templates/*.html")])
    assert [key for key, phrase in words().items() if not phrase.zh or not phrase.en] == []
    assert [
        key for key in words() if "." not in key and f"'{key}'" not in source and f'"{key}"' not in source
    ] == []
