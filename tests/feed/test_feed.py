"""A feed that grows while it is read, and a warehouse that is asked while it is written."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import query, refreshed
from tests.feed.newsroom import ROOT, Newsroom, Report, amount, newsroom, readers
from tests.read.site import Answer, Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def in_the_warehouse(warehouse: Path) -> list[tuple[object, ...]]:
    """Addresses by how often, and the amounts that each article alone says."""
    return query(
        warehouse,
        "select value // 100000000 as amount, count(*), count(distinct document_id) from numbers "
        "where class = 'claim' and unit = 'CNY' group by value order by 1",
    )


def hold(warehouse: Path, room: Newsroom, reports: list[Report]) -> None:
    """No article lost, none twice, no reader that failed."""
    assert in_the_warehouse(warehouse) == [(amount(number), 1, 1) for number in range(room.total)]
    counts = "select count(*), count(distinct source), count(distinct document_id) from sources"
    assert query(warehouse, counts) == [(room.total,) * 3]
    assert query(warehouse, "select * from rejected_documents") == []
    assert query(warehouse, "select count(*) from documents where duplicate_of is not null") == [(0,)]
    assert [report.errors for report in reports] == [[] for _ in reports]
    asked = sum(report.asked for report in reports)
    print(f"{room.total} articles, {len(reports)} readers, {asked} questions asked")
    assert all(report.asked > 1 for report in reports)


def test_a_growing_feed_is_read_while_others_ask(site: Site, tmp_path: Path, quick_builds: None) -> None:
    warehouse = tmp_path / "w.duckdb"
    room = newsroom(site, total=24, pace=2)
    source = Path(site.listed(tmp_path, "/feed"))
    refreshed([source], warehouse)
    with readers(warehouse, 3) as reports:
        while room.out < room.total:
            refreshed([source], warehouse)
        refreshed([source], warehouse)
        time.sleep(2)
    hold(warehouse, room, reports)
    assert any(report.largest == room.total for report in reports)


@pytest.mark.slow
def test_a_feed_of_300_articles_on_a_schedule_with_8_readers(site: Site, tmp_path: Path) -> None:
    """Served by `yanshu serve` every few seconds, each run a process of its own under a Prefect server."""
    warehouse = tmp_path / "w.duckdb"
    room = newsroom(site, total=300, pace=1)  # the feed lists an article for 150 s: runs come sooner
    source = site.listed(tmp_path, "/feed")
    refreshed([Path(source)], warehouse)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT")}
    environment |= {"PREFECT_HOME": str(tmp_path / "home"), "DO_NOT_TRACK": "1"}
    environment["PREFECT_RUNNER_POLL_FREQUENCY"] = "2"  # seconds, of 10
    words = ["serve", source, "--every", "5", "--port", "4271", "--warehouse", str(warehouse)]
    with (tmp_path / "log").open("w") as log:
        serving_it = subprocess.Popen(
            [sys.executable, "-m", "flows", *words], cwd=ROOT, env=environment, stdout=log, stderr=log
        )
    end = time.monotonic() + 1500

    def wait_for(something: Callable[[], bool]) -> None:
        while not something():
            assert time.monotonic() < end, (tmp_path / "log").read_text()
            assert serving_it.poll() is None, (tmp_path / "log").read_text()
            time.sleep(1)

    try:
        wait_for(lambda: "serving" in (tmp_path / "log").read_text())
        room.opened = time.monotonic()
        with readers(warehouse, 8) as reports:
            wait_for(lambda: documents_in(warehouse) == room.total)
            time.sleep(5)
    finally:
        serving_it.terminate()
        serving_it.wait(60)
    hold(warehouse, room, reports)
    outcomes = dict(query(warehouse, "select outcome, count(*) from runs group by outcome"))
    print(f"runs: {outcomes}")
    assert outcomes["published"] > 3
    assert set(outcomes) == {"published"}


def documents_in(warehouse: Path) -> int:
    return int(str(query(warehouse, "select count(*) from documents")[0][0]))


def test_a_server_that_stops_in_the_middle_of_a_reply(site: Site, tmp_path: Path, quick_builds: None) -> None:
    warehouse = tmp_path / "w.duckdb"
    room = newsroom(site, total=4, pace=1000)
    source = Path(site.listed(tmp_path, "/feed"))
    whole = site.pages["/news/2"]
    assert isinstance(whole, Answer)
    site.pages["/news/2"] = Answer(whole.body[:200], cut=True)
    refreshed([source], warehouse)
    assert len(in_the_warehouse(warehouse)) == 3
    assert [source for (source,) in query(warehouse, "select source from rejected_documents")] == [
        site.at("/news/2")
    ]
    feed = room.feed()
    site.pages["/feed"] = Answer(feed.body[: len(feed.body) // 2], media=feed.media, cut=True)
    done = refreshed([source], warehouse, prune=True)
    assert (len(in_the_warehouse(warehouse)), done.run.sources_pruned) == (3, 0)
    site.pages |= {"/feed": feed, "/news/2": whole}
    refreshed([source], warehouse)
    hold(warehouse, room, [])
    undisturbed = tmp_path / "undisturbed" / "w.duckdb"
    undisturbed.parent.mkdir()
    refreshed([source], undisturbed)
    for table in ("documents", "passages", "numbers", "metrics"):
        content = f"select * from {table} order by all"
        assert query(warehouse, content) == query(undisturbed, content), table


def test_a_server_that_is_gone_costs_nothing_that_was_read(tmp_path: Path, quick_builds: None) -> None:
    warehouse = tmp_path / "w.duckdb"
    with serving() as site:
        room = newsroom(site, total=3, pace=1000)
        source = Path(site.listed(tmp_path, "/feed"))
        refreshed([source], warehouse)
    done = refreshed([source], warehouse, prune=True)
    assert (done.run.documents_rejected, done.run.sources_pruned) == (1, 0)
    assert len(in_the_warehouse(warehouse)) == room.total
