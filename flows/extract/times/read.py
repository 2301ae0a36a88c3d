"""Reading the times of a passage: chains of atoms, resolved in order."""

from __future__ import annotations

import re
from datetime import date

from flows.extract.times.atoms import DAY, DURATION, PART, RECURRING, YEAR, Atom
from flows.extract.times.calendar import (
    NO_PERIOD,
    Period,
    day_of,
    is_short,
    last_day,
    move_day,
    move_months,
    shift_months,
)
from flows.extract.times.chains import Chunk, read_chunks
from flows.extract.times.durations import read_duration
from flows.extract.times.later import LATER, anchored
from flows.extract.times.memory import Named
from flows.extract.times.resolve import Context
from flows.extract.times.span import TimeSpan
from flows.extract.times.words import alternation, word_after, word_before, words_of
from flows.patterns import lazy

NUMERAL = lazy(r"[0-9零〇一二三四五六七八九十百千两廿卅半几]")
BEGINNING = lazy(
    rf"[^，。；！？\n增升降减0-9]{{0,30}}?(?:{alternation(words_of('suffix', 'since'), follow=True)}|至今)"
)
QUOTES = tuple('”"’」')
KINDS = {
    "date stamp": "date", "numbered date": "date", "weekday": "date", "daypart": "date", "weekend": "range",
    "month stamp": "month", "months": "range", "fiscal quarter": "quarter", "week number": "week",
    "fiscal year": "year", "school year": "year", "bare 点": "clock", "bare 时": "clock", "same": "relative",
    "holiday day": "date", "lunar day": "date", "lunar end": "range", "day of the moon": "date",
}  # fmt: skip


def read_times(
    text: str,
    today: date | None,
    year: int | None = None,
    month: tuple[int, int] | None = None,
    before: Named | None = None,
) -> list[TimeSpan]:
    """The time expressions of a passage's clean text, disjoint and in order, resolved against `today`.

    `year` is the year that the document as a whole speaks of (its headline's): bare 全年 and 5月 take it;
    `month` is the one that it reviews: 本月 is that; `before` is what the passages before named, to which
    this one adds.
    """
    context = Context(text, today if today and 1000 <= today.year <= 3000 else None, year, month, before)
    spans: list[TimeSpan] = []
    for chunk in read_chunks(text):
        span = _span(text, chunk, context, spans)
        if span is not None and (not spans or spans[-1].end <= span.start):
            spans.append(span)
    context.leave()
    return spans


BEGUN = lazy(r"[^，。；0-9]{0,4}(?:推出|启动|推行|开启|成立|上线|投产)")
"""What follows a time in which something began that goes on in the one told of."""


def _span(text: str, chunk: Chunk, context: Context, spans: list[TimeSpan]) -> TimeSpan | None:
    first = chunk.atoms[0]
    if first.grain == DURATION or first.kind == "week number":
        span = read_duration(text, _whole(chunk), context.today)
        if span and span.rule == "duration.first" and first.kind == "day" and context.holiday[0]:
            span.period_start = context.holiday[0]  # 国庆假期…。前三天，…
            span.period_end = move_day(context.holiday[0], first.high - 1)
        if span and span.rule == LATER:
            span.period_start, span.period_end = anchored(text, span, first, spans, context)
        return span
    if first.kind == "same" and spans and spans[-1].end == chunk.start and spans[-1].rule == "duration.ago":
        return _same_ago(spans.pop(), chunk, context)
    kept = context.part
    period = context.resolve(chunk)
    ends = _ends(text, chunk)
    if ends == "末":
        period = (period[1], period[1])
    kind, rule = _kind(chunk)
    if chunk.until and context.part != kept and period[0] and period[1]:
        context.part = period  # 1月至6月，…。同期
    numeral = text[chunk.start].isdecimal() or NUMERAL.search(text, chunk.start, chunk.end) is not None
    kind = kind if numeral or kind == "range" else "relative"
    span = TimeSpan(chunk.start, chunk.end, *period, kind, rule, numeral)
    if ends and text[chunk.start - 1 : chunk.start] in ("到", "至"):
        span.period_start, span.kind = None, "until"
    if kind == "range" and rule in {"year", "year-year"}:
        _report_on_years(period, context)
    elif spans and kind in REPORTED and JOINED.fullmatch(text, spans[-1].end, chunk.start):
        _report_on(spans[-1], period, context)
    _open_or_close(text, span, chunk, context)
    if kept != NO_PERIOD and (span.kind == "since" or BEGUN.match(text, span.end)):
        context.part = kept  # 今年上半年…。去年下半年起推行的…。期内 is of the half that is told of
    if span.kind == "until" and is_short(context.part):
        context.part = kept  # 一季度营收…。截至3月底，现金…。期内开支…
    return span


