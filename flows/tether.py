"""What a command has started ends with it, also where it is killed and can end nothing itself.

Prefect's temporary server would go on for ever. A small process waits until this one is gone, then ends
whatever carries the mark that this one has handed down in its environment.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

MARK = "YANSHU_COMMAND"
END_SECONDS = 5.0
PROCESSES = Path("/proc")


@cache
def tether() -> None:
    """Let what this process starts from now on end with it. Where there is no /proc, nothing is done."""
    if not PROCESSES.is_dir():
        return
    unmarked = {name: value for name, value in os.environ.items() if name != MARK}
    os.environ[MARK] = mark = uuid.uuid4().hex
    words = [sys.executable, "-S", str(Path(__file__)), f"{MARK}={mark}"]
    # Its standard input is held by this process alone and ends with it. In a session of its own it outlives
    # what is sent to all processes of a terminal.
    subprocess.Popen(
        words,
        env=unmarked,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def main(mark: str) -> None:
    sys.stdin.read()
    for number in (signal.SIGTERM, signal.SIGKILL):
        end = time.monotonic() + END_SECONDS
        for process in marked(mark):
            with suppress(OSError):
                os.kill(process, number)
        while time.monotonic() < end and any(marked(mark)):
            time.sleep(0.1)


def marked(mark: str) -> Iterator[int]:
    """Processes that started with the mark in their environment."""
    for folder in PROCESSES.iterdir():
        with suppress(OSError, ValueError):
            process = int(folder.name)
            if mark.encode() in (folder / "environ").read_bytes().split(b"\0"):
                yield process


if __name__ == "__main__":
    main(sys.argv[1])
