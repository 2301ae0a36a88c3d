"""One process that forks the runs, and one case for all tests that make runs fail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults import harness
from tests.faults.harness import World, Zygote


@pytest.fixture(scope="session")
def zygote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zygote]:
    with harness.zygote(tmp_path_factory.mktemp("zygote") / "reference") as process:
        yield process


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory, zygote: Zygote) -> World:
    return harness.world(tmp_path_factory.mktemp("faults"), zygote)


@pytest.fixture
def long(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--long"))