REPORTED = frozenset({"year", "quarter", "half", "range"})
JOINED = lazy("[、，]?(?:以?及|和|与|、)(?:截至)?")
"""What joins the years of which a prospectus reports (2022年、2023年及2024年一季度)."""


def _report_on_years(period: Period, context: Context) -> None:
    """Let 报告期 run over a range of years, but none before those reported (2015年至2020年，融资7轮)."""
    last, end = context.reported[1], period[1]
    if not (last and end and end < last):
        context.reported = period


def _report_on(before: TimeSpan, period: Period, context: Context) -> None:
    """Let 报告期 run over the times of a list, from its first year to the last one named."""
    start, end = before.period_start, period[1]
    if before.kind not in REPORTED or not (start and end and period[0]) or period[0] <= start:
        return
    first, last = context.reported
    goes_on = first and last == before.period_end
    context.reported = (first if goes_on else start, end)


def _same_ago(ago: TimeSpan, chunk: Chunk, context: Context) -> TimeSpan:
    """一年前同期: one time, as 去年同期 is."""
    period = context.same_of(ago.period_start.year if ago.period_start else None, within=False)
    return TimeSpan(ago.start, chunk.end, *period, "relative", "year.same")


def _ends(text: str, chunk: Chunk) -> str:
    """底 or 末 when the end of a year, quarter or month closes the chunk: 5月末 is a day."""
    last = chunk.atoms[-1]
    mark = text[chunk.end - 1]
    return mark if mark in ("底", "末") and last.grain in (PART, DAY) and not chunk.until else ""


def _whole(chunk: Chunk) -> Atom:
    """The amount of a chunk; of 1年零2个月 one vague atom in its finest measure."""
    first, last = chunk.atoms[0], chunk.atoms[-1]
    return first if first is last else Atom(chunk.start, chunk.end, DURATION, last.kind)


def _kind(chunk: Chunk) -> tuple[str, str]:
    if len(chunk.atoms) == 1 and not chunk.until:
        rule = chunk.atoms[0].kind
    else:
        rule = ".".join([atom.kind for atom in chunk.atoms])
    if chunk.until:
        rule += "-" + ".".join([atom.kind for atom in chunk.until])
    if chunk.atoms[0].grain == RECURRING:
        return "recurring", rule
    if chunk.until:
        return "range", rule
    last = chunk.atoms[-1]
    if last.kind == "era part":
        return chunk.atoms[-2].kind, rule
    if last.kind == "fiscal":
        return ("half" if last.high > 50 else "quarter"), rule
    if last.grain == YEAR and last.high > last.low and not last.anchor:
        return "range", rule
    return KINDS.get(last.kind, last.kind), rule


