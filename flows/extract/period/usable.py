"""Which of the times of a sentence may date a number: none that belongs to another number, to a noun, to what
was only said or compared, or to what began then.
"""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.numbers.number import Number
from flows.extract.period.attributes import (
    OPENED,
    is_issue,
    is_of_founding,
    is_of_noun,
    is_of_plan,
    is_of_run,
)
from flows.extract.period.bases import COMPARISON, is_base
from flows.extract.period.durations import is_of_record
from flows.extract.period.events import is_apart, is_bracketed, is_of_another_event, is_passed, is_reported
from flows.extract.spot import Spot
from flows.extract.times import TimeSpan
from flows.patterns import lazy

FROM_BEFORE = lazy(r"[从由自]$")
EVENT_KINDS = frozenset({"date", "clock", "week", "weekday", "day"})
FOUNDED = lazy(
    rf"(?:[^。；将拟]{{0,24}}?|[^，。；将拟]{{0,60}}?){alternation('founding_verb')}(?!仅|不[到足]|[^，。；]{{0,4}}[年月]的|以来|[^，。；]{{0,8}}时(?:，|$)|之[初际]|当年|伊始)"
)
EMPTY_KINDS = frozenset({"clock"})
SPANS = frozenset({"since", "duration"})
MONTHS_AND_YEARS = frozenset({"month", "year", "relative"})
LED_TO = frozenset("到在至")
"""What stands before a month or a year that dates all that follows, whatever opened in it (到2024年，…)."""
RECORD = lazy(r"(?:以?来)?(?:的|同期|单[月季]|历史|年内){0,2}(?:次|第[二三])?(?:最[高低快大好多佳]|新[高低])")
"""What makes a time since which the span of a record: 为2022年以来最高点 dates nothing."""
OWN_VALUE = lazy(r"的?(?:约|超过?|近)?(?:人民币|新台币|[美港日欧]元|[港台美]币|US\$|HK\$|[¥$€£])?[-−]?[0-9]")
OWN_RANK = lazy(r"的?(?:第[0-9一二三四五六七八九十]|[一二三四五六七八九]成)")
PAIR = lazy(r"(?:至|到|升|降|增|减|滑|跌|涨|提高|下降|扩大|下调|上调|回落|[调变转优][整化为]|演变)")


def bound_elsewhere(time: TimeSpan, spot: Spot) -> bool:
    """Does the time belong to another number directly behind it (由十年前的25%升至34%)?"""
    gap = spot.text[time.end : spot.number.start]
    return (
        bool(OWN_VALUE.match(gap) or OWN_RANK.match(gap))
        and bool(FROM_BEFORE.search(spot.text[max(0, time.start - 2) : time.start]))
        and bool(PAIR.search(gap))
    )


def usable(time: TimeSpan, spot: Spot) -> bool:
    """Does the time say when the number holds? Not clock times, nor the day on which somebody reported it."""
    text, number, clause_start = spot.text, spot.number, spot.clause_start
    if has_no_dates(time) or is_in_passing(time, text, number):
        return False
    if "；" in text[time.end : clause_start]:
        if ends_with_its_part(time, spot):
            return False
        if time.kind == "until" and text.startswith("前", time.end):
            return time.start == spot.sentence.start and text.startswith("，", time.end + 1)
    if "届时" in text[time.end : number.start]:
        return True
    own = time.start >= clause_start
    if is_of_another_event(time, text, spot.sentence, number) or is_of_noun(time, text, number, own):
        return False
    if leads_to_firm(time, spot):
        return False
    return own or holds_on(time, spot)


def leads_to_firm(time: TimeSpan, spot: Spot) -> bool:
    """Is it only when the firm was founded that is named behind it (2016年成立的甲公司已完成7轮融资)?"""
    opened = OPENED.match(spot.text, time.end, spot.number.start) if "的" in spot.to_number else None
    return opened is not None and any(
        one.start == opened.end() and one.kind == "firm" for one in spot.sentence.mentions
    )


def has_no_dates(time: TimeSpan) -> bool:
    """Is the time without a day, as 上午九点 is?"""
    if time.period_start is None and time.period_end is None:
        return True
    return time.kind in EMPTY_KINDS and "date" not in time.rule


def is_in_passing(time: TimeSpan, text: str, number: Number) -> bool:
    """Is the time named in passing: in brackets, of a record (为2022年以来最高点), as what something is
    compared with, as when somebody was founded or what a plan is for?
    """
    if is_bracketed(time, text, number) or is_of_record(time, text) or is_apart(time, text):
        return True
    if time.kind in SPANS and RECORD.match(text, time.end):
        return True
    return is_base(time, text, number) or is_of_founding(time, text) or is_of_plan(time, text)


