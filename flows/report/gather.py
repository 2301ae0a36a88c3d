"""What the report shows, read from a published warehouse: claims with their sentences, articles, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import duckdb

from flows.report.amounts import english_amount
from flows.report.wording import Phrase

Record = dict[str, Any]
"""A row of an answer by its columns, or what a template is given of it."""

HEADLINE = """(
    select any_value(trim(titles.text)) from passages as titles
    where titles.document_id = {document}.document_id and titles.role = 'title' and titles.ordinal = 0
)"""
"""The headline that stands in the text, for a document whose title was not given."""

CLAIMS = """
    select
        claims.*,
        definitions.name_en,
        value_label(claims.value, claims.value_high, claims.unit, claims.bound) as amount_zh,
        coalesce(period_label(claims.period_start, claims.period_end), '') as period,
        coalesce(claims.title, {headline}, claims.document) as heading,
        passages.text as passage,
        claims.start_char - passages.start_char as first,
        claims.end_char - passages.start_char as last
    from claims
    left join passages using (passage_id)
    left join metric_definitions as definitions using (metric)
    where {where}
    order by claims.document, claims.start_char, claims.metric_id
"""
SENTENCE_ENDS = "。！？；!?;\n"


class Sentence(NamedTuple):
    """A sentence around a number."""

    before: str
    surface: str
    after: str


class Segment(NamedTuple):
    """A piece of a passage: plain text, or a number with its claims."""

    text: str
    number: Record | None = None


def rows(
    db: duckdb.DuckDBPyConnection, sql: str, values: list[Any] | dict[str, Any] | None = None
) -> list[Record]:
    result = db.execute(sql, values or [])
    names = [column[0] for column in result.description or []]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def claims_where(db: duckdb.DuckDBPyConnection, column: str, ids: Iterable[str]) -> list[Record]:
    """The claims whose `column` is among the ids, each with its sentence and both amounts."""
    listed = rows(
        db,
        CLAIMS.format(
            where=f"list_contains(?, claims.{column})", headline=HEADLINE.format(document="claims")
        ),
        [sorted(set(ids))],
    )
    return [completed(claim) for claim in listed]


def completed(claim: Record) -> Record:
    """A claim with its amount and metric in two languages, its subject, its sentence in three parts."""
    value, high = claim["value"], claim["value_high"]
    english = (
        english_amount(value, high, claim["unit"], claim["bound"]) if value is not None else claim["surface"]
    )
    name = claim["metric_name"] or claim["noun"] or claim["metric"]
    return claim | {
        "amount": Phrase(claim["amount_zh"] or claim["surface"], english),
        "name": Phrase(name, claim["name_en"] if claim["metric"] != "other" and claim["name_en"] else name),
        "subject": " / ".join(claim[field] for field in ("region", "firm", "model") if claim[field]),
        "sentence": sentence_of(claim["passage"], claim["first"], claim["last"])
        if claim["passage"]
        else Sentence("", claim["surface"], ""),
    }


def sentence_of(text: str, first: int, last: int) -> Sentence:
    """The sentence of `text` that holds the characters from `first` to `last`."""
    start = max(text.rfind(mark, 0, first) for mark in SENTENCE_ENDS) + 1
    ends = [at for mark in SENTENCE_ENDS if (at := text.find(mark, last)) >= 0]
    end = min(ends) + 1 if ends else len(text)
    closing = re.match("[”’」』]*", text[end:])
    end += closing.end() if closing else 0
    return Sentence(text[start:first].lstrip(), text[first:last], text[last:end].rstrip())


def articles(db: duckdb.DuckDBPyConnection, cited: Iterable[str], limit: int) -> list[Record]:
    """At most `limit` documents, those that are cited first, then the newest; in the order of their day."""
    return rows(
        db,
        f"""
        with chosen as (
            select * from documents
            order by list_contains(?, document_id) desc, published_on desc nulls last, name limit ?
        )
        select *, coalesce(title, {HEADLINE.format(document="chosen")}, name) as heading
        from chosen order by published_on desc nulls last, name
        """,
        [sorted(set(cited)), limit],
    )


def passages_of(db: duckdb.DuckDBPyConnection, document_ids: list[str]) -> dict[str, list[Record]]:
    """The passages of each document, in order."""
    found: dict[str, list[Record]] = {document_id: [] for document_id in document_ids}
    listed = rows(
        db,
        "select * from passages where list_contains(?, document_id) order by document_id, ordinal",
        [document_ids],
    )
    for passage in listed:
        found[passage["document_id"]].append(passage)
    return found


def numbers_of(db: duckdb.DuckDBPyConnection, document_ids: list[str]) -> dict[str, list[Record]]:
    """The numbers of each passage, in order."""
    found: dict[str, list[Record]] = {}
    listed = rows(
        db,
        """
        select *, coalesce(period_label(period_start, period_end), '') as period
        from numbers where list_contains(?, document_id) order by document_id, start_char, end_char
        """,
        [document_ids],
    )
    for number in listed:
        found.setdefault(number["passage_id"], []).append(number)
    return found


def segments(passage: Record, numbers: list[Record]) -> list[Segment]:
    """A passage cut at its numbers; what they are joined with gives the passage's text."""
    pieces: list[Segment] = []
    at = passage["start_char"]
    for number in numbers:
        if number["start_char"] < at:
            continue  # inside another
        pieces.append(Segment(cut(passage, at, number["start_char"])))
        pieces.append(Segment(cut(passage, number["start_char"], number["end_char"]), number))
        at = number["end_char"]
    pieces.append(Segment(cut(passage, at, passage["end_char"])))
    return [piece for piece in pieces if piece.text]


def cut(passage: Record, start: int, end: int) -> str:
    offset: int = passage["start_char"]
    text: str = passage["text"]
    return text[start - offset : end - offset]


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web: no other scheme becomes a link."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
