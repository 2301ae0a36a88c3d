"""The city that a gathering is of which tells what it brought, where the article names no place but that from
which the news was sent: 某某社上海28日电 世界人工智能大会28日闭幕。参展企业800多家.
"""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cues import alternation
from flows.extract.entities.cast import Cast
from flows.extract.entities.read import find_mentions
from flows.extract.outline import Topics
from flows.extract.subject.ballot import HOME_LEVELS
from flows.extract.subject.roles import assign_roles
from flows.extract.subject.subjects import Subject
from flows.patterns import Pattern, lazy
from flows.text import Passage


def venue_of(passages: list[Passage], texts: list[str], topics: Topics, cast: Cast) -> Subject | None:
    """The place of the byline, where an article about nobody opens with a gathering that opens or closes."""
    lead = next((index for index, passage in enumerate(passages) if passage.role == "body"), None)
    about = topics.headline.regions or topics.headline.firm or topics.place.regions or topics.firm.firm
    if lead is None or about:
        return None
    text = texts[lead]
    end = text.find("。")
    found = _gathers().search(text, 0, end if end >= 0 else len(text))
    if found is None:
        return None
    mentions = find_mentions(text, cast)
    assign_roles(text, mentions)
    for sent in mentions:
        if sent.role == "byline" and sent.level in HOME_LEVELS and sent.end <= found.start():
            return Subject(regions=((sent.ids[0], sent.names[0]),), rule="where the gathering is held")
    return None


def at_venue(topics: Topics, passages: list[Passage], texts: list[str], cast: Cast) -> Topics:
    """The topics with such a place for the article's, if it has one."""
    topics.place = venue_of(passages, texts, topics, cast) or topics.place
    return topics


@lru_cache(maxsize=1)
def _gathers() -> Pattern:
    """A gathering that opens or closes: 世界机器人大会22日落下帷幕."""
    return lazy(rf"{alternation('gathering')}[^，。；]{{0,24}}?{alternation('opened')}")
