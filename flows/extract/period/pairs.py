"""Two levels: the one that something has come from, and the one that it has come to (由A增至B)."""

from __future__ import annotations

from flows.extract.modality_words import announces, modality_words
from flows.extract.period.periods import OF_COMPARISON, UNDATED, Period
from flows.extract.spot import Spot
from flows.extract.times.calendar import months, move_months, shift_years
from flows.patterns import lazy


def from_or_to(spot: Spot, period: Period) -> Period:
    """The period of the claim; of a level that something has come from, the year before or none; of one that
    it has come to, the later of the two years that the sentence named.
    """
    if comes_from(spot):
        if is_quarter(period) and AGAINST_BEFORE.match(spot.text, spot.number.end):
            return months_before(period)
        if has_come(period):
            return of_pair(spot, 0) or (UNDATED if is_hoped_for(spot) else year_before(period))
        if period.rule.startswith("inherited"):
            return of_pair(spot, 0) or UNDATED
    elif period.rule.startswith("inherited") and COME_TO.search(spot.window.before):
        return of_pair(spot, 1) or period
    return period


def of_pair(spot: Spot, place: int) -> Period | None:
    """The first or the second of the two years that the sentence has gone from and to before
    (从2011年的A增长到2021年的B，产值从C增加到D).
    """
    times = [time for time in spot.sentence.times if time.end <= spot.number.start and time.kind == "year"]
    if len(times) != 2 or spot.text[times[0].start - 1 : times[0].start] not in FROM_WORDS:
        return None
    time = times[place]
    return Period(time.period_start, time.period_end, "second of a pair" if place else OF_COMPARISON)


FROM_WORDS = frozenset("从由自")
COME_TO = lazy(r"[增升降减缩扩提跌涨压攀跃变退][^，。；0-9]{0,4}[至到为][约近超]?$")
FROM_LEVEL = lazy(r"[由从][^，。；0-9年月期季末初底日前第]{0,4}$")
TO_LEVEL = lazy(
    r"[^，。；0-9]{0,2}?[增升降减缩扩提跌涨压攀跃变退][^，。；0-9]{0,4}[至到为]"
    r"|(?:同比|环比)?[增升降减扩提跌涨攀下][^，。；0-9]{0,3}[0-9.]{1,8}(?:%|个百分点|倍)[，、]?[至到]"
)
"""What leads from one level to the next: 增至, 下降7.9%至."""


def comes_from(spot: Spot) -> bool:
    """Is the number the first of 由A增至B, with no time of its own?"""
    number = spot.number
    if "；" in behind_time(spot):
        return False
    before = FROM_LEVEL.search(spot.text, max(spot.floor, number.start - 5), number.start)
    return before is not None and TO_LEVEL.match(spot.text, number.end) is not None


def has_come(period: Period) -> bool:
    """Is the period one year or a part of it, named in the sentence, which has one before it?"""
    named = period.rule.startswith("time ") and period.rule != OF_COMPARISON
    return named and (period.whole_year or is_quarter(period))


def is_hoped_for(spot: Spot) -> bool:
    """Is the year one by which something is to change (到2030年，销量有望从A增加到B)? It changes from what is
    there now.
    """
    return announces(spot.to_number) or modality_words()["forecast"].search(spot.to_number) is not None


def year_before(period: Period) -> Period:
    return Period(*shift_years((period.start, period.end), -1), OF_COMPARISON)


def part_after(spot: Spot, *spoken_of: Period | None) -> Period | None:
    """The quarter or month behind the one from which a level has come (从二季度的1.7亿环比下滑14%至1.5亿);
    without 环比 only if it is the one that the claim before or the article is of.
    """
    times = [time for time in spot.sentence.times if time.end <= spot.number.start]
    time = times[-1] if times else None
    if (
        time is None
        or time.kind not in {"quarter", "month"}
        or spot.text[time.start - 1 : time.start] not in FROM_WORDS
    ):
        return None
    start, end = time.period_start, time.period_end
    if not (start and end):
        return None
    length = end.month - start.month + 1
    after = Period(*months(*move_months(start, length), *move_months(end, length)), "behind the level before")
    told = "环比" in spot.text[time.end : spot.number.end + 4]
    known = any(one and (one.start, one.end) == (after.start, after.end) for one in spoken_of)
    return after if told or known else None


AGAINST_BEFORE = lazy(r"(?:环比|按[季月]|[季月][增减升降])")


def months_before(period: Period) -> Period:
    """The quarter or half before it, which 环比 compares it with."""
    if not (period.start and period.end):
        return UNDATED
    first = move_months(period.start, period.start.month - period.end.month - 1)
    return Period(*months(*first, *move_months(period.start, -1)), OF_COMPARISON)


def is_quarter(period: Period) -> bool:
    """Is it a quarter, a half or the first quarters of a year? It dates what was done, not what is there."""
    start, end = period.start, period.end
    if not (start and end) or period.whole_years or start.year != end.year:
        return False
    return start.day == 1 and start.month % 3 == 1


def is_short(period: Period) -> bool:
    """Is it a part of a year, or some days?"""
    start, end = period.start, period.end
    return is_quarter(period) or bool(start and end and (end - start).days < MONTH)


MONTH = 32


def behind_time(spot: Spot) -> str:
    """The text between the last time before the number in its sentence and the number."""
    ends = [time.end for time in spot.sentence.times if time.end <= spot.number.start]
    return spot.text[ends[-1] : spot.number.start] if ends else ""
