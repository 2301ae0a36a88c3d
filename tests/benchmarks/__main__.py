"""`make bench`: how fast articles are read, by stage, beside what others do with the same text in one run.

    python -m tests.benchmarks [--articles N] [--rounds N] [--sizes N,N] [--json FILE] [FOLDER]

Speeds are MB of UTF-8 a second of processor time, the best of rounds in which all take turns on texts that no
round before has seen, so that no cache helps. Ratios are what counts: the machine's load falls on all alike.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
import warnings
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from flows.extract.claims import read_article
from flows.extract.extract import extract
from flows.text import article_of
from tests.benchmarks.articles import generate
from tests.benchmarks.growth import SIZES, grown
from tests.benchmarks.peers import peers
from tests.benchmarks.readers import READERS, Compiled, seconds, warm

PEER_SHARE = 8
"""The slow peers get every eighth article."""


def whole_batch(texts: list[str]) -> tuple[int, float]:
    """A batch as a worker reads it, frames included: the bytes read, and seconds of the worker's own time."""
    started = time.process_time()
    extract(article_of(f"{index:016x}", "x", text) for index, text in enumerate(texts))
    return sum(len(text.encode()) for text in texts), time.process_time() - started


def claims_alone(texts: list[str]) -> float:
    """Seconds for names, numbers and claims of articles that are clean and split already."""
    articles = [article_of("x", "x", text) for text in texts]
    started = time.process_time()
    for one in articles:
        read_article(one)
    return time.process_time() - started


def stages(rounds: list[list[str]]) -> dict[str, float]:
    """MB/s by stage and peer, the best round of each; compiled stages are measured where they were built."""
    others, made = peers(), Compiled()
    compiled = {f"{stage}, compiled": stage for stage in made.stages()}
    claims = "names, numbers, claims"
    speeds = dict.fromkeys([*READERS, claims, *compiled, *others], 0.0)

    def keep(name: str, texts: list[str], taken: float) -> None:
        speeds[name] = max(speeds[name], megabytes(texts) / taken)

    for texts in rounds:
        for name, read in READERS.items():
            keep(name, texts, seconds(read, texts))
        keep(claims, texts, claims_alone(texts))
        for name, stage in compiled.items():
            keep(name, texts, made.seconds(stage, texts))
        few = texts[::PEER_SHARE]
        for name, read in others.items():
            keep(name, few, seconds(read, few))
    made.close()
    return speeds


def megabytes(texts: list[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6


def scaling(texts: list[str]) -> dict[str, float]:
    """MB/s by the clock with one worker process and with two, dictionaries loaded; `free cores` is how many
    times as fast two are by the processor time that a byte costs, as they would be with a core for each.
    """
    speeds, costs = {}, []
    batches = [texts[at : at + 25] for at in range(0, len(texts), 25)]
    for workers in (1, 2):
        with ProcessPoolExecutor(workers) as pool:
            list(pool.map(whole_batch, [texts[:5]] * workers * 2))
            started, parent = time.perf_counter(), time.process_time()
            sizes, seconds = zip(*pool.map(whole_batch, batches), strict=True)
            clock, parent = time.perf_counter() - started, time.process_time() - parent
        speeds[f"{workers} process{'es' if workers > 1 else ''}"] = sum(sizes) / clock / 1e6
        costs.append((sum(seconds) + parent) / sum(sizes))
    return speeds | {"free cores": 2 * costs[0] / costs[1]}


def rounds_of(folder: Path | None, articles: int, count: int) -> list[list[str]]:
    """The texts of each round: newly generated ones, or a folder's, dealt out."""
    if folder is None:
        return [list(generate(articles, seed)) for seed in range(1, count + 1)]
    texts = [
        file.read_text("utf-8") for file in sorted(folder.iterdir()) if file.suffix in {".txt", ".md"}
    ]
    return [texts[index::count] for index in range(count)]


def show(speeds: dict[str, float]) -> None:
    """The table of stages; beside a peer, how many times as fast numbers and the whole are."""
    for name, speed in speeds.items():
        beside = [one for one in speeds if one.split(",")[0] in {"numbers", "whole"}]
        peer = "." in name or "+" in name
        ratios = [f"{one} {speeds[one] / speed:.2f} x" for one in beside if peer]
        print(f"{name:<24} {speed:8.3f} MB/s   {'   '.join(ratios)}".rstrip())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=60, help="generated articles a round")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--json", type=Path, default=Path("build/bench.json"), help="where results go too")
    parser.add_argument("--sizes", default=SIZES, help="articles of the growing archive, ascending")
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    warm()
    rounds = rounds_of(given.folder, given.articles, given.rounds)
    print(f"{sum(map(len, rounds))} articles, {sum(map(megabytes, rounds)):.2f} MB in {len(rounds)} rounds")
    speeds = stages(rounds)
    show(speeds)
    processes = scaling([text for texts in rounds for text in texts])
    one, two, free = processes.values()
    print(f"one process {one:.3f} MB/s, two {two:.3f}: {two / one:.2f} times by the clock")
    print(f"{free:.2f} times by the processor time that a byte costs, as on free cores")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"memory at its peak: {peak:.0f} MB here with the peers' dictionaries, {worker:.0f} MB a worker")
    print("\none article more in a growing archive (growth.py): what it costs, what a build of all costs")
    growth = grown(given.sizes)
    results = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"), "megabytes_per_second": speeds,
        "processes": processes, "peak_megabytes": {"here": peak, "worker": worker},
        "growth": growth,
    }  # fmt: skip
    given.json.parent.mkdir(parents=True, exist_ok=True)
    given.json.write_text(json.dumps(results, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
