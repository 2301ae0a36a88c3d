"""The period of an article, a heading or the passage before, for a number that nothing nearer dates."""

from __future__ import annotations

from datetime import date

from flows.extract.discourse import DIRECTLY, Discourse
from flows.extract.levels import LOCAL
from flows.extract.metric.fitting import Topic
from flows.extract.metric.metrics import OTHER, metric_natures
from flows.extract.modality_words import announces, is_past
from flows.extract.outline import Topics
from flows.extract.period.dated import MARKET, YEARLY_RATE, Dated, is_flow, is_sold
from flows.extract.period.gathering import is_of_gathering
from flows.extract.period.goals import TO_NOW, is_future, is_plan
from flows.extract.period.periods import LED, NONE, OF_LEAD, UNDATED, Period
from flows.extract.period.prevailing import FLOW
from flows.extract.spot import Spot
from flows.patterns import lazy


def article_period(
    spot: Spot, what: Dated, discourse: Discourse, topics: Topics, published_on: date | None
) -> Period:
    """The period that headline, heading or the passage before give; a past quarter dates no stock."""
    counted = what.measure == "value" and HELD.search(spot.text[spot.clause_start : spot.number.start])
    stock = what.is_stock(spot) or bool(counted)
    period = topics.period
    if period and period.rule == LED:
        return period
    if SINCE_IT_IS.search(spot.to_number):
        return NONE
    if period and period.rule == OF_LEAD and names_new(spot, topics) and not goes_on(spot, what, discourse):
        return NONE
    older = discourse.older_period
    by_parts = not discourse.topics and BY_PARTS.match(spot.to_number) is not None
    if by_parts and older and older.rule == DIRECTLY and is_of_older(spot, what, discourse):
        return older.by("inherited from the passage before")
    if period and (is_background(spot, what, discourse) or is_of_gathering(spot.to_number)):
        return NONE
    clause = spot.text[spot.clause_start : spot.clause_end]
    if is_future(period, published_on):
        held = topics.plan or topics.headed or announces(spot.to_number)
        if not held or is_past(clause) or TO_NOW.search(clause):
            return NONE
    body = spot.reading.passage.role == "body"
    if period and stock and period.start and body and not period.whole_year:
        return UNDATED
    aimed = discourse.left is not None and discourse.left.modality == "target"
    planned = body and aimed and is_plan(spot.text[spot.sentence.start : spot.sentence.end])
    if is_over(period, published_on) and (planned or announces(spot.to_number) or TO_DATE.search(clause)):
        return NONE
    if period is None and older and not stock and not planned and is_done_then(spot, what, discourse, clause):
        return older.by("inherited from the passage before")
    return period or NONE


def is_done_then(spot: Spot, what: Dated, discourse: Discourse, clause: str) -> bool:
    """Does the number tell what was done, sold or gained in the period that the passage before leaves?"""
    older = discourse.older_period
    if older is None or announces(spot.to_number) or SET_ASIDE.search(clause):
        return False
    named = spot.scene.eligible(spot.sentence.start, spot.number.start)
    new, of_market = any(m.kind == "firm" for m in named), MARKET.search(clause) is not None
    if new and not of_market and (older.whole_year or is_event(older)):
        return False
    flow = metric_natures().get(what.metric) == "flow" or is_income(clause, discourse)
    if flow and discourse.older and not (new and what.measure == "share"):
        return True
    if what.measure == "growth" and YEARLY_RATE.search(spot.text, spot.clause_start, spot.number.start):
        return True
    if older.start != older.end and is_flow(spot, what):
        return True
    if older.rule != DIRECTLY:
        return False
    if what.measure in {"share", "rank"}:
        market = of_market and any(is_market(one) for one in discourse.older)
        if market or not new and is_of_older(spot, what, discourse):
            return True
    return is_sold(spot, what)


def is_event(period: Period) -> bool:
    """Is it the month in which one thing came about: no day of news, nor a period of accounts?"""
    start, end = period.start, period.end
    return start is not None and end is not None and 0 < (end - start).days < MONTH


MONTH = 31
SINCE_IT_IS = lazy(
    r"(?:(?:成|设|创)立|创[办建]|开[业园馆通办]|上线|运[营行]|启用|投[用产]|推出|发布|问世|落地|组建)(?:至今|以来)"
)
"""What has come about since something is there, whatever the headline dates (成立以来，融资10轮)."""


