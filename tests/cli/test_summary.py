"""What a run says when it ends, on the terminal and in `runs`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from flows.load.checks import Outcome
from flows.summary import summary_of
from flows.work import Refreshed
from tests.conftest import query, refreshed

pytestmark = pytest.mark.usefixtures("quick_builds")


def told(done: Refreshed) -> list[str]:
    console = Console(width=100)
    with console.capture() as said:
        console.print(summary_of(done, Path("w.duckdb")))
    return said.get().splitlines()


def test_a_run_tells_what_came_what_stands_what_was_found_and_how_long_it_took(tmp_path: Path) -> None:
    folder, warehouse = tmp_path / "in", tmp_path / "w.duckdb"
    folder.mkdir()
    (folder / "a.txt").write_text("2024年，成都有人工智能企业30家。", "utf-8")
    refreshed([folder], warehouse, unseen=True)
    (folder / "a.txt").write_text("2024年，成都有人工智能企业31家。", "utf-8")
    (folder / "b.txt").write_text("2024年，成都有人工智能企业52家。", "utf-8")
    (folder / "c.txt").write_bytes(b"")
    done = refreshed([folder], warehouse)
    lines = told(done)
    assert lines[0].startswith("w.duckdb published in ")
    assert lines[0].endswith(" s")
    assert lines[1] == "  read      2 documents, 1 new, 1 changed, 1 rejected"
    assert lines[2] == "  holds     2 documents, 4 numbers, 2 claims, 1 conflicts"
    passed = len([check for check in done.outcomes if not check.offending])
    assert lines[3].startswith(f"  checks    {passed} passed, ")
    stands = query(
        warehouse,
        "select documents_seen, documents_new, documents_changed, documents_rejected, claims, conflicts,"
        " seconds > 0 from runs order by started_at desc limit 1",
    )
    assert stands == [(2, 1, 1, 1, 2, 1, True)]


def test_what_a_check_found_and_what_is_to_do_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("成都有企业30家。", "utf-8")
    done = refreshed([tmp_path / "a.txt"], tmp_path / "w.duckdb", unseen=True)
    found = Outcome("undated", "warn", "Every document has a date.", 1, ("a",))
    done = replace(done, rows=dict.fromkeys(("documents", "numbers", "metrics"), 1), outcomes=[found])
    said = "\n".join(told(replace(done, outdated=3, mended=2)))
    assert "1 against: Every document has a date." in said
    assert "2 damaged shards of the lake were made anew" in said
    assert "3 documents are as an older extractor read them: refresh --reextract" in said
