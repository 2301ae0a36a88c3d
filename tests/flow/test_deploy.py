"""prefect.yaml, deployed to a work pool of a real Prefect server on loopback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.conftest import query

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Of every command here: the server's address, and a Prefect home of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT")}
    return kept | {
        "PREFECT_HOME": str(tmp_path / "home"),
        "PREFECT_API_URL": f"http://127.0.0.1:{free_port()}/api",
        "YANSHU_HOME": str(ROOT),
        "DO_NOT_TRACK": "1",
    }


@contextmanager
def running(environment: dict[str, str], log: Path, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A command of Prefect's in the background."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "prefect", *words], cwd=ROOT, env=environment, stdout=out, stderr=out
        )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()


def prefect(environment: dict[str, str], *words: str) -> None:
    command = [sys.executable, "-m", "prefect", "--no-prompt", *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def answers(address: str) -> bool:
    try:
        return httpx.get(f"{address}/health", trust_env=False, timeout=2).is_success
    except httpx.HTTPError:
        return False


def wait_until(what: Callable[[], object], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it did not come to that in time"
        time.sleep(0.5)


def test_a_deployment_runs_on_its_schedule_and_shows_what_it_did(
    environment: dict[str, str], tmp_path: Path
) -> None:
    address, warehouse = environment["PREFECT_API_URL"], tmp_path / "yanshu.duckdb"
    port = address.removesuffix("/api").rpartition(":")[2]
    with running(environment, tmp_path / "server.log", "server", "start", "--port", port):
        wait_until(lambda: answers(address), 180)
        prefect(environment, "work-pool", "create", "default", "--type", "process")
        often = ["--interval", "20", "--param", f'warehouse="{warehouse}"']
        prefect(environment, "deploy", "--name", "every-morning", *often)

        def completed() -> list[dict[str, object]]:
            wanted = {"flow_runs": {"state": {"type": {"any_": ["COMPLETED"]}}}}
            reply = httpx.post(f"{address}/flow_runs/filter", json=wanted, trust_env=False)
            return [run for run in reply.json() if run["auto_scheduled"]]

        with running(environment, tmp_path / "worker.log", "worker", "start", "--pool", "default"):
            wait_until(completed, 300)
        artifacts = httpx.post(f"{address}/artifacts/filter", json={}, trust_env=False).json()
    assert "refresh" in {artifact["key"] for artifact in artifacts}
    assert query(warehouse, "select count(*) > 4 from documents") == [(True,)]
    assert query(warehouse, "select distinct outcome from runs") == [("published",)]
