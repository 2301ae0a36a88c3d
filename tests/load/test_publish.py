"""Publishing: readers are not disturbed, a bad build stays out, every client opens what is published."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from flows.load.lake import lake_of
from flows.load.publish import ChecksFailed, publish
from flows.places import ARTICLES, SQL
from tests.conftest import made_once, query, refreshed
from tests.patience import PATIENCE

ROOT = SQL.parent
CONTENT = "select * from {} order by all"
TABLES = (
    "documents",
    "sources",
    "passages",
    "numbers",
    "metrics",
    "regions",
    "firms",
    "models",
    "metric_definitions",
)


@pytest.fixture
def warehouse(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of one sample article, for changing."""
    one = sorted(ARTICLES.glob("*.md"))[:1]
    made = made_once(tmp_path_factory, "one", lambda folder: refreshed(one, folder / "yanshu.duckdb"))
    return shutil.copytree(made, tmp_path, dirs_exist_ok=True) / "yanshu.duckdb"


def test_the_same_sources_are_read_once_and_publish_the_same_content(warehouse: Path) -> None:
    before = {table: query(warehouse, CONTENT.format(table)) for table in TABLES}
    again = refreshed(sorted(ARTICLES.glob("*.md"))[:1], warehouse)
    assert (again.run.documents_new, again.run.documents_changed, again.run.documents_reread) == (0, 0, 0)
    assert {table: query(warehouse, CONTENT.format(table)) for table in TABLES} == before
    assert query(warehouse, "select outcome, documents_new from runs order by started_at") == [
        ("published", 1),
        ("published", 0),
    ]


def test_a_rebuild_without_the_lake_has_the_same_ids(warehouse: Path, tmp_path: Path) -> None:
    again = tmp_path / "elsewhere" / "other.duckdb"
    again.parent.mkdir()
    refreshed(sorted(ARTICLES.glob("*.md"))[:1], again)
    for table in ("documents", "passages", "numbers", "metrics"):
        assert query(again, CONTENT.format(table)) == query(warehouse, CONTENT.format(table)), table


def test_sources_of_earlier_runs_stay(warehouse: Path) -> None:
    refreshed(sorted(ARTICLES.glob("*.md"))[1:2], warehouse)
    assert query(warehouse, "select count(distinct run_id) from sources") == [(2,)]
    assert query(warehouse, "select count(distinct document) from numbers") == [(2,)]


def test_a_changed_file_takes_the_place_of_the_older(tmp_path: Path) -> None:
    article, warehouse = tmp_path / "a.txt", tmp_path / "w.duckdb"
    article.write_text("成都有企业30家。", "utf-8")
    refreshed([article], warehouse, unseen=True)
    article.write_text("成都有企业40家。", "utf-8")
    refreshed([article], warehouse)
    assert query(warehouse, "select surface from numbers") == [("40家",)]


def test_equal_files_are_one_document_with_two_sources(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("成都有企业30家。", "utf-8")
    refreshed([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "w.duckdb")
    assert query(tmp_path / "w.duckdb", "select name from documents") == [("a",)]
    assert query(tmp_path / "w.duckdb", "select name from sources order by 1") == [("a",), ("b",)]


def test_a_source_that_becomes_readable_is_no_longer_rejected(tmp_path: Path) -> None:
    article, warehouse = tmp_path / "a.txt", tmp_path / "w.duckdb"
    article.write_bytes(b"")
    refreshed([article], warehouse)
    assert len(query(warehouse, "select reason from rejected_documents")) == 1
    article.write_text("成都有企业30家。", "utf-8")
    refreshed([article], warehouse)
    assert query(warehouse, "select reason from rejected_documents") == []


def test_an_open_reader_keeps_its_file_and_blocks_nobody(warehouse: Path) -> None:
    hold = (
        "import duckdb, sys; db = duckdb.connect(sys.argv[1], read_only=True);"
        "ask = lambda: print(db.execute('select count(*) from documents').fetchall()[0][0], flush=True);"
        "ask(); sys.stdin.readline(); ask()"
    )
    reader = subprocess.Popen(
        [sys.executable, "-c", hold, str(warehouse)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert reader.stdout is not None
    assert reader.stdout.readline() == "1\n"
    refreshed([ARTICLES], warehouse)
    said, _ = reader.communicate("\n", timeout=PATIENCE)
    assert (said, reader.returncode) == ("1\n", 0)
    assert query(warehouse, "select count(*) > 1 from documents") == [(True,)]


def test_a_stale_wal_beside_the_old_file_does_no_harm(warehouse: Path) -> None:
    warehouse.with_name(warehouse.name + ".wal").write_bytes(b"left by a crash")
    publish(warehouse, lake_of(warehouse))
    assert query(warehouse, "select count(*) from documents") == [(1,)]
    assert sorted(path.name for path in warehouse.parent.iterdir()) == ["lake", "yanshu.duckdb"]


def test_a_failed_check_leaves_the_old_file_and_says_which_rows(
    warehouse: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "checks" / "error").mkdir(parents=True)
    (tmp_path / "checks" / "error" / "no_documents.sql").write_text(
        "-- There is no document.\nselect name from documents;"
    )
    monkeypatch.setattr("flows.load.publish.run_checks", lambda db: _run_checks(db, tmp_path / "checks"))
    before = warehouse.read_bytes()
    with pytest.raises(ChecksFailed, match="no_documents, 1 rows as"):
        publish(warehouse, lake_of(warehouse))
    assert warehouse.read_bytes() == before


def _run_checks(db: duckdb.DuckDBPyConnection, folder: Path) -> object:
    from flows.load.checks import run_checks

    return run_checks(db, folder)


def views() -> list[str]:
    return sorted(path.stem for path in (SQL / "views").glob("*.sql"))


def test_the_command_line_of_duckdb_1_5_runs_every_view(sample_warehouse: Path) -> None:
    cli = Path(sys.executable).with_name("duckdb")
    if not cli.exists():
        pytest.skip("duckdb-cli is not installed")
    script = "".join(f"select count(*) from {view}; select * from {view} limit 3;" for view in views())
    done = subprocess.run(
        [cli, "-readonly", sample_warehouse, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_python_duckdb_1_5_runs_every_view(sample_warehouse: Path) -> None:
    python = ROOT / ".venv-duckdb15" / "bin" / "python"
    if not python.exists():
        pytest.skip("no .venv-duckdb15: .ci/run makes it")
    ask = (
        "import duckdb, sys; assert duckdb.__version__ == '1.5.5';"
        "db = duckdb.connect(sys.argv[1], read_only=True);"
        "[db.execute(f'select * from {view}').fetchall() for view in sys.argv[2:]]"
    )
    subprocess.run([python, "-c", ask, sample_warehouse, *views()], check=True, timeout=PATIENCE)


def test_every_view_answers_when_the_file_is_attached(sample_warehouse: Path) -> None:
    with duckdb.connect() as db:
        db.execute(f"attach '{sample_warehouse}' as news (read_only)")
        for view in views():
            db.execute(f"select * from news.{view}").fetchall()
