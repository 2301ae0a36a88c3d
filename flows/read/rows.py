"""Rows of a table to documents: which column is the text, the title, the outlet, the date, the address."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath

from flows.read.document import Document, Given, Rejected, document_of
from flows.read.guard import guarded
from flows.read.limits import Unreadable
from flows.read.markup import text_of_fragment
from flows.read.metadata import FIELD_NAMES, parse_day

Columns = Mapping[str, str]
"""Our field (text, name, title, outlet, published_on, url) to the table's column, where a person said so."""

FIELDS = ("text", "name", "title", "outlet", "published_on", "url")
_NAMES = {
    **dict.fromkeys(("text", "content", "body", "正文", "内容", "內容", "全文", "文章内容"), "text"),
    **dict.fromkeys(("name", "id", "doc_id", "document_id", "编号", "編號", "文件名"), "name"),
    **FIELD_NAMES,
}
_MARKUP = re.compile(r"<(?:p|br|div|table|span|img|h[1-6]|ul|li)\b[^<>]{0,500}>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Faulty:
    """A row that could not be read as one."""

    reason: str


def documents_of(
    rows: Iterable[Mapping[str, object] | Faulty], source: str, given: Given, columns: Columns
) -> Iterator[Document | Rejected]:
    """The rows' documents, each under the table's path and its own name or number. Raises Unreadable."""
    named: set[str] = set()
    for number, row in enumerate(rows, 1):
        if isinstance(row, Faulty):
            yield Rejected(f"{source}#{number}", row.reason)
            continue
        fields = _fields(row, columns)
        name = _word(fields.get("name")) or ""
        place = f"{source}#{name}" if name and name not in named else f"{source}#{number}"
        named.add(name)
        yield _document(fields, place, name or f"{PurePath(source).stem}-{number}", given)


def _document(fields: Mapping[str, object], place: str, name: str, given: Given) -> Document | Rejected:
    text = fields.get("text")
    if not isinstance(text, str):
        kind = "nothing" if text is None else type(text).__name__
        return Rejected(place, f"its text is {kind}, not a text")
    if _MARKUP.search(text, 0, 2000):
        try:
            text = next(guarded(text_of_fragment, text), "")
        except Unreadable as error:
            return Rejected(place, str(error))
    title, outlet, url = (_word(fields.get(field)) for field in ("title", "outlet", "url"))
    own = Given(title, outlet, _day(fields), url)
    return document_of(text, place, name, own.over(given))


def _fields(row: Mapping[str, object], columns: Columns) -> dict[str, object]:
    """The row under our names. Raises Unreadable where a column that was named, or any text, is missing."""
    for field, column in columns.items():
        if column not in row:
            raise Unreadable(f"no column “{column}” for the {field}; {_known(row, column)}")
    taken = {columns[field]: field for field in columns}
    known: dict[str, object] = {}
    for column, value in row.items():
        meant = taken.get(column) or _NAMES.get(str(column).strip().lower().lstrip("\ufeff"))
        if meant and (column in taken or meant not in columns) and known.get(meant) in (None, ""):
            known[meant] = value
    if "text" not in known:
        raise Unreadable(
            f"no column is known to hold the text; {_known(row, 'text')}: "
            'name it in sources.toml, as columns = { text = "…" }'
        )
    return known


def _known(row: Mapping[str, object], wanted: str) -> str:
    names = [str(name) for name in row if name]
    close = difflib.get_close_matches(wanted, names, n=1)
    return (f"did you mean “{close[0]}”? " if close else "") + f"columns: {', '.join(names[:30])[:300]}"


def _word(value: object) -> str | None:
    """A short text or number of a row as text; None for the empty ones."""
    said = str(value).strip()[:2000] if isinstance(value, str | int) else ""
    return said or None


def _day(fields: Mapping[str, object]) -> date | None:
    value = fields.get("published_on")
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return parse_day(value) if isinstance(value, str) else None
    except ValueError:  # the article is worth more than its date, which its text may still give
        return None
