"""Tables with an article a row: CSV, JSON Lines, Parquet."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import polars as pl
import pytest

from flows.read import Document, Rejected, read_sources
from tests.read.samples import SECOND, STATED

ROWS = [
    {
        "编号": "a1",
        "标题": "半年账",
        "来源": "江城晚报",
        "发布日期": "2024/7/4",
        "正文": STATED,
        "链接": "https://example.org/1",
    },
    {"编号": "a2", "标题": "东湖", "来源": "", "发布日期": "", "正文": SECOND, "链接": ""},
]


def read(*paths: Path) -> tuple[list[Document], list[Rejected]]:
    results = list(read_sources(map(str, paths)))
    return [r for r in results if isinstance(r, Document)], [r for r in results if isinstance(r, Rejected)]


def write(path: Path, rows: list[dict[str, str]], encoding: str = "utf-8") -> Path:
    if path.suffix == ".jsonl":
        path.write_text("\n".join(json.dumps(row) for row in rows), encoding)
    elif path.suffix == ".parquet":
        pl.DataFrame(rows).write_parquet(path)
    else:
        sign = "\t" if path.suffix == ".tsv" else ","
        lines = [sign.join(rows[0]), *(sign.join(f'"{value}"' for value in row.values()) for row in rows)]
        path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("t.csv", "utf-8"),
        ("t.csv", "utf-8-sig"),
        ("t.csv", "gb18030"),
        ("t.tsv", "utf-16"),
        ("t.jsonl", "utf-8"),
        ("t.parquet", "utf-8"),
    ],
)
def test_each_row_is_a_document(tmp_path: Path, name: str, encoding: str) -> None:
    path = write(tmp_path / name, ROWS, encoding)
    (first, second), rejected = read(path)
    assert rejected == []
    assert (first.text, first.name, first.source) == (STATED, "a1", f"{path}#a1")
    assert (first.title, first.outlet, first.published_on) == ("半年账", "江城晚报", date(2024, 7, 4))
    assert first.url == "https://example.org/1"
    assert (second.text, second.outlet, second.published_on, second.url) == (SECOND, None, None, None)


def test_columns_are_mapped_by_name(tmp_path: Path) -> None:
    write(tmp_path / "t.csv", [{"t": "无", "稿子": STATED, "报": "甲报"}])
    (tmp_path / "sources.toml").write_text(
        '[[source]]\npath = "*.csv"\ncolumns = { text = "稿子", outlet = "报", title = "t" }\n', "utf-8"
    )
    ((document,), _) = read(tmp_path / "sources.toml")
    assert (document.text, document.outlet, document.title, document.name) == (STATED, "甲报", "无", "t-1")


def test_a_table_without_a_known_text_column_says_what_it_has(tmp_path: Path) -> None:
    documents, (rejected,) = read(write(tmp_path / "t.csv", [{"标题": "甲", "texts": STATED}]))
    assert documents == []
    assert "did you mean “texts”?" in rejected.reason
    assert "columns: 标题, texts" in rejected.reason


def test_rows_that_share_a_name_stay_apart(tmp_path: Path) -> None:
    documents, _ = read(
        write(tmp_path / "t.jsonl", [{"id": "x", "text": STATED}, {"id": "x", "text": SECOND}])
    )
    assert len({document.source for document in documents}) == 2


def test_dates_and_numbers_of_other_types_are_taken(tmp_path: Path) -> None:
    frame = pl.DataFrame({"id": [7], "text": [STATED], "date": [datetime(2024, 7, 4, 9)], "other": [[1, 2]]})
    frame.write_parquet(tmp_path / "t.parquet")
    ((document,), _) = read(tmp_path / "t.parquet")
    assert (document.name, document.published_on) == ("7", date(2024, 7, 4))


def test_one_bad_row_costs_one_row(tmp_path: Path) -> None:
    good = json.dumps({"text": STATED})
    lines = [
        good,
        "{",
        "[1]",
        '{"text": 5}',
        '{"text": ""}',
        "[" * 100_000,
        '{"text": "九\\ud800\\u0000家"}',
        good,
    ]
    (tmp_path / "t.jsonl").write_text("\n".join(lines), "utf-8")
    documents, rejected = read(tmp_path / "t.jsonl")
    assert [document.text for document in documents] == [STATED, "九\ufffd\ufffd家", STATED]
    assert [r.source.rpartition("#")[2] for r in rejected] == ["2", "3", "4", "5", "6"]


def test_markup_in_a_cell_is_taken_out(tmp_path: Path) -> None:
    table = "<table><tr><th>区</th><th>家</th></tr><tr><td>东</td><td>3</td></tr></table>"
    html = f"<p>{STATED}</p><script>9</script>{table}"
    ((document,), _) = read(write(tmp_path / "t.jsonl", [{"content": html}]))
    assert document.text.splitlines() == [STATED, "| 区 | 家 |", "| --- | --- |", "| 东 | 3 |"]


def test_a_damaged_parquet_file_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "t.parquet", ROWS)
    data = (tmp_path / "t.parquet").read_bytes()
    (tmp_path / "cut.parquet").write_bytes(data[: len(data) // 2])
    (tmp_path / "flipped.parquet").write_bytes(
        bytes(b ^ 255 if 40 < i < 200 else b for i, b in enumerate(data))
    )
    (tmp_path / "no.parquet").write_bytes(b"nothing")
    (tmp_path / "t.parquet").unlink()
    documents, rejected = read(tmp_path)
    assert documents == []
    assert len(rejected) == 3
