"""Zones that bear the name of another city's (绍兴滨海新区): the city before the name tells whose it is."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.cues import cue_words
from flows.extract.entities.cast import Cast
from flows.extract.entities.mention import Mention
from flows.extract.entities.surfaces import Sense
from flows.extract.reference import ancestors, regions

ENDS = cue_words("shared_zone")
"""How zones are called whose names several cities have given."""
CITIES = frozenset({"city", "county"})


def with_own_zones(mentions: list[Mention], cast: Cast) -> list[Mention]:
    """The mentions, in order, with a zone read as that of the city directly before it, here and wherever the
    article names it alone later.
    """
    kept: list[Mention] = []
    for mention in mentions:
        if not is_zone(mention):
            kept.append(mention)
            continue
        city = kept[-1] if kept and kept[-1].end == mention.start else None
        if city and is_elsewhere(city, mention):
            name = city.surface + mention.surface
            kept[-1] = replace(city, end=mention.end, level="zone", surface=name, park=name)
            cast.nicknames[mention.surface] = Sense("region", city.ids, city.names, "zone", name)
            continue
        alone = city is None and mention.end - mention.start == len(mention.surface)
        own = cast.nicknames.get(mention.surface) if alone else None
        kept.append(meaning(mention, own) if own else mention)
    return kept


def meaning(mention: Mention, own: Sense) -> Mention:
    """The mention as the zone that the article has named before."""
    return replace(mention, ids=own.ids, names=own.names, level=own.level, park=own.park)


def is_zone(mention: Mention) -> bool:
    """Is it a zone, or a district that is called so, of some city?"""
    if mention.kind != "region" or mention.park is not None:
        return False
    return mention.level == "zone" or mention.surface.endswith(ENDS)


def is_elsewhere(city: Mention, zone: Mention) -> bool:
    """Is the place before the zone's name a city that does not hold the zone that the reference knows?"""
    if city.kind != "region" or city.level not in CITIES or len(city.ids) != 1 or city.park:
        return False
    known = zone.ids[0]
    return known in regions() and city.ids[0] != known and city.ids[0] not in ancestors(known)
