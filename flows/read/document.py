"""The document as it was found, and the source that could not become one."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from flows.read.limits import ARTICLE_CHARACTERS

_UNSTORABLE = re.compile("[\ud800-\udfff\x00]")
_BLANK = "\ufeff\u200b \t\r\n\f\v\u3000\xa0"


@dataclass(frozen=True, slots=True)
class Document:
    """One article as stored. Every offset in the warehouse counts code points of `text`.

    `text` is the decoded file without any change (byte order mark, front matter and line ends included), or
    what was extracted from a page, PDF, Word file or row of a table.
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


@dataclass(frozen=True, slots=True)
class Given:
    """The metadata that came with a text; None where nothing was said."""

    title: str | None = None
    outlet: str | None = None
    published_on: date | None = None
    url: str | None = None

    def over(self, other: Given) -> Given:
        """This metadata, with the gaps filled from `other`."""
        return Given(
            self.title or other.title,
            self.outlet or other.outlet,
            self.published_on or other.published_on,
            self.url or other.url,
        )


def document_id_of(data: bytes) -> str:
    """Sixteen hex digits of the bytes alone: a copy under another name is the same document."""
    return hashlib.sha256(data).hexdigest()[:16]


def document_of(
    text: str, source: str, name: str, given: Given, *, data: bytes | None = None, encoding: str = "utf-8"
) -> Document | Rejected:
    """The document of a text, or why it is none: blank, or too long.

    The id is of `data`, the file's bytes, where the text is all of it; else of the text, so that a page whose
    advertisements change stays the document that it is.
    """
    text = storable(text)
    if not text.strip(_BLANK):
        return Rejected(source, "no text was found in it")
    if len(text) > ARTICLE_CHARACTERS:
        return Rejected(
            source, f"{len(text):,} characters are too many for one article (at most {ARTICLE_CHARACTERS:,})"
        )
    title, outlet, url = (storable(said) if said else None for said in (given.title, given.outlet, given.url))
    identity = document_id_of(text.encode() if data is None else data)
    return Document(identity, storable(name), source, text, encoding, title, outlet, url, given.published_on)


def storable(text: str) -> str:
    """The text with U+FFFD for what no UTF-8 file and no database holds: lone surrogates and NUL."""
    return _UNSTORABLE.sub("\ufffd", text)
