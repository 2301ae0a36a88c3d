"""Where a number stands: its passage, sentence and segment, and the numbers beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from flows.extract.claim import PassageReading
from flows.extract.lists import aligned_subjects, place_in_series, share_units
from flows.extract.measured import Mask, Window, window_of
from flows.extract.number import Number
from flows.extract.sentences import Sentence, split_sentences
from flows.extract.subjects import Scene, Subject


@dataclass
class Spot:
    """One number of a sentence with its neighbours. `order` counts the passage's sentences, `inside` are the
    claimed numbers of the sentence, `floor` and `ceiling` bound the number's own segment, `names` are
    the passage's numbers in names, `masks` its spans that are no part of a noun.
    """

    reading: PassageReading
    sentence: Sentence
    order: int
    inside: list[Number]
    index: int
    floor: int
    ceiling: int
    names: list[Number]
    masks: list[Mask]

    @cached_property
    def number(self) -> Number:
        return self.inside[self.index]

    @property
    def text(self) -> str:
        return self.reading.text

    @cached_property
    def clause_start(self) -> int:
        return self.sentence.clause_start(self.number.start)

    @cached_property
    def window(self) -> Window:
        """The text around the number, without names and times before it."""
        return window_of(self.number, self.text, self.sentence, self.floor, self.ceiling, self.masks)

    @cached_property
    def place(self) -> tuple[int, int] | None:
        """The number's place in the list that 分别 opens, and the list's length."""
        return place_in_series(self.text, self.sentence, self.inside, self.index)

    @cached_property
    def scene(self) -> Scene:
        """What subjects are sought in."""
        floor = max(self.floor, self.clause_start)
        return Scene(self.text, self.sentence, self.reading.mentions, self.number, floor, self.floor)

    def aligned(self) -> list[Subject] | None:
        """The subject in the number's own place behind 分别, by the roles that mentions have by now."""
        return aligned_subjects(self.scene, self.inside, self.index) if self.place_word else None

    @cached_property
    def place_word(self) -> bool:
        """Could a list open before the number? Every word of `lists.RESPECTIVELY` has one of these."""
        before = self.text[self.sentence.start : self.number.start]
        return "分" in before or "依次" in before or "各为" in before

    @property
    def to_number(self) -> str:
        """The sentence up to the number."""
        return self.text[self.sentence.start : self.number.start]


def spots_of(reading: PassageReading) -> Iterator[Spot]:
    """The claimed numbers of a passage in order, each in its sentence."""
    claimed = [number for number in reading.numbers if number.kind == "claim" and number.value is not None]
    claimed = share_units(reading.text, claimed)
    names = [number for number in reading.numbers if number.kind == "name"]
    masks = reading.masks()
    for order, sentence in enumerate(split_sentences(reading.text)):
        inside = [number for number in claimed if sentence.start <= number.start < sentence.end]
        for index, number in enumerate(inside):
            floor = inside[index - 1].end if index else sentence.clause_start(number.start)
            ceiling = inside[index + 1].start if index + 1 < len(inside) else sentence.end
            yield Spot(
                reading, sentence, order, inside, index, max(floor, sentence.start), ceiling, names, masks
            )
