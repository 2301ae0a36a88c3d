"""What headings and short lines give to the passages under them: their period, and that they are of plans."""

from __future__ import annotations

from flows.extract.depth import Part
from flows.extract.led import goal_line, line_of_time
from flows.extract.period.attributes import is_of_report
from flows.extract.period.periods import Period
from flows.extract.period.whole import headline_period
from flows.patterns import lazy

PLAN = lazy(r"目标|(?<!资助)(?<!奖励)(?<!扶持)(?<!支援)(?<!培训)计划|规划|安排|任务|展望|打算|部署")
REVIEW = lazy(r"回顾|总结|情况|成绩|进展|成效|现状|基础|短板|问题|难点")


def plans_over(parts: list[Part]) -> tuple[bool, ...]:
    """For each passage, whether the heading above it announces plans (2025年工作安排)."""
    current, over = False, []
    for passage, text, _, _ in parts:
        if passage.role == "heading":
            current = PLAN.search(text) is not None and REVIEW.search(text) is None
        over.append(current)
    return tuple(over)


def periods_over(parts: list[Part], planned: tuple[bool, ...]) -> tuple[Period | None, ...]:
    """For each passage the year or quarter that the heading above it names, until one names another firm; the
    time that stands alone in a line above it; under a heading of plans the year of the goals.
    """
    current, aim, lead, over = None, None, None, []
    for part, plan in zip(parts, planned, strict=True):
        current = line_of_time(part) or current
        if part[0].role == "heading":
            named = [mention for mention in part[2] if mention.kind == "firm" and mention.role == "subject"]
            current, aim = headline_period([part]) or plan_over(part) or (None if named else current), None
        aim = goal_line(part) or aim
        over.append(aim if aim and plan else lead or current)
        lead = lead_time(part)
    return tuple(over)


def lead_time(part: Part) -> Period | None:
    """The month, quarter or half with which a line opens that tells nothing in figures (11月的车市，…): it
    dates the passage behind it.
    """
    passage, text, _, times = part
    if passage.role != "body" or len(text) > LEAD_LENGTH or len(times) != 1 or times[0].start:
        return None
    time = times[0]
    figures = any(map(str.isdigit, text[time.end :]))
    if time.kind not in {"month", "quarter", "half"} or figures or is_of_report(time, text):
        return None
    return Period(time.period_start, time.period_end, "line before")


LEAD_LENGTH = 60
OVER = lazy(r"收官|圆满|回顾|成就|成绩|总结|完成情况|走过|交出")
"""What a heading says of a plan that has been carried out."""


def plan_over(part: Part) -> Period | None:
    """The years of a plan that the heading says to be over (“十二五”胜利收官)."""
    plans = [time for time in part[3] if time.kind == "plan" and time.period_end]
    if len(plans) != 1 or OVER.search(part[1]) is None:
        return None
    return Period(plans[0].period_start, plans[0].period_end, "headline")
