"""Ratios of several parts: of 三次产业结构 8:42:50 each number stands for a part of the whole."""

from __future__ import annotations

from flows.extract.metric.inherited import Measured
from flows.extract.metric.parallel import BOUNDARY, SECTORS, listed_nouns, measured_as, plain_text
from flows.extract.numbers.enumerated import COMPOSITION
from flows.extract.spot import Spot
from flows.patterns import lazy

COLONS = frozenset(":：∶")
THREE_SECTORS = lazy(r"三次产业|三大产业|三产|产业结构|一二三产")


def part_of_whole(spot: Spot) -> Measured | None:
    """What a part of a ratio of three stands for: of 三次产业结构 the first, second or third sector."""
    if spot.number.rule != COMPOSITION:
        return None
    place, size = place_in_ratio(spot)
    head = spot.text[spot.sentence.start : spot.number.start]
    if size == len(SECTORS) and THREE_SECTORS.search(head):
        return Measured("gdp", SECTORS[place], "part of a ratio", True)
    nouns = listed_nouns(BOUNDARY.split(plain_text(spot, spot.sentence.start, first_of(spot)))[-1], size)
    return measured_as(nouns[place], spot, "part of a ratio") if nouns else None


def place_in_ratio(spot: Spot) -> tuple[int, int]:
    """The part's place in its ratio, and of how many parts this consists."""
    low = high = spot.index
    inside = spot.inside
    while low and near(spot, low - 1):
        low -= 1
    while high + 1 < len(inside) and near(spot, high):
        high += 1
    return spot.index - low, high - low + 1


def near(spot: Spot, index: int) -> bool:
    """Are the sentence's numbers at `index` and behind it parts of one ratio?"""
    one, two = spot.inside[index], spot.inside[index + 1]
    return one.rule == two.rule == COMPOSITION and spot.text[one.end : two.start].strip() in COLONS


def first_of(spot: Spot) -> int:
    """Where the ratio of the number begins."""
    return spot.inside[spot.index - place_in_ratio(spot)[0]].start
