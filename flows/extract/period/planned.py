"""Goals that go on: what a plan or a report sets for a year, and later sentences and passages tell on without
the year (到2027年，规模达到500亿元。⏎产业培育上，打造园区5个).

One decision, from evidence: goals of one year are being told; the sentence announces, or its clauses open
with what is to be done, or its passage has said so before; nothing in it says that it is done, and it is told
of those whose goals they are.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from flows.extract.claim import Claim, PassageReading
from flows.extract.modality_words import announces, is_past
from flows.extract.period.goals import PLANS, SOON, TO_NOW, is_plan
from flows.extract.period.periods import ALWAYS, PASSING, Period
from flows.extract.period.present import NOW, PRESENT
from flows.extract.period.sentences import sentence_starts
from flows.extract.period.statistic import Span, with_period
from flows.extract.period.told_goals import Goals, names_in
from flows.extract.times import TimeSpan
from flows.patterns import lazy

TOLD = frozenset({"title", "body", "caption", "heading"})
OF_GOALS = "period: of the goals told before"
MEANT = "modality: goal that goes on"
AIMED = lazy(r"目标|任务")
"""What the headline says of an article that tells goals."""
LEADS = lazy(
    r"(?:^|[，。；：“])(?:[^，。；：0-9]{0,8}?(?:力争|争取|计划|规划|提出|明确|要求|确定|目标是?))?[到至]?$"
)
"""What stands before the year of goals where it opens its clause."""
MUST = lazy(
    r"将(?!近|军|士|才)|(?<![需主重必概摘提紧首纪简])要(?!求|素|点|闻|塞|道|地|件|领|么|是|不|说|算|数|害|职|务|价)"
    r"|着力"
)
"""How a sentence speaks that tells what is to be done."""
LEVEL = lazy(
    r"(?:达到?|超过?|突破|增至|提高到|提升至|建成|培育|形成|打造|不[低高少大]于|控制在|保持在|[小低高大多少]于)"
    r"[^，。；0-9]{0,8}$"
)
"""What leads to the level that is aimed at."""
TERMS = lazy(
    r"每[年月季]|一次性|首期|最高|给予|予以|奖励|奖补|补[助贴]|资助|的支持|总投资|占地|基金|建筑面积|注册资本"
    r"|(?<!完成)(?<!资产)投资额?约?$"
)
"""What a policy gives and what a project is: no goals of the year."""
WITHIN = lazy(r"不超过|[控限]制?在[^，。；0-9]{0,12}$|不高于")
"""What stands before the share up to which a policy pays."""
SINCE = lazy(
    r"近年|近[0-9一二三四五六七八九十几]+年|此前|曾|素[有以]|著称|闻名|成立|创立|创办|入选|获批|跻身|以来|举行|召开|开幕|现场"
)
"""What tells of what has been."""
HAS = lazy(r"(?<![将要会没只具])有[^，。；、0-9]{0,10}$")
"""What stands before a number of what there is (全市有企业480家)."""


def date_by_goals(passages: list[PassageReading], title: str, published_on: date | None) -> None:
    """Give the undated claims that go on with goals their year, and read them as goals."""
    published_on = published_on or before_goals(passages, title)
    if published_on is None or not any(looks_ahead(reading, published_on) for reading in passages):
        return
    told, last, aimed = Goals(ahead_of=published_on), 0, AIMED.search(title) is not None
    for index, reading in enumerate(one for one in passages if one.passage.role in TOLD):
        told.planned = reading.passage.role == "body" and bool(told.spans) and aimed
        told.step = None
        for start, end in spans_of(reading.text):
            claims = [claim for claim in reading.claims if start <= claim.number.start < end]
            if claims:
                go_on(told, reading, start, end, claims)
            else:
                hear_sentence(told, reading, start, end, published_on)
            for claim in claims:
                if is_dated(claim, published_on):
                    ahead = is_ahead(claim, published_on)
                    ahead = ahead and not has_come_about(reading.text, start, end, claim)
                    told.hear(claim, index, last, ahead)
                    last = index
        told.names.update(names_in(reading.text))
        told.titled = last_year_named(reading, published_on) or told.titled
        told.plan = bool(told.spans) and (told.plan or PLANS.search(title + reading.text) is not None)


EVER = date(1900, 1, 1)


def before_goals(passages: list[PassageReading], title: str) -> date | None:
    """The last day before the first year that a plan without a date aims at."""
    if not PLANS.search(title):
        return None
    years = [
        time.period_end.year
        for reading in passages
        for start, end in (spans_of(reading.text) if reading.passage.role == "body" else ())
        for time in reading.times
        if start <= time.start < end and time.period_end and is_aim(time, reading, start, EVER)
    ]
    return date(min(years) - 1, 12, 31) if years else None


def last_year_named(reading: PassageReading, published_on: date) -> Span | None:
    """The last year of those that the name of a plan tells (《数智经济行动方案（2026—2028年）》)."""
    for time in reading.times:
        if time.kind != "range" or time.period_end is None or time.period_end <= published_on:
            continue
        if PLAN_NAME.search(reading.text, 0, time.start) and reading.text.startswith("）》", time.end):
            return date(time.period_end.year, 1, 1), time.period_end
    return None


PLAN_NAME = lazy(r"《[^》]{2,40}(?:方案|计划|规划|意见|措施|行动)[（(]$")


def looks_ahead(reading: PassageReading, published_on: date) -> bool:
    """Does the passage name a time to come? Else it sets no goals."""
    ends = [one.period_end for one in reading.times] + [one.period_end for one in reading.claims]
    return any(end is not None and (end - published_on).days > SOON for end in ends)


def spans_of(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a passage start and end."""
    starts = sentence_starts(text)
    return [span for span in pairwise((*starts, len(text))) if span[0] < span[1]]


