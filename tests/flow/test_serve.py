"""`yanshu serve` against a real Prefect server on loopback. Feeds on a schedule: tests/feed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from flows.places import ARTICLES
from flows.serve import anchored_wide
from flows.status import status_of
from tests.cli.test_cli import yanshu
from tests.conftest import query
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def runs_of(port: int, state: str) -> list[dict[str, object]]:
    asked = {"flow_runs": {"state": {"type": {"any_": [state]}}}}
    try:
        said = httpx.post(f"http://127.0.0.1:{port}/api/flow_runs/filter", json=asked, trust_env=False)
    except httpx.HTTPError:  # it has only begun
        return []
    return list(said.json()) if said.is_success else []


def test_options_for_more_machines_go_to_the_runs_with_absolute_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    named = {"dask": "tcp://10.0.0.5:8786", "publish": "ducklake:news.ducklake", "data_path": "d"}
    given: dict[str, str | None] = {**named, "shards": None}
    assert anchored_wide(given) == {
        "dask": "tcp://10.0.0.5:8786",
        "publish": f"ducklake:{tmp_path}/news.ducklake",
        "data_path": f"{tmp_path}/d/",
    }
    there = {"publish": "ducklake:postgres:dbname=news", "data_path": "s3://news/"}
    assert anchored_wide({**dict.fromkeys(given), **there}) == there
    code, _, told = yanshu("serve", "--warehouse", str(tmp_path / "w.duckdb"), "--publish", "news.parquet")
    assert (code, told.count("\n")) == (2, 1)
    assert "is no DuckLake catalog; name one" in told


def test_a_scheduled_run_completes_and_stands_in_prefects_history(tmp_path: Path) -> None:
    warehouse, port = tmp_path / "w" / "yanshu.duckdb", free_port()
    words = ["serve", str(ARTICLES), "--every", "5", "--port", str(port), "--warehouse", str(warehouse)]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PREFECT_")}
    environment |= {"PREFECT_HOME": str(tmp_path / "prefect"), "DO_NOT_TRACK": "1"}
    environment["PREFECT_RUNNER_POLL_FREQUENCY"] = "2"  # seconds, of 10
    environment["PREFECT_SERVER_ALLOW_EPHEMERAL_MODE"] = "false"  # the server that is started is the only one
    with (tmp_path / "log").open("w") as log:
        served = subprocess.Popen(
            [sys.executable, "-m", "flows", *words], cwd=ROOT, env=environment, stdout=log, stderr=log
        )
    try:
        end, runs = time.monotonic() + PATIENCE, []
        while not runs and served.poll() is None and time.monotonic() < end:
            time.sleep(0.5)
            runs = runs_of(port, "COMPLETED")
        while not runs_of(port, "RUNNING") and served.poll() is None and time.monotonic() < end:
            time.sleep(0.1)  # so that it ends in the midst of a run
    finally:
        served.send_signal(signal.SIGTERM)
        try:
            served.wait(PATIENCE)
        finally:
            served.kill()
    assert runs, (tmp_path / "log").read_text()
    assert runs[0]["auto_scheduled"]
    assert status_of(warehouse).holds["documents"] == len(list(ARTICLES.glob("*.md")))
    assert query(warehouse, "select distinct outcome from runs") == [("published",)]
