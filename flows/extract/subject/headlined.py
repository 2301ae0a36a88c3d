"""A headline that names a part of the nation behind what it tells of all: 软件业收入增11.6%，中西部更快."""

from __future__ import annotations

from flows.extract.depth import Part
from flows.extract.subject.ballot import is_national
from flows.extract.subject.homes import NATION
from flows.extract.subject.subjects import Subject
from flows.patterns import lazy

FIGURE = lazy(r"[0-9一二三四五六七八九十][^，；：\s]{0,12}(?:[，；！\s]|[%％倍成家亿万个元]$)")
PART = lazy(
    r"(?:一[城市省区地])?[，、]?(?:约|近|就|独|已|超过?|各)*占(?:了|到|据|去)?(?:约|近|超过?|逾|全国|总数|其中|总量|的)*"
    r"(?:[一二两三四五六七八九]成|[0-9.]+[%％]|一半|半数|半壁|近半|半|三分之)"
)
"""Behind the place that has a part of what the article tells of all the nation: 大模型备案：北京占三成."""


def nation_told(headline: Subject, title: Part, parts: list[Part]) -> Subject | None:
    """The nation, where the headline names a place behind a clause with a figure and the article opens with
    what an agency of the nation tells, without a word of that place.
    """
    named = next((m for m in title[2] if m.kind == "region" and m.ids[:1] == headline.regions[0][:1]), None)
    if named is None or len(headline.regions) != 1:
        return None
    if not FIGURE.search(title[1][: named.start]) and not PART.match(title[1], named.end):
        return None
    lead = next((part for part in parts if part[0].role == "body"), None)
    if lead is None or any(m.kind == "region" and m.ids == named.ids for m in lead[2]):
        return None
    if any(m.kind == "region" and m.start < named.start for m in title[2]):
        return None
    told = any(is_national(m) if m.level == "agency" else m.ids == ("CHN",) for m in lead[2])
    return NATION if told else None