def _open_or_close(text: str, span: TimeSpan, chunk: Chunk, context: Context) -> None:
    """Let the words beside a time open or close its period: 截至, 自…以来, 起, 前, 后, 至今."""
    quoted = span.kind == "plan" and text[span.end : span.end + 1] in QUOTES  # 截至“十四五”末
    reached = text.startswith("为止", span.end) and text[span.start - 1 : span.start] in ("到", "至")
    reached = reached or _stood_then(text, span, context.today)
    if reached or word_before(text, span.start - quoted, "cue", "until"):
        span.period_start, span.kind = None, "until"
        ended = ENDED.match(text, span.end) if text[span.end : span.end + 1] in ("止", "的") else None
        if ended and span.period_end:
            span.period_start = months_before(span.period_end, months_named(ended))
            span.kind, context.part = "year", (span.period_start, span.period_end)
        return
    if text.startswith("止年度", span.end) and span.period_end:
        span.period_start, span.kind = months_before(span.period_end, 12), "year"
        return
    closed = TO_REPORT.match(text, span.end) if text.startswith("年初", span.end - 2) else None
    if closed and span.period_start and context.today:
        span.end, span.kind = closed.end(), "range"
        span.period_end = last_report(span.period_start, context.today)
        return
    suffix = word_after(text, span.end + quoted, "suffix")
    if suffix and suffix.grain == "now":
        span.end += len(suffix.word)
        span.kind, span.period_end = "range", context.latest(span.period_start)
    elif suffix and suffix.grain == "before":
        _before(span, (chunk.until or chunk.atoms)[-1], context.today)
    elif (suffix and suffix.grain == "since") or _begins(text, span):
        span.kind, span.period_end = "since", context.latest(span.period_start)
    elif suffix and text.endswith(ENTERED, 0, span.start - quoted):
        span.kind, span.period_end = "since", context.latest(span.period_start)
    elif suffix and span.period_end:
        span.kind, span.period_start = "since", move_day(span.period_end, 1)
        span.period_end = context.latest(span.period_start)


ENTERED = ("进入", "迈入", "步入", "跨入")
"""What makes a time with 后 behind it one that has begun (进入“十四五”后)."""


STANDS = frozenset({"year", "date"})
STOOD = lazy(r"，?[^，。；0-9]{0,12}?(?:共有|已有|累计|共计|已达|总数|拥有)[^，。；0-9]{0,4}[0-9]")
"""What there was by the end of a year or a day: 到2023年共有995家."""


def _stood_then(text: str, span: TimeSpan, today: date | None) -> bool:
    """到 before a past year, at whose end something was counted, or a past day."""
    if span.kind not in STANDS or not text.startswith("到", span.start - 1):
        return False
    if not (today and span.period_end):
        return False
    return span.period_end <= today and STOOD.match(text, span.end) is not None


TO_REPORT = lazy("至本?(?:报告)?期末")


def last_report(start: date, today: date) -> date | None:
    """The end of the last quarter of the year that was over on the day."""
    if start.year < today.year:
        return day_of(start.year, 12, 31)
    quarter = (today.month - 1) // 3
    return day_of(start.year, 3 * quarter, last_day(start.year, 3 * quarter)) if quarter else today


ENDED = lazy(
    r"[止的]的?(?:20[0-9]{2}年?)?(?:(?P<months>十二|[三六九369]|12)个月|(?P<half>半年度?)"
    r"|(?:第?[一二三四]?(?:财政?季度?|季度))|(?P<year>(?:财政|会计)?年度|全年|[整财]年))"
)
"""A period that the day on which it ends names: 截至12月31日止年度, 截至6月30日止六个月."""


def months_named(ended: re.Match[str]) -> int:
    """How many months the period has that a day ends."""
    if ended["months"]:
        return {"三": 3, "六": 6, "九": 9, "十二": 12}.get(ended["months"]) or int(ended["months"])
    return 6 if ended["half"] else 12 if ended["year"] else 3


def months_before(end: date, count: int) -> date | None:
    """The first day of the `count` months that end on the day: from the first of a month to its last day."""
    if end.day == last_day(end.year, end.month):
        return day_of(*move_months(end, 1 - count), 1)
    start = shift_months(end, -count)
    return move_day(start, 1) if start else None


def _begins(text: str, span: TimeSpan) -> bool:
    """自 or 从 before the time, and what makes it a beginning further on in the clause."""
    cue = word_before(text, span.start, "cue")
    return bool(cue and cue.grain in ("since", "from") and BEGINNING.match(text, span.end))


def _before(span: TimeSpan, last: Atom, today: date | None) -> None:
    """2030年前 in 2024 is a deadline: its year counts; 2000年前 is the time before it. 年底前 counts."""
    start, end = span.period_start, span.period_end
    span.kind, span.period_start = "until", None
    closes = last.kind == "tenday" or (last.anchor == "year" and last.low == 12)
    if start and end and not closes and not (today and end >= today):
        span.period_end = move_day(start, -1)
