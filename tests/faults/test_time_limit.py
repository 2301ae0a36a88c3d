"""The time of a document is bounded, in whichever thread it is read; the rest of its batch goes on."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from flows import reading
from flows.deadline import TookTooLong, deadline
from flows.extract.claims import Reading, read_article
from flows.refresh import pool_of
from flows.text import Article, article_of
from tests.conftest import query, refreshed

SLOW, FAULTY = "江城市有企业31家，读它没有尽头。", "江城市有企业32家，读它就会出错。"
EVIL = re.compile(r"(?:a+)+$")


def endless() -> str:
    """Work that never ends."""
    with deadline(0.2):
        while True:
            pass
    return "ended"


def given_up(work: Callable[[], object]) -> bool:
    began = time.thread_time()
    try:
        work()
    except TookTooLong:
        return time.thread_time() - began < 5
    return False


def is_given_up() -> bool:
    return given_up(endless)


def quick() -> int:
    """Many pieces of work that end in time, the last ones only just."""
    ended = 0
    for _ in range(200):
        with deadline(5):
            ended += 1
    for _ in range(50):
        with suppress(TookTooLong), deadline(0.012):
            spend(0.0119)
    spend(0.3)  # nothing comes late
    return ended


def spend(seconds: float) -> None:
    """Spend processor time."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_work_without_end_is_stopped_in_the_main_thread() -> None:
    assert is_given_up()
    assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_a_regular_expression_without_end_is_stopped() -> None:
    def match() -> None:
        with deadline(0.2):
            EVIL.match("a" * 60 + "b")

    assert given_up(match)


def test_work_without_end_is_stopped_in_other_threads_and_nobody_elses() -> None:
    with ThreadPoolExecutor(4) as threads:
        slow = [threads.submit(is_given_up) for _ in range(2)]
        others = [threads.submit(quick) for _ in range(2)]
        assert [future.result() for future in slow] == [True, True]
        assert [future.result() for future in others] == [200, 200]


def test_work_without_end_is_stopped_in_a_process_of_the_pool() -> None:
    with pool_of(2) as pool:
        assert pool is not None
        assert pool.submit(is_given_up).result(60)
        assert pool.submit(quick).result(60) == 200


@pytest.mark.parametrize("thread", ["main", "other"])
def test_what_ends_in_time_is_left_alone_and_waiting_costs_nothing(thread: str) -> None:
    def waiting() -> int:
        with deadline(0.2):
            time.sleep(1)
        return quick()

    with ThreadPoolExecutor(1) as threads:
        assert (waiting() if thread == "main" else threads.submit(waiting).result()) == 200


def test_a_signal_that_somebody_else_uses_is_left_to_them() -> None:
    def theirs(*_: object) -> None: ...

    signal.signal(signal.SIGALRM, theirs)
    try:
        assert is_given_up()
        assert signal.getsignal(signal.SIGALRM) is theirs
    finally:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


@contextmanager
def trouble(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One document takes for ever, another one makes the extractor fail."""

    def read(article: Article) -> Reading:
        if "没有尽头" in article.raw:
            while True:
                pass
        if "就会出错" in article.raw:
            raise IndexError("list index out of range\nand more")
        return read_article(article)

    read_article(article_of("0" * 16, "a", "成都有企业30家。"))  # dictionaries are loaded once
    with monkeypatch.context() as patched:
        patched.setattr(reading, "DOCUMENT_SECONDS", 2.0)
        patched.setattr(reading, "read_article", read)
        yield


@pytest.mark.parametrize("thread", ["main", "other"])
def test_a_document_that_takes_too_long_is_rejected_and_the_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick_builds: None, thread: str
) -> None:
    folder, warehouse = tmp_path / "in", tmp_path / "w.duckdb"
    folder.mkdir()
    texts = {"a": "成都有企业30家。", "b": SLOW, "c": FAULTY, "d": "北京有企业40家。", "same": SLOW}
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")

    def run() -> Any:
        if thread == "main":
            return refreshed([folder], warehouse).run
        with ThreadPoolExecutor(1) as threads:
            return threads.submit(refreshed, [folder], warehouse).result().run

    with trouble(monkeypatch):
        done = run()
        assert (done.documents_seen, done.documents_new, done.documents_rejected) == (2, 2, 3)
        told = dict(query(warehouse, "select parse_filename(source), reason from rejected_documents"))
        assert told == {
            "b.txt": "finding its numbers took more than 2 s of the processor and was stopped",
            "same.txt": "finding its numbers took more than 2 s of the processor and was stopped",
            "c.txt": "finding its numbers failed, a fault of Yanshu's (IndexError: list index out of range)",
        }
        assert query(warehouse, "select surface from numbers order by 1") == [("30家",), ("40家",)]
    done = run()
    assert (done.documents_seen, done.documents_new, done.documents_rejected) == (5, 2, 0)
    assert query(warehouse, "select count(*) from rejected_documents") == [(0,)]
    assert {"31家", "32家"} <= {surface for (surface,) in query(warehouse, "select surface from numbers")}


def test_a_changed_document_that_takes_too_long_leaves_the_older_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick_builds: None
) -> None:
    article, warehouse = tmp_path / "a.txt", tmp_path / "w.duckdb"
    article.write_text("成都有企业30家。", "utf-8")
    refreshed([article], warehouse)
    article.write_text(SLOW, "utf-8")
    with trouble(monkeypatch):
        done = refreshed([article], warehouse, prune=True).run
    assert (done.documents_changed, done.documents_rejected, done.sources_pruned) == (0, 1, 0)
    assert query(warehouse, "select surface from numbers") == [("30家",)]


def test_a_text_that_only_a_damaged_shard_holds_outlives_a_run_that_gives_it_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick_builds: None
) -> None:
    folder, warehouse = tmp_path / "in", tmp_path / "w.duckdb"
    folder.mkdir()
    (folder / "b.txt").write_text(SLOW, "utf-8")
    refreshed([folder], warehouse)
    (folder / "b.txt").unlink()
    for shard in (tmp_path / "lake" / "w" / "numbers").glob("*.parquet"):
        shard.write_bytes(b"damaged")
    with trouble(monkeypatch), pytest.raises(Exception, match="sources_lead_to_their_document"):
        refreshed([folder], warehouse)
    assert query(warehouse, "select surface from numbers") == [("31家",)]
    assert refreshed([folder], warehouse).mended == 0
    assert query(warehouse, "select surface from numbers") == [("31家",)]
