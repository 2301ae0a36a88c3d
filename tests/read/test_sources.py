"""Folders and files to documents: order, metadata, and what is refused."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from flows.read import Document, Rejected, SourceNotFound, read_sources

BODY = "苏州市去年新增机器人企业35家，产值同比增长12%。\n"
FRONT = (
    '---\ntitle: "账本：一年"\noutlet: 江城晚报\npublished_on: 2024-05-06\nurl: https://example.org/1\n---\n\n'
    + BODY
)


def read(*sources: Path) -> tuple[dict[str, Document], dict[str, str]]:
    results = list(read_sources(map(str, sources)))
    documents = {result.name: result for result in results if isinstance(result, Document)}
    return documents, {Path(r.source).name: r.reason for r in results if isinstance(r, Rejected)}


def test_a_folder_is_read_in_order_and_to_its_depth(tmp_path: Path) -> None:
    for name in ["b.txt", "a.md", "deep/er/c.txt", ".hidden.txt", ".git/d.txt"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(BODY + name, "utf-8")
    documents, rejected = read(tmp_path)
    assert list(documents) == ["a", "b", "c"]
    assert rejected == {}


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    assert len(list(read_sources([str(tmp_path), str(tmp_path / "a.txt")]))) == 1


def test_the_id_depends_on_the_bytes_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    (tmp_path / "copy.txt").write_text(BODY, "utf-8")
    (tmp_path / "other.txt").write_text(BODY, "gb18030")
    documents, _ = read(tmp_path)
    assert documents["a"].document_id == documents["copy"].document_id != documents["other"].document_id
    assert len(documents["a"].document_id) == 16


def test_front_matter_is_read_and_stays_in_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FRONT, "utf-8")
    (document,) = read(tmp_path)[0].values()
    assert document.text == FRONT
    assert (document.title, document.outlet, document.published_on, document.url) == (
        "账本：一年", "江城晚报", date(2024, 5, 6), "https://example.org/1",
    )  # fmt: skip


def test_a_byte_order_mark_stays_in_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("\ufeff" + FRONT, "utf-8")
    (document,) = read(tmp_path)[0].values()
    assert document.text == "\ufeff" + FRONT
    assert document.published_on == date(2024, 5, 6)


def test_the_folders_list_speaks_for_texts_that_say_nothing_themselves(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    (tmp_path / "b.txt").write_text(FRONT, "utf-8")
    (tmp_path / "documents.csv").write_text(
        "name,title,outlet,published_on,url\na,甲,某报,2023/1/2,\nb.txt,乙,别的报,,\n", "utf-8-sig"
    )
    documents, rejected = read(tmp_path)
    assert (documents["a"].title, documents["a"].outlet) == ("甲", "某报")
    assert documents["a"].published_on == date(2023, 1, 2)
    assert documents["b"].title == "账本：一年"  # what a text says of itself wins
    assert rejected == {}
    assert read(tmp_path / "a.txt")[0]["a"].title == "甲"


def test_a_date_that_is_none_costs_the_date_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    (tmp_path / "documents.csv").write_text("name,title,published_on\na,甲,去年春天\n", "utf-8")
    documents, rejected = read(tmp_path)
    assert documents["a"].title == "甲"
    assert documents["a"].published_on is None
    assert "去年春天" in rejected["documents.csv"]


def test_bad_files_are_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "nul.txt").write_bytes(BODY.encode() + b"\x00\x00")
    (tmp_path / "sheet.numbers").write_bytes(b"1")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "good.txt").write_text(BODY, "gb18030")
    documents, rejected = read(tmp_path)
    assert list(documents) == ["good"]
    assert set(rejected) == {"empty.txt", "picture.txt", "nul.txt", "sheet.numbers", "gone.txt"}
    assert "no reader for .numbers" in rejected["sheet.numbers"]
    assert "link to nothing" in rejected["gone.txt"]


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "regular file" in read(tmp_path)[1]["pipe.txt"]


def test_links_that_run_in_circles_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    documents, rejected = read(tmp_path)
    assert list(documents) == ["a"]
    assert "not followed" in rejected["loop"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    (tmp_path / "a.txt").chmod(0)
    assert "permission" in read(tmp_path)[1]["a.txt"]


def test_a_missing_source_is_said_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound, match="no such file or folder: /no/such/folder"):
        read_sources([str(tmp_path), "/no/such/folder"])
