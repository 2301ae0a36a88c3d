"""The period that prevails in an article: what is done over a time and names none is of it."""

from __future__ import annotations

from datetime import date

from flows.extract.claim import Claim, PassageReading
from flows.extract.metric.metrics import OTHER, is_stock, unit_kind
from flows.extract.passage_roles import HEADS, TOLD
from flows.extract.period.alike import related
from flows.extract.period.headlines import UNDATED
from flows.extract.period.periods import OF_COMPARISON, Period
from flows.extract.period.whole import dates
from flows.memo import tally
from flows.patterns import lazy

LEAST = 3
"""Dated claims from which on one period prevails."""
MOST = 0.7
"""Its share of them."""
MANY = 8
NEARLY_ALL = 0.9
"""Dated claims, and the share of them, from which on an article reports of nothing but one period."""
YEAR = 366
"""Days of the longest period that prevails."""
PREVAILS = "period: of the article's other figures"
ALONE = "the only period of the article"
"""The rule of some months, or a holiday, of which nearly all figures are: what is done is of it, whatever it
is called. A year is told of beside what there is in it."""
ENDS = "。！？"
BEHIND = 12
"""Code points behind a number in which its sentence still says what it is."""


def date_by_article(passages: list[PassageReading], published_on: date | None) -> None:
    """Give the undated claims of sales, growth and ranks the period of nearly all other actual figures."""
    if not any(UNDATED in claim.rule for reading in passages for claim in reading.claims):
        return
    period = prevailing([claim for reading in passages for claim in reading.claims])
    if period is None or published_on and period.start and period.start > published_on:
        return
    told = False
    dated = {
        (claim.metric, claim.noun)
        for reading in passages
        for claim in reading.claims
        if (claim.period_start, claim.period_end) == (period.start, period.end)
    }
    for reading in passages:
        for claim in reading.claims:
            told = told or (claim.period_start, claim.period_end) == (period.start, period.end)
            if UNDATED not in claim.rule or claim.modality != "actual":
                continue
            if (told or reading.passage.role in HEADS) and is_of_article(claim, reading, period):
                if period.rule != ALONE and not any(is_same(claim, *one) for one in dated):
                    continue
                claim.period_start, claim.period_end = period.start, period.end
                claim.rule = claim.rule.replace(UNDATED, PREVAILS)


def prevailing(claims: list[Claim]) -> Period | None:
    """The period of at most a year that most actual claims are of, among those that have one."""
    dated = tally(
        (claim.period_start, claim.period_end)
        for claim in claims
        if claim.modality == "actual" and claim.period_start and OF_COMPARISON not in claim.rule
    )
    if not dated:
        return None
    (start, end), count = max(dated.items(), key=lambda one: one[1])
    if not (start and end) or count < LEAST or count < MOST * sum(dated.values()):
        return None
    if (end - start).days > YEAR:
        return None
    period = Period(start, end, PREVAILS)
    alone = count >= MANY and count >= NEARLY_ALL * sum(dated.values())
    return period.by(ALONE) if alone and start != end and not period.whole_year else period


def is_same(claim: Claim, metric: str, noun: str) -> bool:
    """Does the claim measure the same as those of a metric and a noun?"""
    if OTHER in {claim.metric, metric}:
        return related(claim.noun, noun)
    return claim.metric == metric


NOW = lazy(r"目前|当前|现[在有已阶]|如今|迄今|至今|历年|[近多]年|眼下|截至|已|累计|最近|预计|将|拥有|共有")
FLOW = lazy(
    r"(?:装机|安装|出货|产|销|销售|交付|成交|吞吐|发电|业务|客运|货运|进出口)量|营收|收入|利润|亏损|产值|销售额|成交额"
    r"|交易额|中标|接待|人次|新增|费用|市占|份额|增速|增幅|负增长|同比|环比|[年季月][增减]|增额|按[年季月]|较[上前去]|比[上前去]"
)
"""Words of what is done over a time, and of how it has grown."""
GROWN = lazy(r"，(?:同比|环比|按[年季月]|[较比]|[增减升降])")
"""What goes on behind a number with how it has grown."""
RANKED = lazy(r"榜|排名|位列|位居")


def is_of_article(claim: Claim, reading: PassageReading, period: Period) -> bool:
    """Does the claim's sentence tell of what was done, with no time of its own and nothing of the present? In
    an article of one period alone all is of it that is not told to be there.
    """
    if reading.passage.role not in TOLD:
        return False
    number, text = claim.number, reading.text
    start = max(text.rfind(mark, 0, number.start) for mark in ENDS) + 1
    said = text[start : number.start]
    if said.endswith(("由", "从")):
        return False  # the level before: 由58%升至68%
    if is_stock(claim.metric, claim.measure, unit_kind(number.unit), said):
        return False
    behind = text[number.end : number.end + BEHIND].split("。", 1)[0]
    cut = behind.find("，")
    whole = text[start : number.end] + (behind if cut < 0 or GROWN.match(behind, cut) else behind[:cut])
    if NOW.search(whole) or not (period.rule == ALONE or FLOW.search(whole) or is_ranking(claim, whole)):
        return False
    part = (reading.passage, text, reading.mentions, reading.times)
    return not any(start <= time.start < number.start and dates(part, time) for time in reading.times)


def is_ranking(claim: Claim, said: str) -> bool:
    """Is it a rank or a share out of a list?"""
    return claim.measure in {"rank", "share"} and RANKED.search(said) is not None
