"""When a claim holds: by its sentence, else by the claim before it, else by the headline."""

from __future__ import annotations

from datetime import date

from flows.extract.discourse import Discourse
from flows.extract.metric.metrics import metric_natures
from flows.extract.modality_words import announces, assumes
from flows.extract.numbers.number import Number
from flows.extract.outline import Topics
from flows.extract.period.ahead import by_then, year_after
from flows.extract.period.alike import VALUED
from flows.extract.period.announced import announced
from flows.extract.period.attributes import is_of_founding, is_of_noun
from flows.extract.period.bases import COMPARISON, is_base
from flows.extract.period.dated import (
    GROWN,
    Dated,
    is_done,
    is_of_passage,
    is_sold,
    is_there,
    is_undated_stock,
)
from flows.extract.period.events import is_of_another_event, is_of_report
from flows.extract.period.fallback import article_period
from flows.extract.period.frames import frame_of, goal_frame, label_of
from flows.extract.period.goals import PARTS, goes_on, in_plan, is_future, told_before
from flows.extract.period.lapsed import is_of_no_time
from flows.extract.period.others import OTHER_SURVEY, THEIRS, is_of_other_firm, names_anew
from flows.extract.period.own import period_of
from flows.extract.period.pairs import COME_TO, from_or_to, is_short, part_after
from flows.extract.period.periods import (
    DEADLINE,
    DURATIONS,
    LASTING,
    NONE,
    OF_COMPARISON,
    UNDATED,
    Period,
)
from flows.extract.period.same import in_same_months, of_the_same_months
from flows.extract.period.series import aligned_period
from flows.extract.period.stated import MOVED, is_still_planned, now_of_report, settled
from flows.extract.period.timeless import holds_always, is_effect, is_given
from flows.extract.period.walked import walked_period
from flows.extract.spot import Spot
from flows.patterns import lazy

COMPARED = lazy("，[较比]")
SCORED = frozenset({"competitiveness", "firm_listed_count"})
SENTENCES = 3
"""How far behind a claim its period still holds, in sentences."""


def when(spot: Spot, what: Dated, discourse: Discourse, topics: Topics, published_on: date | None) -> Period:
    """The period of the claim; of a level that something has come from, the year before."""
    period = stated_or_inherited(spot, what, discourse, topics, published_on)
    if period.known and is_given(spot, what, period):
        return LASTING
    return from_or_to(spot, period)


def stated_or_inherited(
    spot: Spot, what: Dated, discourse: Discourse, topics: Topics, published_on: date | None
) -> Period:
    """The period of the sentence; else that of the claim before, if its sentence stands directly before; else
    the headline's, or that of the passage before, as far as the claim can have it.
    """
    found = aligned_period(spot, discourse, topics.whole)
    if not found and spot.place and spot.place[0] and discourse.latest:
        return discourse.latest
    found = found or walked_period(spot, what, discourse) or of_the_same_months(spot, discourse, topics)
    found = found or period_of(spot, published_on)
    if found:
        if is_still_planned(found, spot, discourse, published_on):
            return NONE
        if found.rule == NONE.rule:
            return now_of_report(spot, what, discourse) or found
        return in_same_months(settled(found, spot, what, discourse, topics), spot, discourse, topics)
    return inherited_period(spot, what, discourse, topics, published_on)


