"""The period of a number whose own sentence gives it none: by what is told before it, by its passage, by the
article.
"""

from __future__ import annotations

from datetime import date

from flows.extract.discourse import Discourse
from flows.extract.modality_words import announces
from flows.extract.outline import Topics
from flows.extract.period.ahead import by_then, year_after
from flows.extract.period.announced import announced
from flows.extract.period.attributes import is_of_founding, is_of_noun
from flows.extract.period.bases import COMPARISON, is_base
from flows.extract.period.carried import LISTED, carried_on, inherited, is_ranked
from flows.extract.period.dated import Dated
from flows.extract.period.events import is_of_another_event, is_of_report
from flows.extract.period.fallback import article_period
from flows.extract.period.frames import frame_of, goal_frame, label_of
from flows.extract.period.goals import PARTS, told_before
from flows.extract.period.pairs import COME_TO, part_after
from flows.extract.period.periods import (
    DEADLINE,
    DURATIONS,
    LASTING,
    NONE,
    OF_COMPARISON,
    UNDATED,
    Period,
)
from flows.extract.period.timeless import holds_always, is_effect
from flows.extract.spot import Spot
from flows.extract.times import TimeSpan
from flows.patterns import holds, lazy


def inherited_period(
    spot: Spot, what: Dated, discourse: Discourse, topics: Topics, published_on: date | None
) -> Period:
    """The period of a number whose own sentence gives it none."""
    found = by_then(spot, discourse, published_on) or of_no_day(spot, what)
    found = found or of_those_before(spot, what, discourse) or of_the_opening(spot, what, discourse)
    if found:
        return found
    if is_dated(spot):
        return beside_a_time(spot, what, discourse, topics, published_on)
    return (
        label_of(spot)
        or of_the_plan(topics)
        or of_any_time(spot, what, discourse)
        or announced_anew(spot, what, discourse, published_on)
        or carried_on(spot, what, discourse, topics, published_on)
        or told_before(spot, discourse, published_on)
        or goal_frame(spot, discourse, published_on)
        or opened_with(spot, what, discourse, published_on)
        or edition_quoted(spot, what, topics)
        or article_period(spot, what, discourse, topics, published_on)
    )


def of_no_day(spot: Spot, what: Dated) -> Period | None:
    """What a model is, what will be of a project once it is completed, and how much something has an effect
    on something are of no day in particular.
    """
    completed = COMPLETED.search(spot.to_number) is not None and announces(spot.to_number)
    if what.kind == "model" or completed and not is_dated(spot):
        return NONE
    return LASTING if what.measure == "growth" and is_effect(spot) else None


COMPLETED = lazy("(?:投产|达产|建成|竣工|完工|投用|投运)(?:达产|投产|投用|运营)?后")
"""What makes what is foretold of a project be of nobody knows when (投产后，年产值有望达60亿元)."""


def of_those_before(spot: Spot, what: Dated, discourse: Discourse) -> Period | None:
    """The years of those that were ranked before, for the next places."""
    if discourse.said and ranks_on(spot, what, discourse):
        return inherited(discourse.said, "those ranked before")
    return None


def ranks_on(spot: Spot, what: Dated, discourse: Discourse) -> bool:
    """Does a sentence without a time tell the next places by what was told of some years
    (过去十年，甲国申请…件。乙国、丙国分列第二和第三)?
    """
    if spot.number.unit != "rank" or discourse.same_sentence or not discourse.topics or is_dated(spot):
        return False
    last, said = discourse.topics[0], discourse.said
    alike = last.order == spot.order - 1 and last.metric == what.metric
    return bool(alike and said and said.rule == "time duration")


def of_the_opening(spot: Spot, what: Dated, discourse: Discourse) -> Period | None:
    """The period that the sentence opened with, for its part behind ；."""
    if discourse.opening and may_reopen(spot, discourse, what):
        return inherited(discourse.opening, "the sentence's opening")
    return None


LEFT_BEHIND = lazy(
    r"[从由自](?:[0-9]{4}年|[去前上]年|十年前)[^，。；的0-9]{0,4}的[^，；。]{1,14}(?:增|升|降|提高|扩|跃|减|发展|壮大|攀)"
)
"""A year from whose level something has gone: nothing else in the sentence is of it."""


