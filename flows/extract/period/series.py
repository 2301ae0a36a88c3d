"""Several values for several times: 2022年至2024年、2025年上半年分别为A、B、C和D."""

from __future__ import annotations

from datetime import date

from flows.extract.discourse import Discourse, Span
from flows.extract.lists import RESPECTIVELY, row_about
from flows.extract.outline import Whole
from flows.extract.period.periods import Period
from flows.extract.spot import Spot
from flows.extract.times import TimeSpan
from flows.patterns import lazy

JOINS = lazy(
    r"[，、]?(?:止(?:年度|[0-9一二三四五六七八九十]{1,2}个月|财年)[、，]?)?(?:以?及|和|与|、|外加|再?加上|连同)?(?:截至)?"
)
MEMBERS = lazy(r"[、和与及]")


def aligned_period(spot: Spot, discourse: Discourse, whole: Whole) -> Period | None:
    """2022年至2024年、2025年上半年分别为A、B、C、D: the time in the number's own place; a sentence with as
    many values and no time of its own takes those of the sentence before, one of 报告期内 the article's.
    """
    index, size = spot.place or unled_place(spot)
    if size < 2:
        return last_of_row(spot, discourse)
    listed = times_listed(spot, size)
    reported = REPORTED.search(spot.to_number) is not None
    if not listed and reported and of_things(spot, index, size):
        return None
    if not listed and index and goes_on(discourse, index, size):
        listed = discourse.listed
    if not listed and reported:
        listed = series_told(size, discourse.said, whole)
    if size >= MANY and listed:
        whole.series = discourse.listed = listed
    if not spot.place:
        return Period(*listed[index], "as many times as values, in order") if listed else None
    if not listed and size == len(discourse.listed) and spot.order - discourse.sentence <= 1:
        listed = discourse.listed if no_other_time(spot) else []
    if len(listed) != size:
        return None
    discourse.listed = listed
    return Period(*listed[index], "respectively, time in order")


def last_of_row(spot: Spot, discourse: Discourse) -> Period | None:
    """The last of the times in order for the one growth behind their values (2023年和2024年营收分别为2亿元和
    5亿元，同比增长150%).
    """
    latest, listed = discourse.latest, discourse.listed
    if not (discourse.same_sentence and latest and listed) or spot.number.unit not in {"percent", "multiple"}:
        return None
    if (latest.start, latest.end) != listed[-1] or LONE_GROWTH.search(spot.window.before) is None:
        return None
    return Period(*listed[-1], "last of the times in order")


LONE_GROWTH = lazy(
    r"同比(?:大幅|激|暴|猛|劲)?[增下上提减升][长加降涨升少幅]?(?:了|约|近|超过?|逾|高达|达|为)*$"
)


def goes_on(discourse: Discourse, index: int, size: int) -> bool:
    """Has the value before taken the time before its own of those told?"""
    latest, listed = discourse.latest, discourse.listed
    return latest is not None and len(listed) == size and (latest.start, latest.end) == listed[index - 1]


MANY = 3
"""Values in a row, at least, that are taken for one of each time without 分别."""
REPORTED = lazy(r"报告期|往绩(?:记录)?期|[同各]期|同一?时期|期[内间]")
"""What tells that the times are those of which a prospectus reports."""


def series_told(size: int, said: Period | None, whole: Whole) -> list[Span]:
    """The times of which the article has told amounts in a row, with the one told behind them where there is
    one amount more (2022年至2024年收入…；今年上半年收入…。同期亏损A、B、C和D).
    """
    series = whole.series
    if size == len(series):
        return series
    if size == len(whole.gone_through):
        return whole.gone_through
    ended = series[-1][1] if series and size == len(series) + 1 else None
    goes_on = ended and said and said.start and said.end and said.start > ended
    return [*series, (said.start, said.end)] if goes_on and said else []


def of_things(spot: Spot, index: int, size: int) -> bool:
    """Are as many things as values named for them (同期，自营、加盟、线上占比分别为)?"""
    lead = spot.text[spot.sentence.start : spot.inside[spot.index - index].start]
    return len(MEMBERS.findall(REPORTED.split(lead)[-1])) == size - 1


def go_through(whole: Whole, topic: tuple[str, str], period: Period) -> None:
    """Keep the times of which one amount after the other has been told of the same `topic`, in their order
    (2023年收入…，2024年收入…。同期亏损A和B).
    """
    if period.start is None or period.end is None:
        return
    told, last = whole.gone_through, (period.start, period.end)
    if topic == whole.goes_through and last in told[-1:]:
        return
    if topic != whole.goes_through or told and told[-1][1] and period.end <= told[-1][1]:
        told = []
    whole.goes_through, whole.gone_through = topic, [*told, last]


