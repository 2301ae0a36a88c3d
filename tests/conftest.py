"""What tests share: the corpus where it is, warehouses built without Prefect, and one Prefect."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
os.environ.setdefault("PREFECT_LOGGING_TO_API_ENABLED", "false")

from flows.load.build import VIEWS_FIRST, run_scripts
from flows.load.checks import Outcome
from flows.load.lake import lake_of
from flows.load.listing import Run, list_sources, record_run
from flows.load.publish import publish
from flows.load.shards import read_manifest
from flows.places import ARTICLES

if TYPE_CHECKING:
    from flows.intake import Intake

SHARED = Path(__file__).resolve().parents[2] / "shared"


def refreshed(sources: list[Path], warehouse: Path, run_id: str = "run-1") -> tuple[Intake, list[Outcome]]:
    """What the flow does, without Prefect: a second's work instead of ten."""
    from flows.intake import Intake, read_batch  # late, so that tests without articles load no extractor
    from flows.read.sources import read_sources

    lake = lake_of(warehouse)
    lake.mkdir(parents=True, exist_ok=True)
    intake = Intake(read_manifest(lake))
    for batch in intake.batches(read_sources(map(str, sources))):
        read_batch(batch, lake)
    list_sources(lake, intake.listed, intake.rejected, run_id)
    at = datetime(2024, 9, 1)
    record_run(lake, Run(run_id, at, at, len(intake.listed), intake.new, len(intake.rejected), "test"))
    return intake, publish(warehouse, lake)


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


@pytest.fixture(scope="session")
def sample_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The warehouse of the sample articles, for reading only."""
    warehouse = tmp_path_factory.mktemp("samples") / "yanshu.duckdb"
    refreshed([ARTICLES], warehouse)
    return warehouse


@pytest.fixture
def empty_warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    """Tables, macros and views without a row, in memory."""
    with duckdb.connect() as db:
        run_scripts(db, "tables")
        run_scripts(db, "macros")
        run_scripts(db, "views", first=VIEWS_FIRST)
        yield db


@pytest.fixture(scope="session")
def prefect() -> Iterator[None]:
    """One temporary Prefect server and database for every test that runs the flow."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield
