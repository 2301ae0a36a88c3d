"""The article: everything that extraction reads about one document, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from flows.text.clean import clean
from flows.text.cleantext import CleanText
from flows.text.dateline import Source, byline_date, end_date, name_date, names_month, stamp_date
from flows.text.inferred import infer_date, page_date, wire_date
from flows.text.marks import mark_of
from flows.text.outlet import outlet_of
from flows.text.passages import Passage, split_passages
from flows.text.placed import not_before_known
from flows.text.script import script_of
from flows.text.weekdays import weekday_date

_OTHERS = frozenset({"related", "comments"})


@dataclass(frozen=True, slots=True)
class Article:
    """One document, cleaned and split.

    Passages carry offsets of `clean.text`. `published_on_source`: given, byline, inferred, or None. `title`
    is as its source writes it, `headline` the same as rules can read it.
    """

    document_id: str
    name: str
    raw: str
    clean: CleanText
    passages: list[Passage]
    title: str | None
    outlet: str | None
    published_on: date | None
    published_on_source: str | None
    script: str
    headline: str | None = None

    @property
    def guessed(self) -> bool:
        """Whether its day is no more than the end of the month or the year that its text gives away."""
        day = self.published_on
        return day is not None and self.published_on_source == "inferred" and (day + timedelta(1)).day == 1

    def span_of(self, passage: Passage) -> tuple[int, int]:
        """Where a passage stands in the raw text. Together the spans hold all of it that is not blank, what
        cleaning dropped (pinyin, zero-width characters) included."""
        before = self.passages[passage.ordinal - 1] if passage.ordinal else None
        start = self.clean.starts[before.end] if before else 0
        last = passage.ordinal + 1 == len(self.passages) or passage.end >= len(self.clean.text)
        end = len(self.raw) if last else self.clean.starts[passage.end]
        piece = self.raw[start:end]
        return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


@dataclass(frozen=True, slots=True)
class _Parts:
    """The lines of an article by what they can tell: about itself, its paragraphs, about others."""

    head: list[str]
    body: list[str]
    tail: list[str]
    others: list[str]
    titles: list[str]


def article_of(
    document_id: str,
    name: str,
    raw: str,
    title: str | None = None,
    outlet: str | None = None,
    published_on: date | None = None,
) -> Article:
    """Clean and split a document's text, and find in it what its source did not say."""
    text = clean(raw)
    headline = clean(title).text.strip() if title else None
    passages = split_passages(text, headline)
    parts = _parts(text.text, passages)
    day, source = _published(parts, published_on, name)
    found = _title(text.text, passages)
    return Article(
        document_id,
        name,
        raw,
        text,
        passages,
        title or found,
        outlet or outlet_of(parts.head, parts.body, parts.tail),
        day,
        source,
        script_of(raw) if text.converted else "simplified",
        headline or found,
    )


def _parts(text: str, passages: list[Passage]) -> _Parts:
    parts = _Parts([], [], [], [], [])
    about_others = False
    for passage in passages:
        line = text[passage.start : passage.end]
        if passage.role != "boilerplate":
            about_others = False
            (parts.titles if passage.role == "title" else parts.body).append(line)
            continue
        mark = mark_of(line)
        about_others = about_others or (bool(parts.body) and mark is not None and mark.kind in _OTHERS)
        (parts.others if about_others else parts.tail if parts.body else parts.head).append(line)
    return parts


def _published(parts: _Parts, given: date | None, name: str) -> tuple[date | None, Source | None]:
    if given is not None:
        return given, "given"
    stated = byline_date([*parts.head, *parts.tail]) or (
        end_date(parts.body[-1])
        or _wired(parts)
        or next(filter(None, map(stamp_date, [*parts.titles, *parts.body[:2]])), None)
        if parts.body
        else None
    )
    stated = stated or name_date(name)
    if stated is not None:
        return stated, "byline"
    head = [line for line in parts.head if names_month(line)]
    told = infer_date([*parts.titles, *head, *parts.body], parts.others)
    inferred = not_before_known(told, parts.titles, parts.body)
    beside = inferred or page_date(parts.others, [*parts.others, *parts.head, *parts.tail])
    if day := weekday_date([*parts.head, *parts.tail], beside):
        return day, "byline"
    day = weekday_date([*parts.titles, *parts.body[:2]], beside)
    if day and (beside is None or day.year != beside.year):
        return day, "inferred"
    return (beside, "inferred") if beside else (None, None)


def _wired(parts: _Parts) -> date | None:
    """The day of a wire story, unless its year is told by the text alone, which names what is younger."""
    day = wire_date(parts.body[0], parts.body)
    if day is None or f"{day.year}年{day.month}月" in parts.body[0]:
        return day
    return day if not_before_known(day, parts.titles, parts.body) == day else None


def _title(text: str, passages: list[Passage]) -> str | None:
    found = next((passage for passage in passages if passage.role == "title"), None)
    return text[found.start : found.end].lstrip("# ") if found else None
