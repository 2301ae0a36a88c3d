"""Plain text and Markdown, one article a file, with or without front matter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from flows.read.decoding import decode
from flows.read.document import Document, Given, Rejected, document_of
from flows.read.limits import TEXT_BYTES, Unreadable, too_large
from flows.read.metadata import front_matter

SUFFIXES = (".txt", ".text", ".md", ".markdown", "")
GUARDED = False


def read(data: bytes, source: str, given: Given) -> Iterator[Document | Rejected]:
    """The file's one document. What the text says of itself wins over what the folder's list says."""
    if len(data) > TEXT_BYTES:
        raise Unreadable(too_large(len(data), TEXT_BYTES))
    text, encoding = decode(data)
    known = front_matter(text).over(given)
    yield document_of(text, source, PurePath(source).stem, known, data=data, encoding=encoding)
