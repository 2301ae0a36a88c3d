"""Durations: 近三年, 过去6年, 五年前, 30余年; and which of them are quantities that belong to the number reader."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from flows.extract.times.atoms import Atom
from flows.extract.times.calendar import (
    NO_PERIOD, Period, months, move_day, move_months, shift_months, week_of, years,
)  # fmt: skip
from flows.extract.times.span import TimeSpan
from flows.extract.times.words import alternation, word_after, word_before, words_of

SHORT = frozenset(("hour", "minute", "second"))
LONG = frozenset(("year", "month", "week", "century"))
TAIL = re.compile(r"(?:多(?![元种样少家个名])|余(?![额下热])|半(?![年月天小导])|有余)?(?:左右|上下(?!游)|以[上下](?![简方])|不到(?=[，。；]))?")
MONTHS_EACH = {"month": 1, "quarter": 3, "year": 12}
DAYS_EACH = {"week": 7, "day": 1}


def read_duration(text: str, atom: Atom, today: date | None) -> TimeSpan | None:
    """The span of an amount of time, None when it is a quantity (缩短3天) or no amount at all."""
    start, measure, low, high = atom.start, atom.kind, atom.low, atom.high
    end = _tail_end(text, atom.end)
    if atom.kind == "week number" or text[start - 1 : start] == "第":
        lead = start - (text[start - 1 : start] == "第")
        return TimeSpan(lead, end, None, None, "duration", "duration.ordinal") if measure not in SHORT else None
    prefix = word_before(text, start, "prefix")
    kind = prefix.grain if prefix else ""
    if kind == "bound hundred" and text[start] not in "百千":
        prefix, kind = None, ""
    if prefix and kind != "held":
        start -= len(prefix.word)
    if kind == "first":
        opens = text[start] == "前" and (start == 0 or text[start - 1] in "，。；、！？\n")
        period = _running("past", low, high, measure, today) if opens else NO_PERIOD
        return TimeSpan(start, end, *period, "duration", "duration.first") if measure not in SHORT else None
    if kind == "every":
        return TimeSpan(start, end, None, None, "recurring", "duration.every") if measure not in SHORT else None
    if kind in ("trailing", "past", "future") and not _nearly(text, start, end, kind):
        return TimeSpan(start, end, *_running(kind, low, high, measure, today), "duration", f"duration.{kind}")
    return _beside(text, start, end, atom, kind, today)


def _tail_end(text: str, end: int) -> int:
    tail = TAIL.match(text, end)
    return tail.end() if tail else end


def _beside(text: str, start: int, end: int, atom: Atom, prefix: str, today: date | None) -> TimeSpan | None:
    """A duration by the word behind it: 五年前, 三天后, 七年来; else a time or a quantity by what surrounds it."""
    measure = atom.kind
    behind = word_after(text, end, "stretch")
    if behind and behind.grain in ("ago", "later"):
        sign = -1 if behind.grain == "ago" else 1
        period = _point(sign * atom.low, sign * atom.high, measure, today)
        return TimeSpan(start, end + len(behind.word), *period, "relative", f"duration.{behind.grain}")
    if prefix in ("held", "this") or behind and (behind.grain == "held" or measure not in SHORT):
        return TimeSpan(start, end, None, None, "duration", "duration.held")
    if measure not in LONG or text[start:end] in ("百年", "千年") or _is_quantity(text, start, end):
        return None
    return TimeSpan(start, end, None, None, "duration", "duration")


def _nearly(text: str, start: int, end: int, kind: str) -> bool:
    """历时近三年, 近百年历史: 近 that means nearly, not lately."""
    return kind == "trailing" and bool(NEARLY.search(text, max(0, start - 3), start) or HISTORY.match(text, end))


HISTORY = re.compile(r"的?(?:悠久)?(?:历史|历程|经验|底蕴|文化)")
NEARLY = re.compile(r"(?:[了有过达时]|用时|坚持|持续|从业|长达|经过|时隔|阔别)$")


@cache
def _quantity_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = alternation(words_of("quantity", "before"))
    after = alternation(words_of("quantity", "after"), follow=True)
    return re.compile(rf"(?:{before})[^，。；！？\n]{{0,4}}$"), re.compile(after)


def _is_quantity(text: str, start: int, end: int) -> bool:
    """Whether the words around say how long something is or lasts: 缩短3个月, 5年有期徒刑, 学制三年."""
    before, after = _quantity_patterns()
    return bool(after.match(text, end) or before.search(text, max(0, start - 9), start))


def _running(prefix: str, low: int, count: int, measure: str, today: date | None) -> Period:
    """近N年: N years up to today; 过去N年: the N whole years before today's year; 未来N年: the N after it.

    过去N天 ends yesterday. 过去一年 is the twelve months up to today, in January and February the year that has just ended.
    """
    if today is None or not 0 < count < 2000 or low > count:
        return NO_PERIOD
    if measure == "year" and prefix != "trailing" and (count > 1 or prefix == "past" and today.month < 3):
        return years(today.year - count, today.year - 1) if prefix == "past" else years(today.year + 1, today.year + count)
    sign = 1 if prefix == "future" else -1
    if measure in SHORT:
        other = move_day(today, sign * (-(-count // 24) if measure == "hour" else 0))
        return (today, other) if sign > 0 else (other, today)
    far = _moved(today, sign * count, measure)
    if far is None:
        return NO_PERIOD
    if sign > 0:
        return move_day(today, 1), far
    if prefix == "past" and measure in DAYS_EACH:
        return far, move_day(today, -1)
    return move_day(far, 1), today


def _moved(today: date, count: int, measure: str) -> date | None:
    if measure in MONTHS_EACH:
        return shift_months(today, count * MONTHS_EACH[measure])
    return move_day(today, count * DAYS_EACH[measure]) if measure in DAYS_EACH else None


def _point(low: int, high: int, measure: str, today: date | None) -> Period:
    """N units before or after today, in the unit's own grain: 五年前 is a year, 三天前 a day."""
    if today is None or not low or max(abs(low), abs(high)) > 3000:
        return NO_PERIOD
    first, last = min(low, high), max(low, high)
    if measure == "year":
        return years(today.year + first, today.year + last)
    if measure == "month":
        return months(*move_months(today, first), *move_months(today, last))
    if measure == "week":
        return week_of(today, first)[0], week_of(today, last)[1]
    if measure == "day":
        return move_day(today, first), move_day(today, last)
    return (today, today) if measure in SHORT else NO_PERIOD
