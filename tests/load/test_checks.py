"""Each check catches the fault that it is for, and finds nothing in the sample articles' warehouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from flows.load.build import make_answers
from flows.load.checks import run_checks
from flows.load.scripts import run_scripts
from flows.places import SQL

DOCUMENT = "insert into documents (document_id, name, characters) values ('d', 'a', 9)"
PASSAGE = "insert into passages values ('p', 'd', 0, 'body', '共有30家。', 0, 6)"
NUMBER = """
    insert into numbers by name
    select 'n' as number_id, 'd' as document_id, 'a' as document, 'p' as passage_id, 2 as start_char,
        5 as end_char, '30家' as surface, 'claim' as class, 30 as value, 'count' as unit, 'eq' as bound
"""
CLAIM = """
    insert into metrics by name
    select 'm' as metric_id, 'n' as number_id, 'p' as passage_id, 'd' as document_id, 'other' as metric,
        'value' as measure, 30 as value, 'count' as unit, 'eq' as bound, 'actual' as modality
"""
OVERLAP = """
    insert into numbers by name
    select * replace ('n2' as number_id, 3 as start_char, '0家' as surface) from numbers
"""

FAULTS = {
    "claims_lead_to_their_number": "update answers set number_id = 'gone'",
    "claims_stand_once": "insert into answers from answers",
    "numbers_lead_to_their_document": "update numbers set passage_id = 'gone'",
    "numbers_stand_once": NUMBER,
    "passages_lead_to_their_document": "update passages set document_id = 'gone'",
    "sources_lead_to_their_document": "insert into sources values ('x.txt', 'gone', 'x', 'run')",
    "surfaces_stand_in_their_passage": "update numbers set surface = '31家'",
    "words_of_the_contract": "update answers set modality = 'perhaps'",
    "claims_answer_a_question": "update answers set question_id = null",
    "questions_have_one_answer": "insert into answers from answers",
    "stated_shares_follow": "insert into derived_figures by name select 'x' as subject, false as agrees",
    "claims_have_a_value": "update answers set value = null",
    "claims_of_a_known_metric": "update answers set metric = 'happiness'",
    "digits_were_read": "update numbers set rule = 'unread'",
    "documents_have_a_date": "update documents set published_on = null",
    "numbers_do_not_overlap": OVERLAP,
    "periods_run_forward": "update answers set period_start = '2024-06-30', period_end = '2024-01-01'",
    "ranges_run_upward": "update numbers set value_high = 3",
    "shares_within_the_whole": "update answers set measure = 'share', unit = 'percent', value = 130",
}  # fmt: skip


@pytest.fixture(scope="module")
def made() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as db:
        run_scripts(db, "tables")
        run_scripts(db, "input")
        for sql in (DOCUMENT, PASSAGE, NUMBER, CLAIM, "update documents set published_on = '2024-08-20'"):
            db.execute(sql)
        make_answers(db)
        yield db


@pytest.fixture
def sound(made: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """One document with one number and one claim, in which no check finds anything; faults are taken back."""
    made.begin()
    yield made
    made.rollback()


def found(db: duckdb.DuckDBPyConnection) -> set[str]:
    return {check.name for check in run_checks(db) if check.offending}


def test_a_sound_warehouse_passes(sound: duckdb.DuckDBPyConnection) -> None:
    assert found(sound) == set()


@pytest.mark.parametrize("name", sorted(path.stem for path in (SQL / "checks").rglob("*.sql")))
def test_every_check_catches_its_fault(sound: duckdb.DuckDBPyConnection, name: str) -> None:
    sound.execute(FAULTS[name])
    assert name in found(sound)


def test_the_samples_break_no_rule(sample_warehouse: Path) -> None:
    with duckdb.connect(str(sample_warehouse), read_only=True) as db:
        assert [check for check in run_checks(db) if check.severity == "error" and check.offending] == []
        told = db.execute("select name, severity, offending from run_checks").fetchall()
    assert {name for name, *_ in told} == set(FAULTS)
