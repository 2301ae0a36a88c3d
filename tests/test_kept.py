"""What a start keeps for the next: the same patterns and names as made anew, and never more than a help."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from flows import kept, patterns
from flows.extract.entities.gazetteer import gazetteer, names


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "place", lambda name: tmp_path / "cache" / name)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.mark.parametrize(
    "source", ["[0-9]+", "(?i)(?P<year>[0-9]{4})年(?:(?P<month>1[0-2])月)?", "增[长速]|(?<!不)降$"]
)
def test_a_kept_pattern_is_the_pattern(source: str) -> None:
    first = patterns.Codes()
    assert first.pattern(source, 0)[0] == re.compile(source)
    first.keep()
    second = patterns.Codes()
    again, _ = second.pattern(source, 0)
    assert not second.new
    assert again == re.compile(source)
    assert again.groupindex == re.compile(source).groupindex
    assert again.flags == re.compile(source).flags


def test_what_two_processes_compiled_is_kept_of_both() -> None:
    one, other = patterns.Codes(), patterns.Codes()
    one.pattern("a+", 0)
    other.pattern("b+", int(re.IGNORECASE))
    one.keep()
    other.keep()
    assert set(patterns.Codes().known) == {(0, "a+"), (int(re.IGNORECASE), "b+")}


def test_a_fault_is_told_as_ever() -> None:
    with pytest.raises(re.error, match="unterminated"):
        patterns.lazy("(a").match("a")


def test_an_engine_that_we_do_not_know_does_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(patterns, "engine")
    made, screens = patterns.Codes().pattern("a+", 0)
    assert made == re.compile("a+")
    assert screens == patterns.NO_SCREENS


@pytest.mark.parametrize("content", [b"", b"\x00" * 40, b"(\xff"])
def test_a_spoilt_file_is_as_none(content: bytes) -> None:
    kept.keep("x", (1, 2))
    assert kept.recall("x") == (1, 2)
    kept.place("x").write_bytes(content)
    assert kept.recall("x") is None


def test_what_is_made_of_a_file_is_made_again_when_it_changes(tmp_path: Path) -> None:
    file, made = tmp_path / "words.csv", []

    def make() -> list[str]:
        made.append(1)
        return file.read_text().split()

    file.write_text("a b")
    assert kept.made_of("words", [file], make) == ["a", "b"]
    assert kept.made_of("words", [file], make) == ["a", "b"]
    assert len(made) == 1
    file.write_text("a c")
    os.utime(file, ns=(1, 1))
    assert kept.made_of("words", [file], make) == ["a", "c"]


def test_a_file_that_is_not_there_has_no_size(tmp_path: Path) -> None:
    assert kept.stamp([tmp_path / "none.py"]) == ((str(tmp_path / "none.py"), 0, 0),)


def test_nothing_is_written_where_python_shall_write_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    kept.keep("x", 1)
    assert not kept.place("x").exists()


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    kept.keep("x", 1)
    assert kept.recall("x") is None


def test_names_are_those_made_anew() -> None:
    table, longest = names()
    assert (gazetteer().table, gazetteer().longest) == (table, longest)