def unled_place(spot: Spot) -> tuple[int, int]:
    """The number's place in a row of amounts that 分别 does not lead (2022年至2024年占45%、38%和36%), and the
    row's length; no row where as many things as amounts are named before it.
    """
    inside, at = spot.inside, spot.index
    first, last = row_about(spot.text, inside, at)
    size, start = last - first + 1, spot.sentence.clause_start(inside[first].start)
    ends = [time.end for time in spot.sentence.times if time.end <= inside[first].start]
    clause = spot.text[max(start, *ends[-1:], 0) : inside[first].start]
    if size < (2 if len(ends) == 2 else MANY) or len(MEMBERS.findall(clause)) >= size - 1:
        return 0, 0
    return at - first, size


def times_listed(spot: Spot, size: int) -> list[Span]:
    """The last `size` periods of a list of times before the number; a range of years is each of them."""
    end = spot.number.start
    times = [time for time in spot.sentence.times if time.start < end and time.period_end]
    if len(times) > 1 and REPORTED.match(spot.text, times[-1].start):
        times.pop()  # 2022年至2024年投入分别为…，在同期收入中分别占
    if len(times) > 1 and "holiday" in times[-1].rule and len(years_of_range(times[-2])) == size > 1:
        times.pop()  # 2018年至2022年，国庆档票房依次为
    between = RESPECTIVELY.split(spot.text[times[-1].end : end], 1)[0] if times else ""
    if MEMBERS.search(between) and spot.aligned():
        return []  # 2021年至2023年，北京、上海、深圳分别为: one value for each place
    if times and times[-1].kind == "duration":  # 2017年至2019年，近三年分别为
        years = (years_of_range(time) for time in reversed(times))
        return next((found for found in years if len(found) == size), last_years(times[-1], size))
    listed: list[Span] = []
    for place in range(len(times) - 1, -1, -1):
        if listed and not JOINS.fullmatch(spot.text, times[place].end, times[place + 1].start):
            return []
        listed = periods_in(times[place]) + listed
        if len(listed) >= size:
            return listed if len(listed) == size else []
    return []


def last_years(time: TimeSpan, size: int) -> list[Span]:
    """The whole years before the day up to which 近三年 runs, if it is as many years as there are values."""
    start, end = time.period_start, time.period_end
    if not (start and end) or round((end - start).days / 365.25) != size:
        return []
    return [(date(year, 1, 1), date(year, 12, 31)) for year in range(end.year - size, end.year)]


def periods_in(time: TimeSpan) -> list[Span]:
    """The years of a range of years; any other time alone, and 截至2023年、2024年12月31日止年度 as years."""
    if time.kind == "until" and time.rule == "year" and time.period_end:
        return [(date(time.period_end.year, 1, 1), time.period_end)]
    return years_of_range(time) or years_and_part(time) or [(time.period_start, time.period_end)]


def years_and_part(time: TimeSpan) -> list[Span]:
    """The years of a range and the part of one with which it ends (2017年至2020年上半年)."""
    start, end = time.period_start, time.period_end
    if time.kind not in SPANS or not (start and end) or (start.month, start.day) != (1, 1):
        return []
    if start.year == end.year or (end.month, end.day) == (12, 31):
        return []
    years = [(date(year, 1, 1), date(year, 12, 31)) for year in range(start.year, end.year)]
    return [*years, (date(end.year, 1, 1), end)]


def no_other_time(spot: Spot) -> bool:
    """Does the sentence name no time before the number but 同期?"""
    return all(
        spot.text.startswith("同期", time.start)
        for time in spot.sentence.times
        if time.start < spot.number.start and (time.period_start or time.period_end)
    )


SPANS = frozenset({"range", "duration", "relative"})
"""Kinds of times that may be several years: 2021年至2023年, 近三年, 报告期内."""


def years_of_range(time: TimeSpan) -> list[Span]:
    """The whole years that a range of years consists of, in order; none for any other time."""
    period = Period(time.period_start, time.period_end, "")
    if time.kind not in SPANS or not (period.start and period.end) or not period.whole_years:
        return []
    return [(date(year, 1, 1), date(year, 12, 31)) for year in range(period.start.year, period.end.year + 1)]
