"""Exports as those who open them find them: every row, numbers as numbers, nothing that is run."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import duckdb
import openpyxl
import pytest

from flows.export import BOM, WORKBOOK, export, relations_of
from flows.query import NoSuchRelation
from flows.workbook import sheet_names
from tests.conftest import query

FORMULAS = ["=1+1", "+86 10", "-5", "@SUM(A1)", "\t=1", "正常", "30%"]


@pytest.fixture(scope="session")
def exported(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    export(sample_warehouse, [], folder, ["parquet", "csv", "xlsx"])
    return folder


@pytest.fixture
def harmful(tmp_path: Path) -> Path:
    """A warehouse whose texts begin as formulas do."""
    warehouse = tmp_path / "harm.duckdb"
    with duckdb.connect(str(warehouse)) as db:
        db.execute(
            "create table texts (place integer, text varchar, value decimal(38, 6), day date, share double)"
        )
        for place, text in enumerate(FORMULAS):
            db.execute(
                "insert into texts values (?, ?, 13800000000.5, '2024-06-30', 'nan'::double)", [place, text]
            )
        db.execute("comment on column texts.text is '文字 | text'")
    return warehouse


def test_every_relation_is_there_in_every_form(exported: Path, sample_warehouse: Path) -> None:
    with duckdb.connect(str(sample_warehouse), read_only=True) as db:
        names = relations_of(db)
    assert {path.stem for path in (exported / "parquet").iterdir()} == set(names)
    assert {path.stem for path in (exported / "csv").iterdir()} == set(names)
    book = openpyxl.load_workbook(exported / WORKBOOK, read_only=True)
    assert book.sheetnames == ["目录 Contents", *sheet_names(names).values()]
    assert [path for path in exported.rglob("*") if ".part" in path.name] == []


def test_parquet_is_exact(exported: Path, sample_warehouse: Path) -> None:
    rows = query(sample_warehouse, "from claims order by all")
    assert duckdb.sql(f"from '{exported}/parquet/claims.parquet' order by all").fetchall() == rows


def test_csv_opens_in_excel(exported: Path, sample_warehouse: Path) -> None:
    raw = (exported / "csv" / "claims.csv").read_bytes()
    assert raw.startswith(BOM)
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    assert len(rows) == query(sample_warehouse, "select count(*) from claims")[0][0]
    assert {"北京", "成都"} <= {row["region"] for row in rows}


def test_csv_holds_no_formula(harmful: Path, tmp_path: Path) -> None:
    export(harmful, [], tmp_path, ["csv"])
    with (tmp_path / "csv" / "texts.csv").open(encoding="utf-8-sig", newline="") as lines:
        texts = [row["text"] for row in csv.DictReader(lines)]
    assert texts == ["'=1+1", "'+86 10", "'-5", "'@SUM(A1)", "'\t=1", "正常", "30%"]


def test_a_workbook_holds_texts_as_texts_and_numbers_as_numbers(harmful: Path, tmp_path: Path) -> None:
    export(harmful, [], tmp_path, ["xlsx"])
    sheet = openpyxl.load_workbook(tmp_path / WORKBOOK)["texts"]
    texts = [sheet.cell(line, 2) for line in range(2, 2 + len(FORMULAS))]
    assert [cell.value for cell in texts] == FORMULAS
    assert {cell.data_type for cell in texts} == {"s"}
    assert [cell.quotePrefix for cell in texts] == [True] * 5 + [False] * 2
    assert sheet["A2"].value == 0
    assert (sheet["C2"].value, sheet["C2"].data_type) == (13800000000.5, "n")
    assert sheet["D2"].value.date() == date(2024, 6, 30)
    assert sheet["E2"].value == "nan"


def test_a_workbook_is_laid_out_for_reading(harmful: Path, tmp_path: Path) -> None:
    export(harmful, [], tmp_path, ["xlsx"])
    book = openpyxl.load_workbook(tmp_path / WORKBOOK)
    sheet = book["texts"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:E8"
    assert sheet["B1"].font.bold
    assert sheet["B1"].comment.text == "文字 | text"
    assert book["目录 Contents"]["A2"].hyperlink.location == "'texts'!A1"


def test_only_what_is_named(sample_warehouse: Path, tmp_path: Path) -> None:
    files = export(sample_warehouse, ["claims"], tmp_path, ["csv"])
    assert files == [tmp_path / "csv" / "claims.csv"]
    with pytest.raises(NoSuchRelation, match="did you mean claims"):
        export(sample_warehouse, ["claimz"], tmp_path, ["csv"])


def test_a_failed_export_leaves_what_was_there(
    harmful: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(harmful, [], tmp_path, ["xlsx"])
    before = (tmp_path / WORKBOOK).read_bytes()

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("flows.workbook.write_sheet", fail)
    with pytest.raises(OSError, match="no space"):
        export(harmful, [], tmp_path, ["xlsx"])
    assert (tmp_path / WORKBOOK).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_sheet_names_fit_and_differ() -> None:
    names = sheet_names(["a" * 31, "a" * 40, "a" * 50])
    assert len(set(names.values())) == 3
    assert all(len(name) <= 31 for name in names.values())
