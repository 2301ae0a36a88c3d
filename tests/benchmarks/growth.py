"""What a warehouse costs as its archive grows: one article more, a build of all, questions, memory.

    python -m tests.benchmarks.growth [--sizes 1000,10000,100000] [--json FILE]

The archive is that of archive.py. Each size is published in a process of its own: its memory is its own.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from flows.intake import Batch, GivenUp
from flows.load.lake import lake_of
from flows.load.publish import Published, publish
from flows.load.runs import Run
from flows.work import Order, read_here, tidy, work
from tests.benchmarks.archive import Archive
from tests.benchmarks.articles import generate

T = TypeVar("T")
Figures = dict[str, float]
SIZES = "1000,10000,100000"
"""The last of them takes minutes; `--sizes 1000,10000` leaves it out."""
COLUMNS = {
    "articles": "articles", "numbers": "numbers", "claims": "claims", "cpu": "one more: cpu s",
    "seconds": "by the clock", "extract_cpu": "read", "lake_cpu": "lake", "publish_cpu": "publish",
    "memory": "MB memory", "build_cpu": "build: cpu s", "build": "by the clock", "build_memory": "MB memory",
    "compact_cpu": "compact", "file": "MB file", "load": "load",
}  # fmt: skip
QUESTIONS = {
    "a city's claims": "from claims where region = '成都'",
    "best values of a city": "from best_claims where subject = '成都'",
    "financing_by_city of a year": "from financing_by_city where period = '2023'",
    "industry_by_region of a place": "from industry_by_region where region = '四川'",
    "models_by_region of a place": "from models_by_region where region = '北京'",
    "filings_timeline": "from filings_timeline where region = '北京'",
    "region_scorecard": "from region_scorecard",
    "region_gaps of a place": "from region_gaps where region = '成都'",
    "growth of a place": "from growth where subject = '上海'",
    "targets of a place": "from targets where subject = '四川'",
    "rankings of a place": "from rankings where subject = '成都'",
    "claim_conflicts of a place": "from claim_conflicts where subject = '北京'",
    "number_ledger of a document": "from number_ledger where document = '{document}'",
    "number_ledger, all": "select count(became) from number_ledger",
    "compare": "from compare('financing_amount', ['北京', '成都'])",
    "evidence_of": "from evidence_of('{claim}')",
    "profile of a province": "from profile('四川')",
    "claims_about a word": "from claims_about('大模型备案')",
}


class Clock:
    """Seconds by the clock and of the processor that steps took, by their names."""

    def __init__(self) -> None:
        self.wall: Figures = {}
        self.cpu: Figures = {}

    def timed(self, name: str, step: Callable[..., T]) -> Callable[..., T]:
        def run(*given: Any) -> T:
            wall, cpu = time.perf_counter(), time.process_time()
            try:
                return step(*given)
            finally:
                self.wall[name] = time.perf_counter() - wall
                self.cpu[name] = time.process_time() - cpu

        return run


def build_all(warehouse: Path) -> Figures:
    """Build the file of an archive, then merge its small shards."""
    clock, lake = Clock(), lake_of(warehouse)
    clock.timed("build", publish)(warehouse, lake)
    memory = peak()
    clock.timed("compact", tidy)(warehouse, lake)
    return {
        "build": clock.wall["build"],
        "build_cpu": clock.cpu["build"],
        "build_memory": memory,
        "compact_cpu": clock.cpu["compact"],
    }


def peak() -> float:
    """MB that this process held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def one_more(warehouse: Path, article: Path) -> Figures:
    """Refresh a warehouse with one new article; what that cost, and what the file then has."""
    clock = Clock()

    def publishing(file: Path, lake: Path, run: Run) -> Published:
        return clock.timed("publish", publish)(file, lake, run)

    def reading(batches: Iterator[Batch], lake: Path) -> list[GivenUp]:
        return clock.timed("extract", read_here)(batches, lake)

    done = clock.timed("all", work)(Order([str(article)], warehouse), reading, publishing)
    return {
        "numbers": done.rows["numbers"],
        "claims": done.rows["metrics"],
        "seconds": clock.wall["all"],
        "cpu": clock.cpu["all"],
        "extract_cpu": clock.cpu["extract"],
        "lake_cpu": clock.cpu["all"] - clock.cpu["extract"] - clock.cpu["publish"],
        "publish_cpu": clock.cpu["publish"],
        "memory": peak(),
        "file": warehouse.stat().st_size / 1e6,
        "load": os.getloadavg()[0],
    }


def answers(warehouse: Path, rounds: int = 3) -> Figures:
    """Milliseconds of processor time by question, all its rows fetched: the best of some rounds."""
    with duckdb.connect(str(warehouse), read_only=True) as db:
        db.execute("set enable_progress_bar = false")
        known = {
            "document": db.execute("select min(name) from documents").fetchall()[0][0],
            "claim": db.execute("select min(metric_id) from best_claims").fetchall()[0][0],
        }
        asked = {name: query.format(**known) for name, query in QUESTIONS.items()}
        return {name: min(cost(db, query) for _ in range(rounds)) for name, query in asked.items()}


def cost(db: duckdb.DuckDBPyConnection, query: str) -> float:
    started = time.process_time()
    db.execute(query).fetchall()
    return 1000 * (time.process_time() - started)


def apart(step: Callable[..., T], *given: object) -> T:
    """The step in a fresh process."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(step, *given).result()


def measure(sizes: list[int], folder: Path) -> list[dict[str, Any]]:
    """A row a size: what one article more costs there, and what questions take."""
    warehouse = folder / "made.duckdb"
    archive, rows = Archive(lake_of(warehouse)), []
    for size, text in zip(sizes, generate(len(sizes), 11), strict=True):
        archive.grow(size)
        article = folder / f"new_{size}.txt"
        article.write_text(text, "utf-8")
        row: dict[str, Any] = {"articles": archive.articles, **apart(build_all, warehouse)}
        row |= apart(one_more, warehouse, article)
        rows.append({**row, "questions": apart(answers, warehouse)})
        show_row(rows[-1], head=len(rows) == 1)
    return rows


def show_row(row: dict[str, Any], *, head: bool) -> None:
    if head:
        print("  ".join(f"{title:>15}" for title in COLUMNS.values()))
    print("  ".join(f"{row[name]:>15,.{0 if row[name] >= 1000 else 1}f}" for name in COLUMNS), flush=True)


def show_questions(rows: list[dict[str, Any]]) -> None:
    print("\nmilliseconds of processor time, by articles")
    print(f"{'':<32}" + "".join(f"{row['articles']:>10,}" for row in rows))
    for name in QUESTIONS:
        print(f"{name:<32}" + "".join(f"{row['questions'][name]:>10.0f}" for row in rows))


def grown(sizes: str) -> list[dict[str, Any]]:
    """Measure and print the curve of these sizes; the rows for the JSON."""
    with tempfile.TemporaryDirectory() as folder:
        rows = measure([int(size) for size in sizes.split(",")], Path(folder))
    show_questions(rows)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.growth")
    parser.add_argument("--sizes", default=SIZES, help="articles of the archive, ascending")
    parser.add_argument("--json", type=Path, default=Path("build/growth.json"), help="where results go too")
    given = parser.parse_args()
    rows = grown(given.sizes)
    given.json.parent.mkdir(parents=True, exist_ok=True)
    given.json.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
