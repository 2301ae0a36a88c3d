"""A Dask scheduler and workers as processes of their own, on loopback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]


@dataclass(slots=True)
class Machines:
    """The processes of a cluster: the scheduler first, then the workers."""

    folder: Path
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def told(self) -> Path:
        return self.folder / "scheduler.json"

    def start(self, role: str, *words: str) -> None:
        command = [sys.executable, "-m", f"distributed.cli.dask_{role}", "--no-dashboard"]
        command += ["--scheduler-file", str(self.told), *words]
        log = (self.folder / f"{role}-{len(self.processes)}.log").open("wb")
        here = {**os.environ, "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(command, cwd=self.folder, env=here, stdout=log, stderr=log)
        self.processes.append(process)

    def start_worker(self) -> None:
        """Without a nanny: a worker that is killed stays so."""
        self.start("worker", "--nthreads", "1", "--no-nanny", "--death-timeout", str(PATIENCE))

    def address(self) -> str:
        """Of the scheduler, once it listens."""
        end = time.monotonic() + PATIENCE
        while not self.told.exists() or not self.told.stat().st_size:
            assert time.monotonic() < end, (self.folder / "scheduler-0.log").read_text("utf-8")
            time.sleep(0.05)
        return str(json.loads(self.told.read_text("utf-8"))["address"])

    def kill(self, pid: int) -> None:
        os.kill(pid, signal.SIGKILL)


@contextmanager
def machines(folder: Path, workers: int) -> Iterator[Machines]:
    folder.mkdir(parents=True, exist_ok=True)
    started = Machines(folder)
    try:
        started.start("scheduler", "--host", "127.0.0.1", "--port", "0")
        started.address()
        for _ in range(workers):
            started.start_worker()
        yield started
    finally:
        for process in reversed(started.processes):
            process.kill()
            process.wait()
