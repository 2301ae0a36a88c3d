"""A process with everything loaded that forks runs that are to fail: `python -m tests.faults.zygote FOLDER`.

An order is a line of JSON on standard input, its outcome a line on standard output. The zygote itself touches
neither Polars nor DuckDB: their threads would not be there in a fork.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import ParamSpec, TypeVar

import flows.work
from flows import intake, reading
from flows.extract.claims import read_article
from flows.load import publish as publishing
from flows.text import article_of
from flows.text.likeness import likeness_of
from flows.work import Order, work
from tests.patience import PATIENCE
from tests.quick import build_with, few_regions

P = ParamSpec("P")
T = TypeVar("T")

STAGES = {
    "verify": (flows.work, "verify_shards"),
    "begin": (flows.work, "begin_run"),
    "extract": (reading, "extracted"),
    "write": (intake, "write_shard"),
    "list": (flows.work, "list_sources"),
    "build": (publishing, "build"),
    "check": (publishing, "check"),
    "swap": (publishing, "swap"),
    "record": (flows.work, "record_run"),
    "outdated": (flows.work, "outdated"),
}
"""Where a run can be cut off, each by the function that it begins with; the last two come after the swap."""

FAILED = 3


@dataclass(frozen=True, slots=True)
class Trial:
    """A refresh of `sources` into `warehouse`, and what is done to it.

    Killed `delay` seconds after the `times`th beginning of `stage`; `largest` bytes a file; as user `uid`.
    """

    sources: list[str]
    warehouse: str
    stage: str | None = None
    times: int = 1
    delay: float = 0
    largest: int | None = None
    uid: int | None = None
    batch: int = 600


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended: exit code or minus the signal, the seconds of each stage, and what it said."""

    code: int
    stages: list[tuple[str, float]]
    said: str


def main() -> None:
    build_with(few_regions(Path(sys.argv[1])))
    warm()
    for line in sys.stdin:
        print(json.dumps(asdict(tried(Trial(**json.loads(line))))), flush=True)


def warm() -> None:
    """Load tables and dictionaries once, for all forks."""
    article = article_of("0" * 16, "a", "2024年上半年，成都有企业30家，融资4亿元，增长5%。")
    read_article(article)
    likeness_of(article.clean, article.passages)
    intake.extractor_version()


def tried(trial: Trial) -> Outcome:
    inlet, outlet = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(inlet)
        run(trial, outlet)
    os.close(outlet)
    stages, said = watched(trial, pid, inlet)
    _, status = os.waitpid(pid, 0)
    os.close(inlet)
    return Outcome(os.waitstatus_to_exitcode(status), stages, said)


def run(trial: Trial, outlet: int) -> None:
    """In the fork: the refresh itself. Never returns."""
    code = 0
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        intake.BATCH_CHARACTERS = trial.batch
        for stage, (module, name) in STAGES.items():
            setattr(module, name, telling(outlet, stage, getattr(module, name)))
        if trial.largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (trial.largest, trial.largest))
        if trial.uid is not None:
            os.setuid(trial.uid)
        order = Order(trial.sources, Path(trial.warehouse))
        # Looked up when called: the defaults were bound before the stages began to tell.
        work(order, flows.work.read_here, publishing.publish)
    except BaseException as error:
        code = FAILED
        with suppress(OSError):
            os.write(outlet, f"!{type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(code)


def telling(outlet: int, stage: str, function: Callable[P, T]) -> Callable[P, T]:
    def told(*args: P.args, **kwargs: P.kwargs) -> T:
        os.write(outlet, f"{stage}\n".encode())
        return function(*args, **kwargs)

    return told


def watched(trial: Trial, pid: int, inlet: int) -> tuple[list[tuple[str, float]], str]:
    """Follow the fork through its stages, and kill it when its moment has come."""
    stages: list[tuple[str, float]] = []
    text, began, count = "", time.monotonic(), 0
    end = began + PATIENCE
    while True:
        ready, _, _ = select.select([inlet], [], [], max(end - time.monotonic(), 0))
        if not ready:
            os.kill(pid, signal.SIGKILL)
        part = os.read(inlet, 1 << 16).decode("utf-8", "replace") if ready else ""
        if not part:
            return stages, text.partition("!")[2]
        text += part
        for name in part.split("\n"):
            if name in STAGES:
                stages.append((name, time.monotonic() - began))
                count += name == trial.stage
                if name == trial.stage and count == trial.times:
                    end = time.monotonic() + trial.delay


if __name__ == "__main__":
    main()
