"""Where an article is written, and the currency that plain 元 means there."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from flows.extract.claim import PassageReading
from flows.extract.conversions import is_conversion
from flows.extract.entities.mention import Mention
from flows.extract.metric.metrics import unit_kind
from flows.extract.numbers.number import Number
from flows.extract.reference import ancestors, read_reference, regions
from flows.extract.subject.homes import is_chinese
from flows.extract.subject.subjects import Subject
from flows.memo import tally
from flows.patterns import Pattern, holds, lazy
from flows.text import Article

MAINLAND = lazy("内地|大陆|华|中")
MAINLAND_ID = "CHN"
LEAST = 3
"""Amounts in one currency by which those without any are judged."""
SOME = 2
"""Amounts in yuan by which an article about the mainland counts in yuan."""
YUAN = ("人民币", "¥", "￥", "RMB", "CNY")


def currency_of(passages: list[PassageReading]) -> str:
    """The currency that the article's amounts are mostly in, for one that a headline
    leaves out (吸资42亿).
    """
    votes = tally(
        number.unit
        for passage in passages
        for number in passage.numbers
        if number.kind == "claim" and unit_kind(number.unit) == "money"
    )
    return max(votes.items(), key=lambda item: (item[1], str(item[0])))[0] or "CNY" if votes else "CNY"


def settle_home(article: Article, passages: list[PassageReading]) -> str | None:
    """Let 元 and 国内 be those of where the article is written; gives the region where that is not
    the mainland, nor the article about it.
    """
    currency, region = home_of(article) or (None, None)
    if region and is_of_mainland(passages, region):
        currency, region = None, None
    if region and currency and is_in_yuan(passages, region, currency):
        currency = None
    set_currency(article, passages, currency)
    set_bare(passages)
    if region is None or not speaks_of_home(passages, region):
        return None
    if region in own_nations():
        for passage in passages:
            passage.mentions = [at_home(mention, region) for mention in passage.mentions]
    return region


LOCAL = frozenset({"city", "county", "zone"})
OFTEN = 3
"""Times that an article names a place of the mainland, at least, to be of there."""


def is_of_mainland(passages: list[PassageReading], region: str) -> bool:
    """Is the article all about a place of the mainland, never about the land in whose words it is written?"""
    named = [m for passage in passages for m in passage.mentions if m.kind == "region" and m.ids]
    if any(lies_in(m.ids[0], region) for m in named):
        return False
    places = tally(m.ids[0] for m in named if m.level in LOCAL and is_chinese(m.ids[0]))
    return max(places.values(), default=0) >= OFTEN


def lies_in(region_id: str, land: str) -> bool:
    return region_id == land or region_id in regions() and land in ancestors(region_id)


def is_in_yuan(passages: list[PassageReading], region: str, home: str) -> bool:
    """Does an article about the mainland write 人民币 with some amounts, and home's currency with none?"""
    numbers = [number for passage in passages for number in passage.numbers]
    amounts = [number for number in numbers if unit_kind(number.unit) == "money"]
    written = sum(holds(number.surface, YUAN) for number in amounts)
    if written < SOME or any(number.unit == home for number in amounts):
        return False
    return not speaks_of_home(passages, region)


def speaks_of_home(passages: list[PassageReading], region: str) -> bool:
    """Is the mainland named less often than home in an article that is written outside it? Beside other
    lands (美国、东盟、中国及香港) it is one of the home's markets.
    """
    mentions = [mention for passage in passages for mention in passage.mentions]
    alone = [m for passage in passages if not is_abroad(passage) for m in passage.mentions]
    others = [
        m
        for m in alone
        if m.ids == (MAINLAND_ID,) and m.surface not in nation_words() and m.role not in DEALT_WITH
    ]
    apart = region in own_nations() and any(m.surface == "我国" for m in mentions)
    mainland = sum(not (apart and m.surface in OPPOSITE) for m in others)
    return mainland == 0 or mainland < sum(m.ids == (region,) for m in mentions)


DEALT_WITH = frozenset({"origin", "partner", "title"})
"""Roles of the mainland where things or guests go to it or come from it (输往内地的货值, 内地旅客)."""


def is_abroad(passage: PassageReading) -> bool:
    """Does the passage name other lands than the mainland and home?"""
    return any(m.level == "country" and m.ids != (MAINLAND_ID,) for m in passage.mentions)


def is_market_of(home: str, place: Subject, passages: list[PassageReading]) -> bool:
    """Is the place that an article names most one of the markets of the land that it is written in
    (其次是中国及香港)?
    """
    if home not in own_nations() or len(place.regions) != 1:
        return False
    region_id = place.regions[0][0]
    if lies_in(region_id, home):
        return False
    named = [p for p in passages if any(m.ids == (region_id,) for m in p.mentions)]
    return len(named) < OFTEN and all(is_abroad(p) and p.passage.role != "title" for p in named)


OPPOSITE = frozenset({"大陆", "中国大陆"})
"""What those who call their own land 我国 call the mainland beside it."""


