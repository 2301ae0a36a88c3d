"""Plain text and Markdown, one article a file, with or without front matter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from flows.read.decoding import Undecodable, decode
from flows.read.document import Document, Rejected, document_id_of
from flows.read.metadata import Given, front_matter

SUFFIXES = (".txt", ".text", ".md", ".markdown", "")


def read(data: bytes, source: str, given: Given) -> Iterator[Document | Rejected]:
    """The file's one document. What the text says of itself wins over what the folder's list says."""
    try:
        text, encoding = decode(data)
        if not text.strip("\ufeff\u200b \t\r\n\u3000"):
            raise Undecodable("the file holds nothing but blanks")
        known = front_matter(text).over(given)
    except ValueError as error:
        yield Rejected(source, str(error))
        return
    yield Document(
        document_id_of(data),
        Path(source).stem,
        source,
        text,
        encoding,
        known.title,
        known.outlet,
        known.url,
        known.published_on,
    )