def may_reopen(spot: Spot, discourse: Discourse, what: Dated) -> bool:
    """Does a part of the sentence behind ； go back to the period that the sentence opened with?"""
    if not discourse.same_sentence or not discourse.opening or "；" not in spot.to_number:
        return False
    if not discourse.opening.known and not what.is_stock(spot):
        return False
    if LEFT_BEHIND.search(spot.text, spot.sentence.start, spot.text.find("；", spot.sentence.start)):
        return False
    if discourse.opening.rule in DURATIONS | {"time since"}:
        return ON_AND_ON.search(spot.text, spot.clause_start, spot.number.start) is not None
    return discourse.opening.rule != UNDATED.rule and discourse.opening.rule not in PASSING


ON_AND_ON = lazy(r"年均|平均|增长|新增|累计|新建|新改建|建成|完成|净增|引进|新[开设签]")
"""What goes on since the time that opens a sentence, also behind ；."""
PASSING = frozenset({"time since", "time date", "time day", OF_COMPARISON, DEADLINE})
"""Rules of periods with which a sentence opens for its first part only."""


def is_dated(spot: Spot) -> bool:
    """Does the sentence name a time before the number, though not for it? A part of what was counted before
    is of the same count, whenever it came about (其中2015年创建的企业最多，占14%).
    """
    part = holds(spot.to_number, PARTS)
    return any(
        time.start < spot.number.start
        and (time.period_start or time.period_end or is_unknown(time, spot))
        and not (part and is_of_noun(time, spot.text, spot.number, time.start >= spot.clause_start))
        and not (part and is_of_founding(time, spot.text))
        and not is_base(time, spot.text, spot.number)
        and not is_of_another_event(time, spot.text, spot.sentence, spot.number)
        and not COMPARISON.match(spot.text, time.start)
        and not is_of_report(time, spot.text, spot.sentence.clause_start(time.start), spot.number)
        for time in spot.sentence.times
    )


def is_unknown(time: TimeSpan, spot: Spot) -> bool:
    """Is it a year of which nobody knows which it is, in an article without a day (去年, 今年上半年)?"""
    known = time.period_start or time.period_end
    return not known and spot.text.startswith(RELATIVE, time.start) and not OF_THEN.match(spot.text, time.end)


OF_THEN = lazy(r"[^，。；0-9]{1,8}的")
"""What tells of whom it is told since then (去年大旱的甲省)."""
RELATIVE = ("今年", "去年", "前年", "上年", "明年")


def beside_a_time(
    spot: Spot, what: Dated, discourse: Discourse, topics: Topics, published_on: date | None
) -> Period:
    """The period of a number whose sentence names a time that is not its own: that of the list for the place
    that somebody has come to (由2020年的第9位升至第6位), the one behind a part or a level before, else none.
    """
    come_to = is_ranked(spot.number, what.metric) and COME_TO.search(spot.window.before)
    if topics.whole.edition and come_to:
        return topics.whole.edition
    after = part_after(spot, discourse.period, discourse.entered, topics.period)
    return after or year_after(spot, discourse, topics, published_on) or NONE


def of_the_plan(topics: Topics) -> Period | None:
    """The period of the plan that the article tells: all its goals are of it."""
    return topics.period if topics.plan else None


def of_any_time(spot: Spot, what: Dated, discourse: Discourse) -> Period | None:
    """What holds at any time (`holds_always`)."""
    return LASTING if holds_always(spot, what, discourse) else None


def announced_anew(spot: Spot, what: Dated, discourse: Discourse, published_on: date | None) -> Period | None:
    """The time of the figures that the sentence before announces, for what was done since the last claim."""
    if discourse.period_sentence >= spot.order - 1 or what.is_stock(spot):
        return None
    return announced(spot, published_on)


def opened_with(spot: Spot, what: Dated, discourse: Discourse, published_on: date | None) -> Period | None:
    """The period that the passage opens with, for what was done over it (过去一年，…。新增企业30家)."""
    framed = frame_of(spot, discourse, published_on)
    return framed if framed and not what.is_stock(spot) else None


def edition_quoted(spot: Spot, what: Dated, topics: Topics) -> Period | None:
    """The edition of the article's list, for a rank and for what a sentence quotes from the list."""
    edition, sentence = topics.whole.edition, spot.sentence
    if edition is None or is_ranked(spot.number, what.metric):
        return edition
    return edition if LISTED.search(spot.text, sentence.start, sentence.end) else None
