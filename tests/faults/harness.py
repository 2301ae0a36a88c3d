"""Cases for runs that are made to fail.

A case begins with a warehouse of an older state of some sources and refreshes it to the newer state. Whatever
happens, the published file must then be one of the two, and the next run must end at the newer one.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from itertools import cycle
from pathlib import Path

import duckdb

from flows.load.lake import lake_of
from flows.load.stated import MADE
from flows.places import ARTICLES
from tests.faults.zygote import Outcome, Trial

Content = dict[str, list[tuple[object, ...]]]
BY_RUN = {"run_id", "replaced_in"}
LISTING = {
    ".lock", "sources.parquet", "history.parquet", "rejected.parquet", "runs.parquet", "made.json",
    "made.parquet", "sketches.parquet",
}  # fmt: skip
NOT_CONTENT = {"runs", "run_checks"}
ROOT = Path(__file__).resolve().parents[2]


class Zygote:
    """The process that forks the runs."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def run(self, trial: Trial) -> Outcome:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(asdict(trial)) + "\n")
        self.process.stdin.flush()
        return Outcome(**json.loads(self.process.stdout.readline()))


@contextmanager
def zygote(folder: Path) -> Iterator[Zygote]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.zygote", str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Zygote(process)
        assert process.stdin is not None
        process.stdin.close()


@dataclass(frozen=True, slots=True)
class Case:
    """A folder with `in` (the sources) and `out` (the warehouse)."""

    folder: Path

    @property
    def sources(self) -> Path:
        return self.folder / "in"

    @property
    def warehouse(self) -> Path:
        return self.folder / "out" / "yanshu.duckdb"

    @property
    def lake(self) -> Path:
        return lake_of(self.warehouse)

    @property
    def trial(self) -> Trial:
        return Trial([str(self.sources)], str(self.warehouse))

    def content(self) -> Content:
        return content_of(self.warehouse)

    def put(self, saved: Path) -> None:
        """Set the case to what was saved."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(saved, self.folder, symlinks=True)

    def save(self, saved: Path) -> Path:
        return Path(shutil.copytree(self.folder, saved, symlinks=True))

    def stray(self) -> list[str]:
        """Files that a run that is over must not leave: parts, builds, logs, shards without their sums."""
        out = self.folder / "out"
        sums = {path.stem for path in (self.lake / "sums").glob("*.sha256")}
        left = [path for path in out.rglob("*") if path.is_file() and not self.belongs(path, sums)]
        return sorted(str(path.relative_to(out)) for path in left)

    def belongs(self, path: Path, sums: set[str]) -> bool:
        if path == self.warehouse or path.suffix == ".sha256":
            return True
        if path.parent == self.lake:
            return path.name in LISTING
        shard = path.stem.rsplit(".", 2)[0] if path.parent.name in MADE else path.stem
        return path.parent.parent == self.lake and shard in sums and path.suffix == ".parquet"


def content_of(warehouse: Path) -> Content:
    """Everything in a warehouse but the account of its runs, as a digest of each table."""
    with duckdb.connect(str(warehouse), read_only=True) as db:
        db.execute("set threads = 1")
        tables = [name for (name,) in db.execute("select table_name from duckdb_tables()").fetchall()]
        content: Content = {}
        for table in sorted(set(tables) - NOT_CONTENT):
            columns = [row[0] for row in db.execute(f"describe {table}").fetchall() if row[0] not in BY_RUN]
            row = "hash(" + ", ".join(f"{column}::varchar" for column in columns) + ")"
            content[table] = db.execute(f"select count(*), sum({row}) from {table}").fetchall()
        db.execute("select * from claims").fetchall()
        return content


@dataclass(frozen=True, slots=True)
class World:
    """A case that can be set back to its beginning, where the file is of the older state (`old`) and the
    sources are of the newer, or to its end, where an undisturbed run has made `new` of them. `lasting`:
    seconds of its stages."""

    case: Case
    beginning: Path
    end: Path
    old: Content
    new: Content
    lasting: dict[str, float]

    def begin(self) -> Case:
        self.case.put(self.beginning)
        return self.case

    def done(self) -> Case:
        self.case.put(self.end)
        return self.case

    def is_complete(self) -> bool:
        return self.case.content() in (self.old, self.new)


def world(folder: Path, zygote: Zygote) -> World:
    """Make the older state, then find out what an undisturbed run makes of the newer."""
    case = Case(folder / "case")
    write_old(case.sources)
    first = zygote.run(case.trial)
    assert first.code == 0, first.said
    old = case.content()
    write_new(case.sources)
    beginning = case.save(folder / "beginning")
    second = zygote.run(case.trial)
    assert second.code == 0, second.said
    assert case.stray() == []
    assert case.content() != old
    end = case.save(folder / "end")
    return World(case, beginning, end, old, case.content(), lengths(second.stages))


def lengths(stages: list[tuple[str, float]]) -> dict[str, float]:
    """By stage its longest stretch until the next began."""
    found: dict[str, float] = {}
    for (stage, began), (_, ended) in zip(stages, [*stages[1:], ("", stages[-1][1] + 0.05)], strict=True):
        found[stage] = max(found.get(stage, 0), ended - began)
    return found


def write_old(folder: Path) -> None:
    """The older state: the sample articles, one that will change and one that will go."""
    folder.mkdir(parents=True)
    for article in sorted(ARTICLES.glob("*.md"))[:3]:
        shutil.copy(article, folder)
    (folder / "changing.txt").write_text("2024年上半年，成都人工智能企业达到30家，融资4亿元。", "utf-8")
    (folder / "leaving.txt").write_text("2023年，成都数字经济规模为500亿元。", "utf-8")


def write_new(folder: Path) -> None:
    """The newer state: more articles, one changed, one gone, one that cannot be read."""
    for article in sorted(ARTICLES.glob("*.md"))[3:]:
        shutil.copy(article, folder)
    (folder / "changing.txt").write_text("2024年全年，成都人工智能企业达到41家，融资6亿元。", "utf-8")
    (folder / "leaving.txt").unlink()
    (folder / "broken.txt").write_bytes(b"")


def moments(world: World, seed: int) -> Iterator[Trial]:
    """Trials without end: over all stages by turns, each to be killed at a random moment of its stage."""
    chance = random.Random(seed)
    for stage in cycle(world.lasting):
        times = chance.choice([1, 1, 2, 3]) if stage in ("extract", "write") else 1
        delay = chance.uniform(0, world.lasting[stage])
        yield replace(world.case.trial, stage=stage, times=times, delay=delay)
