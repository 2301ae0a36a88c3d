"""What a command has started ends with it, also where it is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from flows.places import ARTICLES
from tests.faults.test_workers import is_alive

ROOT = Path(__file__).resolve().parents[2]
START = """
import subprocess, sys, time
from flows.tether import tether
tether()
sleeps = "import time; time.sleep(600)"
ignores = "import signal; signal.signal(15, signal.SIG_IGN); print(flush=True); " + sleeps
one = subprocess.Popen([sys.executable, "-c", sleeps])
other = subprocess.Popen([sys.executable, "-c", ignores], stdout=subprocess.PIPE)
other.stdout.readline()
print(one.pid, other.pid, flush=True)
time.sleep(600)
"""
pytestmark = pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are found by /proc")


def started_with(setting: str) -> list[str]:
    """The processes with a setting in their environment."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if setting.encode() in (folder / "environ").read_bytes().split(b"\0"):
                found.append(folder.name)
    return found


def wait_until_gone(processes: list[str], seconds: float) -> None:
    end = time.monotonic() + seconds
    while any(is_alive(process) for process in processes):
        assert time.monotonic() < end, processes
        time.sleep(0.1)


def test_what_was_started_ends_with_a_process_that_is_killed() -> None:
    bystander = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    here = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", START], env=here, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        started = run.stdout.readline().split()
        assert len(started) == 2
        assert all(is_alive(process) for process in started)
        run.kill()
    wait_until_gone(started, 30)
    assert bystander.poll() is None
    bystander.kill()
    bystander.wait()


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [2, 6, 12])
@pytest.mark.parametrize("words", [("refresh", str(ARTICLES)), ("serve", str(ARTICLES), "--every", "2")])
def test_no_prefect_server_outlives_a_command_that_is_killed(
    words: tuple[str, ...], seconds: int, tmp_path: Path
) -> None:
    """Killed before its server answers, while it does, and while a run is under way."""
    home = f"PREFECT_HOME={tmp_path / 'home'}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT")}
    here = kept | dict([home.split("=")]) | {"DO_NOT_TRACK": "1"}
    port = ["--port", "4273"] if words[0] == "serve" else []
    command = [sys.executable, "-m", "flows", *words, *port, "--warehouse", str(tmp_path / "w.duckdb")]
    run = subprocess.Popen(command, cwd=ROOT, env=here, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    assert run.poll() is None
    assert len(started_with(home)) > 1
    run.kill()
    run.wait()
    wait_until_gone(started_with(home), 30)
