"""The place that an article speaks from: the one named most, that of 全市 and 全区, or the nation."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cues import alternation, cue_words
from flows.extract.depth import Part
from flows.extract.entities.gazetteer import gazetteer
from flows.extract.reference import ancestors, read_reference, region_groups, regions
from flows.extract.subject.ballot import (
    HOME_LEVELS,
    Ballot,
    count_places,
    union_of,
    whole_place,
)
from flows.extract.subject.subjects import NOBODY, Subject
from flows.extract.subject.titled import OUTLET
from flows.memo import tally
from flows.patterns import holds, lazy

NATION = Subject(regions=(("CHN", regions()["CHN"].short_name),), rule="nation")


def main_place(parts: list[Part]) -> Subject:
    """The place named most, the title's counting six times; the nation where no place stands out."""
    home = home_of(parts)
    if home:
        return home
    ballot = count_places(parts)
    if ballot.titled_nation and not ballot.titled:
        return NATION
    union = union_of(ballot)
    if union:
        return Subject(regions=union, rule="main places of the article")
    whole = whole_place(ballot)
    if whole and 4 * ballot.votes[whole] >= ballot.nation:
        return Subject(regions=(whole,), rule="main place of the article")
    if ballot.votes:
        place, count = max(
            ballot.votes.items(), key=lambda item: (item[1], -ballot.first[item[0]], item[0])
        )
        stands_out = count >= 0.35 * sum(ballot.votes.values()) and 4 * count >= ballot.nation
        if stands_out and ballot.prominence[place] > 1 and not ballot.is_passing(place, parts):
            return Subject(regions=(place,), rule="main place of the article")
    if len(ballot.seats) == 1 and set(ballot.votes) == ballot.seats and not ballot.ministries:
        return Subject(regions=tuple(ballot.seats), rule="seat of the article's agencies")
    national = ballot.nation or ballot.ministries or ballot.nation_any >= OFTEN
    wide = wide_home(ballot)
    own = home_of(parts, least=1) if wide is None and not national else None
    if own and all(is_in_line(place, own.regions[0][0]) for place, _ in ballot.votes):
        return own
    if wide is None and is_rivalled(ballot):
        return NOBODY
    return wide if wide is not None else NATION if national or is_of_many(ballot) else NOBODY


MANY = 4


def is_of_many(ballot: Ballot) -> bool:
    """Does the article name places of many provinces, none of them foremost, and no land abroad? It is the
    nation's, though it need not say so.
    """
    lines = [(place, *ancestors(place)) for place, _ in ballot.votes if place in regions()]
    provinces = {line[line.index("CHN") - 1] for line in lines if "CHN" in line[1:]}
    return len(provinces) >= MANY and not ballot.wide


def is_in_line(place: str, home: str) -> bool:
    """Is the place the home, a part of it or one that holds it?"""
    if place not in regions():
        return False
    return place == home or home in ancestors(place) or place in ancestors(home)


OFTEN = 2
"""Times that an article says 国产 or 国内 beside what it tells, so that it is of the nation."""


LEAST = 5
"""Votes from which on the world or a land abroad is what an article is about."""


WORLD = "001"
RIVALS = 2
"""Times that a land abroad is named for each time that the nation is, so that an article is of that land."""


def wide_home(ballot: Ballot) -> Subject | None:
    """The world or the land that an article names from the first, and more than the nation."""
    if not ballot.wide or ballot.ministries or ballot.titled_nation:
        return None
    land, votes = max(ballot.wide.items(), key=lambda item: (item[1], item[0]))
    if votes < LEAST or votes <= ballot.nation or land not in ballot.early:
        return None
    if land[0] != WORLD and votes < RIVALS * ballot.nation:
        return NOBODY  # of two lands that are compared neither is the article's
    return Subject(regions=(land,), rule="land of the article")


def is_rivalled(ballot: Ballot) -> bool:
    """Does an article that opens with another land name it nearly as often as the nation?"""
    if ballot.titled_nation or ballot.ministries:
        return False
    lands = [votes for land, votes in ballot.wide.items() if land[0] != WORLD and land in ballot.early]
    return max(lands, default=0) * RIVALS > ballot.nation > 0 and max(lands, default=0) >= LEAST


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


