"""Articles to frames: the pure heart of Yanshu. It knows neither Prefect nor DuckDB."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from flows.extract.frames import SCHEMAS, Frames, Row, frame_of
from flows.extract.number import Number
from flows.extract.numbers import read_numbers
from flows.text import Article

DIGITS = re.compile(r"[0-9０-９]+")
LARGEST = Decimal(10) ** 32
"""DECIMAL(38, 6) holds less than this; a larger value is kept as its surface alone."""


def content_id(*parts: object) -> str:
    """16 hex digits of a hash over the parts: equal content has equal ids in every rebuild."""
    return hashlib.blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def extract(articles: Iterable[Article]) -> Frames:
    """Frames of documents, passages, numbers, metrics and entities; see `frames.SCHEMAS`."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for article in articles:
        for table, row in read_article(article):
            rows[table].append(row)
    return {table: frame_of(table, rows[table]) for table in SCHEMAS}


def read_article(article: Article) -> Iterator[tuple[str, Row]]:
    """Rows of one article, each with the table that it belongs to."""
    yield "documents", (
        article.document_id, article.name, article.title, article.outlet, article.published_on,
        article.published_on_source, None, article.script, len(article.raw),
    )  # fmt: skip
    covered: list[tuple[int, int]] = []
    for passage in article.passages:
        passage_id = content_id(article.document_id, passage.ordinal)
        start, end = article.clean.raw_span(passage.start, passage.end)
        yield "passages", (
            passage_id, article.document_id, passage.ordinal, passage.role, article.raw[start:end], start, end,
        )  # fmt: skip
        for number in read_numbers(article.clean.text[passage.start : passage.end], article.published_on):
            span = article.clean.raw_span(passage.start + number.start, passage.start + number.end)
            covered.append(span)
            yield "numbers", number_row(article, passage_id, number, span)
    for span in unread_digits(article.raw, covered):
        yield "numbers", unread_row(article, span)


def number_row(article: Article, passage_id: str, number: Number, span: tuple[int, int]) -> Row:
    """A row of `numbers`; `span` are raw offsets."""
    start, end = span
    return (
        content_id(article.document_id, start, end), article.document_id, passage_id, start, end,
        article.raw[start:end], number.kind, storable(number.value), storable(number.value_high), number.unit,
        number.written_unit, number.bound, number.period_start, number.period_end, number.rule,
    )  # fmt: skip


def storable(value: Decimal | None) -> Decimal | None:
    return value if value is not None and abs(value) < LARGEST else None


def unread_digits(raw: str, covered: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Runs of digits that no number covers: what was not understood is kept visible, not missing."""
    spans = iter(sorted(covered))
    start, end = next(spans, (len(raw), len(raw)))
    for digits in DIGITS.finditer(raw):
        while end < digits.end():
            following = next(spans, None)
            if following is None:
                break
            start, end = following
        if not (start <= digits.start() and digits.end() <= end):
            yield digits.span()


def unread_row(article: Article, span: tuple[int, int]) -> Row:
    start, end = span
    return (
        content_id(article.document_id, start, end), article.document_id, None, start, end,
        article.raw[start:end], "filler", None, None, None, None, "eq", None, None, "unread",
    )  # fmt: skip
