"""What a number measures, and which measure of it: by its noun, by its clause, by the claims before."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.discourse import Discourse
from flows.extract.lists import is_of_each
from flows.extract.metric.aid import paid_by_policy
from flows.extract.metric.behind import phrase_after
from flows.extract.metric.bracketed import OPENED, of_those_behind
from flows.extract.metric.counterparts import with_counterpart
from flows.extract.metric.deeds import without_deed
from flows.extract.metric.divided import part_of_revenue
from flows.extract.metric.filings import filed, kind_of_filed
from flows.extract.metric.fitting import Topic
from flows.extract.metric.grown import is_grown, is_rate_of_growth, looks_at_growth
from flows.extract.metric.headed import OF_LIST, score_in
from flows.extract.metric.indices import OF_HEADLINE, in_index
from flows.extract.metric.inherited import Measured
from flows.extract.metric.market_shares import of_market
from flows.extract.metric.measure_words import Measure
from flows.extract.metric.measured import UNNAMED, measured_by
from flows.extract.metric.measures import measure_of
from flows.extract.metric.metrics import AREAS, COUNTS, FREE, OTHER, OWN_RATE, RATES, metric_for, unit_kind
from flows.extract.metric.named_so import area_named, put_into_research, registered
from flows.extract.metric.nouns import without_clause, without_owner
from flows.extract.metric.parallel import NOUN_IN_ORDER, noun_in_place
from flows.extract.metric.ratios import part_of_whole
from flows.extract.metric.rows import noun_in_row
from flows.extract.metric.sample import of_sample
from flows.extract.metric.standings import is_score_of_all, is_standing
from flows.extract.metric.viewed import (
    PLACES,
    amount_looked_at,
    behind_exclamation,
    of_foremost,
    of_title,
)
from flows.extract.metric.volumes import with_volume
from flows.extract.metric.weighed import SIZE_OF_COUNTED
from flows.extract.metric.wholes import of_new_whole
from flows.extract.numbers.number import Number
from flows.extract.outline import Topics
from flows.extract.shared_units import COMPARED
from flows.extract.spot import Spot
from flows.patterns import lazy

THINGS = COUNTS | AREAS | {"km", "m"}
"""Kinds of what tells how many things there are, or how large they are."""
FROM_TO = lazy(r"[从由自][^，。；]{0,22}$")
NEXT = 24
"""Code points behind a number in which the share of a market follows its rank."""
LISTED = "listed with the claim before"
OF_CLAUSE = frozenset({"clause rule", "clause trigger"})
"""Rules by which a clause itself says what its numbers measure."""


def what(spot: Spot, discourse: Discourse, topics: Topics) -> Measured:
    """What the number measures, in an index too."""
    measured = in_index(what_by_words(spot, discourse, topics), spot, discourse, topics.whole.scored)
    if measured.metric == OTHER and measured.own and "的" in measured.noun:
        measured = replace(measured, noun=without_clause(measured.noun))
    if measured.metric == OTHER:
        noun = without_owner(measured.noun)
        measured = measured if noun == measured.noun else replace(measured, noun=noun)
    if unit_kind(spot.number.unit) not in FREE and measured.noun in spot.window.before:
        noun = without_deed(measured.noun, unit_kind(spot.number.unit) in THINGS)
        measured = measured if noun == measured.noun else replace(measured, noun=noun)
    if measured.metric == OTHER and not measured.noun:
        measured = named_by_unit(measured, spot.number, [*discourse.topics, *discourse.older])
    return of_sample(measured) if topics.whole.stocks else measured


def named_by_unit(measured: Measured, number: Number, told: list[Topic]) -> Measured:
    """What no word names: persons by their unit (3亿人表示…), by their classifier bodies told before,
    else firms (如今已有近百家).
    """
    if number.unit == "person":
        return replace(measured, noun="人")
    if number.written_unit in PLACES:
        return replace(measured, noun=PLACES[number.written_unit])
    if number.unit not in {None, "count"} or number.written_unit != "家":
        return measured
    before = next((topic for topic in told if topic.written == "家" and topic.noun), None)
    if before:
        return replace(measured, metric=before.metric, noun=before.noun, rule="bodies told before")
    return replace(measured, metric="firm_count", noun="企业", rule="firms by their classifier")


def what_by_words(spot: Spot, discourse: Discourse, topics: Topics) -> Measured:
    """What the number measures: by its noun, by the order of 分别, by the list of the headline."""
    number = spot.number
    part = part_of_whole(spot) or of_those_behind(spot.text, number)
    if part:
        return part
    if discourse.topics and (rule := said_again(spot)):
        return Measured(discourse.topics[0].metric, discourse.topics[0].noun, rule, False)
    window = spot.window
    bracket = spot.clause_start - 1
    if window.between.endswith(OPENED) and any(one.end == bracket for one in spot.sentence.mentions):
        window = replace(window, between=window.between[:-1])  # a name in the list, no noun
    told = with_counterpart(discourse.topics, discourse.same_sentence, spot.text, spot.sentence.start, number)
    older = () if spot.reading.passage.role == "heading" else discourse.older
    measured = measured_by(number, window, told, discourse.same_sentence, older)
    if measured.rule == LISTED and told is not discourse.topics:
        measured = replace(measured, rule="opens its member of a list")
    measured = noun_in_row(spot, measured, discourse.topics[: discourse.same_sentence]) or measured
    if spot.place and not spot.aligned() and measured.rule != OF_LIST:
        parts = spot.text.startswith("其中", spot.sentence.start)
        here = discourse.topics if parts else discourse.topics[: discourse.same_sentence]
        named = noun_in_place(spot, measured, here)
        if named:
            discourse.in_order = False
            return amount_of_view(of_market(as_score(named, spot), number, window, ""), spot)
        measured = topic_in_place(spot, measured, discourse)
    if measured.metric == OTHER and measured.rule == UNNAMED and not measured.own and topics.whole.title:
        counted = unit_kind(number.unit)
        said = of_title(topics.whole.title, counted, number.written_unit)
        if said and (not measured.noun or said.metric != OTHER and counted in COUNTS and number.written_unit):
            measured = said
    last = discourse.topics[0] if discourse.topics else None
    if measured.metric == OTHER and number.unit not in FREE and not phrase_after(spot.window.after):
        measured = of_alternatives(spot) or measured
    if measured.metric == OTHER and not measured.own and spot.reading.passage.role == "title":
        measured = behind_exclamation(number, spot.text) or measured
    if number.unit == "percent":
        measured = of_new_whole(measured, window)
    measured = part_of_revenue(
        measured, number, window, spot.to_number, [*discourse.topics, *discourse.older]
    )
    measured = paid_by_policy(measured, spot, discourse.topics[: discourse.same_sentence])
    measured = of_market(measured, number, window, spot.text[number.end : number.end + NEXT])
    measured = amount_of_view(measured, spot)
    measured = registered(area_named(put_into_research(measured, spot), spot), spot)
    if measured.metric == OTHER and measured.rule in OPEN_TO_HEAD and unit_kind(number.unit) in HEADED:
        measured = of_foremost(spot.to_number, unit_kind(number.unit)) or measured
    measured = with_volume(measured, number, topics.whole.volume, last)
    measured = filed(measured, [*discourse.topics, *discourse.older], topics.whole.title)
    here = discourse.topics[: discourse.same_sentence]
    measured = kind_of_filed(measured, here, window.before, window.after)
    if measured.metric != OTHER:
        return measured
    ranked = (topics.whole.edition or topics.whole.scored) and "数量" not in window.before
    if ranked and is_standing(number, measured.noun) or is_score_of_all(number, measured.noun):
        measured = replace(measured, metric="competitiveness", rule=OF_HEADLINE)
    return measured


def topic_in_place(spot: Spot, measured: Measured, discourse: Discourse) -> Measured:
    """The same, or in a list that 分别 opens behind as many claims the topic in the number's place."""
    assert spot.place
    if spot.place[0] == 0:
        own = measured.own or measured.rule in OF_CLAUSE
        discourse.in_order = not (own or is_of_each(spot.text, spot.sentence, spot.number))
    ordered = discourse.topic_in_order(spot.place) if discourse.in_order else None
    discourse.in_order = ordered is not None
    return ordered or measured


