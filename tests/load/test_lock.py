"""One writer of a warehouse: the second waits, or says who holds it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows.load.lake import lake_of
from flows.load.lock import WarehouseBusy, holder_of, one_writer

HOLD = (
    "import sys, time; from pathlib import Path; from flows.load.lock import one_writer\n"
    "with one_writer(Path(sys.argv[1]), Path(sys.argv[2])):\n"
    "    print('held', flush=True); time.sleep(float(sys.argv[3]))"
)


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    return tmp_path / "w.duckdb"


def holding(warehouse: Path, seconds: float) -> subprocess.Popen[str]:
    """Another process that holds the warehouse."""
    words = [sys.executable, "-c", HOLD, str(warehouse), str(lake_of(warehouse)), str(seconds)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_says_who_holds_it(warehouse: Path) -> None:
    with holding(warehouse, 60) as other:
        with pytest.raises(WarehouseBusy) as busy, one_writer(warehouse, lake_of(warehouse)):
            pass
        other.kill()
    holder = f"process {other.pid} on {socket.gethostname()} since 20"
    assert str(busy.value).startswith(f"another refresh is writing {warehouse}: {holder}")
    assert str(busy.value).endswith("or let this one wait with --wait SECONDS")


def test_the_second_waits_when_told_to(warehouse: Path) -> None:
    with holding(warehouse, 1.5):
        began = time.monotonic()
        with one_writer(warehouse, lake_of(warehouse), wait=60):
            assert 0.2 < time.monotonic() - began < 30


def test_a_writer_that_was_killed_holds_nothing(warehouse: Path) -> None:
    with holding(warehouse, 60) as other:
        other.kill()
    with one_writer(warehouse, lake_of(warehouse)):
        holder = holder_of_elsewhere(warehouse)
        assert holder == f"process {os.getpid()}"
    assert holder_of(lake_of(warehouse)) is None


def holder_of_elsewhere(warehouse: Path) -> str:
    """What another process is told."""
    ask = (
        "import sys; from pathlib import Path; from flows.load.lock import holder_of\n"
        "print(holder_of(Path(sys.argv[1])))"
    )
    words = [sys.executable, "-c", ask, str(lake_of(warehouse))]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    return told.partition(" on ")[0]


def test_asking_who_holds_it_takes_it_from_nobody(warehouse: Path) -> None:
    lake = lake_of(warehouse)
    with one_writer(warehouse, lake):
        pass
    assert holder_of(lake) is None
    with one_writer(warehouse, lake):
        assert (lake / "writer.json").exists()
    assert not (lake / "writer.json").exists()
