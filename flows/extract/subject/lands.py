"""The nation and the world beside the place that an article is about: they step back where a clause only says
where they see that place (全国八成的睫毛产自此地, 在全国率先开通).
"""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.extract.numbers.number import Number
from flows.extract.reference import ancestors, regions
from flows.extract.subject.ballot import HOME_LEVELS
from flows.extract.subject.homes import is_chinese
from flows.extract.subject.subjects import Subject
from flows.patterns import lazy

LANDS = frozenset({"nation", "world"})
CHINA = "CHN"
CLAUSE_ENDS = "，。；：！？\n"
HERE = lazy(r"[在从于自]?(?:这里|此地|当地|该[市县区省]|本地)|[于自在]此(?![前后外次间])")
FRAMES = frozenset("，：")
AMOUNTS_TO = lazy(
    r"(?:预计|将|会|已|则)*为[约近]?(?![0-9.]+[%成])[0-9]|(?:已经?|现|目前)?(?:共计?|总共|一共|累计|合计)有"
)
"""Behind the land whose own amount is told: 市场规模在全球为1200亿美元, 在中国将为5300亿元; a share there
is of the place that the article is about."""


def home_of(headline: Subject, place: Subject) -> str:
    """The place of China that an article is about, or ''."""
    home = next((source for source in (headline, place) if source.regions), Subject())
    return home.regions[0][0] if is_home(home) and not headline.firm else ""


COUNTED = ("国家", "地区", "市场")
"""What a firm's customers are counted by, of which one then has its share."""


def is_share_of_land(subject: Subject, number: Number, counted: str) -> bool:
    """Is it the share of one of the lands that were `counted` before (用户来自160个国家，美国占三成)?"""
    return bool(subject.regions) and number.unit == "percent" and counted.endswith(COUNTED)


def set_aside_lands(home: str, text: str, mentions: list[Mention]) -> None:
    """In an article about `home`, its land is no subject behind 在 and beside the place itself."""
    above = ancestors(home) if home in regions() else ()
    for mention in mentions:
        if mention.kind == "self" and HERE.search(text, mention.end, end_of_clause(text, mention.end)):
            mention.role = "object"  # 全市四成的企业在此
        if mention.role == "subject" and mention.kind == "region" and is_land(mention, above):
            start, end = mention.start, end_of_clause(text, mention.end)
            if text[start - 1 : start] == "在" and text[mention.end : mention.end + 1] not in FRAMES:
                mention.role = "subject" if AMOUNTS_TO.match(text, mention.end) else "origin"
            elif HERE.search(text, mention.end, end) or names_home(home, mentions, mention.end, end):
                mention.role = "object"


def is_home(source: Subject) -> bool:
    """Is it one place, or a group of places, within China?"""
    if len(source.regions) != 1:
        return False
    known = regions().get(source.regions[0][0])
    return (known is None or known.level in HOME_LEVELS) and is_chinese(source.regions[0][0])


def is_land(mention: Mention, above: tuple[str, ...]) -> bool:
    """Is it the nation, the world, or a place of those that hold the article's?"""
    return mention.level in LANDS or mention.ids == (CHINA,) or mention.ids[0] in above


def end_of_clause(text: str, start: int) -> int:
    """Where the next mark of punctuation stands."""
    return min((at for mark in CLAUSE_ENDS if (at := text.find(mark, start)) >= 0), default=len(text))


def names_home(place: str, mentions: list[Mention], start: int, end: int) -> bool:
    """Is the article's place, or one within it, named between the two offsets?"""
    named = [one for m in mentions if m.kind == "region" and start <= m.start < end for one in m.ids]
    return any(one == place or one in regions() and place in ancestors(one) for one in named)
