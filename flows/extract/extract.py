"""Articles to frames: the pure heart of Yanshu. It knows neither Prefect nor DuckDB."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Context, Decimal

from flows.extract.claims import Claim, Reading, read_article
from flows.extract.entities.cast import Cast
from flows.extract.frames import SCHEMAS, Frames, Row, frame_of
from flows.extract.ids import content_id
from flows.extract.numbers.number import Number
from flows.patterns import lazy
from flows.text import Article, Passage

DIGITS = lazy(r"[0-9０-９]+")
SMALLEST = Decimal("0.000001")
LARGEST = Decimal(10) ** 32
"""DECIMAL(38, 6) holds less than this; a larger value is kept as its surface alone."""


TableRow = tuple[str, Row]
"""A row and the table that it belongs to."""


def extract(articles: Iterable[Article]) -> Frames:
    """Frames of documents, passages, numbers, metrics and entities; see `frames.SCHEMAS`."""
    return frames_of(row for article in articles for row in rows_of(read_article(article)))


def frames_of(found: Iterable[TableRow]) -> Frames:
    """The rows as a frame for each table."""
    rows: dict[str, list[Row]] = {table: [] for table in SCHEMAS}
    for table, row in found:
        rows[table].append(row)
    return {table: frame_of(table, rows[table]) for table in SCHEMAS}


def rows_of(reading: Reading) -> Iterator[TableRow]:
    """Rows of one article that was read, each with the table that it belongs to."""
    article = reading.article
    yield "documents", document_row(article)
    yield from (("entities", row) for row in entity_rows(article, reading.cast))
    covered: list[tuple[int, int]] = []
    stated: set[str] = set()
    for part in reading.passages:
        passage_id = content_id(article.document_id, part.passage.ordinal)
        yield "passages", passage_row(article, passage_id, part.passage)
        for number in part.numbers:
            span = raw_span(article, part.passage, number)
            covered.append(span)
            yield "numbers", number_row(article, passage_id, number, span)
        for claim in part.claims:
            row = claim_row(article, passage_id, claim, raw_span(article, part.passage, claim.number))
            if row[0] not in stated:  # two subjects that resolve to one region state the same
                stated.add(str(row[0]))
                yield "metrics", row
    for span in unread_digits(article.raw, covered):
        yield "numbers", unread_row(article, span)


def raw_span(article: Article, passage: Passage, number: Number) -> tuple[int, int]:
    return article.clean.raw_span(passage.start + number.start, passage.start + number.end)


def document_row(article: Article) -> Row:
    return (
        article.document_id, article.name, article.title, article.outlet, article.published_on,
        article.published_on_source, None, article.script, len(article.raw),
    )  # fmt: skip


def passage_row(article: Article, passage_id: str, passage: Passage) -> Row:
    start, end = article.span_of(passage)
    text = article.raw[start:end]
    return (passage_id, article.document_id, passage.ordinal, passage.role, text, start, end)


def entity_rows(article: Article, cast: Cast) -> Iterator[Row]:
    """Firms and models that the article names, whether the reference knows them or not."""
    for firm in cast.discovered.values():
        yield firm.firm_id, "firm", firm.name, firm.short_name, firm.kind, article.document_id
    for model in cast.products.values():
        yield model.ids[0], "model", model.names[0], None, None, article.document_id


def number_id(article: Article, span: tuple[int, int]) -> str:
    return content_id(article.document_id, *span)


def number_row(article: Article, passage_id: str, number: Number, span: tuple[int, int]) -> Row:
    """A row of `numbers`; `span` are raw offsets."""
    start, end = span
    return (
        number_id(article, span), article.document_id, passage_id, start, end, article.raw[start:end],
        number.kind, storable(number.value), storable(number.value_high), number.unit, number.written_unit,
        number.bound, number.period_start, number.period_end, number.rule,
    )  # fmt: skip


def claim_row(article: Article, passage_id: str, claim: Claim, span: tuple[int, int]) -> Row:
    """A row of `metrics`; its id is made of the number and of all that the claim says of it."""
    region_id = "+".join(region_id for region_id, _ in claim.regions) or None
    firm_id, firm = claim.firm or (None, None)
    model_id, model = claim.model or (None, None)
    number = number_id(article, span)
    said = (
        claim.metric, claim.noun, claim.scope, claim.measure, region_id, claim.region, firm_id, firm,
        model_id, model, storable(claim.value), storable(claim.value_high), claim.unit, claim.bound,
        claim.period_start, claim.period_end, claim.modality,
    )  # fmt: skip
    ids = (content_id(number, *said), number, passage_id, article.document_id)
    return (*ids, *said, claim.confidence, claim.rule)


EXACT = Context(prec=60)
"""Room for every digit of a value that a table holds."""


def storable(value: Decimal | None) -> Decimal | None:
    """The value as DECIMAL(38, 6) holds it: of six places, None where it is too large or not finite."""
    if value is None or not value.is_finite() or abs(value) >= LARGEST:
        return None
    exponent = value.as_tuple().exponent
    return value if isinstance(exponent, int) and exponent >= -6 else value.quantize(SMALLEST, context=EXACT)


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
        number_id(article, span), article.document_id, None, start, end, article.raw[start:end], "filler",
        None, None, None, None, "eq", None, None, "unread",
    )  # fmt: skip
