"""What reads is written so that mypyc compiles it: a wheel without a compiler's help would be slow unseen."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from flows.places import PACKAGE

READING = sorted([*(PACKAGE / "text").rglob("*.py"), *(PACKAGE / "extract").rglob("*.py")])


@pytest.mark.parametrize("file", READING, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_no_membership_in_a_display_with_a_star(file: Path) -> None:
    """mypyc 2.4 fails on `x in (a, *b)`, and takes nothing of the project then."""
    tree = ast.parse(file.read_text("utf-8"))
    starred = [
        one.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        for one in node.comparators
        if isinstance(one, ast.Tuple | ast.List | ast.Set)
        and any(isinstance(element, ast.Starred) for element in one.elts)
    ]
    assert starred == []


@pytest.mark.parametrize("file", READING, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_no_two_constants_in_one_statement(file: Path) -> None:
    """The copy that is compiled sets its constants as Final, one a statement."""
    tree = ast.parse(file.read_text("utf-8"))
    assert [node.lineno for node in tree.body if isinstance(node, ast.Assign) and len(node.targets) > 1] == []


RECORDS = {"dataclass(slots=True)", "dataclass(frozen=True, slots=True)"}


@pytest.mark.parametrize("file", READING, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_records_are_declared_in_one_way(file: Path) -> None:
    """The copy that is compiled knows frozen records by these words, and thaws them to set their fields."""
    classes = [one for one in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(one, ast.ClassDef)]
    declared = {ast.unparse(decorator) for one in classes for decorator in one.decorator_list}
    assert {one for one in declared if "dataclass" in one} <= RECORDS
