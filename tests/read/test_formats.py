"""Pages, PDF and Word files: text, tables, and what they say of themselves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from flows.read import Document, Rejected, read_sources
from flows.read.formats.pdf import paragraphs
from tests.read.samples import SECOND, STATED, page, pdf, word

TABLE = """| 区 | 融资额（亿元） 2023年 | 融资额（亿元） 2024年 |
| --- | --- | --- |
| 东湖 | 21.5 | 36 |"""


def only(path: Path, data: bytes) -> Document:
    path.write_bytes(data)
    (result,) = read_sources([str(path)])
    assert isinstance(result, Document), result
    return result


def refused(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    (result,) = read_sources([str(path)])
    assert isinstance(result, Rejected), result
    return result.reason


def test_a_page_gives_its_article_and_not_what_stands_around_it(tmp_path: Path) -> None:
    article = only(tmp_path / "half.html", page())
    assert (article.title, article.outlet, article.published_on) == (
        "江城半年账",
        "江城晚报",
        date(2024, 7, 4),
    )
    lines = article.text.splitlines()
    assert lines[0] == "江城半年账"
    assert {STATED, SECOND, "分区来看", "东湖新增企业30家", "上半年各区情况"} <= set(lines)
    assert not any(furniture in article.text for furniture in ("首页", "广告服务", "99999", "77777"))


def test_tables_of_a_page_are_pipe_rows_under_one_row_of_headings(tmp_path: Path) -> None:
    text = only(tmp_path / "half.html", page()).text
    assert TABLE in text
    assert "| 南山｜西 | 8 | |" in text


@pytest.mark.parametrize(
    ("charset", "declared"),
    [("gb18030", "gb2312"), ("gb18030", "utf-8"), ("big5hkscs", "big5"), ("utf-8", "gbk"), ("utf-16", None)],
)
def test_a_page_is_decoded_even_when_it_names_another_encoding(
    tmp_path: Path, charset: str, declared: str | None
) -> None:
    if charset == "big5hkscs":
        data = (
            page(declared=declared)
            .decode()
            .translate(str.maketrans("账数据产业区东达亿", "帳數據產業區東達億"))
        )
        assert "人工智能" in only(tmp_path / "a.html", data.encode("big5hkscs", "ignore")).text
    else:
        assert STATED in only(tmp_path / "a.html", page(charset, declared)).text


def test_a_page_that_changes_around_its_article_is_the_same_document(tmp_path: Path) -> None:
    one = only(tmp_path / "a.html", page())
    other = only(tmp_path / "b.html", page().replace(b"99999", b"12345"))
    assert one.document_id == other.document_id


def test_a_short_page_is_read_whole(tmp_path: Path) -> None:
    assert "北京有企业30家" in only(tmp_path / "a.htm", "<p>北京有企业30家".encode()).text


def test_a_layout_made_of_tables_is_no_table(tmp_path: Path) -> None:
    cell = f"<p>{STATED}</p><p>{SECOND * 4}</p>"
    html = f"<table><tr><td>栏目</td><td>{cell}</td></tr><tr><td>甲</td><td>乙</td></tr></table>"
    text = only(tmp_path / "a.html", html.encode()).text
    assert STATED in text
    assert "|" not in text


def test_a_word_file_keeps_headings_and_tables(tmp_path: Path) -> None:
    article = only(tmp_path / "half.docx", word())
    assert article.title == "江城半年账"
    assert {"江城半年账", STATED, "## 分区来看", SECOND} <= set(article.text.splitlines())
    assert TABLE + "\n| 南山 | 8 | 9 |" in article.text


def test_a_pdf_is_read_and_its_broken_lines_are_joined(tmp_path: Path) -> None:
    broken = [STATED[:26], STATED[26:], SECOND[:26], SECOND[26:]]
    text = only(tmp_path / "a.pdf", pdf([["江城半年账", *broken[:3], "- 1 -"], [broken[3], "2"]])).text
    assert text.splitlines() == ["江城半年账", STATED, SECOND]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (
            ["一" * 30, "二" * 10 + "。", "三" * 30, "四。"],
            ["一" * 30 + "二" * 10 + "。", "三" * 30 + "四。"],
        ),
        (["标题", "一" * 30, "二" * 10], ["标题", "一" * 30 + "二" * 10]),
        (["一" * 30, "（二）" + "三" * 27, "四。"], ["一" * 30, "（二）" + "三" * 27 + "四。"]),
        ([], []),
    ],
)
def test_lines_are_joined_where_the_width_broke_them(lines: list[str], joined: list[str]) -> None:
    assert paragraphs(lines) == joined


def test_what_is_not_what_its_name_says_is_refused_in_words(tmp_path: Path) -> None:
    assert "OCR" in refused(tmp_path / "scan.pdf", pdf([[], []]))
    assert "damaged" in refused(tmp_path / "cut.pdf", pdf([[STATED]])[:100])
    assert "damaged" in refused(tmp_path / "no.docx", b"PK\x03\x04 nothing")
    assert "save it as .docx" in refused(
        tmp_path / "old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
    )
    assert refused(tmp_path / "empty.html", b"") == "the file is empty"
    assert (
        refused(tmp_path / "none.html", b"<html><body><script>1</script></body></html>")
        == "no text was found in it"
    )
