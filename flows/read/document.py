"""The document as it was found, and the source that could not become one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """One article as stored. Every offset in the warehouse counts code points of `text`.

    `text` is the decoded file without any change: byte order mark, front matter and line ends included.
    `title`, `outlet`, `url` and `published_on` are what the source says of itself, never guesses.
    """

    document_id: str
    name: str
    source: str
    text: str
    encoding: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A source that is not a document, and why, in words for the person who put it there."""

    source: str
    reason: str


def document_id_of(data: bytes) -> str:
    """Sixteen hex digits of the bytes alone: a copy under another name is the same document."""
    return hashlib.sha256(data).hexdigest()[:16]