def is_income(clause: str, discourse: Discourse) -> bool:
    """Is it more of the income that the passages before have told of (旅游收入…。收入超600亿元的有三省)?"""
    return INCOME in clause and any(one.noun.endswith(INCOME) for one in discourse.older)


INCOME = "收入"
BY_PARTS = lazy(r"\s*[分按从][^，。；0-9]{1,8}看，")
"""How a passage opens that tells what the one before it told, part by part (分车型看，…)."""


def is_market(topic: Topic) -> bool:
    """Has a market been told of, or what was sold in it?"""
    return topic.metric in MARKETS or MARKET.search(topic.noun) is not None


MARKETS = frozenset({"market_size", "production_volume"})


def is_background(spot: Spot, what: Dated, discourse: Discourse) -> bool:
    """Does the number go on, without telling how anything has grown, where the passage has told what has no
    period (现有工厂6座，员工6200人。台湾厂区占产能的三成)?
    """
    if not discourse.topics or discourse.said is None or discourse.said.known:
        return False
    moves = what.measure in {"growth", "change"} or MOVED.match(spot.text, spot.number.end) is not None
    return not (moves or is_flow(spot, what))


MOVED = lazy(r"[，、（]?(?:同比|环比|按[年季月]|[年季月][增减]|[较比]|[增减升降]|下降|上升)")
"""What follows a figure of a period: how it has moved."""


SET_ASIDE = lazy("每年|预留|拨出|拨备")
"""What a policy gives or a budget sets aside: 每年拿出2亿元."""


def is_over(period: Period | None, published_on: date | None) -> bool:
    """Is it a year that is over, in an article that does not look back on it?"""
    end = period.end if period and period.whole_year else None
    return bool(end and published_on and end < published_on)


TO_DATE = lazy(r"累计(?:已)?(?:建成|培育|认定|拥有|创建|获批|入选|集聚|引进|覆盖|备案|上架|接入)")
"""What has come about by now, in however many years."""


def goes_on(spot: Spot, what: Dated, discourse: Discourse) -> bool:
    """Does the number tell how something has grown, what was done, or more of what was told before?"""
    if what.measure in {"growth", "change"} or metric_natures().get(what.metric) == "flow":
        return True
    said = spot.text[spot.clause_start : spot.number.end + BEHIND]
    if is_sold(spot, what) or FLOW.search(said):
        return True
    if any(named.kind == "firm" for named in spot.scene.eligible(spot.sentence.start, spot.number.start)):
        return False
    unit = spot.number.written_unit
    return any(
        one.metric == what.metric != OTHER
        or one.noun and one.noun in said
        or unit == one.written and len(unit or "") > 1 and one.kind not in PLAIN
        for one in discourse.older
    )


def is_of_older(spot: Spot, what: Dated, discourse: Discourse) -> bool:
    """Is it a share or a rank in what the passages before have counted?"""
    said = spot.text[spot.clause_start : spot.clause_end]
    return any(one.metric == what.metric != OTHER or names(one.noun, said) for one in discourse.older)


def names(noun: str, said: str) -> bool:
    """Does the text say a part of the noun by which it is known again (国产机器人 of 国产机器人销售)?"""
    return any(noun[at : at + NAMED] in said for at in range(len(noun) - NAMED + 1))


NAMED = 3
"""Characters by which a noun is known again."""
PLAIN = frozenset({"money", "km", "m", "m2"})
"""Kinds of units that tell nothing of what is measured."""
BEHIND = 4
"""Code points behind a number in which its noun stands (28万标箱)."""


def names_new(spot: Spot, topics: Topics) -> bool:
    """Does the sentence tell of a firm or a place that the article has not been about: an aside, which the
    time of its lead does not date?
    """
    known = {one.firm[0] for one in (*topics.before, topics.firm, topics.headline) if one.firm}
    places = {region for region, _ in topics.place.regions}
    for named in spot.scene.eligible(spot.sentence.start, spot.number.start):
        if named.kind == "firm" and named.ids[0] not in known:
            return True
        if named.kind == "region" and named.level in LOCAL and named.ids[0] not in places:
            return True
    return False


HELD = lazy(r"已(?!完成|实现|签|投[入资]|新|销|出[口货])|现有|共有|拥有|设有|建有|配有|覆盖(?!率)")
"""What is there by now, not what was done in a period."""
