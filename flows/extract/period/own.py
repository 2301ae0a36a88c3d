"""The period that the times of a number's own sentence give it."""

from __future__ import annotations

from datetime import date

from flows.extract.period.bases import compares
from flows.extract.period.durations import years_over
from flows.extract.period.editions import edition_year
from flows.extract.period.events import dated_behind, in_title, repeats
from flows.extract.period.periods import (
    AT_END,
    DEADLINE,
    DONE,
    NONE,
    OF_A_TITLE,
    OF_COMPARISON,
    SO_FAR,
    Period,
    year_of,
)
from flows.extract.period.present import PRESENT, first_to_date, words_of_now
from flows.extract.period.usable import FROM_BEFORE, OWN_VALUE, PAIR, bound_elsewhere, usable
from flows.extract.spot import Spot
from flows.extract.times import TimeSpan
from flows.patterns import lazy


def period_of(spot: Spot, published_on: date | None) -> Period | None:
    """The period that the number's own sentence gives it; None where the sentence says nothing of time.
    A time before the sentence's first number governs the whole sentence, one behind it the rest of its part,
    up to the next ；.
    """
    before = times_before(spot)
    done = done_then(spot, before)
    if done:
        return done
    chosen = nearest(before, spot.text)
    if chosen and is_of_report_on_another_year(chosen, spot):
        return None
    since = since_to_date(spot, published_on)
    if since:
        return since
    now_at = last_now(spot)
    if chosen and (chosen.end >= now_at or is_as_of(chosen, spot.text, now_at)):
        return period_by(chosen, before, spot, published_on)
    behind = directly_behind(spot) or (None if before else said_then(spot))
    if behind:
        rule = "time until" if behind.kind == "until" else "time behind the number"
        return Period(behind.period_start, behind.period_end, rule)
    if now_at >= 0 or PRESENT.search(spot.text, spot.clause_start, spot.number.start):
        return NONE
    year = edition_year(spot.text, spot.sentence, spot.number)
    return year_of(date(year, 1, 1), "edition year") if year else None


def times_before(spot: Spot) -> list[TimeSpan]:
    """The times before the number that may date it: neither those of another number nor, behind the first
    one, those that only their own clause is compared with.
    """
    start, later = spot.number.start, spot.inside[0].start < spot.number.start
    return [
        time
        for time in spot.sentence.times
        if time.start < start
        and usable(time, spot)
        and not bound_elsewhere(time, spot)
        and not (later and spot.floor > time.end and is_left(time, spot))
    ]


def is_left(time: TimeSpan, spot: Spot) -> bool:
    """Is the time one of comparison, which its own clause alone is about?"""
    return compares(time, spot.text) and "，" in spot.text[time.end : spot.number.start]


def nearest(before: list[TimeSpan], text: str) -> TimeSpan | None:
    """The last of the times, or the one before it that it only repeats."""
    if len(before) > 1 and repeats(before[-1], before[-2], text):
        return before[-2]
    return before[-1] if before else None


def done_then(spot: Spot, before: list[TimeSpan]) -> Period | None:
    """The time behind the number at which what it counts is done (6项指标已于2024年完成), where its clause
    has none before it.
    """
    if before and before[-1].end > spot.clause_start:
        return None
    clause = spot.clause_start, spot.clause_end
    behind = dated_behind(spot.number, spot.text, spot.sentence.times, clause)
    return Period(behind.period_start, behind.period_end, DONE) if behind else None


def is_of_report_on_another_year(chosen: TimeSpan, spot: Spot) -> bool:
    """Is the time in the title of a report, behind which the sentence names a year that dates something else
    (《2025年…报告》指出，2024年甲地新增40个，乙地15个)?
    """
    times, number = spot.sentence.times, spot.number
    told = any(one.kind == "year" and chosen.end <= one.start < number.start for one in times)
    return told and in_title(chosen, spot.text)


def since_to_date(spot: Spot, published_on: date | None) -> Period | None:
    """From the time since which something is counted to the article's day (2020年以来，截至目前共有300家)."""
    start = spot.number.start
    to_date = first_to_date(spot.text, spot.sentence.start, spot.sentence.end) if published_on else 0
    if not to_date or to_date > start:
        return None
    times = reversed(spot.sentence.times)
    since = next((time for time in times if time.kind == "since" and time.start < start), None)
    return Period(since.period_start, published_on, "since to date") if since else None


