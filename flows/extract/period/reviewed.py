"""The year that an article looks back on: the government's report of January, a meeting on a year's work."""

from __future__ import annotations

from datetime import date

from flows.extract.claim import Claim, PassageReading
from flows.extract.passage_roles import TOLD
from flows.extract.period.periods import OF_COMPARISON, Period
from flows.patterns import lazy

REVIEW = lazy(r"工作报告|工作会议|人民代表大会|人代会|年终|成绩单|回眸|回顾|盘点|答卷|过去一年|一年来")
"""What the head of an article says that looks back on a year."""
HEAD = 2
"""Paragraphs with numbers in which such an article names its year."""
MONTHS = 4
"""The last month in which the year before is looked back on."""


def period_of_review(passages: list[PassageReading], published_on: date | None) -> Period | None:
    """The year before, where the head of the article looks back and its first figure is of that year."""
    if published_on is None or published_on.month > MONTHS:
        return None
    told, head = 0, ""
    for reading in passages:
        if reading.passage.role not in TOLD:
            continue
        head += reading.text
        dated = [claim for claim in reading.claims if is_dated(claim)]
        for claim in dated[:1]:
            year = Period(claim.period_start, claim.period_end, "year looked back on")
            last = year.whole_year and year.end is not None and year.end.year == published_on.year - 1
            return year if last and REVIEW.search(head) else None
        told += bool(reading.claims) and reading.passage.role == "body"
        if told >= HEAD:
            return None
    return None


def is_dated(claim: Claim) -> bool:
    """Has the claim a period by which it is of what has been?"""
    return bool(claim.period_end) and claim.modality != "target" and OF_COMPARISON not in claim.rule
