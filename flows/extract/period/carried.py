"""The period of the claim before, as far as it holds for what goes on behind it."""

from __future__ import annotations

from datetime import date

from flows.extract.discourse import Discourse
from flows.extract.metric.metrics import metric_natures
from flows.extract.modality_words import announces, assumes
from flows.extract.numbers.number import Number
from flows.extract.outline import Topics
from flows.extract.period.alike import VALUED
from flows.extract.period.dated import (
    GROWN,
    WHOLLY,
    Dated,
    is_done,
    is_flow,
    is_of_passage,
    is_sold,
    is_there,
    is_undated_stock,
)
from flows.extract.period.goals import goes_on, in_plan, is_future
from flows.extract.period.lapsed import is_of_no_time
from flows.extract.period.others import OTHER_SURVEY, THEIRS, is_of_other_firm, names_anew
from flows.extract.period.pairs import is_short
from flows.extract.period.periods import NONE, UNDATED, Period
from flows.extract.period.stated import MOVED
from flows.extract.spot import Spot
from flows.patterns import holds, lazy

SENTENCES = 3
"""How far behind a claim its period still holds, in sentences."""


def carried_on(
    spot: Spot, what: Dated, discourse: Discourse, topics: Topics, published_on: date | None
) -> Period | None:
    """The period of the claim before where it holds on, NONE or UNDATED where neither that nor the article's
    does; None where what was told before leaves it open.
    """
    before = discourse.period
    if before and before.rule.startswith(EDITION):
        return of_edition_before(before, spot, what, discourse)
    if before and lies_ahead(before, discourse, published_on) and not announces(spot.to_number):
        return of_goals_before(before, spot, discourse, topics)
    if is_of_no_time(spot, what, discourse):
        return NONE
    placed = placed_by_the_list(spot, what, discourse, topics)
    if placed:
        return placed
    new_sentence = spot.order > discourse.period_sentence
    if new_sentence and (is_not_yet(spot, before, published_on) or is_undated_stock(spot, what, discourse)):
        return NONE
    if goes_on_undated(spot, what, discourse):
        return UNDATED
    if before is None:
        return None
    ended = ended_with_its_sentence(before, spot, what, discourse) if new_sentence else None
    ended = ended or behind_its_time(before, spot, what, discourse)
    if ended or spot.order - discourse.period_sentence > SENTENCES:
        return ended
    return still_in_force(before, spot, what, discourse, topics)


EDITION = "edition"
"""How the rules of periods begin that the edition of a list gives: they hold for all that is quoted of it."""


def of_edition_before(before: Period, spot: Spot, what: Dated, discourse: Discourse) -> Period:
    """The edition of the list from which the claim before was quoted, if the list tells the number too."""
    told = is_ranked(spot.number, what.metric) or not is_aside(spot, what, discourse)
    return before if told else NONE


def is_ranked(number: Number, metric: str) -> bool:
    """Is the number a rank or a score, which the edition year of its list dates?"""
    return number.unit == "rank" or number.written_unit == "分" or metric == "competitiveness"


def is_aside(spot: Spot, what: Dated, discourse: Discourse) -> bool:
    """Does the number tell what a place or a firm spends or has, and not what the list does?"""
    if THEIRS.match(spot.text, spot.clause_start):
        return True
    if spot.order <= discourse.period_sentence or what.measure not in {"value", "share"}:
        return False
    if holds(spot.to_number[-24:], VALUED):
        return False  # what lists of firms are ordered by
    return LISTED.search(spot.text, spot.sentence.start, spot.sentence.end) is None


LISTED = lazy(r"榜|入围|入选|[0-9百十]强|前[0-9百十]{1,3}[名强]|排名|名单|得分|受访|调查显示")
"""What a sentence says that quotes from a list."""


def lies_ahead(before: Period, discourse: Discourse, published_on: date | None) -> bool:
    """Is the period one of goals or forecasts, and none that goes on now?"""
    return is_future(before, published_on) and not goes_on_now(before, discourse, published_on)


def of_goals_before(before: Period, spot: Spot, discourse: Discourse, topics: Topics) -> Period:
    """The future period of the claim before, if the number goes on with its goals (到2027年，规模达到…。
    培育企业30家), else none: what there is now is not of then.
    """
    foretold = EXPECTED.search(spot.to_number) is not None
    if foretold or goes_on(spot, discourse) or in_plan(spot, discourse, topics):
        return inherited(before, "the claim before")
    return NONE