ALTERNATIVE = frozenset({"或", "或者"})


def of_alternatives(spot: Spot) -> Measured | None:
    """The noun behind the second of two amounts that are told as alternatives: 超亿元或千台以上订单."""
    if spot.index + 1 >= len(spot.inside):
        return None
    other = spot.inside[spot.index + 1]
    if spot.text[spot.number.end : other.start] not in ALTERNATIVE:
        return None
    noun = phrase_after(spot.text[other.end : spot.clause_end])
    if not noun:
        return None
    found = metric_for(noun, noun, unit_kind(spot.number.unit))
    return Measured(found[0] if found else OTHER, noun, "noun behind the alternatives", True)


def as_score(named: Measured, spot: Spot) -> Measured:
    """The same, or how accurate a model is where the nouns in order are benchmarks."""
    if spot.number.unit != "percent" or named.metric != OTHER:
        return named
    noun = score_in(named.noun, spot.window)
    return Measured("accuracy", noun, "share solved in a benchmark", named.own) if noun else named


OPEN_TO_VIEW = frozenset({UNNAMED, NOUN_IN_ORDER, "noun of the clause between"})
"""Rules by which an amount has a noun, or none, and no metric yet."""


def amount_of_view(measured: Measured, spot: Spot) -> Measured:
    """What is measured, where a noun without a metric stands for the amount that the sentence looks at."""
    money = unit_kind(spot.number.unit) == "money"
    if not money or measured.metric != OTHER or measured.rule not in OPEN_TO_VIEW:
        return measured
    return amount_looked_at(measured, spot.window) or measured


