"""The place that an article tells of whose headline names a wider one: 甲省首个县级产业园 is a county's."""

from __future__ import annotations

from itertools import chain

from flows.extract.depth import Part
from flows.extract.entities.mention import Mention
from flows.extract.levels import LOCAL
from flows.extract.reference import ancestors, regions
from flows.extract.subject.homes import SAME_LEVEL, SELF_LEVELS, is_county_city
from flows.extract.subject.subjects import Subject
from flows.memo import tally

LEAD = 3
"""Passages of the body in which an article first names the place that it tells of."""
LEAST = 2
"""Times that it names that place, words for it (全区, 该县) among them."""


def inner_place(whole: Subject, parts: list[Part]) -> Subject | None:
    """The place within `whole` that the body names first, or one around or within that, where it is named
    more often than the whole and than all others.
    """
    above = whole.regions[0][0] if len(whole.regions) == 1 and not whole.firm else ""
    body = [part[2] for part in parts if part[0].role == "body"] if above in regions() else []
    first = next((m.ids[0] for m in chain(*body[:LEAD]) if m.role != "title" and is_within(m, above)), None)
    if first is None:
        return None
    votes = tally(m.ids[0] for m in chain(*body) if is_within(m, above))
    line = [
        place for place in votes if first == place or first in ancestors(place) or place in ancestors(first)
    ]
    words = tally(SAME_LEVEL.get(m.names[0], m.names[0]) for m in chain(*body) if is_own_word(m))
    told = {place: votes[place] + own_words(place, above, words) for place in line}
    best = max(line, key=lambda place: (told[place] * (1 if place in ancestors(first) else 2), depth(place)))
    beside = sum(votes[place] for place in votes if place not in line)
    spoken = sum(m.ids == (above,) and m.role == "subject" for m in chain(*body))
    if above == NATION and is_example([any(is_own_word(m) or m.ids[0] in line for m in one) for one in body]):
        return None
    if told[best] < LEAST or told[best] <= max(beside, spoken + own_words(above, above, words)):
        return None
    return Subject(regions=((best, regions()[best].short_name or regions()[best].name),), rule=whole.rule)


NATION = "CHN"


def is_example(told: list[bool]) -> bool:
    """Does one later passage alone tell of the place, as an example of what the nation has?"""
    return len(told) >= LEAD and sum(told) == 1 and not told[0]


def is_within(mention: Mention, above: str) -> bool:
    """Is it one place in the wider one?"""
    if mention.kind != "region" or mention.level not in LOCAL or len(mention.ids) != 1:
        return False
    return mention.ids[0] in regions() and above in ancestors(mention.ids[0])


def is_own_word(mention: Mention) -> bool:
    """Is it a word like 全区 by which the article means its place?"""
    return mention.kind == "self" and mention.role == "subject"


def own_words(place: str, above: str, words: dict[str, int]) -> int:
    """How often the article says 全市, 全区 or 全省 of a place of that level. 全市 is a city's before it is
    that of a city of the county level in it.
    """
    levels = {regions()[place].level}
    if is_county_city(place) and regions()[above].level != "city":
        levels.add("city")
    return sum(count for word, count in words.items() if levels & SELF_LEVELS.get(word, set()))


def depth(place: str) -> int:
    """How many regions hold the place."""
    return len(ancestors(place))
