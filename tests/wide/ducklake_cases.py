"""Publishing to DuckLake catalogs. test_ducklake.py runs these under the DuckDB that the extension is for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from flows.load.ducklake import NoCatalog, NotInLake, Snapshot, catalog_at, check_catalog, publish_to_lake
from flows.places import SQL
from tests.conftest import refreshed
from tests.wide.postgres import postgres, programs

NEWS = {
    "a": "2024年上半年，成都人工智能企业达到30家，融资4.1亿元。",
    "b": "2024年上半年，北京人工智能企业融资138亿元，在六城中排名第一。",
    "c": "2024年上半年，杭州新增备案大模型7款，算力规模达到5000P。",
}


@dataclass(frozen=True, slots=True)
class State:
    """A published file as it was after a run."""

    warehouse: Path
    run_id: str

    def publish(self, target: str, data_path: str | None = None) -> Snapshot:
        return publish_to_lake(self.warehouse, target, data_path, self.run_id)


@pytest.fixture(scope="session")
def states(tmp_path_factory: pytest.TempPathFactory, small_reference: Path) -> list[State]:
    """Three runs of one warehouse: two articles, the same again, a third article."""
    home, found = tmp_path_factory.mktemp("states"), []
    folder = home / "in"
    folder.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("flows.load.reference.REFERENCE", small_reference)
        for number, names in enumerate(("ab", "ab", "abc")):
            for name in names:
                (folder / f"{name}.txt").write_text(NEWS[name], "utf-8")
            run = refreshed([folder], home / "news.duckdb").run
            kept = home / str(number) / "news.duckdb"
            kept.parent.mkdir()
            found.append(State(shutil.copy(home / "news.duckdb", kept), run.run_id))
    return found


@pytest.fixture(params=["file", pytest.param("postgres", marks=pytest.mark.slow)])
def catalog(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """The address of a new catalog, and the folder of its data."""
    data = str(tmp_path / "data") + "/"
    if request.param == "file":
        yield f"ducklake:{tmp_path / 'news.ducklake'}", data
        return
    bin = programs()
    if bin is None:
        pytest.skip("no PostgreSQL server: apt-get install postgresql")
    with postgres(bin) as connection:
        yield f"ducklake:postgres:{connection}", data


def same(db: duckdb.DuckDBPyConnection, warehouse: Path) -> int:
    """Hold every table of the catalog equal to the file's; how many there are."""
    db.execute(f"attach '{warehouse}' as file (read_only)")
    tables = [name for (name,) in db.execute(
        "select table_name from duckdb_tables() where database_name = 'file'").fetchall()]  # fmt: skip
    for name in tables:
        mine, theirs = f'file.main."{name}"', f'lake."{warehouse.stem}"."{name}"'
        for one, other in ((mine, theirs), (theirs, mine)):
            assert db.execute(f"from {one} except all from {other}").fetchall() == [], name
    db.execute("detach file")
    return len(tables)


def test_each_run_is_a_snapshot_and_the_one_before_can_be_asked(
    catalog: tuple[str, str], states: list[State]
) -> None:
    target, data = catalog
    kept = [state.publish(target, data if state is states[0] else None) for state in states]
    first, second, third = kept
    assert {table for table, rows in second.added.items() if rows} == {"runs"}
    assert third.added["documents"] == 1
    assert 0 < sum(third.added.values()) < 100 < sum(first.added.values())
    with catalog_at(target, None) as db:
        assert same(db, states[-1].warehouse) > 20
        count = "select count(*) from lake.news.documents at (version => {})"
        assert [db.execute(count.format(at.number)).fetchall() for at in kept] == [[(2,)], [(2,)], [(3,)]]
        told = "select commit_message from lake.snapshots() where author = 'yanshu' order by snapshot_id"
        assert db.execute(told).fetchall() == [(state.run_id,) for state in states]
        for view in (SQL / "views").glob("*.sql"):
            db.execute(f"select * from lake.news.{view.stem}").fetchall()
        asked = "select amount from lake.news.financing_by_city where city = '北京'"
        assert db.execute(asked).fetchall() == [("138亿元",)]
        comments = "select count(comment) from duckdb_columns() where database_name = 'lake'"
        assert db.execute(comments).fetchall()[0][0] > 100
        db.execute("detach lake")
        db.execute(f"attach '{target}' as lake (snapshot_version {second.number})")
        db.execute("use lake.news")  # every view and macro as of the run before
        asked = "select count(*) from profile('{}')"
        assert db.execute(asked.format("杭州")).fetchall() == [(0,)]
        assert db.execute(asked.format("北京")).fetchall() > [(0,)]
    assert list(Path(data).rglob("*.parquet"))


def test_a_table_of_another_shape_is_made_anew(tmp_path: Path, states: list[State]) -> None:
    target = f"ducklake:{tmp_path / 'news.ducklake'}"
    states[0].publish(target)
    with catalog_at(target, None) as db:
        db.execute("alter table lake.news.documents add column older integer")
        db.execute("create table lake.news.no_more as select 1 as one")
    states[0].publish(target)
    with catalog_at(target, None) as db:
        assert same(db, states[0].warehouse) > 20
        gone = "select count(*) from duckdb_tables() where table_name = 'no_more'"
        assert db.execute(gone).fetchall() == [(0,)]


def test_many_write_and_read_one_catalog_of_a_server(tmp_path: Path, states: list[State]) -> None:
    bin = programs()
    if bin is None:
        pytest.skip("no PostgreSQL server: apt-get install postgresql")
    files = [tmp_path / f"{name}.duckdb" for name in ("east", "west")]
    for file in files:
        shutil.copy(states[2].warehouse, file)
    with postgres(bin) as connection, ThreadPoolExecutor() as pool:
        target = f"ducklake:postgres:{connection}"
        check_catalog(target, str(tmp_path / "data") + "/")
        with catalog_at(target, None) as reader:
            work = [pool.submit(publish_to_lake, file, target, None, file.stem) for file in files]
            while not all(one.done() for one in work):
                reader.execute("select count(*) from lake.snapshots()").fetchall()
            assert len({one.result().number for one in work}) == len(files)
            assert all(same(reader, file) > 20 for file in files)


def test_what_goes_wrong_is_told_without_passwords(tmp_path: Path) -> None:
    nobody = f"ducklake:postgres:dbname=x host={tmp_path} user=me password=secret"
    with pytest.raises(NoCatalog, match=r"cannot open ducklake:postgres:.* password=…") as told:
        check_catalog(nobody, None)
    assert "secret" not in str(told.value)
    with pytest.raises(NotInLake, match="IO Error"):
        publish_to_lake(tmp_path / "none.duckdb", f"ducklake:{tmp_path / 'x.ducklake'}", None, "run")
    assert "refresh again" in NotInLake.state
