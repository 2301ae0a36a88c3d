"""Where a number stands: its passage, sentence and segment, and the numbers beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from flows.extract.claim import PassageReading
from flows.extract.lists import (
    aligned_subjects,
    named_behind,
    paired_subjects,
    place_in_series,
    respectively,
)
from flows.extract.modality_words import kinds_in
from flows.extract.numbers.number import Number
from flows.extract.sentences import Sentence, sentence_of, sentence_spans
from flows.extract.shared_units import share_units
from flows.extract.subject.subjects import Scene, Subject
from flows.extract.windows import Mask, Window, window_of
from flows.patterns import lazy

LONG = 8000
"""Code points of a passage above which only names and times near to a number are looked at."""


@dataclass(slots=True)
class Spot:
    """One number of a sentence with its neighbours. `order` counts the passage's sentences, `inside` are the
    claimed numbers of the sentence, `floor` and `clause_start` are where the number's segment and clause
    begin, `window` is the text around the number, `place` its place in the list that 分别 opens, with the
    list's length, `to_number` the sentence up to the number.
    """

    reading: PassageReading
    text: str
    sentence: Sentence
    order: int
    inside: list[Number]
    index: int
    number: Number
    floor: int
    clause_start: int
    clause_end: int
    window: Window
    place: tuple[int, int] | None
    listed: bool
    scene: Scene
    to_number: str

    def aligned(self) -> list[Subject] | None:
        """The subject in the number's own place behind 分别, by the roles that mentions have by now."""
        aligned = aligned_subjects(self.scene, self.inside, self.index) if self.listed else None
        if aligned or len(self.inside) == 1 or not self.sentence.mentions:
            return aligned
        behind = named_behind(self.scene, self.inside, self.index) if self.number.unit == "rank" else None
        return behind or paired_subjects(self.scene, self.inside, self.index)


def spots_of(reading: PassageReading) -> Iterator[Spot]:
    """The claimed numbers of a passage in order, each in its sentence."""
    claimed = [number for number in reading.numbers if number.kind == "claim" and number.value is not None]
    claimed = share_units(reading.text, claimed)
    names = [number for number in reading.numbers if number.kind == "name"]
    masks = reading.masks()
    at = 0
    for order, (start, end) in enumerate(sentence_spans(reading.text)):
        since = at
        while at < len(claimed) and claimed[at].start < end:
            at += 1
        if since == at:
            continue
        inside, sentence = claimed[since:at], sentence_of(reading.text, start, end)
        near = nearby(reading, sentence) if len(reading.text) > LONG else reading
        sentence.mentions = [one for one in near.mentions if start <= one.start < end]
        sentence.kinds = kinds_in(reading.text[start:end])
        sentence.indexed = any(one.level == "index" for one in sentence.mentions)
        sentence.times = [time for time in near.times if start <= time.start < end]
        sentence.names = [name for name in names if start <= name.start < end] if names else names
        for index in range(len(inside)):
            yield spot_of(near, sentence, order, inside, index, masks)


def nearby(reading: PassageReading, sentence: Sentence) -> PassageReading:
    """The passage with only those names and times that stand near to the sentence, so that the work on
    one endless paragraph stays linear.
    """
    start, end = sentence.start - LONG // 2, sentence.end + LONG // 2
    by_start = attrgetter("start")
    mentions, times = reading.mentions, reading.times
    mentions = mentions[bisect_left(mentions, start, key=by_start) : bisect_left(mentions, end, key=by_start)]
    times = times[bisect_left(times, start, key=by_start) : bisect_left(times, end, key=by_start)]
    return PassageReading(reading.passage, reading.text, reading.numbers, [], mentions, times)


LED_BY_NAME = lazy(r"(?:则|也|已|就)*(?:[为达有以是](?!期)|达到|约|近|仅|只有|高达|超过?|逾|突破|的)*")
"""What stands between the name of a product and its number: 豆包则达到1.3亿."""


def name_of_bare(number: Number, text: str, sentence: Sentence, since: int) -> list[Mask]:
    """The mask of a product whose name alone leads to a number without a unit, as the next of those that are
    told of (月活方面，豆包1.3亿): it is whose number that is, and no noun.
    """
    if number.written_unit or number.unit != "count":
        return []
    names = [m for m in sentence.mentions if m.kind == "model" and since <= m.start and m.end <= number.start]
    if not names or not LED_BY_NAME.fullmatch(text, names[-1].end, number.start):
        return []
    return [(m.start, m.end, "，") for m in names]


def spot_of(
    reading: PassageReading,
    sentence: Sentence,
    order: int,
    inside: list[Number],
    index: int,
    masks: list[Mask],
) -> Spot:
    """The spot of the number `inside[index]`."""
    text, number = reading.text, inside[index]
    clause_start, clause_end = sentence.clause_at(number.start)
    over = next((one for one in sentence.mentions if one.start < clause_start < one.end), None)
    if over:
        clause_start = sentence.clause_start(over.start)  # 某某（武汉）有限公司拥有…
    floor = inside[index - 1].end if index else clause_start
    ceiling = inside[index + 1].start if index + 1 < len(inside) else sentence.end
    bare = name_of_bare(number, text, sentence, max(floor, clause_start))
    near_masks = sorted([*masks, *bare]) if bare else masks
    window = window_of(number, text, sentence, (clause_start, clause_end), (floor, ceiling), near_masks)
    words = respectively(text, sentence.start, sentence.end)
    listed = bool(words) and words[0][1] <= number.start
    place = place_in_series(text, sentence, inside, index) if listed else None
    since = max(floor, clause_start)
    near = bool(sentence.mentions) and any(floor <= one.start < number.start for one in sentence.mentions)
    scene = Scene(text, sentence, reading.mentions, number, since, floor, clause_start, clause_end, near)
    return Spot(
        reading, text, sentence, order, inside, index, number, floor, clause_start, clause_end, window,
        place, listed, scene, text[sentence.start : number.start],
    )  # fmt: skip
