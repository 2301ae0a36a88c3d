"""The place that a local institution or an event brings along: a data exchange, a park, a fair."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.cues import alternation, cue_words
from flows.extract.entities.gazetteer import gazetteer
from flows.extract.levels import NATION_AND_WORLD
from flows.extract.outline import Topics
from flows.extract.reference import firms, regions
from flows.extract.subject.subjects import Scene, Subject
from flows.patterns import lazy

LOCAL = lazy(alternation("local_institution") + "$")
FUND = "基金"
EVENT = lazy(alternation("event") + "$")
HELD = lazy(r"[^，。；]{0,10}?(?:举行|举办|开幕|召开|闭幕|启幕|落幕)")


def with_seat(subject: Subject, scene: Scene, topics: Topics) -> Subject:
    """A place's own exchange, park or event is its place's too; firms and the exchanges of stocks are not."""
    if not subject.firm or subject.regions:
        return subject
    firm_id, name = subject.firm
    known = firms().get(firm_id)
    name = known.name if known else name
    place = None
    if LOCAL.search(name):
        place = (known and known.region_id) or place_in(name)
    elif name.endswith(FUND) or subject.firm[1].endswith(FUND):  # that a place gives its name to
        seat = regions().get(known.region_id or "") if known else None
        place = seat.region_id if seat and name.startswith(seat.short_name) else place_in(name)
    elif EVENT.search(name):
        place = venue(scene) or home(topics)
    region = regions().get(place or "")
    if not region or region.region_id in NATION_AND_WORLD:
        return subject
    return replace(subject, regions=((region.region_id, region.short_name or region.name),))


def place_in(name: str) -> str | None:
    """The place that the name begins with."""
    hits = gazetteer().find(name)
    if not hits or hits[0][0] or hits[0][2][0].kind != "region" or len(hits[0][2][0].ids) != 1:
        return None
    return hits[0][2][0].ids[0]


def venue(scene: Scene) -> str | None:
    """The place where the passage has something held: 在某市举行."""
    text = scene.text
    for mention in scene.mentions:
        if (
            mention.kind == "region"
            and len(mention.ids) == 1
            and text[mention.start - 1 : mention.start] in {"在", "于"}
        ):
            if HELD.match(text, mention.end):
                return mention.ids[0]
    return None


def home(topics: Topics) -> str | None:
    """The one place of the headline or of the article."""
    for source in (topics.headline, topics.place):
        if len(source.regions) == 1:
            return source.regions[0][0]
    return None


def of_a_firm(subject: Subject) -> bool:
    """Is the subject a firm, and no park whose output is that of an industry?"""
    if not subject.firm or subject.regions:
        return False
    return not subject.firm[1].endswith(cue_words("park_word"))


def is_place(subject: Subject) -> bool:
    """Is the subject a place in the country, alone or as a park, so that its earnings are an output?"""
    if subject.model or subject.firm and not subject.firm[1].endswith(cue_words("park_word")):
        return False
    if not subject.regions:
        return subject.firm is not None
    return len(subject.regions) == 1 and subject.regions[0][0] not in NATION_AND_WORLD