def home_of(parts: list[Part], least: int = 2) -> Subject | None:
    """The place that an article speaks from that says 全市 or 全省 so often: of the places of that level
    the one named most, or that holds those named.
    """
    words = tally(
        SAME_LEVEL.get(m.names[0], m.names[0])
        for passage, _, mentions, _ in parts
        for m in mentions
        if m.kind == "self" and m.role == "subject" and SAME_LEVEL.get(m.names[0], m.names[0]) in SELF_LEVELS
    )
    if not words or sum(words.values()) < least:
        return None
    votes = {pair[0]: count for pair, count in place_votes(parts).items() if pair[0] in regions()}
    named = sorted(votes, key=lambda place: -votes[place])
    level = level_meant(words, named[0] if named else "")
    for place in (*named[:1], *sorted_above(votes)):
        region = regions()[place]
        city = level == "document_city" and (
            place in MUNICIPALITIES
            or place == named[0]
            and is_county_city(place)
            and not has_peer(place, votes)
        )
        if city or region.level in SELF_LEVELS[level]:
            pair = (place, region.short_name or region.name)
            return Subject(regions=(pair,), rule="home of the article")
    return of_outlet(parts, level) if not votes else None


def of_outlet(parts: list[Part], level: str) -> Subject | None:
    """The place that the article's outlet is named after (萍乡日报), for one that names none but 全市."""
    for _, _, mentions, _ in parts:
        for mention in mentions:
            if mention.kind != "firm" or mention.role != "source" or not OUTLET.search(mention.surface):
                continue
            for start, _, senses in gazetteer().find(mention.surface):
                place = senses[0]
                if start == 0 and place.kind == "region" and place.level in SELF_LEVELS[level]:
                    return Subject(regions=((place.ids[0], place.names[0]),), rule="home of the outlet")
    return None


def has_peer(county: str, votes: dict[str, int]) -> bool:
    """Is another county of its city named more than half as often? 全市 is of the city that holds both."""
    above = regions()[county].parent_id
    return any(
        2 * count > votes[county]
        for place, count in votes.items()
        if place != county and regions()[place].parent_id == above and regions()[place].level == "county"
    )


def sorted_above(votes: dict[str, int]) -> list[str]:
    """The places that are named or hold those that are, most votes with their parts first, then alone."""
    totals: dict[str, int] = {}
    for place, count in votes.items():
        for region in (place, *ancestors(place)):
            totals[region] = totals.get(region, 0) + count
    return sorted(totals, key=lambda place: (-totals[place], -votes.get(place, 0), place))


def level_meant(words: dict[str, int], foremost: str) -> str:
    """Of 全省, 全市 and 全县 the word of the place named most, unless it is rare; else the most frequent."""
    most = max(words.values())
    for word in sorted(words):
        if 2 * words[word] >= most and foremost and regions()[foremost].level in SELF_LEVELS[word]:
            return word
    return max(words.items(), key=lambda item: (item[1], item[0]))[0]


def home_places(parts: list[Part]) -> tuple[tuple[str, str], ...]:
    """Every place that the article names, most often named first; what 全市 and 全省 are sought in."""
    votes = place_votes(parts)
    return tuple(sorted(votes, key=lambda pair: (-votes[pair], pair)))


def place_votes(parts: list[Part]) -> dict[tuple[str, str], int]:
    """In how many passages each place is named, the title counting six times; the place named first first."""
    votes: dict[tuple[str, str], int] = {}
    for passage, _, mentions, _ in parts:
        weight = 6 if passage.role == "title" else 1
        named = (
            (m.ids[0], m.names[0])
            for m in mentions
            if m.kind == "region" and m.level in HOME_LEVELS and len(m.ids) == 1
        )
        for place in dict.fromkeys(named):
            votes[place] = votes.get(place, 0) + weight
    return votes


REGISTERS = cue_words("registry")
REGISTRY = lazy(alternation("registry") + r"[^，。；]{0,12}(?:显示|统计|表明|数据|信息|收录)")


def counted_in_nation(parts: list[Part]) -> tuple[bool, ...]:
    """For each passage, whether a register of all firms speaks in it (企查查数据显示) and no place is named
    before: its counts are the nation's. What a semicolon leaves open goes on in the next passage.
    """
    counted, over = False, []
    for passage, text, mentions, _ in parts:
        spoken = REGISTRY.search(text) if holds(text, REGISTERS) else None
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


@lru_cache(maxsize=1)
def with_own_money() -> frozenset[str]:
    """The parts of China that have a currency of their own, and trade with the mainland."""
    return frozenset(row["region_id"] for row in read_reference("home_currencies"))


def is_abroad_from(region_id: str, home: str) -> bool:
    """Does the region lie abroad, seen from the home, a part of China? The mainland does from Taiwan."""
    if home in with_own_money():
        other = region_id == "CHN" or region_id in with_own_money()
        return region_id != home and (other or not is_chinese(region_id))
    return not is_chinese(region_id)
