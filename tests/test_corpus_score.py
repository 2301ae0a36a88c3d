"""How right annotated articles are read: five real ones, 370 of our own. Floors rise with the figures."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from tests.calibration import GOLD, RETOLD, UNREAD
from tests.conftest import SHARED, query
from tests.scoring import FIELDS, score

CORPUS, OPEN, *_ = GOLD
UNSEEN, HELD = UNREAD
CITIES, FIRMS, PROVINCES, COMPARISONS, REGIONS, NEWSROOM, INDUSTRY, PRESS = RETOLD
FLOORS = {
    # Five real articles of 92 claims, where one error is 0.011. Rules were mended on them, and all but three
    # claims are right; a floor leaves room for the error that a rule may cost which mends other articles.
    CORPUS: {
        "ledger": 1.0, "mention": 0.98, "number": 0.98, "strict": 0.95, "metric": 0.97, "measure": 0.98,
        "subject": 0.97, "period_year": 0.97, "modality": 0.98, "bound": 0.97,
    },
    # Fifteen articles of our own in as many registers, written to learn from, 718 claims. The floors stand
    # 0.02 under what was reached (strict 0.902): rules change a few claims each way while they settle.
    OPEN: {
        "ledger": 1.0, "mention": 0.97, "number": 0.97, "strict": 0.885, "metric": 0.935, "measure": 0.97,
        "subject": 0.955, "period_year": 0.955, "modality": 0.98, "bound": 0.97,
    },
    # 120 real articles retold, 1,596 claims, whose errors were read in other words (strict 0.80 to 0.91). In
    # these they stood at 0.70, 0.78, 0.76, 0.72 and 0.81 at first sight; what the new words had lost was read
    # too: now 0.80, 0.82, 0.81, 0.86 and 0.92.
    CITIES: {"mention": 0.96, "number": 0.95, "strict": 0.795, "metric": 0.9, "subject": 0.93},
    FIRMS: {"mention": 0.975, "number": 0.955, "strict": 0.8, "metric": 0.895, "subject": 0.93},
    PROVINCES: {"mention": 0.965, "number": 0.955, "strict": 0.79, "metric": 0.92, "subject": 0.935},
    COMPARISONS: {"mention": 0.965, "number": 0.95, "strict": 0.845, "metric": 0.91, "subject": 0.96},
    REGIONS: {"mention": 0.97, "number": 0.97, "strict": 0.905, "metric": 0.955, "subject": 0.95},
    # Eighty retold as another newspaper would carry them, annotated by two readers, 1,239 claims. They were
    # studied in other words (strict 0.60 at first sight, then 0.832); in these they stood at 0.675 then.
    NEWSROOM: {
        "ledger": 1.0, "mention": 0.96, "number": 0.94, "strict": 0.76, "metric": 0.895, "subject": 0.92,
    },
    # Sixty more about AI and its industry, 983 claims, studied in other words (strict 0.59 at first sight,
    # then 0.78); in these 0.515 before, 0.648 then.
    INDUSTRY: {
        "ledger": 1.0, "mention": 0.965, "number": 0.955, "strict": 0.74, "metric": 0.865, "subject": 0.925,
    },
    # Sixty more of that kind, 853 claims: 45 that were unseen until they were opened (strict 0.611), 15 on
    # the AI of places (0.619).
    PRESS: {
        "ledger": 1.0, "mention": 0.97, "number": 0.955, "strict": 0.785, "metric": 0.89, "subject": 0.92,
        "period_year": 0.94,
    },
    # Thirty that nobody has looked at, 629 claims: firms and models, digital economy, statistics, trade.
    # Strict 0.62 as they were first told, 0.71 in these words; four days' study of others moved neither.
    UNSEEN: {
        "ledger": 1.0, "mention": 0.965, "number": 0.945, "strict": 0.685, "metric": 0.86, "subject": 0.91,
    },
    # Five articles whose errors nobody looks at, 271 claims: whether the rules generalise. The first figure
    # was strict 0.58, then 0.65, 0.71, 0.765, 0.774, 0.770, 0.766, 0.789, 0.778, 0.774, 0.781, 0.789, now
    # 0.784, by rules that others asked for; floors stand 0.02 under.
    HELD: {
        "ledger": 1.0, "mention": 0.95, "number": 0.95, "strict": 0.76, "metric": 0.885, "measure": 0.97,
        "subject": 0.9, "period_year": 0.925, "modality": 0.93, "bound": 0.97,
    },
}  # fmt: skip
SIX = {"北京": 13_800_000_000, "上海": 2e9, "杭州": 2e9, "苏州": 2e9, "深圳": 1e9, "成都": 410_000_000}


@pytest.fixture(scope="module")
def figures(corpus_warehouse: Path, corpus: Path) -> dict[str, Any]:
    """What the guide's own scorer says of the published file."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return dict(module.score(module.read_gold(SHARED / "gold"), corpus, corpus_warehouse)[0])


@pytest.mark.parametrize(
    ("folder", "figure"),
    [(folder, figure) for folder, floors in FLOORS.items() for figure in floors],
    ids=lambda part: part.name if isinstance(part, Path) else part,
)
def test_figures_stand_above_their_floors(folder: Path, figure: str) -> None:
    """Where one fell, `make score` shows which rules err."""
    if not folder.is_dir():
        pytest.skip("the corpus stands beside the checkout only where the project is developed")
    assert score(folder).figures[figure] >= FLOORS[folder][figure]


def test_our_figures_are_those_of_the_guides_scorer(figures: dict[str, Any], corpus: Path) -> None:
    ours = score(corpus).figures
    theirs = {"ledger": figures["ledger"], **{f: figures[f][2] for f in ("mention", "number", "strict")}}
    assert ours == pytest.approx(theirs | {field: figures["fields"][field] for field in FIELDS})


def test_the_six_cities_stand_in_financing_by_city(corpus_warehouse: Path) -> None:
    rows = query(
        corpus_warehouse,
        "select city, amount_cny from financing_by_city where period = '2024H1' and city not like '%+%'",
    )
    assert {city: float(str(amount)) for city, amount in rows} == SIX


def test_the_warehouse_alone_shows_the_whole_text(corpus_warehouse: Path, corpus: Path) -> None:
    for path in sorted(corpus.glob("*.txt")):
        text = path.read_text("utf-8")
        shown = [" "] * len(text)
        for start, end, passage in query(
            corpus_warehouse,
            "select start_char, end_char, text from passages join documents using (document_id) "
            f"where name = '{path.stem}'",
        ):
            assert isinstance(start, int)
            assert isinstance(end, int)
            shown[start:end] = str(passage)
        assert "".join(shown).split() == text.replace("\ufeff", " ").split()