def inherited_period(
    spot: Spot, what: Dated, discourse: Discourse, topics: Topics, published_on: date | None
) -> Period:
    """The period of a number whose own sentence gives it none."""
    then = by_then(spot, discourse, published_on)
    if then:
        return then
    completed = COMPLETED.search(spot.to_number) is not None and announces(spot.to_number)
    if what.kind == "model" or completed and not is_dated(spot):
        return NONE
    if what.measure == "growth" and is_effect(spot):
        return LASTING
    if ranks_on(spot, what, discourse):
        assert discourse.said
        return inherited(discourse.said, "those ranked before")
    if may_reopen(spot, discourse, what):
        assert discourse.opening
        return inherited(discourse.opening, "the sentence's opening")
    ranked = is_ranked(spot.number, what.metric)
    if is_dated(spot):
        if ranked and topics.whole.edition and COME_TO.search(spot.window.before):
            return topics.whole.edition
        after = part_after(spot, discourse.period, discourse.entered, topics.period)
        return after or year_after(spot, discourse, topics, published_on) or NONE
    labelled = label_of(spot)
    if labelled:
        return labelled
    if topics.plan and topics.period:
        return topics.period
    if holds_always(spot, what, discourse):
        return LASTING
    if discourse.period_sentence < spot.order - 1 and not what.is_stock(spot):
        told = announced(spot, published_on)
        if told:
            return told
    before = discourse.period
    if before and before.rule.startswith(EDITION):
        return before if ranked or not is_aside(spot, what, discourse) else NONE
    ahead = is_future(before, published_on) and not goes_on_now(before, discourse, published_on)
    if ahead and not announces(spot.to_number):
        foretold = EXPECTED.search(spot.to_number) is not None
        if not (foretold or goes_on(spot, discourse) or in_plan(spot, discourse, topics)):
            return NONE
        assert before
        return inherited(before, "the claim before")
    if is_of_no_time(spot, what, discourse):
        return NONE
    moved = what.metric == "competitiveness" and spot.order > discourse.period_sentence
    if topics.whole.edition and ranked and before and (moved or not before.known):
        return topics.whole.edition
    if spot.order > discourse.period_sentence and is_not_yet(spot, before, published_on):
        return NONE
    if spot.order > discourse.period_sentence and is_undated_stock(spot, what, discourse):
        return NONE
    if goes_on_undated(spot, what, discourse):
        return UNDATED
    if before and spot.order > discourse.period_sentence:
        if is_of_other_firm(spot, discourse):
            return NONE
        if before.start is None and (names_anew(spot, discourse) or OTHER_SURVEY.search(spot.to_number)):
            return NONE
        if before.rule == "time since" and what.measure == "value":
            return NONE
        stock = before.rule in YEARS and what.metric not in SCORED and is_there(spot, what, discourse)
        if stock and not COMPARED.match(spot.text, spot.number.end):
            return UNDATED
    if before and spot.order - discourse.period_sentence <= SENTENCES:
        if is_short(before) and spot.order > discourse.period_sentence:
            there = is_there(spot, what, discourse)
            return UNDATED if there else inherited(before, "the claim before")
        open_ = is_of_passage(spot, what, discourse) or is_done(spot, what, discourse, topics)
        if before.known or not open_:
            return inherited(before, "the claim before") if before.known else NONE
    aimed = told_before(spot, discourse, published_on) or goal_frame(spot, discourse, published_on)
    if aimed:
        return aimed
    framed = frame_of(spot, discourse, published_on)
    if framed and not what.is_stock(spot):
        return framed
    if topics.whole.edition and (ranked or LISTED.search(spot.text, spot.sentence.start, spot.sentence.end)):
        return topics.whole.edition
    return article_period(spot, what, discourse, topics, published_on)


COMPLETED = lazy("(?:投产|达产|建成|竣工|完工|投用|投运)(?:达产|投产|投用|运营)?后")
"""What makes what is foretold of a project be of nobody knows when (投产后，年产值有望达60亿元)."""
YEARS = frozenset({"time year", "time duration"})
def is_aside(spot: Spot, what: Dated, discourse: Discourse) -> bool:
    """Does the number tell what a place or a firm spends or has, and not what the list does?"""
    if THEIRS.match(spot.text, spot.clause_start):
        return True
    if spot.order <= discourse.period_sentence or what.measure not in {"value", "share"}:
        return False
    if any(word in spot.to_number[-24:] for word in VALUED):
        return False  # what lists of firms are ordered by
    return LISTED.search(spot.text, spot.sentence.start, spot.sentence.end) is None


EXPECTED = lazy("预期(?:增|目标)")
"""What tells in one more sentence what is expected of the year of which goals are told."""
EDITION = "edition"
"""How the rules of periods begin that the edition of a list gives: they hold for all that is quoted of it."""