def hear_sentence(told: Goals, reading: PassageReading, start: int, end: int, published_on: date) -> None:
    """Go on behind a sentence without a claim: it may name the year of goals, or tell what is to be done."""
    said = reading.text[start:end]
    for time in reading.times:
        if start <= time.start < end and is_aim(time, reading, start, published_on):
            if not told.spans:
                told.leave()
            told.spans.add((time.period_start, time.period_end))
    if told.spans:
        told.planned = told.planned or MUST.search(said) is not None or is_plan(said)


def is_aim(time: TimeSpan, reading: PassageReading, start: int, published_on: date) -> bool:
    """Is the time the year of goals: a year to come, with which a clause opens that announces them?"""
    text, until = reading.text, time.period_end
    if time.kind not in {"year", "until", "relative"} or until is None or (until - published_on).days <= SOON:
        return False
    if reading.passage.role in {"title", "heading"}:
        return AIMED.search(text) is not None
    if LEADS.search(text, max(start, time.start - 14), time.start) is None:
        return False
    led = text[time.start - 1 : time.start] in {"到", "至"} or text.startswith("到", time.start)
    return led or announces(text[time.end : time.end + AFTER])


AFTER = 40
"""Code points behind a year within which its sentence announces goals."""


def is_dated(claim: Claim, published_on: date) -> bool:
    """Has the claim a period that others may go on with: for a goal, one to come?"""
    end = claim.period_end
    if end is None or OF_GOALS in claim.rule or any(f"period: {rule}" in claim.rule for rule in PASSING):
        return False
    return claim.modality != "target" or (end - published_on).days > SOON


def is_ahead(claim: Claim, published_on: date) -> bool:
    """Is the claim of a whole year of which most is to come (1月，会议提出，今年产量稳定在1500亿斤)?"""
    year = Period(claim.period_start, claim.period_end, "")
    ahead = year.end is not None and (year.end - published_on).days > MOST
    return ahead and year.whole_year and claim.modality == "actual"


