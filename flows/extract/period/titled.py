"""The year of the report or list that an article tells of: 《…报告·2023》出炉, 《2025…名录》发布."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.claim import PassageReading
from flows.extract.cues import alternation
from flows.extract.passage_roles import TOLD
from flows.extract.period.periods import Period
from flows.extract.period.present import NOW
from flows.extract.period.sourced import HEAD, LINE
from flows.extract.period.whole import year_of
from flows.patterns import Pattern, lazy

YEAR = lazy(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
LED = lazy(r"(?:题为|名为|(?:发布|公布|推出|揭晓|编制)(?:了|的)?)$")
"""What stands before the title of a report that is told."""
LEAD = 4
"""Code points in which that stands."""
ANALYSES = lazy(r"(?:报告|书)[^》]{0,9}》$")
"""How the titles end of what analyses figures, which may be older than it."""


def period_of_edition(passages: list[PassageReading]) -> Period | None:
    """The year of the list that the title or the first paragraphs tell of; that of a report only where the
    article has no figures of another time, of which then are its data.
    """
    told = 0
    for reading in passages:
        if reading.passage.role not in TOLD:
            continue
        title = title_told(reading.text)
        if title:
            year = year_of(int(YEAR.findall(title)[0]), "edition of the report")
            return None if ANALYSES.search(title) and has_others(passages, year) else year
        told += reading.passage.role == "body" and len(reading.text) > LINE
        if told >= HEAD:
            return None
    return None


def has_others(passages: list[PassageReading], year: Period) -> bool:
    """Are there figures of another time than the year, or of now (截至目前，已有490款)?"""
    return any(
        claim.period_end
        and not (year.start and year.end and year.start <= claim.period_end <= year.end)
        or not claim.period_end
        and is_of_now(reading.text, claim.number.start)
        for reading in passages
        for claim in reading.claims
    )


def is_of_now(text: str, at: int) -> bool:
    """Does the sentence say before `at` that it tells of now?"""
    return NOW.search(text, text.rfind("。", 0, at) + 1, at) is not None


def title_told(text: str) -> str:
    """The title, with one year in it, of the report that the text says to have come out; else ''."""
    if "》" not in text:
        return ""
    for title in _titles().finditer(text):
        led = LED.search(text, max(0, title.start() - LEAD), title.start())
        if len(YEAR.findall(title[0])) == 1 and (led or _came_out().match(text, title.end())):
            return title[0]
    return ""


@lru_cache(maxsize=1)
def _titles() -> Pattern:
    """The title of a report or a list, which may end with its year (《…报告·2023》, 《…名录（2024）》)."""
    return lazy(rf"《[^《》\n]{{2,48}}?{alternation('report_title')}[（(·—:：0-9年版度）)]{{0,9}}》")


@lru_cache(maxsize=1)
def _came_out() -> Pattern:
    """What behind the title says that the report has come out."""
    return lazy(rf"[^，。；《》0-9]{{0,24}}?{alternation('came_out')}")
