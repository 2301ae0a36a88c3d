"""One writer of a warehouse at a time, and who it is."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from flows.load.shards import write_text

LOCK_FILE = ".lock"
HOLDER_FILE = "writer.json"


class WarehouseBusy(Exception):
    """Another refresh holds the warehouse."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes a warehouse: process, machine, and since when (UTC)."""

    pid: int
    host: str
    since: str

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host} since {self.since}"


@contextmanager
def one_writer(warehouse: Path, lake: Path, wait: float = 0) -> Iterator[None]:
    """Be the one writer of a warehouse, after at most `wait` seconds, or raise WarehouseBusy.

    The system gives the lock back when its process ends, however it ends.
    """
    lake.mkdir(parents=True, exist_ok=True)
    try:
        # Never less than a moment: `holder_of` takes the lock to see whether it is free.
        with FileLock(lake / LOCK_FILE, timeout=max(wait, 0.5)):
            write_text(json.dumps(asdict(this_process())), lake / HOLDER_FILE)
            try:
                yield
            finally:
                with suppress(OSError):
                    (lake / HOLDER_FILE).unlink(missing_ok=True)
    except Timeout:
        holder = read_holder(lake)
        raise WarehouseBusy(
            f"another refresh is writing {warehouse}: {holder or 'it has only begun'}; "
            "wait for it to end, or let this one wait with --wait SECONDS"
        ) from None


def this_process() -> Holder:
    return Holder(os.getpid(), socket.gethostname(), f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC")


def holder_of(lake: Path) -> Holder | None:
    """Who writes the warehouse now; None where nobody does."""
    if not (lake / LOCK_FILE).exists():
        return None
    try:
        with FileLock(lake / LOCK_FILE, timeout=0):
            return None
    except Timeout:
        return read_holder(lake) or Holder(0, "unknown", "a moment ago")
    except OSError:  # a folder that this user may only read
        return None


def read_holder(lake: Path) -> Holder | None:
    try:
        return Holder(**json.loads((lake / HOLDER_FILE).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