def has_come_about(text: str, start: int, end: int, claim: Claim) -> bool:
    """Does the claim's sentence tell what there is by now (到今年，已有498所高校开设)?"""
    return is_done(text[start:end], text[start : claim.number.start])


MOST = 240
"""Days of a year that is mostly to come."""


def go_on(told: Goals, reading: PassageReading, start: int, end: int, claims: list[Claim]) -> None:
    """Date the claims of a sentence that go on with the goals told before."""
    said = reading.text[start:end]
    told.take_title(said)
    if not told.spans:
        return
    plan = is_plan(said)
    for claim in claims:
        level = is_level(told, reading, start, claim)
        undated = not (claim.period_start or claim.period_end) and (level or ALWAYS not in claim.rule)
        if len(told.spans) != 1 or not undated:
            continue
        before = reading.text[start : claim.number.start]
        quoted = bool(names_in(before))
        if told.is_other(before):
            told.leave()  # what another plan aims at
        elif claim.modality == "forecast" or (has_now(before) if quoted else is_done(said, before)):
            told.aside = told.aside or claim.modality == "actual"
        elif quoted or told.are_of(claim):
            aimed = plan or level or quoted or MUST.search(before) is not None
            if is_goal(told, claim, aimed) and not is_timed(reading, start, claim):
                if not is_of_terms(reading.text, before, claim, end):
                    give(claim, told.step or next(iter(told.spans)))
    told.planned = told.planned or not told.aside and (plan or MUST.search(said) is not None)


def is_timed(reading: PassageReading, start: int, claim: Claim) -> bool:
    """Does the sentence name a time before the number?"""
    return any(start <= one.start < claim.number.start and one.period_end for one in reading.times)


def is_of_terms(text: str, before: str, claim: Claim, end: int) -> bool:
    """Does the number's clause tell what a policy gives, or what a project is?"""
    clause = before[max(before.rfind("，"), before.rfind("；")) + 1 :]
    if claim.unit == "percent" and WITHIN.search(before):
        clause = before  # 补助不超过60%；对一般企业不超过50%
    clause += text[claim.number.start : amount_start(claim)]
    behind = text[claim.number.end : end].partition("，")[0]
    return bool(TERMS.search(clause) or TERMS.search(behind))


def is_goal(told: Goals, claim: Claim, plan: bool) -> bool:
    """Is the number aimed at: does its sentence announce it, or go on with what is to be done?"""
    if claim.modality == "target":
        return True
    return not told.aside and (plan or told.planned)


def is_level(told: Goals, reading: PassageReading, start: int, claim: Claim) -> bool:
    """Behind the goals of a plan: is the number a level, in a sentence that names nobody whose it is now?"""
    at = claim.number.start
    named = any(start <= one.start < at and one.kind != "self" for one in reading.mentions)
    return told.plan and not named and LEVEL.search(reading.text, start, amount_start(claim)) is not None


def amount_start(claim: Claim) -> int:
    """Where the amount itself starts, behind what bounds it (突破60亿元)."""
    bound = BOUND.match(claim.number.surface)
    return claim.number.start + (bound.end() if bound else 0)


BOUND = lazy(r"超过?|突破|达到?|不[少低]于")


def has_now(before: str) -> bool:
    """Does a sentence that quotes the plan tell what there is now?"""
    return bool(NOW.search(before) or PRESENT.search(before))


def is_done(said: str, before: str) -> bool:
    """Does the sentence tell what is there or has come about?"""
    if is_past(said) or SINCE.search(said) or PRESENT.search(said):
        return True
    return bool(NOW.search(before) or HAS.search(before) or TO_NOW.search(before))


def give(claim: Claim, span: Span) -> None:
    """Make the claim a goal of the year, and say why."""
    with_period(claim, span, OF_GOALS)
    claim.modality = "target"
    rules = claim.rule.split("; ")
    claim.rule = "; ".join(MEANT if rule.startswith("modality: ") else rule for rule in rules)
