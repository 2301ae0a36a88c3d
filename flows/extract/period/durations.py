"""近三年: the whole years of which there are figures."""

from __future__ import annotations

from datetime import date

from flows.extract.times import TimeSpan

TRAILING = "duration.trailing"
YEARS = 729
"""Days from which on 近N年 is of whole years, of which alone there are figures."""
LAST = 12
"""The month in which a year counts as over."""
FOUNDED = ("成立", "内成立", "注册", "内注册", "新成立", "新注册")
DAYS = frozenset({-1, 0, 1})


def is_of_record(time: TimeSpan, text: str) -> bool:
    """Is the stretch the span of a record (创近五年增速新高)? It dates nothing."""
    return time.kind == "duration" and text[time.start - 1 : time.start] in {"创", "破"}


def years_over(time: TimeSpan, text: str) -> tuple[date, date] | None:
    """The whole years of 近三年, up to the one before the article's; none of 近一年, 近三年半, 近三个月."""
    start, end = time.period_start, time.period_end
    if time.rule != TRAILING or not (start and end) or "半" in text[time.start : time.end + 1]:
        return None
    if text.startswith(FOUNDED, time.end):
        return None  # 近三年成立的企业: up to today, as the register has them
    if (end - start).days < YEARS or end.month == LAST:
        return None
    whole = (end - start.replace(year=end.year, day=min(start.day, 28))).days + min(start.day, 28) - start.day
    return (date(start.year, 1, 1), date(end.year - 1, 12, 31)) if whole in DAYS else None