def ends_with_its_part(time: TimeSpan, spot: Spot) -> bool:
    """Does the time hold up to the next ； only: one since which or with which something is compared, a
    stretch behind which is told what there is in all (三年来新建40所；现有120所), one behind a number that
    opens no part (一季度降5%；二季度增3%；…), one from whose level something has gone (由2015年的50亿元
    增至240亿元；…), or the years of a plan that another has made (甲市发布《…（2024—2026年）》；乙市将设立…)?
    """
    if time.kind == "since":
        return not opens_with(time, spot)
    if COMPARISON.match(spot.text, time.start):
        return True
    if spot.text.startswith("的", time.end) and FROM_BEFORE.search(spot.text, 0, time.start):
        return True
    if time.kind == "duration" and IN_ALL.search(spot.text, spot.clause_start, spot.number.start):
        return True
    if spot.text.startswith("）》", time.end):
        return any(time.end < one.start < spot.number.start for one in spot.sentence.mentions)
    opens = spot.text.startswith("；", time.start - 1) and time.kind != "duration"
    return time.period_start is not None and time.start > spot.inside[0].start and not opens


def opens_with(time: TimeSpan, spot: Spot) -> bool:
    """Does the sentence open with 今年以来，, of which all its parts tell what has been done?"""
    if time.numeral or time.start > spot.sentence.start + 1 or not spot.text.startswith("以来，", time.end):
        return False
    return IN_ALL.search(spot.text, spot.clause_start, spot.number.start) is None


def holds_on(time: TimeSpan, spot: Spot) -> bool:
    """Does the time of an earlier clause date the number's clause too (2024年，全市经济平稳，增长5%)?"""
    text, sentence = spot.text, spot.sentence
    if time.kind == "since" and is_of_run(time, text, sentence) or is_passed(time, text, sentence):
        return False
    if is_event(time):
        return day_holds_on(time, spot)
    if time.kind in MONTHS_AND_YEARS and text[max(0, time.start - 1) : time.start] not in LED_TO:
        return year_holds_on(time, spot)
    return True


def day_holds_on(time: TimeSpan, spot: Spot) -> bool:
    """Does the day of an event date the number behind it: neither one on which somebody said so, nor one
    on which something opened, unless it tells of that day (周四挂牌，开市即高出发行价1.5%)?
    """
    text, number, start = spot.text, spot.number, spot.clause_start
    founded = FOUNDED.match(text[time.end : start]) is not None
    if founded and RAISED.match(text, start):
        return True
    said = text[start : number.start]
    if "现场" in said or TRADED.search(said) or TRADED.match(text, time.end):
        return True
    return not (founded or is_reported(text, spot.sentence.clause_start(time.start), start, number))


def year_holds_on(time: TimeSpan, spot: Spot) -> bool:
    """Does a month or a year date the number behind it: none in which something opened or was issued, unless
    the number tells what that brought (11月，货站投用，新增机位40个)?
    """
    text, start = spot.text, spot.clause_start
    if TO_BE_THEN.search(text, start, spot.number.start):
        return True  # 明年底建成后，算力将扩至800P
    if time.kind == "month" and not BROUGHT_BY_IT.match(text, start):
        return not (FOUNDED.match(text[time.end : start]) or is_issue(time, text, start))
    founded = FOUNDED.match(text, time.end, spot.sentence.clause_end(time.start))
    return founded is None or is_as_many(founded.end(), spot)


def is_as_many(end: int, spot: Spot) -> bool:
    """Does the verb behind the time, which ends at `end`, only say how many came about, of which the number
    counts more (2024年甲国推出40个模型，乙国15个)?
    """
    first, unit = spot.inside[0].start, spot.number.written_unit
    behind = spot.text[end : first + COUNT]
    return unit is not None and end <= first <= end + COUNT and first < spot.number.start and unit in behind


COUNT = 8
"""Code points from a verb to what it counts, and of that."""


TO_BE_THEN = lazy(r"将|(?<!许)可(?:增加?|扩大?|提升|形成|实现|新增)?[至到达]")
"""What tells that something is reached by the time of another (2027年底投产，产能可到15万吨)."""
BROUGHT_BY_IT = lazy(
    "(?:IPO|首发|每股|对应)?(?:估值|募|融资|发行|定价|售出|预[订售]|新增|新添|增加|增至|释放|带动|首[日周月]|当[天日月年]|一[天周月])"
)
"""What an opening brought in the month of it (11月，货站投用，新增机位40个; 7月上市，募资27亿元)."""
RAISED = lazy("(?:共|合计|累计)?(?:募资|募集|集资|净募|发行(?!价)|首发)")
"""What a listing has brought on its day: 12月5日，甲公司挂牌，募资80亿元."""
IN_ALL = lazy(r"总[量数]|存量|现有|拥有|共有")
"""What is there in all, however much came about in the last years."""
TRADED = lazy(r"开市|开盘|收[盘市报]|早盘|午盘|盘中|(?<!招)股价|对应市值")
"""What is told of the day on which a firm is listed (周四挂牌，开市即高出发行价1.5%)."""


def is_event(time: TimeSpan) -> bool:
    """Is the time one on which something happened or was said: a day, also 今天 and 昨日?"""
    return time.kind in EVENT_KINDS or time.kind == "relative" and time.period_start == time.period_end
