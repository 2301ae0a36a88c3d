"""How right the five real articles are read, against the annotated gold. Floors rise with the figures."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SHARED, query, refreshed

FLOORS = {"mention": 0.85, "number": 0.80, "strict": 0.50}
SIX = {"北京": 13_800_000_000, "上海": 2e9, "杭州": 2e9, "苏州": 2e9, "深圳": 1e9, "成都": 410_000_000}


@pytest.fixture(scope="module")
def warehouse(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "corpus.duckdb"
    refreshed([corpus], path)
    return path


@pytest.fixture(scope="module")
def figures(warehouse: Path, corpus: Path) -> dict[str, Any]:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return dict(module.score(module.read_gold(SHARED / "gold"), corpus, warehouse)[0])


def test_every_run_of_digits_is_in_the_ledger(figures: dict[str, Any]) -> None:
    assert figures["ledger"] == 1.0


@pytest.mark.parametrize("figure", FLOORS)
def test_figures_stand_above_their_floors(figures: dict[str, Any], figure: str) -> None:
    assert figures[figure][2] >= FLOORS[figure]


def test_the_six_cities_stand_in_financing_by_city(warehouse: Path) -> None:
    rows = query(
        warehouse,
        "select city, amount_cny from financing_by_city where period = '2024H1' and city not like '%+%'",
    )
    assert {city: float(str(amount)) for city, amount in rows} == SIX


def test_the_warehouse_alone_shows_the_whole_text(warehouse: Path, corpus: Path) -> None:
    for path in sorted(corpus.glob("*.txt")):
        text = path.read_text("utf-8")
        shown = [" "] * len(text)
        for start, end, passage in query(
            warehouse,
            "select start_char, end_char, text from passages join documents using (document_id) "
            f"where name = '{path.stem}'",
        ):
            assert isinstance(start, int)
            assert isinstance(end, int)
            shown[start:end] = str(passage)
        assert "".join(shown).split() == text.replace("\ufeff", " ").split()
