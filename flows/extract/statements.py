"""The claims of a passage, number by number: what each measures, of whom, when, and how it is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from flows.extract.claim import Claim, PassageReading
from flows.extract.confidence import confidence_of
from flows.extract.conversions import converted, is_conversion
from flows.extract.cues import alternation, cue_words
from flows.extract.discourse import Discourse
from flows.extract.incomes import is_of_industry, is_sold
from flows.extract.meaning import AIMED_AT, meant
from flows.extract.measuring import LISTED, how, what
from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.measure_words import Measure
from flows.extract.metric.measures import is_falling
from flows.extract.metric.metrics import OTHER, metric_subjects, metric_units
from flows.extract.metric.of_all import nouns_of_all
from flows.extract.metric.percentages import SAME_MOVE
from flows.extract.metric.scopes import scope_of
from flows.extract.metric.standings import is_head_count
from flows.extract.metric.tokens import TOKEN, is_of_tokens
from flows.extract.metric.unitless import BARE_LIKE
from flows.extract.metric.unnamed import without_name
from flows.extract.numbers.number import Number
from flows.extract.outline import Topics
from flows.extract.period.dated import Dated
from flows.extract.period.periods import NONE, Period
from flows.extract.period.series import go_through
from flows.extract.period.when import when
from flows.extract.ranked import FORMER, rank_list
from flows.extract.spot import Spot, spots_of
from flows.extract.standing import as_standing
from flows.extract.subject.groups import SIZES, firm_group
from flows.extract.subject.makers import with_maker
from flows.extract.subject.seats import of_a_firm, with_seat
from flows.extract.subject.sectors import is_sales_of_goods, of_market
from flows.extract.subject.shared import is_rank_of_each, split_each
from flows.extract.subject.subjects import NOBODY, Subject
from flows.extract.subject.used import kind_of
from flows.extract.whom import alone, whom
from flows.patterns import holds, lazy

ADOPTED = frozenset({"person", "parameter", "money"})
MOST_SHARED = 12
"""Claims of one number, at most, that its amount in another currency repeats."""
GOING_ON = lazy(alternation("passage_goes_on"))
"""How a passage opens that tells the parts of what the one before it has told."""
TEAMS = ("团队", "小组", "梯队", "军团", "集群", "项目组")
"""What people form: teams are counted, not their members."""
BODIES = frozenset({"家", "所"})
"""Classifiers of firms and schools: 600家参展商 are no persons."""
BIG = 10**8
"""From here on a bare number beside a word of money is an amount of money (清华大学预算居首，达310亿)."""
TURN = lazy(r"(?:增|升|涨|降|减|跌|滑|落)[^，。；]{0,3}$")
"""A direction of its own in a list of growth: 分别增长9.7%和下降3.5%."""


Place = tuple[Decimal, Decimal | None, Subject]
"""A value, its upper end, and whom it is told of."""


@dataclass(slots=True)
class Said:
    """All that a claim says but for its subject and value; `rule` names what said it."""

    measured: Measured
    measure: Measure
    period: Period
    modality: str
    unit: str
    rule: str


def passage_claims(
    reading: PassageReading,
    topics: Topics,
    published_on: date | None,
    older: Sequence[Topic] = (),
    older_period: Period | None = None,
    left: Claim | None = None,
) -> list[Claim]:
    """The claims of a passage, number by number; `older` are topics of the passage before, `older_period`
    is its last period of a flow, `left` its last claim, with which a passage goes on that opens with 其中
    or 具体来看.
    """
    claims: list[Claim] = []
    discourse = Discourse(older=tuple(older), older_period=older_period)
    if left and GOING_ON.match(reading.text):
        discourse.go_on(left)
    discourse.left = left
    for spot in spots_of(reading):
        discourse.enter(spot.order)
        if is_of_tokens(spot.number, spot.to_number, spot.window.before, discourse.topics):
            spot.number.unit = TOKEN
        if claims and is_conversion(spot.text, claims[-1].number, spot.number):
            last = [claim for claim in claims[-MOST_SHARED:] if claim.number is claims[-1].number]
            claims += converted(last, spot.number)
        else:
            discourse.step_out(spot)
            claims += number_claims(spot, discourse, topics, published_on)
    return claims


def number_claims(
    spot: Spot, discourse: Discourse, topics: Topics, published_on: date | None
) -> list[Claim]:
    """The claims of one number: usually one, several where subjects share it or a rank is a list."""
    number = spot.number
    if is_group_word(spot, topics):
        number.kind = "filler"
        return []
    measured = without_name(
        what(spot, discourse, topics), spot, discourse.topics[: discourse.same_sentence]
    )
    measure, measure_rule = how(spot, measured, discourse)
    dated = Dated(metric_subjects().get(measured.metric, "any"), measured.metric, measure)
    period = when(spot, dated, discourse, topics, published_on)
    kind = kind_of(measured)
    told = (*discourse.topics[:4], *discourse.older)
    measured, subject = settled(spot, kind, measured, told, discourse, topics)
    ranked = rank_list(spot.scene, number)
    measured = as_standing(measured, ranked[0][2] if ranked else subject, spot, topics, told)
    modality, modality_rule = meant(spot, period, topics, discourse, published_on)
    aligned = alone(spot, kind, measured, subject, discourse, topics)
    subjects = aligned or each_of(subject, spot, measure, discourse, topics)
    if not ranked and is_head_count(number, spot.window, spot.text[number.end : number.end + 14]):
        number.kind = "filler"
        return []
    rule = (
        f"metric: {measured.rule}; measure: {measure_rule}; subject: {subject.rule}; "
        f"period: {period.rule}; modality: {modality_rule or 'plain'}"
    )
    unit = unit_of(number, measured, measure, topics.whole.currency)
    said = Said(measured, measure, period, modality, unit, rule)
    own = measure_rule not in {LISTED, SAME_MOVE} or TURN.search(spot.window.before) is not None
    verb = spot.window.before if own else discourse.verb
    low, high = signed(number, measure, measured.metric, verb, spot.window.after)
    places = ranked or [(low, high, one) for one in subjects]
    claims = claims_of(spot, said, places, discourse, topics)
    shared = len(claims) > 1 or subjects[0] is not subject
    discourse.remember(spot, measured, NOBODY if shared else subject, period)
    if measure == "value":
        topic = measured.metric, measured.noun if measured.metric == OTHER else ""
        go_through(topics.whole, topic, period)
    discourse.measure, discourse.verb = measure, verb
    if modality_rule != AIMED_AT:
        discourse.modality = modality  # 超过设定的8亿元目标，达到9亿元: the goal is over
    discourse.aligned = aligned is not None
    discourse.remember_group([one for _, _, one in places], aligned, spot)
    return claims


def each_of(
    subject: Subject, spot: Spot, measure: Measure, discourse: Discourse, topics: Topics
) -> list[Subject]:
    """Whom the number is told of one by one (甲、乙各20亿元); the subject alone where it is told of all."""
    number = spot.number
    each = discourse.each(number, subject, spot.text[spot.scene.since : number.start])
    if spot.place is not None and spot.place[1] > 1:
        return [subject]  # the next number of a list has the next subject
    subjects = split_each(
        subject,
        spot.window.clause + number.surface,
        is_for_each(number, measure),
        each or number.unit == "rank" and is_rank_of_each(spot.to_number),
    )
    if len(subjects) > 1 and subject.models:
        return [with_maker(one, spot.scene, topics) for one in subjects]
    return subjects


def claims_of(
    spot: Spot, said: Said, places: Sequence[Place], discourse: Discourse, topics: Topics
) -> list[Claim]:
    """What is said, of each subject with its value, and of each thing where one amount is of them all."""
    things = nouns_of_all(spot, discourse.here()) if len(places) == 1 else []
    all_said = [replace(said, measured=thing) for thing in things] or [said]
    return [
        claim_of(
            spot.number,
            replace(one_said, period=NONE) if one.rule == FORMER else one_said,
            with_seat(one, spot.scene, topics),
            value,
            value_high,
        )
        for value, value_high, one in places
        for one_said in all_said
    ]


def settled(
    spot: Spot,
    kind: str,
    measured: Measured,
    told: Sequence[Topic],
    discourse: Discourse,
    topics: Topics,
) -> tuple[Measured, Subject]:
    """Whom the number speaks of, and what it measures of them: what firms sell is revenue, what is sold in a
    place its market, what a place makes output. `told` are topics before it.
    """
    subject = whom(spot, kind, measured, discourse, topics)
    if subject.firm and subject.model and of_firm_alone(measured):
        subject = replace(subject, model=None)
    known = measured.own or subject.rule == "passage before"
    sold = known and measured.metric == "revenue" and not subject.firm
    if sold and is_sales_of_goods(measured.noun, spot.window.clause, subject, told):
        place = subject if subject.regions else whom(spot, "region", measured, discourse, topics)
        measured, subject = of_market(measured, subject, place)
    if measured.metric == "industry_output" and of_a_firm(subject) and is_sold(measured.noun, spot):
        measured = replace(measured, metric="revenue")
    if measured.metric == "revenue" and is_of_industry(measured, subject, spot, told):
        measured = replace(measured, metric="industry_output")
    return measured, subject


def is_for_each(number: Number, measure: Measure) -> bool:
    """May the number be an estimate for each of several subjects? Their share of a whole is one."""
    return number.bound in {"approx", "gt"} and measure != "share"


def is_group_word(spot: Spot, topics: Topics) -> bool:
    """Does the number only tell how many of the firms named before are meant (两家公司分别…)?"""
    start, end = spot.number.start, spot.number.end
    if end - start != 2 or spot.text[end - 1] != "家" or spot.text[start] not in SIZES:
        return False
    return firm_group(spot.scene, topics, start, end) is not None


def of_firm_alone(measured: Measured) -> bool:
    """Is it said of the firm even where it goes by the name of its model (Kimi完成融资), or where that was
    spoken of before (从容大模型居首。毛利率35%)?
    """
    return measured.metric in FIRMS_OWN or measured.noun.endswith(cue_words("firm_own_noun"))


FIRMS_OWN = frozenset({"financing_amount", "stock_price_change"})


def signed(
    number: Number, measure: str, metric: str, verb: str, after: str
) -> tuple[Decimal, Decimal | None]:
    """Value and upper end; what fell by an amount or a rate is negative. `verb` is the text that tells,
    `after` the clause behind the number.
    """
    value = number.value if number.value is not None else Decimal(0)
    moves = measure in {"growth", "change"} or metric == "stock_price_change"
    if not (moves and value > 0 and is_falling(verb, after)):
        return value, number.value_high
    return -value, -number.value_high if number.value_high is not None else None


def unit_of(number: Number, measured: Measured, measure: str, currency: str) -> str:
    """The number's unit; a bare one takes its metric's, money the article's currency."""
    unit = number.unit or "count"
    if unit == "count" and measure == "value" and measured.metric == OTHER and measured.rule == BARE_LIKE:
        return currency
    if unit == "count" and measure in {"value", "change"} and number.value and number.value >= BIG:
        if holds(measured.noun, cue_words("money_before")):
            return currency
    wanted = metric_units().get(measured.metric) if measured.metric != OTHER else None
    if unit == "person" and wanted == "count" and not number.written_unit:
        return wanted  # 注册开发者已超300万: users
    if unit == "count" and measure == "value":
        if wanted == "money":
            return unit if number.written_unit else currency
        if wanted == "person" and (measured.noun.endswith(TEAMS) or number.written_unit in BODIES):
            return unit
        if wanted in ADOPTED:
            return wanted
    return unit


def claim_of(
    number: Number, said: Said, subject: Subject, value: Decimal, value_high: Decimal | None
) -> Claim:
    """The claim that says this of the subject."""
    return Claim(
        number, said.measured.metric, said.measured.noun, scope_of(said.measured.noun), said.measure,
        subject.regions, subject.firm, subject.model, value, value_high, said.unit, number.bound,
        said.period.start, said.period.end, said.modality, confidence_of(said.rule), said.rule,
    )  # fmt: skip