def last_now(spot: Spot) -> int:
    """Where the last word of the present before the number ends, -1 without any; none that belongs to another
    level (目前的9万元降至6万元).
    """
    text, start = spot.text, spot.number.start
    now_at = -1
    for end in words_of_now(text, spot.sentence.start, spot.sentence.end):
        own = OWN_VALUE.match(text, end) and text[end - 3 : end - 2] not in TO_NOW  # 由18万元降至目前的6万元
        if end <= start and not (own and PAIR.search(text[end:start])):
            now_at = end
    return now_at


TO_NOW = frozenset("至到为")


def is_as_of(time: TimeSpan, text: str, now_at: int) -> bool:
    """Is the time the day of a count, of which 现已 says no more (截至去年底，入驻企业现已有1000余家)?"""
    return time.kind == "until" and text.startswith("现已", now_at - 2)


def directly_behind(spot: Spot) -> TimeSpan | None:
    """The time directly behind the number, mostly in brackets: 320亿元（2024年）, 1.2万块（截至9月）."""
    text, end = spot.text, spot.number.end
    for time in spot.sentence.times:
        if time.start < end:
            continue
        beside = time.start < spot.clause_end and time.period_end
        if beside and not text[end : time.start].strip("（(的，,") or AS_OF.fullmatch(text, end, time.start):
            return time
    return None


AS_OF = lazy(r"（(?:数据|统计)?截[至止]到?")
"""What leads to the day of a count in brackets behind it: 1.2万块（截至9月）."""
LEADING = 4
"""Code points before a number that opens its clause, at most."""
WHO_DID = lazy(r"的?[\u4e00-\u9fff]{2,10}?(?:于|在)?")
DID = lazy(r"(?![^，。；]{0,8}的)[^0-9]+")
"""What those did, and neither whose the time is nor how much it was."""
YEARS_AND_PARTS = frozenset({"year", "half", "quarter", "month", "relative"})


def said_then(spot: Spot) -> TimeSpan | None:
    """The time behind those whom a number counts that opens its clause (六成医院2022年接入了平台)."""
    text, number, end = spot.text, spot.number, spot.clause_end
    if number.start - spot.clause_start > LEADING:
        return None
    times = spot.sentence.times
    time = next((one for one in times if number.end <= one.start < end and one.period_end), None)
    if time is None or time.kind not in YEARS_AND_PARTS or time.end >= end:
        return None
    told = DID.fullmatch(text, time.end, end) and WHO_DID.fullmatch(text, number.end, time.start)
    return time if told else None


def period_by(chosen: TimeSpan, before: list[TimeSpan], spot: Spot, published_on: date | None) -> Period:
    """The period that the chosen time gives, with what stands beside it."""
    text, start = spot.text, spot.number.start
    if A_YEAR.search(text, spot.floor, start) and (whole := from_to(spot)):
        return whole
    if chosen.kind in BEGINNINGS and SINCE_OPENED.match(text, chosen.end):
        return Period(chosen.period_start, published_on, "time since")
    return (
        year_of_range(chosen, text[max(spot.floor, chosen.end, start - 16) : start])
        or over_years(chosen, text)
        or since_until(chosen, before)
        or joined_to_range(chosen, before, spot)
        or by_its_kind(chosen, text)
    )


BEGINNINGS = frozenset({"month", "year", "date"})
SINCE_OPENED = lazy(
    r"(?!(?:最|有|历)[^，。；]{0,10}以来)[^，。；、0-9]{1,12}?(?<!近)(?<!有)以来"
    r"|[^，。；0-9《]{0,6}《[^》]{2,60}》(?:正式|颁布)?(?:出台|印发|发布|公布|实施|施行|启动|推行|推出|下发)(?:实施)?以来"
)
"""What makes a time the beginning of a stretch: 2023年1月投运以来, 2022年《…行动计划》出台以来."""
A_YEAR = lazy(r"年均|年复合|复合年|每年平均|平均每年")


