"""Durations: 近三年, 过去6年, 五年前, 30余年; and which are quantities, which the number reader reads."""

from __future__ import annotations

from datetime import date
from functools import cache

from flows.extract.times.atoms import Atom
from flows.extract.times.calendar import (
    NO_PERIOD,
    Period,
    months,
    move_day,
    move_months,
    shift_months,
    week_of,
    years,
)  # fmt: skip
from flows.extract.times.span import TimeSpan
from flows.extract.times.words import Word, alternation, word_after, word_before, words_of
from flows.patterns import Pattern, lazy

SHORT = frozenset(("hour", "minute", "second"))
LONG = frozenset(("year", "month", "week", "century"))
MONTHS_EACH = {"month": 1, "quarter": 3, "year": 12}
HALVES = {"year": (6, "month"), "month": (15, "day"), "century": (50, "year")}
DAYS_EACH = {"week": 7, "day": 1}
TAIL = lazy(
    r"(?:多(?![元种样少家个名])|余(?![额下热])|半(?![年月天小导])|有余)?"
    r"(?:左右|上下(?!游)|以[上下](?![简方]))?"
)


def read_duration(text: str, atom: Atom, today: date | None) -> TimeSpan | None:
    """The span of an amount of time, None when it is a quantity (缩短3天) or no amount at all."""
    start, end, short = atom.start, _tail_end(text, atom.end), atom.kind in SHORT
    if atom.kind == "week number" or text[start - 1 : start] == "第":
        lead = start - (text[start - 1 : start] == "第")
        return None if short else TimeSpan(lead, end, None, None, "duration", "duration.ordinal")
    prefix = _prefix(text, start)
    kind = prefix.grain if prefix else ""
    if prefix and kind != "held":
        start -= len(prefix.word)
    if kind in ("first", "every"):
        return None if short else _first_or_every(text, start, end, atom, today)
    if kind in RUNNING and not _nearly(text, start, end, kind):
        if text[atom.start] == "半" and atom.kind == "year":
            atom = Atom(atom.start, atom.end, atom.grain, "month", 6, 6)
        period = _running(kind, atom, today)
        return TimeSpan(start, end, *period, "duration", f"duration.{kind}")
    return _beside(text, TimeSpan(start, end, None, None, "duration", "duration"), atom, kind, today)


def _tail_end(text: str, end: int) -> int:
    tail = TAIL.match(text, end)
    return tail.end() if tail else end


def _prefix(text: str, start: int) -> Word | None:
    """The word before an amount that belongs to it; 上 only before 百 and 千."""
    prefix = word_before(text, start, "prefix")
    return None if prefix and prefix.grain == "bound hundred" and text[start] not in "百千" else prefix


def _first_or_every(text: str, start: int, end: int, atom: Atom, today: date | None) -> TimeSpan:
    """前三天 at the head of a clause is the days before today, 节日前三天 is not; 每两年 recurs."""
    if text[start] == "每":
        return TimeSpan(start, end, None, None, "recurring", "duration.every")
    opens = text[start] == "前" and (start == 0 or text[start - 1] in "，。；、！？\n")
    period = _running("past", atom, today) if opens else NO_PERIOD
    return TimeSpan(start, end, *period, "duration", "duration.first")


def _beside(text: str, span: TimeSpan, atom: Atom, prefix: str, today: date | None) -> TimeSpan | None:
    """A duration by the word behind it (五年前, 七年来); else a time or a quantity by what surrounds it."""
    behind = word_after(text, span.end, "stretch")
    if behind and behind.grain in ("ago", "later"):
        sign = -1 if behind.grain == "ago" else 1
        low, high, measure = atom.low, atom.high, atom.kind
        if text[atom.start] == "半" and measure in HALVES:
            low, measure = HALVES[measure]
            high = low
        span.period_start, span.period_end = _point(sign * low, sign * high, measure, today)
        span.end, span.kind, span.rule = span.end + len(behind.word), "relative", f"duration.{behind.grain}"
    elif prefix != "this" and (
        behind and behind.word in SO_FAR and not _behind_times(text, span.start) or _sums_up(text, span)
    ):
        period = _running("past" if _is_early(today) else "trailing", atom, today)
        span.period_start, span.period_end = period
        span.rule = "duration.so far"
    elif atom.kind == "day" and _is_told_of(text, span):
        span.rule = "duration.held"
    elif prefix in ("held", "this") or (behind and (behind.grain == "held" or atom.kind not in SHORT)):
        span.rule = "duration.held"
    elif atom.kind not in LONG or _is_quantity(text, span.start, span.end):
        return None
    return span


def _is_told_of(text: str, span: TimeSpan) -> bool:
    """Are the days those just named (5月8日、9日两天), or the time of what follows (七天票房4300万元)?"""
    named = text[span.start - 1 : span.start] in {"日", "号"} and text[span.start - 2].isdigit()
    return named or TOLD_OF.match(text, span.end) is not None


