"""Patterns that are compiled when first used: all of ours are sound, and screens never cost a match."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import flows.extract
import flows.text
from flows.patterns import Pattern, lazy
from flows.screens import SPACES, screens_of
from tests.benchmarks.articles import generate


def ours() -> Iterator[tuple[str, Pattern]]:
    """Every pattern of our modules, with its module's name."""
    for package in (flows.extract, flows.text):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for value in vars(importlib.import_module(found.name)).values():
                if isinstance(value, Pattern):
                    yield found.name, value


def test_a_pattern_is_compiled_when_first_used_and_reads_like_any_other() -> None:
    digits = lazy("[0-9]+")
    assert digits._made is None
    assert digits.findall("a12b3") == ["12", "3"]
    assert digits.split("a12b3") == ["a", "b", ""]
    assert digits.pattern == "[0-9]+"
    assert digits.groups == 0
    assert digits._made is not None


def test_flags_hold() -> None:
    assert lazy("a", re.IGNORECASE).match("A")
    assert lazy("(?i:a)b").match("Ab")


def test_every_pattern_of_a_module_compiles() -> None:
    for name, pattern in ours():
        assert pattern.groups >= 0, name


@pytest.mark.parametrize(
    ("source", "screens"),
    [
        ("增[长速]", ("增", None, "增")),
        ("(?:增长|减少)了?$", ("减增", "了少长", "减增")),
        ("[在从][^，]{2,9}中", ("从在", None, "中")),
        ("(?<!年)(?:超|逾)?[0-3]", ("0123超逾", None, "0123")),
        ("(?:超|逾)?", (None, None, None)),
        ("(?:a|b*)c", ("abc", None, "c")),
        (r"\d+年", (None, None, "年")),
        ("[^，]$", (None, None, None)),
        ("(?m)a$", ("a", None, "a")),
        ("(?i:a)b", (None, None, None)),
        ("(?<=..)(?:(?:ab|cd)$|e$)", ("ace", "bde", "ace")),
        (r"(?:ab|\s)+$", tuple("".join(sorted({*SPACES, one})) for one in "aba")),
        ("ab$|c", ("ac", None, "ac")),
        (r"(a)?\1b", (None, None, "b")),
        ("a(?!b)|c", ("ac", None, "ac")),
    ],
)
def test_screens_are_what_any_match_has(source: str, screens: tuple[str | None, ...]) -> None:
    parser = importlib.import_module("re._parser")
    tree = parser.parse(source)
    assert screens_of(tree, tree.state.flags, 99)[:3] == screens


def test_white_space_is_what_the_engine_takes_for_it() -> None:
    assert set(re.findall(r"\s", "".join(map(chr, range(0x110000))))) == SPACES


def test_no_match_is_wider_than_its_screen() -> None:
    parser = importlib.import_module("re._parser")
    assert screens_of(parser.parse("[^，]{0,9}?奖(?=励)"), 0, 99).widest == 10
    assert screens_of(parser.parse("[^，]*奖"), 0, 99).widest == 99


def test_matches_that_begin_at_known_places_are_those_that_are_found() -> None:
    text = "aa ab aaa"
    pattern = lazy("aa?b?")
    starts = [index for index, one in enumerate(text) if one == "a"]
    wanted = [one.span() for one in pattern.finditer(text)]
    assert [one.span() for one in pattern.beginning(text, starts)] == wanted
    assert [one.span() for one in pattern.beginning(text, [7, 3, 3])] == [(3, 5), (7, 9)]


SENTENCES = (
    "2024年上半年，本市人工智能企业达到2600家，同比增长12.5%，占全省的三成以上。",
    "截至目前，公司拥有员工约1.2万人，其中研发人员占比超过40%；去年净利润同比下降5.3%。\n",
    "预计到2030年，核心产业规模将突破4000亿元，比上年的3800亿元高出200亿元，位居第二。",
    "a\n",
    "",
)


def same(found: re.Match[str] | None, wanted: re.Match[str] | None) -> bool:
    return (found and (found.regs, found.string)) == (wanted and (wanted.regs, wanted.string))


def test_with_screens_as_without() -> None:
    """The methods of the class, for which the engine's stand where nothing is compiled."""
    texts = [*SENTENCES, *(line for text in generate(2, 5) for line in text.split("\n")[:6])]
    for name, pattern in ours():
        made = pattern.made()
        for text in texts:
            middle = len(text) // 2
            for at in ((), (middle,), (0, middle), (middle, len(text) + 9), (3, 3)):
                asked = f"{name} {pattern.pattern} {text} {at}"
                assert same(Pattern.search(pattern, text, *at), made.search(text, *at)), asked
                assert same(Pattern.match(pattern, text, *at), made.match(text, *at)), asked
                assert same(Pattern.fullmatch(pattern, text, *at), made.fullmatch(text, *at)), asked
            found = [one.regs for one in Pattern.finditer(pattern, text)]
            assert found == [one.regs for one in made.finditer(text)], name
            assert Pattern.sub(pattern, "#", text) == made.sub("#", text), name
