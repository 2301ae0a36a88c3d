"""The stages of reading that are measured, and the compiled ones (`make compiled`) in a process of their own.

    python -m tests.benchmarks.readers

takes a line of JSON (a stage, texts) and answers with the seconds of processor time that they took.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from flows.extract.claims import read_article
from flows.extract.numbers.read import read_numbers
from flows.text import article_of, clean
from tests.benchmarks.articles import generate

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "build" / "compiled" / "site"
TODAY = date(2024, 9, 1)


def numbers(text: str) -> None:
    """The numbers of a text, times among them."""
    read_numbers(text, TODAY)


def whole(text: str) -> None:
    """One article through everything: clean, split, names, numbers, claims."""
    read_article(article_of("x", "x", text))


READERS: dict[str, Callable[[str], object]] = {"clean": clean, "numbers": numbers, "whole": whole}


def seconds(read: Callable[[str], object], texts: list[str]) -> float:
    started = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - started


def warm() -> None:
    """Load the dictionaries and compile the patterns; the collector waits as it does in a refresh."""
    gc.set_threshold(100_000, 20, 20)
    for text in generate(20, 99):
        whole(text)


class Compiled:
    """The compiled reading, if it was built: it takes turns with the interpreted one."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None
        if any(SITE.glob("*__mypyc*")):
            words = [sys.executable, "-P", "-m", "tests.benchmarks.readers"]
            here = os.environ | {"PYTHONPATH": os.pathsep.join([str(SITE), str(ROOT)])}
            pipe = subprocess.PIPE
            self.process = subprocess.Popen(words, env=here, stdin=pipe, stdout=pipe, text=True)

    def stages(self) -> list[str]:
        return list(READERS) if self.process else []

    def seconds(self, stage: str, texts: list[str]) -> float:
        """As the function of that name, in the other process."""
        assert self.process is not None
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(json.dumps([stage, texts]), file=self.process.stdin, flush=True)
        return float(self.process.stdout.readline())

    def close(self) -> None:
        if self.process is not None:
            self.process.communicate()


def serve() -> None:
    warm()
    for line in sys.stdin:
        stage, texts = json.loads(line)
        print(seconds(READERS[stage], texts), flush=True)


if __name__ == "__main__":
    serve()
