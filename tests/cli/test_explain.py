"""What `yanshu explain` shows in a terminal: columns that hold for Chinese widths, colours, nothing cut."""

from __future__ import annotations

import io
from datetime import date
from typing import Literal

import pytest
from rich.cells import cell_len
from rich.console import Console

from flows.explain import explain, period, render

TEXT = "截至5月底，常州有人工智能企业1430家，去年营业收入突破4000亿元，同比增长18.2%。"
FIELDS = ("metric", "measure", "subject", "period", "modality")


def shown(text: str, width: int, *, color: bool = False) -> str:
    file = io.StringIO()
    system: Literal["standard"] | None = "standard" if color else None
    console = Console(file=file, width=width, force_terminal=color, color_system=system)
    console.print(render(text, explain(text, date(2025, 6, 18))))
    return file.getvalue()


def claims_of(text: str, width: int) -> list[str]:
    """The lines of the claims' table."""
    lines = shown(text, width).splitlines()
    return lines[next(at for at, line in enumerate(lines) if line.startswith("claim")) :]


@pytest.mark.parametrize("width", [72, 100, 160])
def test_rules_stand_in_one_column_for_all_claims(width: int) -> None:
    lines = claims_of(TEXT, width)
    at = cell_len(lines[0][: lines[0].index("by the rule")])
    starts = {cell_len(line[: line.index("confidence")]) for line in lines if "confidence" in line}
    assert starts == {at}
    assert [line.split()[0] for line in lines[2 : 2 + len(FIELDS)]] == list(FIELDS)


@pytest.mark.parametrize("width", [40, 72])
def test_nothing_is_cut_off_and_no_line_is_wider_than_the_terminal(width: int) -> None:
    said = shown(TEXT, width)
    assert "…" not in said
    assert max(cell_len(line) for line in said.splitlines()) <= width


def test_every_field_of_a_claim_shows_its_rule() -> None:
    lines = [" ".join(line.split()) for line in claims_of(TEXT, 160)]
    assert lines[1].startswith("1430家 = 1,430 count confidence 0.")
    assert lines[2:7] == [
        "metric firm_count 人工智能企业 noun, rule",
        "measure value plain",
        "subject 常州 segment",
        "period ..2025-05-31 time until",
        "modality actual plain",
    ]


def test_numbers_are_lit_by_class() -> None:
    said = shown(TEXT, 100, color=True)
    assert "\x1b[1;32m1430家" in said
    assert "\x1b[36m5月底" in said or "\x1b[36m截至5月底" in said


def test_a_text_without_claims_shows_its_numbers_alone() -> None:
    assert "by the rule" not in shown("GPT-4用了一周。", 80)


@pytest.mark.parametrize(("first", "last", "name"), [
    (date(2024, 1, 1), date(2024, 12, 31), "2024"),
    (date(2022, 1, 1), date(2024, 12, 31), "2022..2024"),
    (date(2024, 1, 1), date(2024, 6, 30), "2024-01..2024-06"),
    (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
    (date(2024, 5, 1), date(2024, 5, 1), "2024-05-01"),
    (None, date(2024, 8, 31), "..2024-08-31"),
    (None, None, ""),
])  # fmt: skip
def test_a_period_goes_by_its_shortest_name(first: date | None, last: date | None, name: str) -> None:
    assert period({"period_start": first, "period_end": last}) == name
