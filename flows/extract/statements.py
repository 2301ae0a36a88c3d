"""The claims of a passage, number by number: what each measures, of whom, when, and how it is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from flows.extract.claim import Claim, PassageReading
from flows.extract.confidence import confidence_of
from flows.extract.conversions import converted, is_conversion
from flows.extract.cues import cue_words
from flows.extract.discourse import NAMED_BESIDE, Discourse
from flows.extract.entities.cast import Cast
from flows.extract.lists import COMPARED, NAMED_BEFORE
from flows.extract.metric.headed import OF_LIST, OPENED
from flows.extract.metric.inherited import BARE_LIKE, Measured, Topic
from flows.extract.metric.measured import UNNAMED, measured_by
from flows.extract.metric.measures import Measure, is_falling, measure_of
from flows.extract.metric.metrics import (
    COUNTS,
    OTHER,
    metric_subjects,
    metric_units,
    unit_kind,
)
from flows.extract.metric.parallel import NOUN_IN_ORDER, noun_in_place, nouns_of_all, part_of_whole
from flows.extract.metric.scopes import scope_of
from flows.extract.metric.standings import is_head_count, is_standing
from flows.extract.metric.viewed import behind_exclamation, list_of_places, of_title, with_volume
from flows.extract.modality import FAR, FAR_OF_A_GUESS, is_past, modality_of
from flows.extract.numbers.number import Number
from flows.extract.outline import Topics
from flows.extract.period.goals import goes_on
from flows.extract.period.periods import OF_A_TITLE, Period
from flows.extract.period.when import Dated, when
from flows.extract.ranked import rank_list
from flows.extract.spot import Spot, spots_of
from flows.extract.subject.anaphora import SIZES, firm_group
from flows.extract.subject.homes import is_chinese
from flows.extract.subject.makers import with_maker
from flows.extract.subject.seats import is_place, of_a_firm, with_seat
from flows.extract.subject.sectors import is_of_sector
from flows.extract.subject.shared import split_each
from flows.extract.subject.subjects import NOBODY, Subject
from flows.extract.subject.who import subject_of
from flows.patterns import lazy

FROM_TO = lazy(r"[从由自][^，。；]{0,22}$")
EVERY = lazy(r"(?<!平)均|皆|都")
IN_TOTAL = lazy(r"[，；、]*(?:合计|共计|总计|一共|加起来|合起来|三者|四地|两地)")
SHARE_AGAIN = lazy(r"[，、]?(?:占比|占|比重|份额)")
ADOPTED = frozenset({"person", "parameter", "money"})
MOST_SHARED = 12
"""Claims of one number, at most, that its amount in another currency repeats."""
TOLD = 500
"""Code points of a sentence before a number's clause in which words tell how it is meant."""
BIG = 10**8
"""From here on a bare number beside a word of money is an amount of money (清华大学预算居首，达310亿)."""
LISTED = "listed with the claim before"
TURN = lazy(r"(?:增|升|涨|降|减|跌|滑|落)[^，。；]{0,3}$")
"""A direction of its own in a list of growth: 分别增长9.7%和下降3.5%."""
OF_CLAUSE = frozenset({"clause rule", "clause trigger"})
"""Rules by which a clause itself says what its numbers measure."""


OF_PLACES = NAMED_BESIDE | {"the place's own word", "subject of the claim before", "opens an earlier clause"}
"""Rules by which a text itself names the place that it speaks of."""


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
    cast: Cast,
    older: Sequence[Topic] = (),
    older_period: Period | None = None,
    left: Claim | None = None,
) -> list[Claim]:
    """The claims of a passage, number by number; `older` are topics of the passage before, `older_period`
    is its last period of a flow, `left` its last claim, with which a passage goes on that opens with 其中.
    """
    claims: list[Claim] = []
    discourse = Discourse(older=tuple(older), older_period=older_period)
    if left and reading.text.startswith("其中"):
        discourse.go_on(left)
    discourse.left = left
    for spot in spots_of(reading):
        discourse.enter(spot.order)
        if claims and is_conversion(spot.text, claims[-1].number, spot.number):
            last = [claim for claim in claims[-MOST_SHARED:] if claim.number is claims[-1].number]
            claims += converted(last, spot.number)
        else:
            claims += number_claims(spot, discourse, topics, published_on, cast)
    return claims


