"""What an article is about as a whole: the region, firm and period that a claim falls back on."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from flows.extract.entities import Mention
from flows.extract.periods import Period
from flows.extract.reference import regions
from flows.extract.subjects import NOBODY, Subject, runs, subject_of_run
from flows.extract.times import TimeSpan
from flows.text import Passage

LABEL = re.compile(r"\s*[【\[][^】\]]{1,12}[】\]]")
Part = tuple[Passage, str, list[Mention], list[TimeSpan]]
STATISTICAL = frozenset({"year", "half", "quarter", "range", "month"})
HOME_LEVELS = frozenset({"province", "city", "county", "zone", "group"})


NATION = Subject(regions=(("CHN", regions()["CHN"].short_name),), rule="nation")


@dataclass(frozen=True, slots=True)
class Topics:
    """Fallbacks for a passage: the headline's subject and period, the article's main place and main firm."""

    headline: Subject
    period: Period | None
    place: Subject
    firm: Subject
    before: tuple[Subject, ...] = ()
    by_passage: tuple[tuple[Subject, ...], ...] = ()
    headings: tuple[Subject, ...] = ()
    roles: tuple[str, ...] = ()
    currency: str = "CNY"

    def at(self, index: int) -> Topics:
        """The fallbacks as passage `index` sees them: its heading, and whom the passages before it were about."""
        heading = self.headings[index] if self.headings else NOBODY
        if self.roles[index] == "boilerplate":
            return replace(self, headline=NOBODY, period=None, place=NATION, firm=NOBODY, before=())
        return replace(self, headline=heading if not heading.empty else self.headline, before=self.by_passage[index])


def topics_of(parts: list[Part], title: Part | None) -> Topics:
    """Count who is named, in the title above all; `title` is a headline that stands outside the passages."""
    title_parts = [title] if title else [part for part in parts if part[0].role == "title"]
    headline = first_subject(title_parts[0]) if title_parts else NOBODY
    if title and title in title_parts:
        counted = [*parts, title]
    else:
        counted = parts
    return Topics(headline, headline_period(title_parts), main_place(counted), main_firm(parts, headline),
                  by_passage=subjects_before(parts), headings=headings_over(parts),
                  roles=tuple(part[0].role for part in parts))


def first_subject(part: Part) -> Subject:
    _, text, mentions, _ = part
    label = LABEL.match(text)
    start = label.end() if label else 0
    groups = runs([mention for mention in mentions if mention.role == "subject" and mention.kind != "self" and mention.start >= start], text)
    return subject_of_run(groups[0], "headline") if groups else NOBODY


def headline_period(parts: list[Part]) -> Period | None:
    """A year, half, quarter or month that the title names."""
    for _, _, _, times in parts:
        for time in times:
            if time.kind in STATISTICAL and time.period_end:
                return Period(time.period_start, time.period_end, "headline")
    return None


def main_place(parts: list[Part]) -> Subject:
    """The place named most, the title's counting six times; the nation where no place stands out."""
    votes: Counter[tuple[str, str]] = Counter()
    nation = 0
    for passage, _, mentions, _ in parts:
        weight = 6 if passage.role == "title" else 0 if passage.role == "boilerplate" else 1
        for mention in mentions:
            if mention.kind == "region" and len(mention.ids) == 1:
                if mention.level in HOME_LEVELS:
                    votes[mention.ids[0], mention.names[0]] += weight
                elif mention.level in {"nation", "country"} and mention.ids[0] == "CHN":
                    nation += weight
    if votes:
        pair, count = max(votes.items(), key=lambda item: (item[1], item[0]))
        if count >= 0.35 * sum(votes.values()) and count > 1 and 4 * count >= nation:
            return Subject(regions=(pair,), rule="main place of the article")
    return NATION if nation else NOBODY


def main_firm(parts: list[Part], headline: Subject) -> Subject:
    """The firm of the headline, else one that is named far more than any other."""
    if headline.firm:
        return headline.by("headline")
    votes: Counter[tuple[str, str]] = Counter()
    for passage, _, mentions, _ in parts:
        if passage.role != "boilerplate":
            votes.update((m.ids[0], m.names[0]) for m in mentions if m.kind == "firm" and m.role == "subject")
    if votes:
        pair, count = max(votes.items(), key=lambda item: (item[1], item[0]))
        if count >= 3 and count >= 0.5 * sum(votes.values()):
            return Subject(firm=pair, rule="main firm of the article")
    return NOBODY


def subjects_before(parts: list[Part]) -> tuple[tuple[Subject, ...], ...]:
    """For each passage the firms and models of the last passages before it, latest first."""
    history: list[Subject] = []
    before = []
    for passage, text, mentions, _ in parts:
        before.append(tuple(reversed(history[-6:])))
        if passage.role in {"body", "caption"}:
            history += [subject_of_run([mention], "earlier passage") for mention in mentions
                        if mention.kind in {"firm", "model"} and mention.role == "subject"]
    return tuple(before)


def headings_over(parts: list[Part]) -> tuple[Subject, ...]:
    """For each passage the subject of the heading above it."""
    current, over = NOBODY, []
    for part in parts:
        if part[0].role == "heading":
            current = first_subject(part).by("heading")
        over.append(current)
    return tuple(over)
