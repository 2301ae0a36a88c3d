"""Words by which a text means its own place: 全市, 全省, 我县, 本地, 该市."""

from __future__ import annotations

from flows.extract.outline import Topics
from flows.extract.reference import ancestors, firms, regions
from flows.extract.subject.homes import MUNICIPALITIES, is_county_city
from flows.extract.subject.subjects import NOBODY, Scene, Subject

SELF_LEVELS = {
    "document_city": "city",
    "document_province": "province",
    "document_county": "county",
    "document_place": "",
    "last_city": "city",
    "last_province": "province",
    "last_county": "county",
    "last_place": "",
}


def self_place(scene: Scene, topics: Topics, start: int, last: Subject = NOBODY) -> Subject | None:
    """全市, 全省, 省内: the place of that level that the claim before it in the passage was about, if the
    passage names no other; else the one that the text or the article named.
    """
    for mention in reversed(scene.sentence.mentions):
        if (
            mention.kind == "self"
            and start <= mention.start < scene.number.start
            and mention.role == "subject"
        ):
            if mention.names[0] in SELF_LEVELS:
                if goes_on(scene, last, SELF_LEVELS[mention.names[0]], mention.start):
                    return last.by("the place's own word")
                return place_of_level(scene, topics, mention.names[0], mention.start)
    return None


def goes_on(scene: Scene, last: Subject, level: str, before: int) -> bool:
    """Was the claim before about the only place of that level that the passage has named?"""
    if not level or len(last.regions) != 1 or last.firm or last.model:
        return False
    named = {
        m.ids[0]
        for m in scene.mentions
        if m.kind == "region"
        and m.start < before
        and m.ids[0] in regions()
        and fits(m.level, m.ids[0], level)
    }
    return named == {last.regions[0][0]}


THERE = frozenset({"last_place"})
"""当地 is of the place named last, a country too."""
SPELT = ("区", "县")


def place_of_level(scene: Scene, topics: Topics, word: str, before: int) -> Subject | None:
    """The place that a word like 全市 (the article's city) or 该市 (the city named last) means."""
    level = SELF_LEVELS[word]
    named = [m for m in reversed(scene.mentions) if m.kind == "region" and m.start < before and m.ids]
    here = [m.ids[0] for m in named if m.start >= scene.sentence.start]
    earlier = [m.ids[0] for m in named if m.start < scene.sentence.start]
    home = [pair[0] for source in (topics.headline, topics.place) for pair in source.regions]
    others = [*seats(scene, before), *(place for place, _ in topics.whole.homes)]
    last = word.startswith("last")
    order = [*here, *earlier, *home, *others] if last else [*here, *home, *earlier, *others]
    apart = bool(home and here) and home[0] != here[0] and home[0] not in ancestors_of(here[0])
    if level == "" and not last and apart:
        order = [*home, *order]  # 香港旅客5万人次，本地旅客3万人次: others came to the article's home
    if level == "county" and not last:
        spelt = next((m.ids[0] for m in named if m.level == "county" and m.surface.endswith(SPELT)), None)
        order = [*here, spelt, *order] if spelt else order
    if level == "city":
        known = here if last else home
        county = next((place for place in known if is_county_city(place)), None)
        if county and (last or all(place == county or place in ancestors(county) for place in here)):
            return Subject(regions=((county, regions()[county].short_name),), rule="the place's own word")
    for region_id in order:
        for place in (region_id, *(ancestors(region_id) if region_id in regions() else ())):
            region = regions().get(place)
            abroad = region is not None and word in THERE and region.level == "country"
            if region and (abroad or fits(region.level, region.region_id, level)):
                return Subject(regions=((place, region.short_name),), rule="the place's own word")
    return None


def ancestors_of(place: str) -> tuple[str, ...]:
    """The regions that hold the place, none for a group."""
    return tuple(ancestors(place)) if place in regions() else ()


def seats(scene: Scene, before: int) -> list[str]:
    """The regions of the agencies named before: 深圳市工信局 speaks of 全市."""
    agencies = [m.ids[0] for m in reversed(scene.mentions) if m.level == "agency" and m.start < before]
    known = (firms()[agency].region_id for agency in agencies if agency in firms())
    return [region for region in known if region]


def fits(level: str, region_id: str, wanted: str) -> bool:
    """Is the level the wanted one? The four municipalities are cities too."""
    if not wanted:
        return level in {"city", "province", "county", "zone"}
    return (
        level == wanted
        or wanted == "city"
        and region_id in MUNICIPALITIES
        or wanted == "county"
        and (level == "zone" or regions()[region_id].name.endswith("自治区"))
    )
