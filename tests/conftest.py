"""What tests share: the corpus where it is, warehouses built without Prefect, and one Prefect."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
os.environ.setdefault("PREFECT_LOGGING_TO_API_ENABLED", "false")

from flows.load.build import make_answers
from flows.load.scripts import run_scripts
from flows.places import ARTICLES
from tests.distribution import Distribution
from tests.patience import PATIENCE
from tests.quick import few_regions

if TYPE_CHECKING:
    from flows.work import Refreshed


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/sql/golden; review the diff")
    parser.addoption("--long", action="store_true", help="run the slow tests, and the long forms of others")


def pytest_configure(config: pytest.Config) -> None:
    """Generated examples are the same in every run, so that a failure is of the change that it meets; --long
    draws new ones. No test fails because the machine is busy.
    """
    settings.register_profile(
        "yanshu",
        deadline=None,
        derandomize=not config.getoption("--long"),
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("yanshu")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Distribution:
    return Distribution(config, log)


SHARED = Path(__file__).resolve().parents[2] / "shared"


def refreshed(
    sources: list[Path],
    warehouse: Path,
    *,
    prune: bool = False,
    reextract: bool = False,
    unseen: bool = False,
) -> Refreshed:
    """What the flow does, without Prefect: a second's work instead of ten. A state that is `unseen` is taken
    into the lake, and no file is built of it: what a test that looks at a later state alone can do without.
    """
    from flows.load.publish import Published, publish
    from flows.work import Order, work  # late, so that tests without articles load no extractor

    order = Order([str(source) for source in sources], warehouse, prune, reextract)
    if unseen:
        return work(order, publishing=lambda warehouse, lake, run: Published(run.ended("published"), {}, []))
    return work(order, publishing=publish)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--long"):
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="takes minutes: --long runs it"))


def query(warehouse: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(warehouse), read_only=True) as db:
        return db.execute(sql).fetchall()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The five real articles."""
    folder = SHARED / "corpus"
    if not folder.is_dir():
        pytest.skip("the corpus stands beside the checkout only where the project is developed")
    return folder


def made_once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first of all test processes makes and the others only read."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"shared-{name}"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            part = folder.with_name(f"{folder.name}.part")
            part.mkdir()
            make(part)
            part.rename(folder)
    return folder


@pytest.fixture(scope="session")
def sample_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The warehouse of the sample articles, for reading only."""
    folder = made_once(
        tmp_path_factory, "samples", lambda folder: refreshed([ARTICLES], folder / "yanshu.duckdb")
    )
    return folder / "yanshu.duckdb"


@pytest.fixture(scope="session")
def corpus_warehouse(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The warehouse of the five real articles, for reading only."""
    folder = made_once(
        tmp_path_factory, "corpus", lambda folder: refreshed([corpus], folder / "yanshu.duckdb")
    )
    return folder / "yanshu.duckdb"


@pytest.fixture(scope="session")
def small_reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return few_regions(tmp_path_factory.mktemp("small") / "reference")


@pytest.fixture
def quick_builds(small_reference: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests that refresh often and look at no region and no comment: a build takes two thirds."""
    monkeypatch.setattr("flows.load.reference.REFERENCE", small_reference)
    monkeypatch.setattr("flows.load.build.comment", lambda db: None)


@pytest.fixture(scope="session")
def empty_warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    """Tables, macros and views without a row, in memory, which they stay."""
    with duckdb.connect() as db:
        run_scripts(db, "tables")
        run_scripts(db, "input")
        make_answers(db)
        yield db


@pytest.fixture(scope="session")
def prefect() -> Iterator[None]:
    """One temporary Prefect server and database for every test that runs the flow."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=PATIENCE):
        yield