def set_bare(passages: list[PassageReading]) -> None:
    """Let an amount without its currency (83亿融资) be in the one that the article's others are in."""
    numbers = [number for passage in passages for number in passage.numbers]
    bare = [n for n in numbers if n.unit == "CNY" and n.kind == "claim" and not n.written_unit and is_bare(n)]
    if bare:
        written = tally(n.unit for n in numbers if n.written_unit and unit_kind(n.unit) == "money")
        main, count = max(written.items(), key=lambda item: item[1], default=("CNY", 0))
        for number in bare:
            number.unit = main if count >= LEAST and 10 * count >= 9 * sum(written.values()) else "CNY"


def is_bare(number: Number) -> bool:
    """Is no currency written with the amount?"""
    return not holds(number.surface, (*YUAN, "元", "块"))


def at_home(mention: Mention, region: str) -> Mention:
    """The mention, 国内 and 全国 being the home's."""
    if mention.ids != (MAINLAND_ID,) or mention.surface not in nation_words():
        return mention
    place = regions()[region]
    return replace(mention, ids=(region,), names=(place.short_name,), level=place.level)


@lru_cache(maxsize=1)
def own_nations() -> frozenset[str]:
    """The regions whose writers call them 国内 and 我国."""
    return frozenset(row["region_id"] for row in read_reference("own_nations"))


@lru_cache(maxsize=1)
def nation_words() -> frozenset[str]:
    """What speaks of the nation that the writer lives in: 全国, 国内, 我国; not 内地, 大陆."""
    rows = read_reference("region_self_words")
    words = (row["word"] for row in rows if row["resolves_to"] == "china")
    return frozenset(word for word in words if not MAINLAND.search(word))


def set_currency(article: Article, passages: list[PassageReading], home: str | None) -> None:
    """Let plain 元 be what the article declares (人民币，下同), or the currency of where it is written."""
    declared = declarations(article.clean.text)
    if not declared and home is None:
        return
    for passage in passages:
        yuan = False  # the passage has told an amount in yuan before, and none in the home's currency since
        for number, following in pairwise([*passage.numbers, None]):
            assert number is not None
            if number.unit != "CNY":
                yuan = yuan and (number.unit != home or is_reckoned(passage, number))
                continue
            if holds(number.surface, YUAN):
                yuan = True
                continue
            currency = declared_at(declared, passage.passage.start + number.end) or (None if yuan else home)
            if currency is None:
                continue
            if following is None or not is_conversion_to(currency, passage.text, number, following):
                number.unit = currency


def is_reckoned(passage: PassageReading, number: Number) -> bool:
    """Does the amount but tell the one before it in another currency?"""
    before = [other for other in passage.numbers if other.end <= number.start][-1:]
    return bool(before) and is_conversion(passage.text, before[0], number)


def is_conversion_to(currency: str, text: str, number: Number, following: Number) -> bool:
    """Does the next number tell the amount in the home currency, so that it was in another (240亿元，约
    1016亿台币)?
    """
    return following.unit == currency and is_conversion(text, number, following)


def home_of(article: Article) -> tuple[str, str] | None:
    """The currency and the region of where the article is written, by its script and the weight of its words
    (institutions and outlets weigh more than words of the language); None for the mainland.
    """
    if article.script == "simplified":
        return None
    text = NO_MARKER.sub("", article.clean.text)
    votes: Counter[tuple[str, str]] = Counter()
    for row in read_reference("home_currencies"):
        if row["marker"] in text:
            votes[row["currency"], row["region_id"]] += int(row["weight"])
    home = max(votes, key=lambda place: (votes[place], place[1] == MAINLAND_ID), default=None)
    return None if home is None or home[1] == MAINLAND_ID else home


NO_MARKER = lazy(r"按年|[0-9][年月]|[季月]增长")
"""What is no part of a word by which articles of a land are known: 年减 is Taiwan's, 2021年减少 is not."""


@lru_cache(maxsize=1)
def codes() -> dict[str, str]:
    """Every currency that news names, and its code."""
    return {row["surface"]: row["code"] for row in read_reference("currencies") if len(row["surface"]) > 1}


@lru_cache(maxsize=1)
def declaration() -> Pattern:
    """(人民币，下同), （单位：港元，以下同）."""
    names = "|".join(sorted(map(re.escape, codes()), key=len, reverse=True))
    return lazy(rf"[（(][^（()）]{{0,12}}?({names})[^（()）]{{0,6}}?[下后]同[）)]")


def declarations(text: str) -> list[tuple[int, str]]:
    """Where the article says which currency its amounts are in from there on, and its code."""
    if "下同" not in text and "后同" not in text:
        return []
    return [(found.start(), codes()[found[1]]) for found in declaration().finditer(text)]


def declared_at(declared: list[tuple[int, str]], at: int) -> str | None:
    """The currency declared last before a place, right behind it at the latest; the first for what stands
    before (the headline tells what the lead declares).
    """
    before = [code for start, code in declared if start <= at + 1]
    return before[-1] if before else declared[0][1] if declared else None