def number_claims(
    spot: Spot, discourse: Discourse, topics: Topics, published_on: date | None, cast: Cast
) -> list[Claim]:
    """The claims of one number: usually one, several where subjects share it or a rank is a list."""
    number = spot.number
    if is_group_word(spot, topics):
        number.kind = "filler"
        return []
    measured = what(spot, discourse, topics)
    measure, measure_rule = how(spot, measured, discourse)
    kind = metric_subjects().get(measured.metric, "any")
    period = when(spot, Dated(kind, measured.metric, measure), discourse, topics, published_on)
    subject = whom(spot, kind, measured, discourse, topics, cast)
    if subject.firm and subject.model and of_firm_alone(measured):
        subject = replace(subject, model=None)
    if measured.metric == "industry_output" and of_a_firm(subject):
        measured = replace(measured, metric="revenue")
    if measured.metric == "revenue" and subject.rule in OF_PLACES and is_place(subject):
        measured = replace(measured, metric="industry_output")
    if measured.metric == "revenue" and is_of_market(measured, subject):
        measured = replace(measured, metric="market_size")
    modality, modality_rule = meant(spot, period, topics, discourse, published_on)
    aligned = alone(spot, kind, measured, subject, discourse, topics)
    each = discourse.each(number, subject, spot.text[spot.scene.since : number.start])
    subjects = aligned or split_each(
        subject, spot.window.clause + number.surface, is_for_each(number, measure), each
    )
    if len(subjects) > 1 and subject.models:
        subjects = [with_maker(one, spot.scene, topics) for one in subjects]
    ranked = rank_list(spot.scene, number)
    if not ranked and is_head_count(number, spot.window, spot.text[number.end : number.end + 14]):
        number.kind = "filler"
        return []
    rule = (
        f"metric: {measured.rule}; measure: {measure_rule}; subject: {subject.rule}; "
        f"period: {period.rule}; modality: {modality_rule or 'plain'}"
    )
    unit = unit_of(number, measured, measure, topics.whole.currency)
    said = Said(measured, measure, period, modality, unit, rule)
    own = measure_rule != LISTED or TURN.search(spot.window.before) is not None
    verb = spot.window.before if own else discourse.verb
    low, high = signed(number, measure, measured.metric, verb)
    places = ranked or [(low, high, one) for one in subjects]
    things = nouns_of_all(spot, discourse.here()) if len(places) == 1 else []
    all_said = [replace(said, measured=thing) for thing in things] or [said]
    claims = [
        claim_of(number, one_said, with_seat(one, spot.scene, topics), value, value_high)
        for value, value_high, one in places
        for one_said in all_said
    ]
    shared = len(claims) > 1 or subjects[0] is not subject
    discourse.remember(spot, measured, NOBODY if shared else subject, period)
    discourse.measure, discourse.verb, discourse.modality = measure, verb, modality
    discourse.aligned = aligned is not None
    discourse.remember_group([one for _, _, one in places], aligned, spot)
    return claims


OF_MAKERS = lazy(r"企业|公司|厂商?(?!房)|集团|百强|[0-9]强")


def is_of_market(measured: Measured, subject: Subject) -> bool:
    """Are sales those of a whole market (全球半导体销售额, 服务器市场收入), of no firm?"""
    if subject.firm or subject.model or OF_MAKERS.search(measured.noun):
        return False
    world = len(subject.regions) == 1 and subject.regions[0][1] == "全球"
    return world or "市场" in measured.noun


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
    """Is it said of the firm even where it goes by the name of its model (Kimi完成融资)?"""
    return measured.metric == "financing_amount" or measured.noun.endswith("估值")