def from_to(spot: Spot) -> Period | None:
    """The years over which something has grown on average (从2013年的…增长到2023年的…，年均增长10%)."""
    start = spot.number.start
    both = [time for time in spot.sentence.times if time.end <= start and time.period_end][-2:]
    if len(both) < 2 or not FROM_BEFORE.search(spot.text, max(0, both[0].start - 2), both[0].start):
        return None
    return Period(both[0].period_start or both[0].period_end, both[1].period_end, "from-to, a year")


def year_of_range(chosen: TimeSpan, lead: str) -> Period | None:
    """The end of a range of years that a level has come from or come to (2020—2024年，由5亿元增至9亿元);
    `lead` is what stands before the number.
    """
    start, end = chosen.period_start, chosen.period_end
    if chosen.kind != "range" or not (start and end) or start.year >= end.year:
        return None
    if FROM.search(lead):
        return year_of(start, "from, first year of the range")
    return year_of(end, "to, last year of the range") if TO.search(lead) else None


FROM = lazy(r"(?:从|由|自)[^，。；]{0,12}$")
TO = lazy(
    r"(?:增至|增加到|扩大到|扩大至|提高到|提升至|提升到|上升到|增长到|增长至|降至|降到|下降到|减少到|升至|攀升至|跃升至|达到|[到至])[^，。；]{0,4}$"
)


def over_years(chosen: TimeSpan, text: str) -> Period | None:
    """The years that a time counts (`years_over`)."""
    over = years_over(chosen, text)
    return Period(*over, "time duration") if over else None


def since_until(chosen: TimeSpan, before: list[TimeSpan]) -> Period | None:
    """From the time since which something is counted to the chosen one (2020年以来，截至6月底，共有300家)."""
    if chosen.period_start is not None:
        return None
    times = reversed(before[:-1])
    since = next((time for time in times if time.kind == "since" and time.period_start), None)
    return Period(since.period_start, chosen.period_end, "since until") if since else None


def joined_to_range(chosen: TimeSpan, before: list[TimeSpan], spot: Spot) -> Period | None:
    """Some years with the part of the next that 及 joins to them (2019年至2021年及2022年上半年，累计投入…);
    not for a level that has come to something.
    """
    if len(before) < 2 or before[-2].kind != "range":
        return None
    text, start = spot.text, spot.number.start
    if text[before[-2].end : chosen.start] not in JOINED:
        return None
    lead = text[max(chosen.end, start - 16) : start]
    if FROM.search(lead) or TO.search(lead):
        return None
    return Period(before[-2].period_start, chosen.period_end, "range and part")


JOINED = frozenset({"及", "和", "以及", "与", "、", "，及", "，以及"})
PARTS = frozenset({"month", "quarter", "half"})
BY = lazy(r"(?:^|[^加升降高增扩减跌涨直持延推达提跃攀缩回])到$")
"""What stands before the part of a year up to which something has come (到上半年已有439款)."""


def by_its_kind(chosen: TimeSpan, text: str) -> Period:
    """The dates of the time itself, with the rule that its kind and what stands beside it make."""
    start, end = chosen.period_start, chosen.period_end
    if chosen.kind in PARTS and BY.search(text, max(0, chosen.start - 2), chosen.start):
        return Period(None, end, "time until")
    if chosen.rule == "duration.so far":
        return Period(start, end, SO_FAR)
    at_end = is_end(chosen, text)
    rule = f"time {chosen.kind}"
    if compares(chosen, text) or text.startswith("同期", chosen.start):
        rule = OF_COMPARISON
    elif at_end and chosen.kind != "until":
        rule = AT_END
    elif in_title(chosen, text):
        rule = OF_A_TITLE
    elif chosen.kind == "until" and text.startswith("前", chosen.end):
        rule = DEADLINE
    return Period(None if at_end else start, end, rule)


def is_end(time: TimeSpan, text: str) -> bool:
    """Is the time the end of a year, quarter or month (2024年末, 5月底), up to which a stock is counted?"""
    return text[time.end - 1] in "底末" and time.kind not in {"range", "year", "since", "recurring"}
