"""Reading the times of a passage: chains of atoms resolved in order against the reference date and each other."""

from __future__ import annotations

import re
from datetime import date

from flows.extract.times.atoms import DAY, DURATION, Atom
from flows.extract.times.chains import Chunk, read_chunks
from flows.extract.times.durations import read_duration
from flows.extract.times.resolve import Context
from flows.extract.times.span import TimeSpan
from flows.extract.times.words import words_of

SINCE_AFTER = re.compile(
    r"(?:以来|来(?![自到华访看说源临])|开始|起(?![诉步草伏点源来飞家码重义初航名拍]))"
)
AFTER_AFTER = re.compile(r"(?:以后|之后|后(?![续者期台备端方勤劲代市卫]))")
BEFORE_AFTER = re.compile(r"(?:以前|之前|前(?![十三五列瞻提后沿景端往线方百一二四]))")
SINCE_LATER = re.compile(r"[^，。；！？\n增升降减]{0,30}(?:以来|起(?![诉步草伏点源来飞家码重义初航名拍])|开始|算起|至今)")
TO_NOW = re.compile(r"(?:至今|迄今)(?![年日天晚])")
NOT_FROM = frozenset("来源出亲独各")


def read_times(text: str, today: date | None) -> list[TimeSpan]:
    """The time expressions of a passage's clean text, disjoint and in order, resolved against `today`."""
    context = Context(text, today if today and 1000 <= today.year <= 3000 else None)
    spans: list[TimeSpan] = []
    for chunk in read_chunks(text):
        span = _span(text, chunk, context)
        if span is not None and (not spans or spans[-1].end <= span.start):
            spans.append(span)
    return spans


def _span(text: str, chunk: Chunk, context: Context) -> TimeSpan | None:
    first = chunk.atoms[0]
    if first.grain == DURATION or (len(chunk.atoms) == 1 and _counted_days(text, first) and not chunk.until):
        return read_duration(text, first.start, first.end, context.today)
    period = context.resolve(chunk)
    numeral = any(atom.numeral for atom in chunk.atoms + chunk.until)
    kind, rule = _kind(chunk, numeral)
    span = TimeSpan(chunk.start, chunk.end, *period, kind, rule, numeral)
    _open_or_close(text, span, context)
    return span


def _counted_days(text: str, atom: Atom) -> bool:
    """近5日, 连续3日: days counted, not a day of the month."""
    return atom.grain == DAY and atom.kind == "date" and atom.numeral and text.endswith(
        ("近", "连续", "过去", "未来"), 0, atom.start
    )


def _kind(chunk: Chunk, numeral: bool) -> tuple[str, str]:
    if chunk.until:
        return "range", "range"
    last = chunk.atoms[-1]
    kind = last.kind.split(" ")[0] if not last.kind.endswith("stamp") else last.kind.split(" ")[0]
    kind = {"numbered": "date", "fiscal": "year" if not last.high else "quarter", "months": "range",
            "weekday": "date", "weekend": "date", "bare": "clock", "daypart": "date"}.get(kind, kind)  # fmt: skip
    rule = ".".join(atom.kind for atom in chunk.atoms)
    return (kind if numeral else "relative"), rule


def _open_or_close(text: str, span: TimeSpan, context: Context) -> None:
    """Let the words beside a time open or close its period: 截至, 自…以来, 起, 前, 后, 至今."""
    if text.endswith(words_of("cue", "until"), 0, span.start):
        span.period_start, span.kind = None, "until"
        return
    now = TO_NOW.match(text, span.end)
    if now:
        span.end, span.kind, span.period_end = now.end(), "range", context.today
        return
    if BEFORE_AFTER.match(text, span.end):
        _before(span, context.today)
    elif SINCE_AFTER.match(text, span.end) or _from_word(text, span):
        span.kind, span.period_end = "since", context.latest(span.period_start)
    elif AFTER_AFTER.match(text, span.end) and span.period_end:
        span.kind = "since"
        span.period_start = context.day_after(span.period_end)
        span.period_end = context.latest(span.period_start)


def _from_word(text: str, span: TimeSpan) -> bool:
    """自 or 从 before the time, and what makes it a beginning further on in the clause."""
    before = text[span.start - 1 : span.start]
    if before not in ("自", "从") or text[span.start - 2 : span.start - 1] in NOT_FROM and span.start > 1:
        return before == "从" and text[span.start - 2 : span.start - 1] == "自"
    return bool(SINCE_LATER.match(text, span.end))


def _before(span: TimeSpan, today: date | None) -> None:
    """2030年前 in 2024 is a deadline: its year counts; 2000年前 is the time before it."""
    start, end = span.period_start, span.period_end
    span.kind, span.period_start = "until", None
    if start and end and not (today and end >= today) and (end - start).days > 0 and span.rule.endswith("year"):
        span.period_end = Context.day_before(start)
