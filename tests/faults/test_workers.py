"""Worker processes end with the run that they work for, also where it is killed."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
RUN = """
import os, time
from flows.refresh import pool_of
if __name__ == "__main__":
    with pool_of(2) as pool:
        print(*{future.result() for future in [pool.submit(os.getpid) for _ in range(40)]}, flush=True)
        time.sleep(600)
"""


def test_workers_end_with_a_run_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(RUN, "utf-8")
    run = subprocess.Popen(
        [sys.executable, str(script)], env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True
    )
    assert run.stdout is not None
    workers = run.stdout.readline().split()
    assert workers
    assert all(is_alive(pid) for pid in workers)
    run.kill()
    run.communicate()
    end = time.monotonic() + PATIENCE
    while any(is_alive(pid) for pid in workers):
        assert time.monotonic() < end, workers
        time.sleep(0.1)


def is_alive(pid: str) -> bool:
    """Whether a process runs; one that has ended and waits to be collected does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
