"""How fast numbers are read, beside what others do with the same text, in one run on one core.

    python tests/benchmarks/bench_numbers.py [FOLDER OR FILE …]

Prints MB of UTF-8 a second for `read_numbers` (with times), for times alone, and for jieba's cut; for cn2an's
transform and jionlp's money and time, found and parsed, where they are installed (`pip install -e .[bench]`).
The peers get the sentences that hold a numeral, and only those. Ratios are what counts: the machine's load
falls on all alike. Default text: the articles in `seeds/articles`.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import logging
import re
import sys
import time
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from flows.extract.numbers import read_numbers  # noqa: E402
from flows.extract.times import read_times  # noqa: E402
from flows.text import clean  # noqa: E402

TODAY = date(2024, 9, 1)
SENTENCE = re.compile(r"[^。！？\n]+")
NUMERAL = re.compile(r"[\d一二三四五六七八九十百千万亿]")
Reader = Callable[[str], Any]


def paragraphs(sources: list[str]) -> list[str]:
    """The non-blank lines of the files, cleaned."""
    paths = [Path(source) for source in sources] or [ROOT / "seeds" / "articles"]
    files = [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    texts = [clean(file.read_text("utf-8")).text for file in files if file.suffix in (".txt", ".md")]
    return [line for text in texts for line in text.split("\n") if line.strip()]


def rates(readers: dict[str, Reader], lines: list[str], rounds: int = 5) -> dict[str, float]:
    """MB of UTF-8 a second of processor time, the best of rounds in which the readers take turns."""
    size = sum(len(line.encode()) for line in lines)
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(rounds):
        for name, reader in readers.items():
            started = time.process_time()
            for line in lines:
                with contextlib.suppress(Exception):
                    reader(line)
            best[name] = min(best[name], time.process_time() - started)
    return {name: size / seconds / 1e6 for name, seconds in best.items()}


def of_sentences(parse: Reader) -> Reader:
    """A reader that gives each sentence with a numeral to `parse`."""

    def read(line: str) -> None:
        for sentence in SENTENCE.findall(line):
            if NUMERAL.search(sentence):
                with contextlib.suppress(Exception):
                    parse(sentence)

    return read


def peers() -> dict[str, Reader]:
    """The readers to compare with that are installed."""
    found: dict[str, Reader] = {}
    with contextlib.suppress(ImportError):
        jieba = importlib.import_module("jieba")
        jieba.setLogLevel(logging.ERROR)
        jieba.initialize()
        found["jieba.lcut"] = jieba.lcut
    with contextlib.suppress(ImportError):
        cn2an = importlib.import_module("cn2an")
        found["cn2an.transform"] = of_sentences(lambda text: cn2an.transform(text, "cn2an"))
    with contextlib.suppress(ImportError), contextlib.redirect_stdout(io.StringIO()):
        jionlp = importlib.import_module("jionlp")
        money, times = jionlp.ner.extract_money, jionlp.ner.extract_time

        def both(text: str) -> None:
            money(text, with_parsing=True)
            times(text, time.time(), with_parsing=True)

        found["jionlp money"] = of_sentences(lambda text: money(text, with_parsing=True))
        found["jionlp time"] = of_sentences(lambda text: times(text, time.time(), with_parsing=True))
        found["jionlp money+time"] = of_sentences(both)
    return found


def main() -> int:
    lines = paragraphs(sys.argv[1:])
    size = sum(len(line.encode()) for line in lines)
    count = sum(len(read_numbers(line, TODAY)) for line in lines)
    print(f"{len(lines)} paragraphs, {size / 1e3:.0f} kB, {count} numbers")
    warnings.simplefilter("ignore")
    own: dict[str, Reader] = {
        "read_numbers": lambda line: read_numbers(line, TODAY),
        "  its times": lambda line: read_times(line, TODAY),
    }
    found = rates({**own, **peers()}, lines)
    for name, speed in found.items():
        ratio = found["read_numbers"] / speed
        print(f"{name:<18} {speed:8.3f} MB/s   read_numbers is {ratio:6.1f} times as fast")
    return 0


if __name__ == "__main__":
    sys.exit(main())