def what(spot: Spot, discourse: Discourse, topics: Topics) -> Measured:
    """What the number measures: by its noun, by the order of 分别, by the list of the headline."""
    number = spot.number
    part = part_of_whole(spot)
    if part:
        return part
    if number.rule == COMPARED and discourse.topics:
        topic = discourse.topics[0]
        return Measured(topic.metric, topic.noun, "compared with the claim before", False)
    window = spot.window
    bracket = spot.clause_start - 1
    if window.between.endswith(OPENED) and any(one.end == bracket for one in spot.sentence.mentions):
        window = replace(window, between=window.between[:-1])  # a name in the list, no noun
    measured = measured_by(number, window, discourse.topics, discourse.same_sentence, discourse.older)
    if spot.place and not spot.aligned() and measured.rule != OF_LIST:
        parts = spot.text.startswith("其中", spot.sentence.start)
        here = discourse.topics if parts else discourse.topics[: discourse.same_sentence]
        named = noun_in_place(spot, measured, here)
        if named:
            discourse.in_order = False
            return named
        if spot.place[0] == 0:
            discourse.in_order = not (measured.own or measured.rule in OF_CLAUSE)
        if discourse.in_order:
            measured = discourse.topic_in_order(spot.place) or measured
    if measured.metric == OTHER and measured.rule == UNNAMED and not measured.own and topics.whole.title:
        counted = unit_kind(number.unit)
        said = of_title(topics.whole.title, counted, number.written_unit)
        if said and (not measured.noun or said.metric != OTHER and counted in COUNTS and number.written_unit):
            measured = said
    last = discourse.topics[0] if discourse.topics else None
    if measured.metric == OTHER and not measured.own and spot.reading.passage.role == "title":
        measured = behind_exclamation(number, spot.text) or measured
    if number.unit == "percent" and measured.metric != AID and rate_of_aid(spot):
        measured = replace(measured, metric=AID, rule="rate of what is given")
    measured = with_volume(measured, number, topics.whole.volume, last)
    if number.unit == "rank" and measured.metric == OTHER and not measured.own:
        listed = list_of_places(spot.to_number)
        if listed:
            return listed
    ranked = topics.whole.edition or topics.whole.scored
    if ranked and measured.metric == OTHER and is_standing(number, measured.noun):
        measured = replace(measured, metric="competitiveness", rule="standing in the list of the headline")
    return measured


AID = "subsidy_amount"
BY_RATE = lazy(r"按[^，。；]{2,24}$")
GIVEN = lazy(
    r"[^，。；]{0,4}，(?:一次性|最高|再)?(?:给予|予以)[^，。；]{0,14}(?:补贴|补助|奖励|资助|奖补|扶持)"
)


def rate_of_aid(spot: Spot) -> bool:
    """Is it the part of an outlay that the next clause pays: 按实际投入的25%，给予最高80万元补助?"""
    start, end = spot.number.start, spot.number.end
    return bool(GIVEN.match(spot.text, end) and BY_RATE.search(spot.text, spot.clause_start, start))


def how(spot: Spot, measured: Measured, discourse: Discourse) -> tuple[Measure, str]:
    """The measure and its rule: the number's own, or that of the claim which it is listed with."""
    window, number = spot.window, spot.number
    before = discourse.measure
    if before and spot.place and spot.place[0] and is_alike(number, spot.inside[spot.index - 1]):
        return before, LISTED
    if before and measured.rule == LISTED and number.unit != "rank":
        return before, LISTED
    head = window.sentence.split("#", 1)[0]
    measure, rule = measure_of(number, window.before, window.after, measured.noun, measured.metric, head)
    if rule in {BESIDE, OF_WHOLE} and is_rate_of_growth(spot, before if discourse.same_sentence else None):
        return "growth", "growth compared"
    if rule == "level" and before and discourse.same_sentence:
        lead = spot.text[max(spot.sentence.start, spot.floor - 24) : spot.floor]
        if FROM_TO.search(lead):
            return before, "from-to with the claim before"
    return measure, rule


