"""Where an article speaks from that says 我市 or 全省 and names no such place: whence its report was sent
(本报天津讯, 某某社长沙5月21日电) or whose paper it is (天津日报讯).
"""

from __future__ import annotations

from flows.extract.depth import Part
from flows.extract.entities.mention import Mention
from flows.extract.reference import ancestors, regions
from flows.extract.subject.homes import SELF_LEVELS, place_votes
from flows.extract.subject.own_words import OURS, fits
from flows.extract.subject.seats import place_in
from flows.extract.subject.subjects import Subject
from flows.memo import tally

OPENING = 3
"""The first passages, in which a paper names itself."""
LEAST = 2
"""Words like 全市 for which an article is taken to be of the place; one 我市 does."""
LEVELS = {"document_city": "city", "document_province": "province"}


def place_of_report(bylines: list[Mention], parts: list[Part]) -> Subject | None:
    """The city or the province that the article calls its own, by its byline or its paper."""
    spoken = tally(word for _, _, mentions, _ in parts for m in mentions for word in words_of(m))
    if not spoken:
        return None
    word, said = max(spoken.items(), key=lambda item: (item[1], item[0]))
    level = LEVELS[word]
    if said < LEAST or any(regions()[place].level in SELF_LEVELS[word] for place in named(parts)):
        return None
    sent = [m.ids[0] for m in bylines if len(m.ids) == 1] or papers(parts)
    for region_id in sent[:1]:
        for place in (region_id, *(ancestors(region_id) if region_id in regions() else ())):
            region = regions().get(place)
            if region and fits(region.level, place, level):
                pair = (place, region.short_name or region.name)
                return Subject(regions=(pair,), rule="place of the report")
    return None


def words_of(mention: Mention) -> list[str]:
    """The word by which the mention calls a place its writers' own, twice where it says 我 or 本."""
    if mention.kind != "self" or mention.role != "subject" or mention.names[0] not in LEVELS:
        return []
    return [mention.names[0]] * (LEAST if mention.surface.startswith(OURS) else 1)


def named(parts: list[Part]) -> list[str]:
    """The places that the article names."""
    return [place for place, _ in place_votes(parts) if place in regions()]


def papers(parts: list[Part]) -> list[str]:
    """The places that the papers are named after which open the first passages."""
    opening = [m for part in parts[:OPENING] for m in part[2] if m.level == "media" and not m.start]
    return [place for place in (place_in(m.surface) for m in opening) if place]
