"""Patterns that are compiled when first used: all of ours are sound."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import flows.extract
import flows.text
from flows.patterns import LazyPattern, lazy


def test_a_pattern_is_compiled_once_and_reads_like_any_other() -> None:
    digits = lazy("[0-9]+")
    assert "findall" not in vars(digits)
    assert digits.findall("a12b3") == ["12", "3"]
    assert digits.pattern == "[0-9]+"
    assert "findall" in vars(digits)


def test_flags_hold() -> None:
    assert lazy("a", re.IGNORECASE).match("A")


@pytest.mark.parametrize("package", [flows.extract, flows.text], ids=lambda package: package.__name__)
def test_every_pattern_of_a_module_compiles(package: object) -> None:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):  # type: ignore[attr-defined]
        for value in vars(importlib.import_module(found.name)).values():
            if isinstance(value, LazyPattern):
                assert value.groups >= 0, found.name
