"""Cards: figures that a page sets in lines of their own, their label in the line above or below, or before a
colon (产值 / 61.4亿元 / 同比增长8.1%): read like the cells of a table.
"""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract.claim import PassageReading
from flows.extract.numbers.number import Number
from flows.extract.passage_roles import LINES
from flows.extract.scores import SCORE
from flows.extract.table.above import unit_above, what_leads
from flows.extract.table.cells import Setting, cell_claims, settle_cell
from flows.extract.table.heads import RATE_HEAD
from flows.extract.table.rows import Cell
from flows.extract.table.sentences import CellSentence, joined
from flows.patterns import lazy

FIGURE = lazy(
    r"\s*((?:约?占|同比|环比|[较比][上去]年|累计|达到?|增长|下降|上升)[^0-9，。；：]{0,14}|[约近超逾]|突破|超过)?"
    r"(?!0[0-9](?![0-9.]))([+\-−]?[0-9][0-9,]*(?:\.[0-9]+)?(?!年|月|日|[.．、)）]|[-/:：][0-9])[^\s0-9，。；：、！？]{0,8})\s*"
)
"""A line that is nothing but a value, with what it is of another one."""
KEYED = lazy(
    r"\s*(?:[-–—*•·●○■▪◆►▶]\s*)?([^，。；：:、！？\s][^，。；：:、！？]{1,28}?)\s*[：:]\s*"
    r"([+\-−]?[0-9][0-9,]*(?:\.[0-9]+)?\s?(?:%|％|分)?)\s*"
)
"""A label before the colon, and its value."""
LABELLED = lazy(
    r"\s*(?:[-–—*•·●○■▪◆►▶]\s*)?([\u4e00-\u9fff][^，。；：:、！？0-9]{1,15})\s*[：:][\s约近超逾]*[0-9]"
)
"""A label and its figure, whose growth the next line may tell."""
YEARLY = lazy(
    r"\s*(?:[-–—*•·●]\s*)?((?:19|20)[0-9]{2}年(?:[0-9]{1,2}月|[上下]半年|第?[一二三四]季度|[底末度])?)\s*[：:]\s*"
    r"([0-9][0-9,]*(?:\.[0-9]+)?)\s*"
)
SCORES = lazy(rf"(?:{SCORE}|指数)$")
LONGEST = 48
LEAST = 3
"""Lines that make a series."""
LATIN = lazy(r"[A-Za-z][A-Za-z0-9 .\-‑_+/&()（）']*(?:[\u4e00-\u9fff]{0,4})")
LABEL = lazy(r"\s*(?:其中)?[^0-9，。；！？：:][^，。；！？：:]{1,19}[：:]?\s*")


@dataclass(frozen=True, slots=True)
class Card:
    """A passage that is a card: the words before its value, where that starts and ends, the unit it lacks."""

    words: str
    start: int
    end: int
    unit: str = ""


def cards_of(passages: list[PassageReading]) -> dict[int, Card]:
    """The cards among the passages."""
    found = series_of(passages)
    used: set[int] = set()
    said = ""
    for index, reading in enumerate(passages):
        if reading.passage.role not in LINES or len(reading.text) > LONGEST or index in found:
            continue
        keyed = KEYED.fullmatch(reading.text)
        if keyed and (LATIN.fullmatch(keyed[1]) or RATE_HEAD.match(keyed[1]) or SCORES.search(keyed[1])):
            before = LABELLED.match(passages[index - 1].text) if index else None
            grown = before[1] + keyed[1] if before and RATE_HEAD.match(keyed[1]) else ""
            found[index] = Card(grown or score_of(keyed[1]), keyed.start(2), keyed.end(2))
            continue
        figure = FIGURE.fullmatch(reading.text)
        label = label_beside(passages, index, used, bool(figure[1])) if figure else None
        if figure and label is not None:
            used.add(label)
            said = passages[label].text.strip().rstrip("：:")
        if figure and (label is not None or figure[1] and index - 1 in found):
            found[index] = Card(f"{said}{figure[1] or ''}", figure.start(2), figure.end(2))
    return found


def series_of(passages: list[PassageReading]) -> dict[int, Card]:
    """The lines that each give a year and a number (2019年：128) below what that is of."""
    found: dict[int, Card] = {}
    start = 0
    for index in range(len(passages) + 1):
        if (
            index < len(passages)
            and len(passages[index].text) < 24
            and YEARLY.fullmatch(passages[index].text)
        ):
            continue
        if index - start >= LEAST and start:
            about, unit = what_leads(passages[start - 1]), unit_above(passages, start)
            for at in range(start, index):
                line = YEARLY.fullmatch(passages[at].text)
                if about and line:
                    found[at] = Card(f"{line[1]}{about}", line.start(2), line.end(2), unit)
        start = index + 1
    return found


def score_of(label: str) -> str:
    """A test by its Latin name has a score."""
    return f"{label}得分为" if label[-1].isascii() else label


def label_beside(passages: list[PassageReading], index: int, used: set[int], goes_on: bool) -> int | None:
    """The line that labels a figure: the one above, else the one below, if no other figure has it. What tells
    a growth or a share (`goes_on`) is of the line above.
    """
    for at in (index - 1,) if goes_on else (index - 1, index + 1):
        if 0 <= at < len(passages) and at not in used and is_label(passages[at]):
            return at
    return None


def is_label(reading: PassageReading) -> bool:
    """Is the line the name of something measured, and tells no figure or time itself?"""
    if reading.passage.role not in LINES or LABEL.fullmatch(reading.text) is None:
        return False
    if any(number.kind == "claim" for number in reading.numbers) or reading.times:
        return False
    return all(mention.end - mention.start < len(reading.text.strip()) for mention in reading.mentions)


def card_claims(reading: PassageReading, card: Card, setting: Setting) -> None:
    """Set the claims of a card."""
    words, start, end = card.words, card.start, card.end
    lead = words if words.endswith("为") else joined(words)
    value = Cell(start, end, reading.text[start:end].rstrip())
    sentence = CellSentence(value, f"{lead}{value.text}{card.unit}。", len(lead))
    settled: dict[int, Number] = {}
    settle_cell(reading, sentence, cell_claims(reading, sentence, setting), settled)
    kept = [one for one in reading.numbers if one.end <= start] if settled else reading.numbers
    reading.numbers = sorted([*kept, *settled.values()], key=lambda one: one.start)
