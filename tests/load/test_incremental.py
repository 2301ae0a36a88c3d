"""What a run takes in: new, changed, unchanged, gone; what it keeps of before; what it reads again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import query, refreshed

pytestmark = pytest.mark.usefixtures("quick_builds")

def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def told(folder: Path, warehouse: Path, *, seen: bool = False, prune: bool = False) -> dict[str, int]:
    """What a run took in, and of what kind. `seen`: the test then looks into the file, too."""
    run = refreshed([folder], warehouse, prune=prune, unseen=not seen).run
    counts = {
        "new": run.documents_new,
        "changed": run.documents_changed,
        "again": run.documents_reread,
        "rejected": run.documents_rejected,
        "pruned": run.sources_pruned,
    }
    return {name: count for name, count in counts.items() if count}


def names(warehouse: Path, relation: str = "documents") -> set[object]:
    return {name for (name,) in query(warehouse, f"select name from {relation}")}


def version_of_tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("flows.work", "flows.load.readings"):
        monkeypatch.setattr(f"{module}.extractor_version", lambda: "9.9.9+tomorrow")


def test_content_decides_what_is_new(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a="成都有企业30家。", b="北京有企业40家。")
    warehouse = tmp_path / "w.duckdb"
    assert told(folder, warehouse) == {"new": 2}
    (folder / "a.txt").touch()
    assert told(folder, warehouse) == {}
    write(folder, c="成都有企业30家。")  # what a.txt says, under another name
    assert told(folder, warehouse) == {}
    write(folder, a="成都有企业31家。", d="上海有企业50家。")
    (folder / "e.txt").write_bytes(b"")
    assert told(folder, warehouse, seen=True) == {"new": 1, "changed": 1, "rejected": 1}
    assert names(warehouse) == {"a", "b", "c", "d"}
    assert query(warehouse, "select documents_new, documents_changed from runs order by started_at") == [
        (2, 0), (0, 0), (0, 0), (1, 1),
    ]  # fmt: skip


def test_a_changed_source_shows_its_newest_content_and_its_history(tmp_path: Path) -> None:
    folder, warehouse = tmp_path / "in", tmp_path / "w.duckdb"
    for count in (30, 31, 30):
        told(write(folder, a=f"成都有企业{count}家。"), warehouse, seen=True)
    assert query(warehouse, "select surface from numbers") == [("30家",)]
    history = query(
        warehouse,
        "select name, document_id = (select document_id from documents), replaced_by from source_history "
        "join runs on runs.run_id = replaced_in order by started_at",
    )
    current = query(warehouse, "select document_id from documents")[0][0]
    assert [(name, is_current) for name, is_current, _ in history] == [("a", True), ("a", False)]
    assert history[1][2] == current


def test_removed_sources_stay_unless_pruned(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a="成都有企业30家。", b="北京有企业40家。")
    other = write(tmp_path / "other", c="上海有企业50家。")
    warehouse = tmp_path / "w.duckdb"
    refreshed([folder, other], warehouse, unseen=True)
    (folder / "b.txt").unlink()
    assert told(folder, warehouse, seen=True) == {}
    assert names(warehouse) == {"a", "b", "c"}
    refreshed([folder, other], warehouse, prune=True)
    assert names(warehouse) == {"a", "c"}
    assert names(warehouse, "source_history") == {"b"}
    assert told(folder, warehouse, seen=True, prune=True) == {"pruned": 1}
    assert names(warehouse) == names(warehouse, "sources") == {"a"}


def test_prune_keeps_what_could_not_be_looked_at(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a="成都有企业30家。", b="北京有企业40家。")
    table = folder / "t.jsonl"
    table.write_text('{"name": "row", "text": "上海有企业50家。"}\n', "utf-8")
    warehouse = tmp_path / "w.duckdb"
    assert told(folder, warehouse) == {"new": 3}
    write(folder, a="")
    table.write_bytes(b"\x00" * 300)
    run = told(folder, warehouse, seen=True, prune=True)
    assert run == {"rejected": 2}
    assert names(warehouse) == {"a", "b", "row"}


def test_a_rejection_ends_when_its_place_is_read_or_gone(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a="", b="成都有企业30家。")
    other = write(tmp_path / "other", c="")
    warehouse = tmp_path / "w.duckdb"
    refreshed([folder, other], warehouse, unseen=True)
    (folder / "a.txt").unlink()
    refreshed([folder], warehouse)
    assert query(warehouse, "select parse_filename(source) from rejected_documents") == [("c.txt",)]


def test_a_new_extractor_reads_again_what_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "in", a="成都有企业30家。")
    other = write(tmp_path / "other", b="北京有企业40家。")
    warehouse = tmp_path / "w.duckdb"
    refreshed([folder, other], warehouse)
    before = query(warehouse, "select * from metrics order by all")
    version_of_tomorrow(monkeypatch)
    done = refreshed([folder], warehouse)
    assert (done.run.documents_seen, done.run.documents_reread, done.outdated) == (1, 1, 1)
    assert query(warehouse, "select * from metrics order by all") == before


def test_reextract_reads_again_also_what_is_no_longer_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "in", a="成都有企业30家。", b="北京有企业40家。")
    warehouse = tmp_path / "w.duckdb"
    refreshed([folder], warehouse)
    before = query(warehouse, "select * exclude (document_id) from documents order by all")
    (folder / "b.txt").unlink()
    version_of_tomorrow(monkeypatch)
    done = refreshed([folder], warehouse, reextract=True)
    assert (done.run.documents_seen, done.run.documents_reread, done.outdated) == (1, 2, 0)
    assert query(warehouse, "select * exclude (document_id) from documents order by all") == before
    again = refreshed([folder], warehouse, reextract=True, unseen=True)
    assert again.run.documents_reread == 0


def test_of_two_readings_of_one_document_runs_in_any_order_choose_the_same(tmp_path: Path) -> None:
    """The same bytes with other metadata beside them: the first source by name decides."""
    text = "成都有企业30家。"
    one, two = write(tmp_path / "one", a=text), write(tmp_path / "two", a=text)
    (two / "documents.csv").write_text("file,title\na.txt,二号标题\n", "utf-8")
    titles = []
    for number, order in enumerate([[one, two], [two, one]]):
        warehouse = tmp_path / str(number) / "w.duckdb"
        warehouse.parent.mkdir()
        for folder in order:
            refreshed([folder], warehouse, unseen=folder != order[-1])
        titles.append(query(warehouse, "select title from documents"))
    assert titles[0] == titles[1]