EXPECTED = lazy("预期(?:增|目标)")
"""What tells in one more sentence what is expected of the year of which goals are told."""


def placed_by_the_list(spot: Spot, what: Dated, discourse: Discourse, topics: Topics) -> Period | None:
    """The edition of the article's list, for a rank or a score behind what the list does not date: an undated
    claim, or one of another sentence (2023年引进企业40家。该市综合竞争力排名第六).
    """
    before, edition = discourse.period, topics.whole.edition
    if not edition or not before or not is_ranked(spot.number, what.metric):
        return None
    moved = what.metric == "competitiveness" and spot.order > discourse.period_sentence
    return edition if moved or not before.known else None


def goes_on_now(period: Period, discourse: Discourse, published_on: date | None) -> bool:
    """Has the period begun, and does it date what is told as having come about (今年夏粮产量…)?"""
    begun = bool(period.start and published_on and period.start <= published_on)
    return begun and discourse.modality == "actual"


def is_not_yet(spot: Spot, before: Period | None, published_on: date | None) -> bool:
    """Does the clause speak of what will be or would be, behind a sentence about a period that is over?"""
    if assumes(spot.to_number):
        return True
    over = before and before.end and published_on and before.end < published_on
    return bool(over) and "将" in spot.text[spot.clause_start : spot.number.start]


def goes_on_undated(spot: Spot, what: Dated, discourse: Discourse) -> bool:
    """Does the number go on with a stock of its sentence that is undated (集群7个，规模1.7万亿元)?"""
    if discourse.latest is None or discourse.latest.rule != UNDATED.rule or what.measure in MOVED:
        return False
    flow = metric_natures().get(what.metric) == "flow" and not SIZE.search(spot.window.before)
    return not (flow or GROWN.match(spot.text, spot.number.end) or is_sold(spot, what))


SIZE = lazy(r"规模[^，。；0-9]{0,6}$")
"""What stands before the size of what there is."""


def ended_with_its_sentence(before: Period, spot: Spot, what: Dated, discourse: Discourse) -> Period | None:
    """What a number of a later sentence has instead, if the period of the claim before ended with its own:
    behind what another firm did, another survey found, or since when something was worth so much, none; of
    what is there, behind a year of something done, that of a stock.
    """
    if is_of_other_firm(spot, discourse):
        return NONE
    if before.start is None and (names_anew(spot, discourse) or OTHER_SURVEY.search(spot.to_number)):
        return NONE
    if before.rule == "time since" and what.measure == "value":
        return NONE
    return None


def behind_its_time(before: Period, spot: Spot, what: Dated, discourse: Discourse) -> Period | None:
    """None of the year, or the part of one, of an earlier sentence for what is there (5月销量3万辆。门店2家);
    also where its sentence has gone on with what was done (去年营收9亿元。利润1亿元，共有员工300人).
    """
    stated = discourse.stated
    if stated is None or spot.order <= discourse.stated_sentence:
        return None
    if stated.rule not in YEARS and not is_short(before):
        return None
    if (stated.start, stated.end) != (before.start, before.end):
        return None
    stock = what.metric not in SCORED and is_there(spot, what, discourse)
    if discourse.same_sentence and not WHOLLY.search(spot.text, spot.clause_start, spot.number.start):
        return None  # 2024年…。产业规模超700亿元，集聚企业600家
    return UNDATED if stock and not COMPARED.match(spot.text, spot.number.end) else None


YEARS = frozenset({"time year", "time duration", "time relative"})
COMPARED = lazy("，[较比]")
SCORED = frozenset({"competitiveness", "firm_listed_count"})


def still_in_force(
    before: Period, spot: Spot, what: Dated, discourse: Discourse, topics: Topics
) -> Period | None:
    """The period of the claim before; behind an undated claim none, unless the passage or the article may
    date the number.
    """
    if before.known:
        return inherited(before, "the claim before")
    dated = is_flow(spot, what) or is_of_passage(spot, what, discourse)
    dated = dated or is_done(spot, what, discourse, topics)
    return None if dated else NONE


def inherited(period: Period, source: str) -> Period:
    """The period, told as inherited from `source`."""
    return period if period.rule.startswith(EDITION) else period.by(f"inherited from {source}")
