"""What a line that leads a list gives to its items: the year that it names, and that they are goals."""

from __future__ import annotations

from flows.extract.depth import Part
from flows.extract.passage_roles import LINES
from flows.extract.period.attributes import is_of_report
from flows.extract.period.periods import LED, Period
from flows.patterns import lazy

ITEM = lazy(
    r"\s*(?:([•·●○■□▪◆◇★▶►※✓√①-⑳*–—-]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）.．、]|[一二三四五六七八九十]是)|\S)"
)
LEAD_MARKS = ("：", "：—", ":")
LONGEST_LEAD = 160
GOALS = lazy(r"目标|计划|规划|力争|提出|明确|任务|部署|拟|将[实打建形培]")
DATED = frozenset({"year", "half", "quarter", "range", "month", "until"})
OPENS = frozenset({"", "，"})
"""What stands before a clause."""


def leads_of(parts: list[Part]) -> tuple[int | None, ...]:
    """For each passage the index of the line that leads the list in which it stands."""
    leads: list[int | None] = [None] * len(parts)
    for index, (passage, text, _, _) in enumerate(parts):
        if passage.role in LINES and text.rstrip().endswith(LEAD_MARKS) and len(text) <= LONGEST_LEAD:
            for item in items_behind(parts, index):
                leads[item] = index
    return tuple(leads)


def items_behind(parts: list[Part], lead: int) -> range:
    """The passages of the list behind a line: those with marks like the first one's, else up to the first
    that does not end in a semicolon.
    """
    end = lead + 1
    marked = end < len(parts) and bool(mark_of(parts[end][1]))
    while end < len(parts) and parts[end][0].role in LINES and bool(mark_of(parts[end][1])) == marked:
        end += 1
        if not marked and not parts[end - 1][1].rstrip().endswith(("；", ";")):
            break
    return range(lead + 1, end)


def mark_of(text: str) -> str:
    """The mark that a line of a list opens with, else ''."""
    found = ITEM.match(text)
    return found[1] or "" if found else ""


def led_periods(parts: list[Part], leads: tuple[int | None, ...]) -> tuple[Period | None, ...]:
    """For each passage the period that the line above its list names."""
    return tuple(period_of_lead(parts[lead]) if lead is not None else None for lead in leads)


def period_of_lead(part: Part) -> Period | None:
    """The last year, quarter or date of a goal that the line names, not when a report came out; the stretch
    with which it or a clause of it opens (今年以来，各地频频扩容：).
    """
    text = part[1]
    for time in reversed(part[3]):
        opens = time.kind == "since" and text[: time.start].strip()[-1:] in OPENS
        if (opens or time.kind in DATED) and time.period_end and not is_of_report(time, text):
            return Period(time.period_start, time.period_end, LED)
    return None


def led_plans(parts: list[Part], leads: tuple[int | None, ...]) -> tuple[bool, ...]:
    """For each passage, whether the line above its list announces goals."""
    return tuple(lead is not None and GOALS.search(parts[lead][1]) is not None for lead in leads)


def line_of_time(part: Part) -> Period | None:
    """The time of which a line consists (今年1至9月), for the short lines below it."""
    text, times = part[1].strip("，,：:。 "), part[3]
    if part[0].role not in LINES or len(times) != 1 or times[0].kind not in DATED:
        return None
    if text.removeprefix("截至") != part[1][times[0].start : times[0].end]:
        return None
    return Period(times[0].period_start, times[0].period_end, LED)


def goal_line(part: Part) -> Period | None:
    """The year with which goals open that tell no other figure (到2020年，…格局基本形成。)."""
    text, times = part[1], part[3]
    if part[0].role != "body" or len(times) != 1 or times[0].kind not in {"year", "until"}:
        return None
    if not text.startswith(("到", "至")) or times[0].start > 1:
        return None
    told = any(map(str.isdigit, text[times[0].end :]))
    return None if told else Period(times[0].period_start, times[0].period_end, LED)
