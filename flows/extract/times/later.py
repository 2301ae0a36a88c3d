"""三年后, 两个月后: counted from the time just named, from today only where the text looks ahead."""

from __future__ import annotations

from datetime import date

from flows.extract.times.atoms import Atom
from flows.extract.times.calendar import NO_PERIOD, Period, months, move_months, years
from flows.extract.times.memory import Memory
from flows.extract.times.span import TimeSpan
from flows.patterns import lazy

LATER = "duration.later"
AHEAD = lazy(r"预[计期估料测判]|将|有望|可望|力争|计划|目标|届时|可能|会|展望|争取|规划|承诺|设想|如果|若")
"""What tells that a stretch of time is counted from today."""
EVENT = (
    r"(?:上市|成立|发布|投产|开业|创业|创立|创办|获批|上线|开园|运营|毕业|结束|完成|推出|落地|入驻|启动|开工|签约|融资|开放"
    r"|建成|通车|合并|收购|就职|上任)"
)
EVENT_BEFORE = lazy(EVENT + r"(?:仅仅?|短短|不到|刚刚?|才)?$")
"""What a stretch of time is counted from that is not today (上市半年后)."""
DATED = frozenset({"year", "month", "date", "tenday", "until"})
ENDS = "。！？\n"
SENTENCES = 1
"""Sentence ends that may lie between a time and the stretch counted from it."""


def anchored(text: str, span: TimeSpan, atom: Atom, spans: list[TimeSpan], context: Memory) -> Period:
    """The period of a stretch of time with 后 behind it, none where the text does not settle it."""
    start = max(text.rfind(mark, 0, span.start) for mark in ENDS) + 1
    end = min((at for at in (text.find(mark, span.end) for mark in ENDS) if at >= 0), default=len(text))
    base = base_of(text, span, spans)
    if base and base.period_end and span.period_end and base.period_end > span.period_end:
        base = None  # 预测2035年的规模。三年后能活下来的…: a time that lies farther off is none to count from
    event = EVENT_BEFORE.search(text, max(0, span.start - 6), span.start)
    if base and AHEAD.search(text, max(start, base.end), span.start):
        base = None
    if event:
        same = base and event[0][:2] in text[max(0, base.start - 6) : min(base.end + 24, event.start())]
        return moved(base, atom) if base and same else NO_PERIOD
    if base:
        return moved(base, atom)
    opens, ahead = not text[: span.start].strip(), AHEAD.search(text, start, end)
    if opens and not ahead and (since := year_since(atom, context)):
        return years(since, since)
    return (span.period_start, span.period_end) if opens or ahead else NO_PERIOD


def year_since(atom: Atom, context: Memory) -> int | None:
    """The year that lies so many years behind the one of the passage before, if it has come (2014年，三人
    创业。⏎十年后，员工已有860人).
    """
    named, today = context.named.year, context.today
    if named is None or today is None or atom.kind != "year" or atom.low != atom.high:
        return None
    return named + atom.high if named + atom.high <= today.year else None


def base_of(text: str, span: TimeSpan, spans: list[TimeSpan]) -> TimeSpan | None:
    """The time named just before from which the stretch may be counted."""
    last = next((one for one in reversed(spans[-3:]) if one.period_end), None)
    if last is None or not (last.kind in DATED or last.rule == LATER):
        return None
    between = text[last.end : span.start]
    return last if sum(between.count(mark) for mark in ENDS) <= SENTENCES else None


def moved(base: TimeSpan, atom: Atom) -> Period:
    """The year or the month that lies as many years or months behind the time."""
    end, count = base.period_end, atom.high
    if end is None or not 0 < count < 100 or atom.low != count:
        return NO_PERIOD
    if atom.kind == "year":
        return years(end.year + count, end.year + count)
    if atom.kind == "month" and is_month(base, end):
        return months(*move_months(end, count), *move_months(end, count))
    return NO_PERIOD


def is_month(base: TimeSpan, end: date) -> bool:
    """Does the time name a month or a day?"""
    start = base.period_start
    return start is None or (start.year, start.month) == (end.year, end.month)
