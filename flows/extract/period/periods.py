"""When a claim holds: the time of its clause, sentence, paragraph or headline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flows.extract.cues import alternation
from flows.extract.numbers.number import Number
from flows.extract.period.attributes import is_issue, is_of_founding, is_of_noun, is_of_run
from flows.extract.period.bases import COMPARISON, compares, is_base
from flows.extract.period.durations import is_of_record, years_over
from flows.extract.period.editions import edition_year
from flows.extract.period.events import (
    dated_behind,
    in_title,
    is_apart,
    is_bracketed,
    is_of_another_event,
    is_passed,
    is_reported,
    repeats,
)
from flows.extract.period.present import PRESENT, first_to_date, words_of_now
from flows.extract.sentences import Sentence
from flows.extract.times import TimeSpan
from flows.patterns import lazy

FROM_BEFORE = lazy(r"[从由自]$")
FROM = lazy(r"(?:从|由|自)[^，。；]{0,12}$")
TO = lazy(
    r"(?:增至|增加到|扩大到|扩大至|提高到|提升至|提升到|上升到|增长到|增长至|降至|降到|下降到|减少到|升至|攀升至|跃升至|达到|[到至])[^，。；]{0,4}$"
)
EVENT_KINDS = frozenset({"date", "clock", "week", "weekday", "day"})
FOUNDED = lazy(
    rf"(?:[^。；将拟]{{0,24}}?|[^，。；将拟]{{0,60}}?){alternation('founding_verb')}(?!仅|不[到足]|[^，。；]{{0,4}}[年月]的|以来|[^，。；]{{0,8}}时(?:，|$)|之[初际]|当年|伊始)"
)
EMPTY_KINDS = frozenset({"clock"})


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
    to_date = published_on and first_to_date(text, sentence.start, sentence.end)
    if to_date and to_date <= number.start:
        since = next(
            (time for time in reversed(times) if time.kind == "since" and time.start < number.start), None
        )
        if since:
            return Period(since.period_start, published_on, "since to date")
    if chosen and chosen.end >= now_at:
        if A_YEAR.search(text, floor, number.start) and (whole := from_to(sentence, text, number)):
            return whole
        return combined(chosen, before, number, text, floor)
    if inside:
        rule = "time until" if inside[0].kind == "until" else "time behind the number"
        return Period(inside[0].period_start, inside[0].period_end, rule)
    if now_at >= 0 or PRESENT.search(text, clause_start, number.start):
        return NONE
    year = edition_year(text, sentence, number)
    return year_of(date(year, 1, 1), "edition year") if year else None


TO_NOW = frozenset("至到为")
OWN_VALUE = lazy(r"的?(?:约|超过?|近)?(?:人民币|新台币|[美港日欧]元|[港台美]币|US\$|HK\$|[¥$€£])?[0-9]")
OWN_RANK = lazy(r"的?(?:第[0-9一二三四五六七八九十]|[一二三四五六七八九]成)")
PAIR = lazy(r"(?:至|到|升|降|增|减|滑|跌|涨|提高|下降|扩大|下调|上调|回落|[调变转优][整化为]|演变)")


def bound_elsewhere(time: TimeSpan, text: str, number: Number) -> bool:
    """Does the time belong to another number directly behind it (由十年前的25%升至34%)?"""
    gap = text[time.end : number.start]
    return (
        bool(OWN_VALUE.match(gap) or OWN_RANK.match(gap))
        and bool(FROM_BEFORE.search(text[max(0, time.start - 2) : time.start]))
        and bool(PAIR.search(gap))
    )


def usable(
    time: TimeSpan, text: str, sentence: Sentence, clause_start: int, number: Number, first: int
) -> bool:
    """Does the time say when the number holds? Not clock times, nor the day on which somebody reported it."""
    if time.period_start is None and time.period_end is None:
        return False
    if time.kind in EMPTY_KINDS and "date" not in time.rule:
        return False
    aside = is_bracketed(time, text, number) or is_of_record(time, text) or is_apart(time, text)
    if aside or time.kind in SPANS and RECORD.match(text, time.end):
        return False
    if is_base(time, text, number) or is_of_founding(time, text):
        return False
    if "；" in text[time.end : clause_start] and (
        time.kind == "since"
        or time.kind == "duration"
        and IN_ALL.search(text, clause_start, number.start)
        or COMPARISON.match(text, time.start)
        or time.period_start is not None
        and time.start > first
    ):
        return False
    if time.kind == "until" and text.startswith("前", time.end) and "；" in text[time.end : clause_start]:
        return False
    if "届时" in text[time.end : number.start]:
        return True
    if is_of_another_event(time, text, sentence, number):
        return False
    own = time.start >= clause_start
    if is_of_noun(time, text, number, own):
        return False
    if time.kind == "since" and not own and is_of_run(time, text, sentence):
        return False
    if not own and is_passed(time, text, sentence):
        return False
    if is_event(time) and time.start < clause_start:
        own_start = sentence.clause_start(time.start)
        said = text[clause_start : number.start]
        return "现场" in said or TRADED.search(said) is not None or not (
            is_reported(text, own_start, clause_start, number) or FOUNDED.match(text[time.end : clause_start])
        )
    if (
        time.kind in {"month", "year", "relative"}
        and time.start < clause_start
        and text[max(0, time.start - 1) : time.start] not in {"到", "在", "至"}
    ):
        if "将" in text[clause_start : number.start]:
            return True  # 明年底建成后，算力将扩至800P
        if time.kind == "month" and not BROUGHT_BY_IT.match(text, clause_start):
            return not (FOUNDED.match(text[time.end : clause_start]) or is_issue(time, text, clause_start))
        return not FOUNDED.match(text[time.end : sentence.clause_end(time.start)])
    return True


BROUGHT_BY_IT = lazy(
    "募|融资|发行|定价|售出|预[订售]|新增|新添|增加|增至|释放|带动|首[日周月]|当[天日月年]|一[天周月]"
)
"""What an opening brought in the month of it (11月，货站投用，新增机位40个; 7月上市，募资27亿元)."""
IN_ALL = lazy(r"总[量数]|存量|现有|拥有|共有")
"""What is there in all, however much came about in the last years."""
TRADED = lazy(r"开市|开盘|收[盘市报]|早盘|午盘|盘中|(?<!招)股价")
"""What is told of the day on which a firm is listed (周四挂牌，开市即高出发行价1.5%)."""


def is_event(time: TimeSpan) -> bool:
    """Is the time one on which something happened or was said: a day, also 今天 and 昨日?"""
    return time.kind in EVENT_KINDS or time.kind == "relative" and time.period_start == time.period_end


AS_OF = lazy(r"（(?:数据|统计)?截[至止]到?")
"""What leads to the day of a count in brackets behind it: 1.2万块（截至9月）."""
PARTS = frozenset({"month", "quarter", "half"})
BY = lazy(r"(?:^|[^加升降高增扩减跌涨直持延推达提跃攀缩回])到$")
"""What stands before the part of a year up to which something has come (到上半年已有439款)."""
SPANS = frozenset({"since", "duration"})
RECORD = lazy(r"(?:以?来)?(?:的|同期|单[月季]|历史|年内){0,2}(?:次|第[二三])?(?:最[高低快大好多佳]|新[高低])")
"""What makes a time since which the span of a record: 为2022年以来最高点 dates nothing."""
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
