"""Reading on a Dask cluster: a real scheduler and worker processes, of which some end too early."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

pytest.importorskip("prefect_dask", reason="the extra dask is not installed")

from distributed import Client
from typer.testing import CliRunner

from flows import cluster
from flows.cli import app
from flows.cluster import ClusterFailed, cluster_at
from flows.intake import Batch, GivenUp, Written
from flows.load import compact
from flows.load.lake import lake_of
from flows.load.relay import NoStorage, relay_at
from flows.load.shards import shard_path, whole_shards
from flows.work import Order, work
from tests.benchmarks.articles import generate
from tests.conftest import query, refreshed
from tests.faults.harness import content_of
from tests.patience import PATIENCE
from tests.wide.cluster import Machines, machines

pytestmark = pytest.mark.usefixtures("quick_builds")

NOBODY = "tcp://127.0.0.1:9"


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles that a run reads in many small batches."""
    monkeypatch.setattr("flows.intake.BATCH_CHARACTERS", 3_000)
    folder = tmp_path / "in"
    folder.mkdir()
    for number, text in enumerate(generate(90, seed=7)):
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    return folder


def refresh(*words: object) -> tuple[int, str]:
    """Exit code and standard error of `yanshu refresh WORDS`."""
    done = CliRunner(env={"COLUMNS": "100"}).invoke(app, ["refresh", *map(str, words)])
    return done.exit_code, done.stderr


@contextmanager
def killed_midway(started: Machines, address: str, lake: Path, killed: list[int]) -> Iterator[None]:
    """Kill a worker once some shards are whole and both workers have work."""

    def watch() -> None:
        with Client(address, set_as_default=False) as client:
            end = time.monotonic() + PATIENCE
            while time.monotonic() < end:
                busy = [worker for worker, keys in client.processing().items() if keys]
                if len(busy) == 2 and len(whole_shards(lake)) >= 2:
                    started.kill(client.run(os.getpid, workers=[busy[0]])[busy[0]])
                    killed.append(len(whole_shards(lake)))
                    return
                time.sleep(0.01)

    watcher = Thread(target=watch)
    watcher.start()
    yield
    watcher.join()


@pytest.fixture(autouse=True)
def shards_keep_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """No shards are merged: the tests count them."""
    monkeypatch.setattr(compact, "TOGETHER", 1_000)


@pytest.mark.usefixtures("prefect")
def test_a_cluster_that_loses_a_worker_makes_the_same_warehouse(articles: Path, tmp_path: Path) -> None:
    here, there = tmp_path / "here" / "w.duckdb", tmp_path / "there" / "w.duckdb"
    refreshed([articles], here)
    killed: list[int] = []
    with machines(tmp_path / "cluster", workers=2) as started:
        address = started.address()
        with killed_midway(started, address, lake_of(there), killed):
            code, told = refresh(articles, "--warehouse", there, "--dask", address)
    assert (code, told) == (0, "")
    shards = whole_shards(lake_of(there))
    assert killed
    assert killed[0] < len(shards) == len(whole_shards(lake_of(here)))
    assert content_of(there) == content_of(here)
    assert not list(lake_of(there).rglob("*.part"))
    assert query(there, "select outcome, documents_new from runs") == [("published", 90)]


@pytest.mark.usefixtures("prefect")
def test_a_cluster_that_goes_away_is_told_and_the_next_run_goes_on(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 10)  # as long as it is waited for in vain
    warehouse = tmp_path / "out" / "w.duckdb"
    with machines(tmp_path / "cluster", workers=1) as started:

        def end_all() -> None:
            while not whole_shards(lake_of(warehouse)):
                time.sleep(0.01)
            for process in started.processes:
                process.kill()

        Thread(target=end_all, daemon=True).start()
        code, told = refresh(articles, "--warehouse", warehouse, "--dask", started.address())
    assert (code, told.count("\n")) == (1, 1), told
    assert "went away: start it and refresh again" in told
    kept = whole_shards(lake_of(warehouse))
    assert kept
    done = refreshed([articles], warehouse)
    assert done.rows["documents"] == 90
    assert set(kept) <= set(whole_shards(lake_of(warehouse)))


