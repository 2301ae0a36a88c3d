"""What a few articles change is put into a copy of the file: row for row what a build would have made."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from flows.load import increment
from flows.load import publish as publishing
from flows.load.lake import lake_of
from flows.load.made import Made, inputs_of
from tests.benchmarks.articles import generate
from tests.conftest import query, refreshed

pytestmark = pytest.mark.usefixtures("quick_builds")
OF_RUNS = {"runs", "new_claims"}

SHARED = "截至2024年6月底，成都市人工智能企业达到1100家，杭州市人工智能企业超过1000家，比上年增长12%。"
LEAD = "本报记者从会上获悉了这些情况，现把全文转给各位读者，供大家参考，欢迎提出意见。"
FEW = (
    "2024年上半年，北京人工智能企业融资{}亿元。",
    "2024年上半年，上海人工智能企业融资{}亿元，占全国的{}%。",
    "成都市人工智能企业达到{}家，比上年增长{}%。",
    "到2027年，成都市人工智能企业将达到{}家。",
    "2023年，四川人工智能产业规模为{}亿元，成都为{}亿元。",
    "青禾智能科技有限公司发布了“青禾”大模型，参数量达到{}亿。",
    "全国人工智能核心产业规模约{}亿元，同比增长{}%。",
)


class Desk:
    """A folder in which articles are written, changed, taken over by others, moved and removed by chance."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.chance = folder, random.Random(seed)
        self.texts = list(generate(6, seed))
        self.written = 0
        folder.mkdir()

    def names(self) -> list[Path]:
        return sorted(self.folder.glob("*.txt"))

    def text(self) -> str:
        told = [line.format(*self.chance.choices(range(10, 90), k=2)) for line in FEW]
        parts = self.chance.sample(told, 4)
        if self.chance.random() < 0.4:
            parts.append(SHARED)
        if self.texts and self.chance.random() < 0.4:
            parts.append(self.texts.pop())
        day = f"2024-08-{self.chance.randint(1, 28):02}"
        return f"# 人工智能账本{self.chance.randint(1, 99)}\n\n{day}\n\n" + "\n\n".join(parts)

    def write(self, text: str | None = None) -> None:
        self.written += 1
        (self.folder / f"{self.chance.choice('abc')}{self.written}.txt").write_text(
            text or self.text(), "utf-8"
        )

    def change(self) -> None:
        self.chance.choice(self.names()).write_text(self.text(), "utf-8")

    def copy(self) -> None:
        text = self.chance.choice(self.names()).read_text("utf-8")
        self.write(self.chance.choice([text, f"{LEAD}\n\n{text}", text + "\n\n" + SHARED]))

    def move(self) -> None:
        path = self.chance.choice(self.names())
        self.written += 1
        path.rename(path.with_name(f"m{self.written}.txt"))

    def remove(self) -> None:
        if len(self.names()) > 3:
            self.chance.choice(self.names()).unlink()

    def spoil(self) -> None:
        (self.folder / f"x{self.chance.randint(1, 2)}.txt").write_bytes(b"")

    def step(self) -> None:
        steps: list[Callable[[], None]] = [
            self.write, self.write, self.change, self.copy, self.copy, self.move, self.remove, self.spoil,
        ]  # fmt: skip
        for step in self.chance.sample(steps, self.chance.randint(1, 3)):
            step()


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """However many documents change, it is tried; one entry each time, whether it was done."""
    monkeypatch.setattr(increment, "MOST", 99)
    monkeypatch.setattr(increment, "DRIFT", 99)
    monkeypatch.setattr("flows.load.again.LARGE", 99)
    tried: list[bool] = []

    def noted(warehouse: Path, building: Path, lake: Path, made: Made) -> Made | None:
        done = increment.copy_and_change(warehouse, building, lake, made)
        tried.append(done is not None)
        return done

    monkeypatch.setattr(publishing, "copy_and_change", noted)
    return tried


def content(warehouse: Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(str(warehouse), read_only=True) as db:
        names = {
            name for (name,) in db.execute("select table_name from information_schema.tables").fetchall()
        }
        return {name: db.execute(f"from {name} order by all").fetchall() for name in names - OF_RUNS}


def assert_as_built(warehouse: Path) -> None:
    """Every relation has the rows that a build of the same lake gives it."""
    lake, fresh = lake_of(warehouse), warehouse.with_name("built.duckdb")
    fresh.unlink(missing_ok=True)
    publishing.build_and_check(fresh, lake, None, inputs_of(lake))
    standing, built = content(warehouse), content(fresh)
    assert standing.keys() == built.keys()
    for name, rows in built.items():
        assert standing[name] == rows, name


@pytest.mark.parametrize(
    "seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 40))]
)
def test_any_changes_in_any_order(
    tmp_path: Path, always: list[bool], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if seed % 2:  # three make a crowd
        for module in ("copies", "recopied"):
            monkeypatch.setattr(f"flows.load.{module}.CROWD", 2)
    desk, warehouse = Desk(tmp_path / "in", seed), tmp_path / "w.duckdb"
    for _ in range(5):
        desk.write()
    refreshed([desk.folder], warehouse)
    for _ in range(3):
        desk.step()
        refreshed([desk.folder], warehouse, prune=True)
        assert_as_built(warehouse)
    assert all(always)


def test_one_article_more_is_no_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, warehouse = Desk(tmp_path / "in", 7), tmp_path / "w.duckdb"
    for _ in range(25):
        desk.write(desk.chance.choice(FEW).format(*desk.chance.choices(range(10, 90), k=2)))
    refreshed([desk.folder], warehouse)
    monkeypatch.setattr(publishing, "build", None)
    desk.write("2024年上半年，北京人工智能企业融资770亿元。")
    done = refreshed([desk.folder], warehouse)
    assert done.run.documents_new == 1
    assert query(warehouse, "select count(*) from claims where value = 77000000000") == [(1,)]
    assert query(warehouse, "select count(*) from new_claims") == [(1,)]


def test_many_changes_are_a_build(
    tmp_path: Path, always: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(increment, "MOST", 0.05)
    desk, warehouse = Desk(tmp_path / "in", 8), tmp_path / "w.duckdb"
    desk.write()
    refreshed([desk.folder], warehouse)
    desk.write()
    refreshed([desk.folder], warehouse)
    assert always == [False]
    assert query(warehouse, "select count(*) from documents") == [(2,)]
