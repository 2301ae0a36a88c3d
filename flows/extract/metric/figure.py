"""A number that is asked what it measures, with all that may answer."""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract.metric.fitting import Topic
from flows.extract.numbers.number import Number
from flows.extract.windows import Window


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in its window, with its noun phrases and the topics told before it, latest first.

    `nouns` are all of its own, the likelier first; `specific` are those that name a thing (no 数量, 占比).
    The first `same_sentence` of `earlier` stand in its sentence, `here`; `older` are of the passages before.
    `kind` is that of its unit (count, money, percent, rank…), `bare` one without a noun that names a thing.
    """

    number: Number
    window: Window
    nouns: list[str]
    specific: list[str]
    earlier: list[Topic]
    same_sentence: int
    older: tuple[Topic, ...]
    kind: str
    here: list[Topic]
    bare: bool

    @property
    def behind(self) -> bool:
        """Does the first of its specific nouns stand behind it (34款大模型)?"""
        return bool(self.specific) and self.specific[0] != self.nouns[-1]