BESIDE = "percentage beside a known metric"
OF_WHOLE = "share of what follows"
GROWN_BY = lazy(
    r"(?:增速|增幅|涨幅|降幅|跌幅|增长率)(?:下降|下滑|放缓|回落|收窄|提升|加快)?（(?:仅|约|为|达)*$"
)
RIVAL_RATE = lazy(r"(?:较|比|高于|低于|快于|慢于|超过?(?=去年|上年|同期)|不及|优于)[^，。；%]{0,14}的$")


def is_rate_of_growth(spot: Spot, before: Measure | None) -> bool:
    """Is the percentage a growth: in brackets behind 增速, or what growth is compared with (较上年的6.5%)?"""
    lead = spot.text[max(spot.sentence.start, spot.number.start - 24) : spot.number.start]
    return bool(GROWN_BY.search(lead) or before == "growth" and RIVAL_RATE.search(lead))


def is_alike(number: Number, before: Number) -> bool:
    """Are the numbers of one kind of unit, as members of a list usually are?"""
    return unit_kind(number.unit) == unit_kind(before.unit)


def whom(
    spot: Spot, kind: str, measured: Measured, discourse: Discourse, topics: Topics, cast: Cast
) -> Subject:
    """Whom the number speaks of; 均 and 合计 speak of the group that the sentence has named."""
    last = discourse.last_subject(spot.order)
    again = bool(discourse.same_sentence)
    subject = subject_of(spot.scene, kind, last, again, measured.own, topics, cast)
    left = discourse.left
    if left and left.regions and not is_chinese(left.regions[0][0]) and subject.rule in {"nation", "none"}:
        subject = Subject(left.regions, rule="passage before")
    if again and subject.model and not subject.firm and last.firm:
        subject = replace(subject, firm=last.firm)  # …，其助手“某某”累计激活…
    if is_of_sector(subject, measured):
        subject = topics.place.by("place of the sector") if topics.place.regions else NOBODY
    if discourse.placed and spot.number.unit == "percent" and SHARE_AGAIN.match(spot.window.before):
        return discourse.placed.by("place of the claim before")
    if not (discourse.group or discourse.models or len(discourse.told) > 1) or not again:
        return subject
    before = spot.window.before
    each = EVERY.search(before[-4:] + spot.number.surface[:1])
    if each and len(discourse.told) > 1 and subject.rule == "subject of the claim before":
        return replace(subject, firms=discourse.told)
    if discourse.models:
        goes_on = each and subject.rule == "subject of the claim before"
        return replace(subject, models=discourse.models) if goes_on else subject
    if (
        each
        and subject.rule == "subject of the claim before"
        or (IN_TOTAL.match(before) and subject.rule not in NAMED_BESIDE)
    ):
        return Subject(discourse.group, rule="group of the sentence")
    return subject


def meant(
    spot: Spot, period: Period, topics: Topics, discourse: Discourse, published_on: date | None
) -> tuple[str, str]:
    """Modality and the word that decided it; under a heading of plans what is not past is a target."""
    text = spot.text
    clause = text[spot.clause_start : spot.clause_end]
    earlier = text[max(spot.sentence.start, spot.clause_start - TOLD) : spot.clause_start]
    start, end = (None, None) if period.rule == OF_A_TITLE else (period.start, period.end)
    far = FAR_OF_A_GUESS if topics.whole.guessed else FAR
    modality, rule = modality_of(clause, earlier, start, end, published_on, spot.sentence.kinds, far)
    if AIMED.match(text, spot.number.end) or is_task(text, spot.number.start, spot.number.end):
        return "target", "aimed at"
    if topics.plan and modality == "actual" and not is_past(spot.window.clause):
        return "target", "heading of plans"
    if modality == "actual" and discourse.continued and not spot.order and not is_past(clause):
        return discourse.continued, "passage before"
    if modality == "actual" and goes_on(spot, discourse):
        return "target", "goal of the sentence before"
    if modality == "actual" and discourse.same_sentence and discourse.modality in {"target", "forecast"}:
        if spot.number.unit == "percent" and ITS_GROWTH.match(text, spot.clause_start):
            return discourse.modality, "growth of the claim before"
        if discourse.modality == "target" and GRANT.search(clause):
            return "target", "grant beside another"
    return modality, rule


