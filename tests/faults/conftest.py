"""One process that forks the runs, and one case for all tests that make runs fail."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import harness
from tests.faults.harness import World, Zygote


@pytest.fixture(scope="session")
def place() -> Iterator[Path]:
    """A folder that other users reach too. Not pytest's own: every start of pytest closes that to them."""
    with tempfile.TemporaryDirectory(prefix="yanshu-faults-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="session")
def zygote(place: Path) -> Iterator[Zygote]:
    with harness.zygote(place / "reference") as process:
        yield process


@pytest.fixture(scope="session")
def world(place: Path, zygote: Zygote) -> World:
    return harness.world(place / "faults", zygote)


@pytest.fixture
def long(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--long"))
