"""Where places stand in an index: 在全球创新指数中排第十，其中人才得分71.2分，居第四.

A rank or a score of a place in an index, a ranking or an assessment is one of its competitiveness, whatever
the index is called, and so are its standings by the parts of the index. Indices of prices and of moods
(恒生指数, 采购经理指数) rank nobody.
"""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cues import alternation, cue_words
from flows.extract.discourse import Discourse
from flows.extract.entities.mention import FIRM_KINDS
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import OTHER
from flows.extract.metric.nouns import is_generic
from flows.extract.metric.standings import STANDING
from flows.extract.scores import SCORE
from flows.extract.spot import Spot
from flows.patterns import Pattern, holds, lazy

OF_INDEX = "standing in an index"
OF_SAME_INDEX = "standing in the same index"
OF_ARTICLE = "standing in the index of the article"
OF_HEADLINE = "standing in the list of the headline"
INDICES = frozenset({OF_INDEX, OF_SAME_INDEX, OF_ARTICLE, OF_HEADLINE})
COMPETITIVENESS = "competitiveness"


def in_index(measured: Measured, spot: Spot, discourse: Discourse, scored: bool) -> Measured:
    """The same, or the standing in the index that the sentence names, that the claim before stands in, or
    that the article is about (`scored`).
    """
    if not is_standing_number(spot):
        return measured
    left = scored and measured.rule == "topic of the passage"
    parts = measured.own and is_of_parts(measured.noun, spot)
    known = measured.metric != OTHER and not left and not parts
    if known or COUNTED.search(spot.window.before):
        return measured
    named = index_in(spot.to_number) or score_told(spot)
    again = not named and goes_on(spot, discourse)
    by_amount = measured.rule == "topic of the sentence" and not TOLD_BY.search(measured.noun)
    of_article = scored and not measured.own and not by_amount
    if not (named or again or of_article) or is_of_firm(spot, discourse):
        return measured
    noun = measured.noun
    if is_generic(noun) or STANDING.match(noun) or noun in cue_words("rank_holder") or noun == REPORT:
        noun = named or (discourse.topics[0].noun if again else noun)
    rule = OF_INDEX if named else OF_SAME_INDEX if again else OF_ARTICLE
    return Measured(COMPETITIVENESS, noun, rule, measured.own)


def is_standing_number(spot: Spot) -> bool:
    """Is the number a rank, a score in points (分), or of the places by which a rank has moved?"""
    number = spot.number
    if number.unit == "rank" or number.written_unit == "分" or HIGH.match(spot.window.after):
        return True
    return number.written_unit in PLACES and MOVED.search(spot.window.before) is not None


TOLD_BY = lazy(rf"(?:{SCORE}|指数|名次|排名|竞争力)$")
"""What the standing in an index is told by, unlike an amount just told (机架84万架，居全国第二)."""
REPORT = "报告"
HIGH = lazy(rf"的(?:高分|总分|综合{SCORE})")
HERE = lazy(r"(?:这份|该|上述|此份|同一份)(?:报告|榜单|指数|排名|评价|评估)")


def score_told(spot: Spot) -> str:
    """What a score is called that says itself that it is one (以92.23的高分登榜首), or whose sentence speaks
    of a report (在这份报告里，广东拿到92.33分); else ''.
    """
    if HIGH.match(spot.window.after):
        return "得分"
    here = spot.number.written_unit == "分" and HERE.search(spot.to_number) is not None
    return "得分" if here else ""


PLACES = frozenset({"名", "位", "个位次", "个名次", "个位"})
MOVED = lazy(r"(?:进步|退步|上升|下降|提升|前进|前移|后移|后退|跃升|攀升|下滑|晋升|跌|升)了?$")


def is_of_parts(noun: str, spot: Spot) -> bool:
    """Is the noun that of those ranked (在69个经济体中列第十) or of a part of an index (人才得分)?"""
    scored = spot.number.written_unit == "分" or PART.search(noun) is not None
    return scored or noun in cue_words("rank_holder")


PART = lazy(rf"(?:{SCORE}|指标|分项|因素|维度)$")
COUNTED = lazy(r"数量|[家个户项件人]数|总[数量]")
NAMED = lazy(
    r"[\u4e00-\u9fffA-Za-z·—-]{0,24}?(?:指数(?!型|级)|竞争力(?:年报|年鉴|报告|排名|排行|评[比价])"
    r"|评比|排行榜|榜单|(?:评[价估]|排名)报告|(?:国力|实力|影响力|魅力|活力|潜力|吸引力)排名)"
)
PLACES_RANKED = lazy(
    r"[\u4e00-\u9fff]{0,10}(?:(?:城市|省份|地区|县域|省市)[\u4e00-\u9fff]{0,8}(?:排行榜|榜单|(?<![量额程模入速数率值积])排[名行]|指数)"
    r"|百强[市县区镇](?:榜单?|名单|排行榜)?)"
)
RANKED = ("城市", "省份", "地区", "县域", "省市", "百强")
NAMING = ("指数", "竞争力", "评比", "榜", "报告", "排", "百强")
"""One of these a text holds that names an index."""


def index_in(text: str) -> str:
    """The index, ranking or assessment that the text names last; empty where it names none."""
    if not holds(text, NAMING):
        return ""
    named = [*NAMED.finditer(text)] or [*PLACES_RANKED.finditer(text)]
    if not named or of_prices().search(named[-1][0]):
        return ""
    return named[-1][0].lstrip("在据于从按年度")


def list_of_places(text: str) -> Measured | None:
    """Standing in a list of places that the text names (城市排行榜出炉，前五名依次为…)."""
    told = "排" in text or "榜" in text or "指数" in text or "百强" in text
    listed = PLACES_RANKED.search(text) if told and holds(text, RANKED) else None
    return Measured(COMPETITIVENESS, listed[0], "standing in a list of places", False) if listed else None


@lru_cache(maxsize=1)
def of_prices() -> Pattern:
    """What tells that an index is of prices, shares or moods."""
    return lazy(alternation("index_of_prices"))


def goes_on(spot: Spot, discourse: Discourse) -> bool:
    """Does the number stand in the index of the claim before: in its sentence, or by a part of the index?"""
    last = discourse.topics[0] if discourse.topics else None
    if last is None or last.metric != COMPETITIVENESS or last.order < spot.order - 2:
        return False
    return discourse.same_sentence > 0 or PARTS.search(spot.window.sentence) is not None


PARTS = lazy(rf"{SCORE}|指标|因素|维度|分项|方面|排名|位居|位列")


def is_of_firm(spot: Spot, discourse: Discourse) -> bool:
    """Is it a firm or a model that the sentence, or the claim before, speaks of?"""
    named = [one for one in spot.sentence.mentions if one.role == "subject" and one.start < spot.number.start]
    if named:
        return named[-1].kind in FIRM_KINDS
    return bool(discourse.subject.firm or discourse.subject.model)