def inherited(period: Period, source: str) -> Period:
    """The period, told as inherited from `source`."""
    return period if period.rule.startswith(EDITION) else period.by(f"inherited from {source}")


LISTED = lazy(r"榜|入围|入选|[0-9百十]强|前[0-9百十]{1,3}[名强]|排名|名单|得分|受访|调查显示")
"""What a sentence says that quotes from a list."""
PASSING = frozenset({"time since", "time date", "time day", OF_COMPARISON, DEADLINE})


def may_reopen(spot: Spot, discourse: Discourse, what: Dated) -> bool:
    """Does a part of the sentence behind ； go back to the period that the sentence opened with?"""
    if not discourse.same_sentence or not discourse.opening or "；" not in spot.to_number:
        return False
    if not discourse.opening.known and not what.is_stock(spot):
        return False
    if discourse.opening.rule in DURATIONS | {"time since"}:
        return ON_AND_ON.search(spot.text, spot.clause_start, spot.number.start) is not None
    return discourse.opening.rule != UNDATED.rule and discourse.opening.rule not in PASSING


ON_AND_ON = lazy(r"年均|平均|增长|新增|累计|新建|新改建|建成|完成|净增|引进|新[开设签]")
"""What goes on since the time that opens a sentence, also behind ；."""


def goes_on_undated(spot: Spot, what: Dated, discourse: Discourse) -> bool:
    """Does the number go on with a stock of its sentence that is undated (集群7个，规模1.7万亿元)?"""
    if discourse.latest is None or discourse.latest.rule != UNDATED.rule or what.measure in MOVED:
        return False
    flow = metric_natures().get(what.metric) == "flow" and not SIZE.search(spot.window.before)
    return not (flow or GROWN.match(spot.text, spot.number.end) or is_sold(spot, what))


SIZE = lazy(r"规模[^，。；0-9]{0,6}$")
"""What stands before the size of what there is."""


def is_dated(spot: Spot) -> bool:
    """Does the sentence name a time before the number, though not for it? A part of what was counted before
    is of the same count, whenever it came about (其中2015年创建的企业最多，占14%).
    """
    part = any(word in spot.to_number for word in PARTS)
    return any(
        time.start < spot.number.start
        and (time.period_start or time.period_end)
        and not (part and is_of_noun(time, spot.text, spot.number, time.start >= spot.clause_start))
        and not (part and is_of_founding(time, spot.text))
        and not is_base(time, spot.text, spot.number)
        and not is_of_another_event(time, spot.text, spot.sentence, spot.number)
        and not COMPARISON.match(spot.text, time.start)
        and not is_of_report(time, spot.text, spot.sentence.clause_start(time.start), spot.number)
        for time in spot.sentence.times
    )


def goes_on_now(period: Period | None, discourse: Discourse, published_on: date | None) -> bool:
    """Has the period begun, and does it date what is told as having come about (今年夏粮产量…)?"""
    begun = bool(period and period.start and published_on and period.start <= published_on)
    return begun and discourse.modality == "actual"


def is_not_yet(spot: Spot, before: Period | None, published_on: date | None) -> bool:
    """Does the clause speak of what will be or would be, behind a sentence about a period that is over?"""
    if assumes(spot.to_number):
        return True
    over = before and before.end and published_on and before.end < published_on
    return bool(over) and "将" in spot.text[spot.clause_start : spot.number.start]


def ranks_on(spot: Spot, what: Dated, discourse: Discourse) -> bool:
    """Does a sentence without a time tell the next places by what was told of some years
    (过去十年，甲国申请…件。乙国、丙国分列第二和第三)?
    """
    if spot.number.unit != "rank" or discourse.same_sentence or not discourse.topics or is_dated(spot):
        return False
    last, said = discourse.topics[0], discourse.said
    alike = last.order == spot.order - 1 and last.metric == what.metric
    return bool(alike and said and said.rule == "time duration")


def is_ranked(number: Number, metric: str) -> bool:
    """Is the number a rank or a score, which the edition year of its list dates?"""
    return number.unit == "rank" or number.written_unit == "分" or metric == "competitiveness"
