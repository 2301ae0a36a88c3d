"""How often an article names each of its places, and where: the votes that decide its main place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from flows.extract.depth import Part, depth_of, depths
from flows.extract.entities.mention import Mention
from flows.extract.levels import LARGE
from flows.extract.reference import ancestors, firms, regions
from flows.patterns import lazy
from flows.text import Passage

Place = tuple[str, str]
HOME_LEVELS = frozenset({"province", "city", "county", "zone", "group"})
OPENING = 4
"""Ordinary paragraphs in which headline, byline and office name the place that an article is about."""
INVESTOR = lazy(r"市?(?:国资|国投|创投|资本|基金|投资|银行)")
"""What stands behind a place in the names of those who invest anywhere (上海国资)."""
LISTED = "、"
"""What stands beside a place of a list, which is one of many (到北京、上海、广州的时延)."""
NATION_ID = ("CHN",)
WIDE = frozenset({"world", "country", "continent"})
EARLY = 3
"""Ordinary paragraphs, headline and byline among them, in which an article says what land it is about."""


@dataclass(slots=True)
class Ballot:
    """Votes of each place by the weight of its passages; how often it is named; how deep in the article it is
    named first and last; and as much of the nation. `wide` are the world, other lands and continents,
    `early` those of them that the first paragraphs name, `unions` the votes of places that go by one name
    (川渝), `united` how often they are named so; `end` is how deep the article is.
    """

    votes: Counter[Place] = field(default_factory=Counter)
    prominence: Counter[Place] = field(default_factory=Counter)
    times: Counter[Place] = field(default_factory=Counter)
    wide: Counter[Place] = field(default_factory=Counter)
    unions: Counter[tuple[Place, ...]] = field(default_factory=Counter)
    united: Counter[tuple[Place, ...]] = field(default_factory=Counter)
    early: set[Place] = field(default_factory=set)
    first: dict[Place, float] = field(default_factory=dict)
    last: dict[Place, float] = field(default_factory=dict)
    titled: set[Place] = field(default_factory=set)
    seats: set[Place] = field(default_factory=set)
    nation: int = 0
    nation_times: int = 0
    nation_any: int = 0
    ministries: bool = False
    titled_nation: bool = False
    end: float = 0.0

    def vote(self, place: Place, weight: int, prominent: int, depth: float) -> None:
        """Count one mention of the place, so deep in the article."""
        self.votes[place] += weight
        self.prominence[place] += prominent
        self.times[place] += 1
        self.first.setdefault(place, depth)
        self.last[place] = depth

    def is_passing(self, place: Place, parts: list[Part]) -> bool:
        """Is the place only named in passing: once beside the nation, in one paragraph alone that is late or
        of an article in which an agency of the nation speaks, twice at the most and late, or in an article of
        the nation that it does not open?
        """
        if place in self.titled:
            return False
        alone = self.last[place] - self.first[place] < 1
        late = 2 * self.first[place] >= self.end > 1 and (alone or self.times[place] <= TWICE)
        if alone and self.ministries and not opens(parts, place):
            return True
        beside = self.nation_any >= self.times[place] and self.nation_times > 1
        return self.times[place] <= 1 < self.nation_times or late or beside and not opens(parts, place)


TWICE = 2


def opens(parts: list[Part], place: Place) -> bool:
    """Does the place open one of the first passages?"""
    return any(m.ids == place[:1] and not m.start for part in parts[:OPENING] for m in part[2])


def count_places(parts: list[Part]) -> Ballot:
    """The votes of all passages, the title's counting six times."""
    ballot = Ballot()
    *starts, ballot.end = depths(parts)
    for before, (passage, text, mentions, _) in zip(starts, parts, strict=True):
        title = passage.role == "title"
        for mention in mentions:
            depth = depth_of(mention, passage, before)
            weight = 6 if title else weight_of(passage, depth)
            prominent = 2 if title or depth < OPENING < max(ballot.end, len(parts)) else 1
            ballot.ministries = ballot.ministries or is_of_all(mention)
            if mention.level == "agency":
                ballot.ministries = ballot.ministries or is_national(mention)
                seat = agency_seat(mention)
                if seat:
                    ballot.seats.add(seat)
                    ballot.vote(seat, weight, prominent, depth)
            if len(mention.ids) > 1 and mention.level == "group":
                union = tuple(zip(mention.ids, mention.names, strict=True))
                ballot.unions[union] += weight
                ballot.united[union] += 1
            if mention.kind == "region" and len(mention.ids) == 1:
                count_place(ballot, mention, text, weight, prominent, depth, title)
    return ballot