@pytest.fixture(params=["file", "s3"])
def storage(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The URL of storage that is reached through fsspec: a folder, and a bucket of a server on loopback."""
    if request.param == "file":
        yield (tmp_path / "storage").as_uri()
        return
    pytest.importorskip("s3fs", reason="s3fs is not installed: pip install 'yanshu[s3]'")
    served = pytest.importorskip("moto.server", reason="no moto: pip install 'moto[server]'")
    server = served.ThreadedMotoServer("127.0.0.1", 0)
    server.start()
    host, port = server.get_host_and_port()
    names = {"AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_DEFAULT_REGION": "us-east-1"}
    for name, value in {**names, "AWS_ACCESS_KEY_ID": "own", "AWS_SECRET_ACCESS_KEY": "own"}.items():
        monkeypatch.setenv(name, value)
    yield "s3://news/shards"
    server.stop()


def test_shards_come_by_way_of_storage_where_machines_share_no_folder(
    articles: Path, tmp_path: Path, storage: str
) -> None:
    for file in sorted(articles.iterdir())[24:]:
        file.unlink()
    here, there = tmp_path / "here" / "w.duckdb", tmp_path / "there" / "w.duckdb"
    refreshed([articles], here)
    left = relay_at(storage)
    for name in whole_shards(lake_of(here))[:3]:  # as a run that was cut off leaves them, one of them torn
        left.put(lake_of(here), name)
    left.files.pipe_file(left.place(shard_path(lake_of(here), "numbers", name), lake_of(here)), b"torn")
    reads: list[Written] = []
    with (
        machines(tmp_path / "cluster", workers=1) as started,
        cluster_at(started.address(), lake_of(there), storage) as ready,
    ):

        def read(batches: Iterator[Batch], lake: Path) -> list[GivenUp]:
            reads.extend(ready.read(batch, lake) for batch in batches)
            return [one for written in reads for one in written.given_up]

        work(Order([str(articles)], there, shards=storage), read)
    assert content_of(there) == content_of(here)
    assert 0 < len(reads) < len(whole_shards(lake_of(here)))
    left.files.invalidate_cache()
    assert left.files.find(left.root) == []


def test_storage_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    for url in ("nostorage://news", "file:///dev/null/shards"):
        with pytest.raises(NoStorage, match=f"{url}: "):
            relay_at(url)
    code, told = refresh("--warehouse", tmp_path / "w.duckdb", "--shards", "s3://news/shards")
    assert (code, told.count("\n")) == (2, 1)
    assert "goes with --dask" in told


def test_nobody_at_the_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 0.5)
    with pytest.raises(ClusterFailed, match=r"no Dask scheduler at tcp://127.0.0.1:9 .* start one with"):
        cluster_at(NOBODY, tmp_path).__enter__()
    with pytest.raises(ClusterFailed, match=r"no Dask scheduler at nowhere:port"):
        cluster_at("nowhere:port", tmp_path).__enter__()


def test_workers_that_cannot_do_the_work_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "WORKERS_SECONDS", 0.5)
    with machines(tmp_path / "cluster", workers=0) as started:
        address = started.address()
        with pytest.raises(ClusterFailed, match=r"has no workers after .*: start some with: dask worker"):
            cluster_at(address, tmp_path).__enter__()
        started.start_worker()
        monkeypatch.setattr(cluster, "WORKERS_SECONDS", PATIENCE)
        with cluster_at(address, tmp_path) as ready:
            assert ready.width() == 1
        assert not list(tmp_path.glob(".sign*"))
        with monkeypatch.context() as patch:
            patch.setattr(cluster, "seen_by_all", not_shared)
            with pytest.raises(ClusterFailed, match=r"does not see .* folder that all machines have"):
                cluster_at(address, tmp_path).__enter__()
        mine = cluster.traits() | {"rjieba": "9.9"}
        monkeypatch.setattr(cluster, "traits", lambda: mine)
        with pytest.raises(ClusterFailed, match=r"reads with other versions: rjieba \S+ there, 9.9 here"):
            cluster_at(address, tmp_path).__enter__()


@contextmanager
def not_shared(lake: Path) -> Iterator[Path]:
    """A file that this machine alone has."""
    yield lake / "here-only"


def test_wrong_use_is_told_before_anything_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warehouse = tmp_path / "w.duckdb"
    code, told = refresh("--warehouse", warehouse, "--dask", NOBODY, "--workers", 2)
    assert (code, told.count("\n")) == (2, 1)
    assert "leave --workers out" in told
    monkeypatch.setattr("flows.cli.running.find_spec", lambda name: None)
    code, told = refresh("--warehouse", warehouse, "--dask", NOBODY)
    assert (code, told) == (2, "yanshu: --dask needs the extra dask; pip install 'yanshu[dask]'\n")
    assert not any(tmp_path.iterdir())
