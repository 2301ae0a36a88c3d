"""The place that an article speaks from: the one named most, that of 全市 and 全区, or the nation."""

from __future__ import annotations

from collections import Counter

from flows.extract.cues import alternation, cue_words
from flows.extract.entities.read import Mention
from flows.extract.reference import ancestors, firms, region_groups, regions
from flows.extract.subject.subjects import NOBODY, Subject
from flows.extract.times import TimeSpan
from flows.patterns import lazy
from flows.text import Passage

Part = tuple[Passage, str, list[Mention], list[TimeSpan]]
HOME_LEVELS = frozenset({"province", "city", "county", "zone", "group"})


NATION = Subject(regions=(("CHN", regions()["CHN"].short_name),), rule="nation")


OPENING = 4
"""The first passages, where headline, byline and office name the place that an article is about."""


INVESTOR = lazy(r"市?(?:国资|国投|创投|资本|基金|投资|银行)")
"""What stands behind a place in the names of those who invest anywhere (上海国资)."""


def main_place(parts: list[Part]) -> Subject:
    """The place named most, the title's counting six times; the nation where no place stands out."""
    votes: dict[tuple[str, str], int] = {}
    named: dict[tuple[str, str], int] = {}
    titled: set[tuple[str, str]] = set()
    times: dict[tuple[str, str], int] = {}
    nation = nation_times = 0
    ministries = titled_nation = False
    for index, (passage, text, mentions, _) in enumerate(parts):
        weight = (
            6
            if passage.role == "title"
            else 3
            if index < OPENING
            else 0
            if passage.role == "boilerplate"
            else 1
        )
        prominent = 2 if passage.role == "title" or index < OPENING < len(parts) else 1
        for mention in mentions:
            if passage.role == "title" and mention.ids == ("CHN",):
                titled_nation = True
            ministries = ministries or mention.level == "agency" and is_national(mention)
            if mention.kind == "region" and len(mention.ids) == 1:
                if mention.level in HOME_LEVELS and not INVESTOR.match(text, mention.end):
                    place = mention.ids[0], mention.names[0]
                    votes[place] = votes.get(place, 0) + weight
                    named[place] = named.get(place, 0) + prominent
                    times[place] = times.get(place, 0) + 1
                    if passage.role == "title":
                        titled.add(place)
                elif (
                    mention.level in {"nation", "country"}
                    and mention.ids[0] == "CHN"
                    and mention.role == "subject"
                ):
                    nation += weight
                    nation_times += 1
    home = home_of(parts)
    if home:
        return home
    if titled_nation and not titled:
        return NATION
    if votes:
        pair, count = max(votes.items(), key=lambda item: (item[1], item[0]))
        passing = pair not in titled and times[pair] <= 1 < nation_times
        if (
            count >= 0.35 * sum(votes.values())
            and named[pair] > 1
            and 4 * count >= nation
            and not passing
        ):
            return Subject(regions=(pair,), rule="main place of the article")
    return NATION if nation or ministries else NOBODY


def is_national(agency: Mention) -> bool:
    """Is it an agency of the nation (国家网信办)?"""
    known = firms().get(agency.ids[0])
    return known is not None and known.region_id == NATION.regions[0][0]


SELF_LEVELS = {
    "document_city": {"city"},
    "document_province": {"province"},
    "document_county": {"county", "zone"},
}
SAME_LEVEL = {"last_county": "document_county"}
"""该区 speaks of the article's district as 全区 does."""
MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000", "810000", "820000"})


def is_county_city(region_id: str) -> bool:
    """Is it a city of the county level (昆山市), which calls itself 全市 too?"""
    region = regions().get(region_id)
    return region is not None and region.level == "county" and region.name.endswith("市")


def home_of(parts: list[Part]) -> Subject | None:
    """The place that an article of 全市 or 全省 speaks from: of the places of that level
    the one named most.
    """
    words = Counter(
        SAME_LEVEL.get(m.names[0], m.names[0])
        for passage, _, mentions, _ in parts
        for m in mentions
        if m.kind == "self" and m.role == "subject" and SAME_LEVEL.get(m.names[0], m.names[0]) in SELF_LEVELS
    )
    if not words or sum(words.values()) < 2:
        return None
    level = max(words.items(), key=lambda item: (item[1], item[0]))[0]
    named = [place for place, _ in home_places(parts) if place in regions()]
    for place in (*named, *(above for one in named[:1] for above in ancestors(one))):
        region = regions()[place]
        city = level == "document_city" and (
            place in MUNICIPALITIES or place == named[0] and is_county_city(place)
        )
        if city or region.level in SELF_LEVELS[level]:
            pair = (place, region.short_name or region.name)
            return Subject(regions=(pair,), rule="home of the article")
    return None


def home_places(parts: list[Part]) -> tuple[tuple[str, str], ...]:
    """Every place that the article names, most often named first; what 全市 and 全省 are sought in."""
    votes: dict[tuple[str, str], int] = {}
    for passage, _, mentions, _ in parts:
        weight = 6 if passage.role == "title" else 1
        named = {
            (m.ids[0], m.names[0])
            for m in mentions
            if m.kind == "region" and m.level in HOME_LEVELS and len(m.ids) == 1
        }
        for place in named:
            votes[place] = votes.get(place, 0) + weight
    return tuple(pair for pair, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0])))


REGISTERS = cue_words("registry")
REGISTRY = lazy(alternation("registry") + r"[^，。；]{0,12}(?:显示|统计|表明|数据|信息|收录)")


def counted_in_nation(parts: list[Part]) -> tuple[bool, ...]:
    """For each passage, whether a register of all firms speaks in it (企查查数据显示) and no place is named
    before: its counts are the nation's. What a semicolon leaves open goes on in the next passage.
    """
    counted, over = False, []
    for passage, text, mentions, _ in parts:
        spoken = REGISTRY.search(text) if any(name in text for name in REGISTERS) else None
        if spoken:
            counted = not any(
                m.kind in {"region", "self"} and m.role == "subject" and m.start < spoken.start()
                for m in mentions
            )
        over.append(counted and passage.role != "title")
        counted = counted and text.rstrip().endswith(("；", ";"))
    return tuple(over)


def is_chinese(region_id: str) -> bool:
    """Is the region China, a part of it or a group of its parts? Codes of GB/T 2260 begin with six digits."""
    group = region_groups().get(region_id)
    if group:
        return all(map(is_chinese, group.members))
    return region_id == "CHN" or region_id[:6].isdecimal() and len(region_id) >= 6