def weight_of(passage: Passage, depth: float) -> int:
    """What a place named in the passage weighs: nothing below a picture, or in page furniture but for the
    first lines.
    """
    if passage.role == "caption":
        return 0
    return 3 if depth < OPENING else 0 if passage.role == "boilerplate" else 1


def count_place(
    ballot: Ballot, mention: Mention, text: str, weight: int, prominent: int, depth: float, title: bool
) -> None:
    """Count a mention of one place, or of the nation."""
    if mention.ids == NATION_ID and mention.role != "title":
        ballot.nation_any += 1
        ballot.titled_nation = ballot.titled_nation or title
    if mention.level in HOME_LEVELS and not INVESTOR.match(text, mention.end):
        place = mention.ids[0], mention.names[0]
        listed = LISTED in (text[mention.start - 1 : mention.start], text[mention.end : mention.end + 1])
        light = listed or is_venue(mention, text)
        ballot.vote(place, min(weight, 1) if light and not title else weight, prominent, depth)
        if title:
            ballot.titled.add(place)
    elif mention.level in {"nation", "country"} and mention.ids == NATION_ID and mention.role == "subject":
        ballot.nation += weight
        ballot.nation_times += 1
    elif mention.level in WIDE and mention.role == "subject" and mention.ids != NATION_ID:
        ballot.wide[mention.ids[0], mention.names[0]] += weight
        if depth < EARLY:
            ballot.early.add((mention.ids[0], mention.names[0]))


MET = lazy(r"市?(?:发布|召开|举行|举办|开幕|闭幕|揭晓|落幕)")
"""What is done in a place by those who speak of all the land."""


def is_venue(mention: Mention, text: str) -> bool:
    """Is it the place where something was held or made known (在京发布)?"""
    placed = mention.surface.startswith("在") or text[mention.start - 1 : mention.start] == "在"
    return placed and MET.match(text, mention.end) is not None


def agency_seat(agency: Mention) -> Place | None:
    """The place, within China or beside it, that an agency known by name (数发部) is of."""
    known = firms().get(agency.ids[0])
    region = regions().get(known.region_id or "") if known else None
    if region is None or region.level not in {"province", "city"} or not region.region_id.isdecimal():
        return None
    return region.region_id, region.short_name or region.name


def is_national(agency: Mention) -> bool:
    """Is it an agency of the nation (国家网信办)?"""
    known = firms().get(agency.ids[0])
    return known is not None and known.region_id == NATION_ID[0]


def is_of_all(mention: Mention) -> bool:
    """Is it an association of all the land, which counts what is in it (中国汽车工业协会)?"""
    return mention.level == "association" and mention.surface.startswith(OF_ALL)


OF_ALL = ("中国", "全国", "中华")


NEARLY_ALL = 5
"""One in so many votes, at most, is for places elsewhere than in the one that an article is about."""


def whole_place(ballot: Ballot) -> Place | None:
    """The province or the city that an article names no later than several places in it, and hardly any
    elsewhere, where it is not about one of these most of all.
    """
    total = sum(ballot.votes.values())
    for whole in sorted(ballot.votes, key=lambda place: (ballot.first[place], place)):
        if whole[0] not in regions() or regions()[whole[0]].level not in LARGE:
            continue
        parts = [one for one in ballot.votes if one[0] in regions() and whole[0] in ancestors(one[0])]
        held = ballot.votes[whole] + sum(ballot.votes[one] for one in parts)
        early = all(ballot.first[whole] <= ballot.first[one] for one in parts)
        most = max((ballot.votes[one] for one in parts), default=0)
        if early and len(parts) > 1 and NEARLY_ALL * (total - held) <= total and 2 * most <= total:
            return whole
    return None


OFTEN = 3
"""Times that an article names several places by one name, at least, if it is about them together."""


def union_of(ballot: Ballot) -> tuple[Place, ...]:
    """The places that the article names by one name more often than any of them, or any other, by its own."""
    union, votes = max(ballot.unions.items(), key=lambda item: (item[1], item[0]), default=((), 0))
    most = max([*ballot.votes.values(), ballot.nation])
    return union if votes > most and ballot.united[union] >= OFTEN else ()