AIMED = lazy(r"(?:以上|左右|以内)?的(?:年度|全年)?(?:预期)?(?:控制|调控|增长)?目标(?!价)")
"""What says behind a number that it was set as a goal (低于5.5%的预期控制目标)."""
TASK = lazy(
    r"(?:占|完成|超额?完成|超|较|比)[^，。；0-9]{0,8}(?:目标|任务|计划)(?:任务|数|值|指标)?(?:约|的)?$"
)


def is_task(text: str, start: int, end: int) -> bool:
    """Is the number the goal of which a part was reached (占目标任务6亿元的110%)?"""
    return text.startswith("的", end) and TASK.search(text, max(0, start - 16), start) is not None


GRANT = lazy(r"奖励|补贴|补助|资助")
ITS_GROWTH = lazy(
    r"(?:[较比]去年[^，。；]{0,14}?)?(?:同比|比上年|较上年|按年|年)?(?:名义|实际)?"
    r"(?:增长|成长|增幅|增速|下降|增|减)[约近超]?(?=[0-9一二三四五六七八九]+成?)"
)
def alone(
    spot: Spot, kind: str, measured: Measured, subject: Subject, discourse: Discourse, topics: Topics
) -> list[Subject] | None:
    """The one subject that 分别 aligns with the number; partners of trade stand for nobody, and what
    firms report of places is still the firm's.
    """
    aligned = spot.aligned()
    if not aligned:
        if spot.place and len(subject.firms) == spot.place[1]:
            return [replace(subject, firm=subject.firms[spot.place[0]], firms=())]
        return None
    first = aligned[0]
    goes_on = spot.place is not None and spot.place[0] > 0 and not discourse.aligned
    if first.rule == NAMED_BEFORE and (measured.rule == NOUN_IN_ORDER or goes_on):
        return None
    if kind == "home" and first.regions and not is_chinese(first.regions[0][0]):
        return None
    if first.model and not first.firm:
        return [with_maker(one, spot.scene, topics) for one in aligned]
    if kind == "firm" and not first.firm:
        firm = subject.firm or discourse.subject.firm or topics.headline.firm or topics.firm.firm
        return [replace(one, firm=firm) for one in aligned]
    return aligned


def signed(number: Number, measure: str, metric: str, verb: str) -> tuple[Decimal, Decimal | None]:
    """Value and upper end; what fell by an amount or a rate is negative. `verb` is the text that tells."""
    value = number.value if number.value is not None else Decimal(0)
    moves = measure in {"growth", "change"} or metric == "stock_price_change"
    if not (moves and value > 0 and is_falling(verb)):
        return value, number.value_high
    return -value, -number.value_high if number.value_high is not None else None


def unit_of(number: Number, measured: Measured, measure: str, currency: str) -> str:
    """The number's unit; a bare one takes its metric's, money the article's currency."""
    unit = number.unit or "count"
    if unit == "count" and measure == "value" and measured.metric == OTHER and measured.rule == BARE_LIKE:
        return currency
    if unit == "count" and measure in {"value", "change"} and number.value and number.value >= BIG:
        if any(word in measured.noun for word in cue_words("money_before")):
            return currency
    if unit == "count" and measure == "value":
        wanted = metric_units().get(measured.metric)
        if wanted == "money":
            return unit if number.written_unit else currency
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