OPEN_TO_HEAD = frozenset({UNNAMED, LISTED, "topic of the passage"})
"""Rules by which a number has no noun, or the name of the one that it is of."""
HEADED = COUNTS | {"money"}


def how(spot: Spot, measured: Measured, discourse: Discourse) -> tuple[Measure, str]:
    """The measure and its rule: the number's own, or that of the claim which it is listed with."""
    window, number = spot.window, spot.number
    before = None if is_next_stock(spot, discourse.measure) else discourse.measure
    if before and spot.place and spot.place[0] and is_alike(number, spot.inside[spot.index - 1], before):
        return before, LISTED
    if before and measured.rule in {LISTED, SIZE_OF_COUNTED} and number.unit != "rank":
        return before, LISTED
    head = window.sentence.split("#", 1)[0]
    measure, rule = measure_of(number, window.before, window.after, measured.noun, measured.metric, head)
    if rule in {AIMED_AT, OF_WHOLE} and before and measured.rule == "level compared with":
        return before, LISTED
    if rule in {BESIDE, OF_WHOLE}:
        if is_rate_of_growth(spot, before if discourse.same_sentence else None):
            return "growth", "growth compared"
        if before and goes_on_in_list(spot):
            return before, LISTED
        if rule == BESIDE and (is_grown(spot) or looks_at_growth(spot)):
            return "growth", "growth told before"
    inherited = rule == "level" and discourse.same_sentence and not measured.own
    if inherited and before == "share" and not OWN_RATE.search(measured.noun):
        return before, "next level of the share"
    if rule == "level" and before and discourse.same_sentence:
        lead = spot.text[max(spot.sentence.start, spot.floor - 24) : spot.floor]
        if FROM_TO.search(lead):
            return before, "from-to with the claim before"
    return measure, rule


def said_again(spot: Spot) -> str:
    """The rule by which the number measures just what the claim before it does, else ''."""
    if spot.number.rule == COMPARED:
        return "compared with the claim before"
    return "level that the one before has come to" if spot.index and is_reached(spot) else ""


def is_reached(spot: Spot) -> bool:
    """Is it what the amount before it has come to (一轮融资让估值从26亿美元暴涨至390亿美元)?"""
    last = spot.inside[spot.index - 1]
    if last.unit != spot.number.unit or last.start < spot.sentence.start:
        return False
    moved = COME_TO.fullmatch(spot.text, last.end, spot.number.start)
    return moved is not None and COME_FROM.search(spot.text, spot.sentence.start, last.start) is not None


COME_TO = lazy(
    r"(?:左右|以上|上下|多)?(?:一路|快速|迅速|大幅|逐步|持续)*[暴猛飙激跃攀翻]?[增涨升跌降跳][长到]?(?:至|到|为)了?"
    r"(?:如今的?|目前的?|现在的?|约|近|超过?|逾)*"
)
COME_FROM = lazy(r"[从由](?:[^，。；、0-9]{0,8}的?)(?:约|近|超过?|逾|不足|不到)?$")


def is_next_stock(spot: Spot, before: Measure | None) -> bool:
    """Does the number open the next of several pairs of a stock and its change: 甲有62家，增加5家；乙48家?"""
    number, index = spot.number, spot.index
    if before != "change" or index < PAIR:
        return False
    last, first = spot.inside[index - 1], spot.inside[: index - 1]
    if "；" not in spot.text[last.end : number.start] and not is_next_in_list(spot, last):
        return False
    return last.unit == number.unit and any(one.written_unit == number.written_unit for one in first)


def is_next_in_list(spot: Spot, last: Number) -> bool:
    """Does nothing but the next name stand between the change and the number (甲14家，比上年多5家，乙6家)?"""
    text, start, end = spot.text, last.end, spot.number.start
    return any(text[start : one.start] == "，" and one.end == end for one in spot.sentence.mentions)


PAIR = 2
AIMED_AT = "rate aimed at"
BESIDE = "percentage beside a known metric"
OF_WHOLE = "share of what follows"


def goes_on_in_list(spot: Spot) -> bool:
    """Does nothing but a comma stand between the percentage and the one before it (分别增长2.3%，11.5%)?"""
    last = spot.inside[spot.index - 1] if spot.index else None
    if last is None or last.unit != "percent" or last.surface[-1] != spot.number.surface[-1]:
        return False  # 增长20%，七成来自海外
    return spot.text[last.end : spot.number.start] in JOINED


JOINED = frozenset("，,、和与")


def is_alike(number: Number, before: Number, measure: Measure) -> bool:
    """Are the numbers of one kind of unit, as members of a list usually are, or both a growth (4倍、18%)?"""
    if measure == "growth" and number.unit in RATES and before.unit in RATES:
        return True
    return unit_kind(number.unit) == unit_kind(before.unit)
