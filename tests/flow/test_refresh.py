"""The flow, under a Prefect of its own. These tests share one server, so they run in one process."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from filelock import FileLock

from flows.load.checks import Outcome
from flows.load.lake import lake_of
from flows.places import ARTICLES
from tests.cli.test_cli import yanshu
from tests.conftest import query

pytestmark = pytest.mark.usefixtures("prefect", "quick_builds")

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
)


def test_a_refresh_tells_what_it_did_and_a_second_one_reads_nothing_anew(tmp_path: Path) -> None:
    from flows.refresh import refresh

    warehouse = tmp_path / "yanshu.duckdb"
    first = refresh([str(ARTICLES)], str(warehouse))
    assert first.run.documents_new == first.run.documents_seen == first.rows["documents"] > 0
    ids = query(warehouse, "select metric_id from metrics order by 1")
    second = refresh([str(ARTICLES)], str(warehouse))
    assert (second.run.documents_new, second.rows) == (0, first.rows)
    assert query(warehouse, "select metric_id from metrics order by 1") == ids
    assert query(warehouse, "select run_id from runs order by started_at") == [
        (first.run.run_id,),
        (second.run.run_id,),
    ]


def test_bad_files_are_rejected_with_a_reason_and_nothing_else_is_lost(tmp_path: Path) -> None:
    from flows.refresh import refresh

    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(PNG * 40)
    (folder / "nul.txt").write_bytes("成都有企业30家。".encode() + b"\x00\x00\x01" + b"\x00" * 500)
    (folder / "gb.txt").write_bytes(("成都有人工智能企业30家，北京有40家。" * 5).encode("gb18030"))
    filler = "各地正在推动人工智能产业发展，企业加快布局，应用场景不断丰富，"  # a line without a full stop
    (folder / "long.txt").write_text((filler * 20 + "成都有企业30家，") * 2_800, "utf-8")
    done = refresh([str(folder)], str(tmp_path / "w.duckdb"))
    assert (folder / "long.txt").stat().st_size > 5_000_000
    rejected = dict(
        query(tmp_path / "w.duckdb", "select parse_filename(source), reason from rejected_documents")
    )
    read = {name for (name,) in query(tmp_path / "w.duckdb", "select name from documents")}
    assert {"empty.txt", "picture.txt"} <= set(rejected)
    assert all(len(str(reason)) > 8 for reason in rejected.values())
    assert {"gb", "long"} <= read
    assert len(rejected) + len(read) == 5
    assert done.run.documents_rejected == len(rejected)


def test_two_processes_find_what_one_finds(tmp_path: Path) -> None:
    from flows.refresh import refresh

    content = "select * from metrics order by all"
    for workers in (1, 2):
        refresh([str(ARTICLES)], str(tmp_path / str(workers) / "w.duckdb"), workers)
    assert query(tmp_path / "1/w.duckdb", content) == query(tmp_path / "2/w.duckdb", content)


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    from flows.refresh import WarehouseBusy, refresh

    warehouse = tmp_path / "yanshu.duckdb"
    lake_of(warehouse).mkdir(parents=True)
    with (
        FileLock(lake_of(warehouse) / ".lock"),
        pytest.raises(WarehouseBusy, match="another refresh is writing"),
    ):
        refresh([str(ARTICLES)], str(warehouse))
    assert not warehouse.exists()


def test_a_run_leaves_a_table_artifact(tmp_path: Path) -> None:
    from prefect.artifacts import Artifact

    from flows.refresh import refresh

    (tmp_path / "a.txt").write_text("成都有企业30家。", "utf-8")
    done = refresh([str(tmp_path / "a.txt")], str(tmp_path / "w.duckdb"))
    artifact = Artifact.get("refresh")
    assert artifact is not None
    assert done.run.run_id in str(artifact.description)
    assert '"documents seen"' in str(artifact.data)


def test_a_run_that_fails_a_check_says_so_and_stands_as_failed_with_its_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one line on the terminal, and in Prefect's history, with a table of what offends."""
    from prefect.artifacts import Artifact
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.sorting import FlowRunSort

    def refuse(db: duckdb.DuckDBPyConnection) -> list[Outcome]:
        return [Outcome("no_documents", "error", "There is no document.", 1, ("a",))]

    (tmp_path / "a.txt").write_text("成都有企业30家。", "utf-8")
    warehouse = tmp_path / "w.duckdb"
    with monkeypatch.context() as patched:
        patched.setattr("flows.load.publish.run_checks", refuse)
        code, _, told = yanshu("refresh", str(tmp_path / "a.txt"), "--warehouse", str(warehouse))
    assert (code, told.count("\n"), warehouse.exists()) == (1, 1, False)
    assert "checks failed: no_documents, 1 rows as ('a',); see them all with: yanshu sql" in told
    assert "mend what they come from and refresh again" in told
    artifact = Artifact.get("refresh")
    assert artifact is not None
    assert "was not published and is as it was" in str(artifact.description)
    assert "error: no_documents" in str(artifact.data)
    with get_client(sync_client=True) as client:
        (last,) = client.read_flow_runs(sort=FlowRunSort.START_TIME_DESC, limit=1)
    assert last.state is not None
    assert last.state.is_failed()
    assert "no_documents" in str(last.state.message)