TOLD_OF = lazy(
    r"(?![^，。；]{0,6}[完成可能内就里])[\u4e00-\u9fff]{0,4}?(?:已|约|近|超过?|达到?|突破|逾)*"
    r"[0-9一二两三四五六七八九十百千][0-9.,]*[百千万亿余多]*(?:元|人次|笔|场|单|起|家|个|套|张)"
)
"""What happened in so many days, by its number: 三天六笔融资."""
SO_FAR = ("来", "间", "以来", "时间里", "下来")
"""Words behind an amount of time that runs up to today: 七年来, 两年间, 两年下来."""


def _sums_up(text: str, span: TimeSpan) -> bool:
    """Does a sentence open with what has been done over some years in all (五年累计投入68亿元)?"""
    opens = span.start == 0 or text[span.start - 1] in "。；！\n"
    return opens and text[span.end - 1] == "年" and text.startswith("累计", span.end)


def _is_early(today: date | None) -> bool:
    return today is not None and today.month < SPRING


def _behind_times(text: str, start: int) -> bool:
    """Does the amount only say how long a stretch named before it was (2014至2023年的十年间), or how long ago
    something began whose day is not told (园区揭牌一年来)?
    """
    if text[start - 1 : start] in ("的", "这", "那", "年", "）", "日", "月", "立", "业"):
        return True
    return SINCE_DONE.search(text, max(0, start - 12), start) is not None


SINCE_DONE = lazy(
    r"(?:^|[，。；：！\n])[^，。；：！\n0-9]*(?:启动|建设|建成|投运|投产|投用|运营|运行|挂牌|揭牌|开园|开馆|开通|上线|落户|实施|获批|上市)$"
)
"""What happened, on a day that nobody tells, before the amount of time that has passed since (揭牌一年来)."""


def _nearly(text: str, start: int, end: int, kind: str) -> bool:
    """历时近三年, 近百年历史: 近 that means nearly, not lately."""
    beside = word_before(text, start, "nearly", "before") or word_after(text, end, "nearly", "after")
    return kind == "trailing" and beside is not None


@cache
def _quantity_patterns() -> tuple[Pattern, Pattern]:
    before = alternation(words_of("quantity", "before"))
    after = alternation(words_of("quantity", "after"), follow=True)
    return lazy(rf"(?:{before})(?<!增加(?=值))[^，。；！？\n]{{0,4}}$"), lazy(after)


def _is_quantity(text: str, start: int, end: int) -> bool:
    """Whether the words around say how long something is or lasts: 缩短3个月, 5年有期徒刑, 学制三年."""
    if text[start:end] in ("百年", "千年", "四周"):  # 百年老店, 场馆四周
        return True
    before, after = _quantity_patterns()
    return bool(after.match(text, end) or before.search(text, max(0, start - 9), start))


def _running(prefix: str, atom: Atom, today: date | None) -> Period:
    """近N年: N years up to today; 过去N年: the N whole years before this one; 未来N年: the N after it.

    过去N天 ends yesterday. 过去一年 is the twelve months up to today, early in the year, when reports are
    read, the last one.
    """
    count, measure = atom.high, atom.kind
    if today is None or not 0 < count < 2000 or atom.low > count:
        return NO_PERIOD
    whole = count > 1 or (prefix == "past" and today.month < SPRING)
    if measure == "year" and prefix != "trailing" and whole:
        ahead = today.year + (today.month >= SPRING)  # 未来五年, said in January, begins with the new year
        first = today.year - count if prefix == "past" else ahead
        return years(first, first + count - 1)
    return RUNNING[prefix](today, count, measure)


SPRING = 4
"""The month from which on a year is no longer new: reports are read and plans are made before it."""


def _up_to(today: date, count: int, measure: str) -> Period:
    far = _moved(today, -count, measure)
    if measure in SHORT:
        return far, today
    return (move_day(far, 1), today) if far else NO_PERIOD


def _past(today: date, count: int, measure: str) -> Period:
    if measure in DAYS_EACH:
        return _moved(today, -count, measure), move_day(today, -1)
    return _up_to(today, count, measure)


def _future(today: date, count: int, measure: str) -> Period:
    far = _moved(today, count, measure)
    if measure in SHORT:
        return today, far
    return (move_day(today, 1), far) if far else NO_PERIOD


RUNNING = {"trailing": _up_to, "past": _past, "future": _future}


def _moved(today: date, count: int, measure: str) -> date | None:
    if measure in MONTHS_EACH:
        return shift_months(today, count * MONTHS_EACH[measure])
    if measure in DAYS_EACH:
        return move_day(today, count * DAYS_EACH[measure])
    days = -(-abs(count) // 24) if measure == "hour" else 0
    return move_day(today, days if count > 0 else -days) if measure in SHORT else None


def _point(low: int, high: int, measure: str, today: date | None) -> Period:
    """N units before or after today, in the unit's own grain: 五年前 is a year, 三天前 a day."""
    if today is not None and measure in SHORT and not low:
        return today, today
    if today is None or not low or max(abs(low), abs(high)) > 3000:
        return NO_PERIOD
    first, last = min(low, high), max(low, high)
    match measure:
        case "year":
            return years(today.year + first, today.year + last)
        case "month":
            return months(*move_months(today, first), *move_months(today, last))
        case "week":
            return week_of(today, first)[0], week_of(today, last)[1]
        case "day":
            return move_day(today, first), move_day(today, last)
    return (today, today) if measure in SHORT else NO_PERIOD
