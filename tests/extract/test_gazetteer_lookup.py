"""Names are found alike whether they are looked up one by one or by the automaton."""

from __future__ import annotations

from flows.extract.entities.gazetteer import Gazetteer, gazetteer
from tests.benchmarks.articles import generate


def test_looked_up_is_as_found_by_the_automaton() -> None:
    known = gazetteer()
    for text in generate(4, 7):
        few = Gazetteer(known.table, known.longest, few=len(text))
        many = Gazetteer(known.table, known.longest, few=0)
        assert few.find(text) == many.find(text)
        assert few.automaton is None
        assert many.automaton is not None
