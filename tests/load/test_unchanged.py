"""A run with nothing new: the file is not made anew, the run stands in it, everything else is as it was."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb
import pytest

from flows.load import publish as publishing
from flows.load.lake import lake_of
from flows.load.made import MADE_FILE
from flows.load.publish import publish
from flows.places import ARTICLES
from flows.status import status_of
from tests.conftest import made_once, query, refreshed

pytestmark = pytest.mark.usefixtures("quick_builds")
OF_RUNS = {"runs"}
RUNS = (
    "select outcome, documents_seen, documents_new, claims, conflicts, checks_failed"
    " from runs order by started_at"
)


@pytest.fixture
def warehouse(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The warehouse of the sample articles, as quick_builds makes it, for changing."""
    made = made_once(
        tmp_path_factory, "quick-samples", lambda folder: refreshed([ARTICLES], folder / "yanshu.duckdb")
    )
    return shutil.copytree(made, tmp_path, dirs_exist_ok=True) / "yanshu.duckdb"


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The builds of the test, one entry each."""
    made: list[Path] = []
    build = publishing.build

    def counted(target: Path, lake: Path) -> None:
        made.append(target)
        build(target, lake)

    monkeypatch.setattr(publishing, "build", counted)
    return made


def content(warehouse: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all relations and all comments, but for the account of the runs."""
    with duckdb.connect(str(warehouse), read_only=True) as db:
        names = db.execute("select table_name from information_schema.tables").fetchall()
        kept = sorted({name for (name,) in names} - OF_RUNS)
        rows = {name: db.execute(f"from {name} order by all").fetchall() for name in kept}
        comments = "select table_name, column_name, comment, data_type from duckdb_columns() order by all"
        return {**rows, "comments": db.execute(comments).fetchall()}


def test_the_run_is_recorded_and_nothing_else_changes(warehouse: Path, builds: list[Path]) -> None:
    before, runs = content(warehouse), query(warehouse, RUNS)
    done = refreshed([ARTICLES], warehouse)
    after = content(warehouse)
    assert builds == []
    assert query(warehouse, RUNS) == [*runs, ("published", *runs[0][1:2], 0, *runs[0][3:])]
    assert before.pop("new_claims") != []  # they were those of the run before
    assert after.pop("new_claims") == []
    assert after == before
    assert done.rows["metrics"] == len(after["metrics"])
    assert {(one.name, one.offending) for one in done.outcomes} == {row[::2] for row in after["run_checks"]}
    assert sorted(path.name for path in warehouse.parent.iterdir()) == ["lake", "yanshu.duckdb"]


def test_it_is_as_a_build_would_have_made_it(warehouse: Path, builds: list[Path]) -> None:
    refreshed([ARTICLES], warehouse)
    copied, runs = content(warehouse), query(warehouse, RUNS)
    (lake_of(warehouse) / MADE_FILE).unlink()
    publish(warehouse, lake_of(warehouse))
    built = content(warehouse)
    assert len(builds) == 1
    assert (built, query(warehouse, RUNS)) == (copied, runs)


def test_the_state_tells_of_the_newest_run(warehouse: Path) -> None:
    done = refreshed([ARTICLES], warehouse)
    status = status_of(warehouse)
    assert status.last is not None
    assert status.last.run_id == done.run.run_id
    assert status.published_at == done.run.finished_at
    assert status.findings == [
        (one.severity, one.offending, one.question)
        for one in sorted(done.outcomes, key=lambda one: (one.severity, one.name))
        if one.offending
    ]


def test_a_failed_run_between_stands_in_the_file(
    warehouse: Path, builds: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("flows.work.list_sources", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            refreshed([ARTICLES], warehouse)
    refreshed([ARTICLES], warehouse)
    assert [row[0] for row in query(warehouse, RUNS)] == ["published", "failed", "published"]
    assert builds == []


@pytest.mark.parametrize("what", ["source", "file", "digest", "reference"])
def test_whatever_changed_is_built(
    what: str, warehouse: Path, builds: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = tmp_path / "more"
    more.mkdir()
    if what == "source":
        (more / "a.txt").write_text("成都有企业30家。", "utf-8")
    elif what == "file":
        os.utime(warehouse)
    elif what == "digest":
        (lake_of(warehouse) / MADE_FILE).write_text("{}", "utf-8")
    else:
        monkeypatch.setattr("flows.load.reference.REFERENCE", tmp_path / "none")
    refreshed([ARTICLES, more], warehouse)
    assert len(builds) == 1


def test_a_source_that_is_rejected_is_no_build(warehouse: Path, builds: list[Path], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    refreshed([ARTICLES, tmp_path / "empty.txt"], warehouse)
    assert builds == []
    assert query(warehouse, "select parse_filename(source) from rejected_documents") == [("empty.txt",)]


def test_a_file_that_cannot_be_opened_is_built(warehouse: Path, builds: list[Path]) -> None:
    state = warehouse.stat()
    with warehouse.open("rb+") as file:  # as a disk may: neither size nor time tell
        file.write(b"\0" * 8192)
    os.utime(warehouse, ns=(state.st_atime_ns, state.st_mtime_ns))
    refreshed([ARTICLES], warehouse)
    assert len(builds) == 1
    assert query(warehouse, "select count(*) > 0 from claims") == [(True,)]


def test_a_run_that_ends_before_its_note_costs_a_build(
    warehouse: Path, builds: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(publishing, "remember", ended)
        with pytest.raises(KeyboardInterrupt):
            refreshed([ARTICLES], warehouse)
    assert builds == []
    refreshed([ARTICLES], warehouse)
    assert len(builds) == 1
