"""When a claim holds: the time of its clause, sentence, paragraph or headline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flows.extract.cues import alternation
from flows.extract.numbers.number import Number
from flows.extract.period.bases import compares
from flows.extract.period.durations import years_over
from flows.extract.period.editions import edition_year
from flows.extract.period.events import dated_behind, in_title, repeats
from flows.extract.period.present import PRESENT, first_to_date, words_of_now
from flows.extract.period.usable import FROM_BEFORE, OWN_VALUE, PAIR, bound_elsewhere, usable
from flows.extract.sentences import Sentence
from flows.extract.times import TimeSpan
from flows.patterns import lazy

FROM = lazy(r"(?:从|由|自)[^，。；]{0,12}$")
TO = lazy(
    r"(?:增至|增加到|扩大到|扩大至|提高到|提升至|提升到|上升到|增长到|增长至|降至|降到|下降到|减少到|升至|攀升至|跃升至|达到|[到至])[^，。；]{0,4}$"
)


@dataclass(slots=True)
class Period:
    """ISO dates of a period; both None where the text gives none. `rule` says where it was found."""

    start: date | None
    end: date | None
    rule: str

    @property
    def whole_year(self) -> bool:
        """Does it run from the first to the last day of a year?"""
        return bool(self.whole_years and self.start and self.end and self.start.year == self.end.year)

    @property
    def whole_years(self) -> bool:
        """Does it run from the first day of a year to the last day of the same or another?"""
        start, end = self.start, self.end
        return bool(start and end and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31))

    @property
    def known(self) -> bool:
        return self.end is not None or self.start is not None

    def by(self, rule: str) -> Period:
        """The same period, found in another way."""
        return Period(self.start, self.end, rule)


OF_COMPARISON = "time of comparison"
AT_END = "time at the end"
OF_A_TITLE = "time in the title of a report"
THROUGH_YEAR = "the year to its end"
PART_OF_IT = "part of the period before"
SO_FAR = "time duration so far"
DURATIONS = frozenset({"time duration", SO_FAR})
LED = "line above the list"
SOLE = "the article's period"
OF_LEAD = "time of the lead"
DONE = "time at which it is done"
DEADLINE = "time before which"
ALWAYS = "holds at any time"
PASSING = frozenset({OF_COMPARISON, THROUGH_YEAR, PART_OF_IT, DONE, ALWAYS})
"""Rules of periods that only the number itself has: what follows goes back to the one before."""
NONE = Period(None, None, "none stated")
UNDATED = Period(None, None, "stock, not of the headline's period")
LASTING = Period(None, None, ALWAYS)


def period_of(
    number: Number,
    text: str,
    sentence: Sentence,
    clause: tuple[int, int],
    floor: int,
    first: int,
    published_on: date | None,
) -> Period | None:
    """The period that the number's own sentence gives it; None where the sentence says nothing of time.

    `clause` is where the number's clause begins and ends, `floor` where its own segment begins: the end of
    the number before it, or its clause's start;
    `first` is where the sentence's first number begins. A time before that governs the whole sentence, one
    behind it the rest of its part, up to the next ；.
    """
    clause_start, clause_end = clause
    times = sentence.times
    before = [
        time
        for time in times
        if time.start < number.start
        and usable(time, text, sentence, clause_start, number, first)
        and not bound_elsewhere(time, text, number)
        and not (first < number.start and floor > time.end and is_left(time, text, number))
    ]
    inside = [
        time
        for time in times
        if number.end <= time.start < clause_end
        and time.period_end
        and not text[number.end : time.start].strip("（(的，,")
        or AS_OF.fullmatch(text, number.end, time.start)
    ]
    behind = dated_behind(number, text, times, clause)
    if behind and (not before or before[-1].end <= clause_start):
        return Period(behind.period_start, behind.period_end, DONE)
    now_at = -1
    for end in words_of_now(text, sentence.start, sentence.end):
        own = OWN_VALUE.match(text, end) and text[end - 3 : end - 2] not in TO_NOW  # 由18万元降至目前的6万元
        if end <= number.start and not (own and PAIR.search(text[end : number.start])):
            now_at = end
    chosen = before[-1] if before else None
    if chosen and len(before) > 1 and repeats(chosen, before[-2], text):
        chosen = before[-2]
    told = [one for one in times if chosen and chosen.end <= one.start < number.start and one.kind == "year"]
    if chosen and told and in_title(chosen, text):
        return None  # 《2025年…报告》指出，2024年甲地新增40个，乙地15个
    to_date = published_on and first_to_date(text, sentence.start, sentence.end)
    if to_date and to_date <= number.start:
        since = next(
            (time for time in reversed(times) if time.kind == "since" and time.start < number.start), None
        )
        if since:
            return Period(since.period_start, published_on, "since to date")
    if chosen and (chosen.end >= now_at or is_as_of(chosen, text, now_at)):
        if A_YEAR.search(text, floor, number.start) and (whole := from_to(sentence, text, number)):
            return whole
        if SINCE_OPENED.match(text, chosen.end) and published_on and chosen.kind in {"month", "year", "date"}:
            return Period(chosen.period_start, published_on, "time since")
        return combined(chosen, before, number, text, floor)
    inside = inside or ([] if before else said_then(number, text, times, clause))
    if inside:
        rule = "time until" if inside[0].kind == "until" else "time behind the number"
        return Period(inside[0].period_start, inside[0].period_end, rule)
    if now_at >= 0 or PRESENT.search(text, clause_start, number.start):
        return NONE
    year = edition_year(text, sentence, number)
    return year_of(date(year, 1, 1), "edition year") if year else None


LEADING = 4
"""Code points before a number that opens its clause, at most."""
WHO_DID = lazy(r"的?[\u4e00-\u9fff]{2,10}?(?:于|在)?")
DID = lazy(r"(?![^，。；]{0,8}的)[^0-9]+")
"""What those did, and neither whose the time is nor how much it was."""
YEARS_AND_PARTS = frozenset({"year", "half", "quarter", "month", "relative"})


def said_then(number: Number, text: str, times: list[TimeSpan], clause: tuple[int, int]) -> list[TimeSpan]:
    """The time behind those whom a number counts that opens its clause (六成医院2022年接入了平台)."""
    if number.start - clause[0] > LEADING:
        return []
    behind = [time for time in times if number.end <= time.start < clause[1] and time.period_end][:1]
    told = [time for time in behind if time.kind in YEARS_AND_PARTS and time.end < clause[1]]
    told = [time for time in told if DID.fullmatch(text, time.end, clause[1])]
    return [time for time in told if WHO_DID.fullmatch(text, number.end, time.start)]


def is_as_of(time: TimeSpan, text: str, now_at: int) -> bool:
    """Is the time the day of a count, of which 现已 says no more (截至去年底，入驻企业现已有1000余家)?"""
    return time.kind == "until" and text.startswith("现已", now_at - 2)


TO_NOW = frozenset("至到为")
SINCE_OPENED = lazy(
    rf"[^，。；0-9]{{0,6}}?{alternation('founding_verb')}(?:运营)?以来"
    r"|[^，。；0-9《]{0,6}《[^》]{2,60}》(?:正式|颁布)?(?:出台|印发|发布|公布|实施|施行|启动|推行|推出|下发)(?:实施)?以来"
)
"""What makes a time the beginning of a stretch: 2023年1月投运以来, 2022年《…行动计划》出台以来."""
AS_OF = lazy(r"（(?:数据|统计)?截[至止]到?")
"""What leads to the day of a count in brackets behind it: 1.2万块（截至9月）."""
PARTS = frozenset({"month", "quarter", "half"})
BY = lazy(r"(?:^|[^加升降高增扩减跌涨直持延推达提跃攀缩回])到$")
"""What stands before the part of a year up to which something has come (到上半年已有439款)."""
A_YEAR = lazy(r"年均|年复合|复合年|每年平均|平均每年")


def from_to(sentence: Sentence, text: str, number: Number) -> Period | None:
    """The years over which something has grown on average (从2013年的…增长到2023年的…，年均增长10%)."""
    both = [time for time in sentence.times if time.end <= number.start and time.period_end][-2:]
    if len(both) < 2 or not FROM_BEFORE.search(text, max(0, both[0].start - 2), both[0].start):
        return None
    return Period(both[0].period_start or both[0].period_end, both[1].period_end, "from-to, a year")


def combined(chosen: TimeSpan, before: list[TimeSpan], number: Number, text: str, floor: int) -> Period:
    """A since with its until, the end of a range that a from-to pair takes, else the time itself."""
    lead = text[max(floor, chosen.end, number.start - 16) : number.start]
    if (
        chosen.kind == "range"
        and chosen.period_start
        and chosen.period_end
        and chosen.period_start.year < chosen.period_end.year
    ):
        if FROM.search(lead) and chosen.end < floor or FROM.search(lead):
            return year_of(chosen.period_start, "from, first year of the range")
        if TO.search(lead):
            return year_of(chosen.period_end, "to, last year of the range")
    over = years_over(chosen, text)
    if over:
        return Period(*over, "time duration")
    if chosen.period_start is None:
        since = next(
            (time for time in reversed(before[:-1]) if time.kind == "since" and time.period_start), None
        )
        if since:
            return Period(since.period_start, chosen.period_end, "since until")
    if chosen.kind in PARTS and BY.search(text, max(0, chosen.start - 2), chosen.start):
        return Period(None, chosen.period_end, "time until")
    if chosen.rule == "duration.so far":
        return Period(chosen.period_start, chosen.period_end, SO_FAR)
    deadline = chosen.kind == "until" and text.startswith("前", chosen.end)
    rule = DEADLINE if deadline else f"time {chosen.kind}"
    if compares(chosen, text) or text.startswith("同期", chosen.start):
        rule = OF_COMPARISON
    elif is_end(chosen, text) and chosen.kind != "until":
        rule = AT_END
    elif in_title(chosen, text):
        rule = OF_A_TITLE
    return Period(None if is_end(chosen, text) else chosen.period_start, chosen.period_end, rule)


def is_left(time: TimeSpan, text: str, number: Number) -> bool:
    """Is the time one of comparison, which its own clause alone is about?"""
    return compares(time, text) and "，" in text[time.end : number.start]


def is_end(time: TimeSpan, text: str) -> bool:
    """Is the time the end of a year, quarter or month (2024年末, 5月底), up to which a stock is counted?"""
    return text[time.end - 1] in "底末" and time.kind not in {"range", "year", "since", "recurring"}


def year_of(day: date, rule: str) -> Period:
    return Period(date(day.year, 1, 1), date(day.year, 12, 31), rule)
