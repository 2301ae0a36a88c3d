"""What was fetched, kept in the lake: pages as they came, their versions, what was read in them.

So a page that did not change is not sent again, and a new reader or extractor finds the old pages here.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from flows.read.document import Document
from flows.read.web.fetch import Reply

FILE = "fetched.sqlite"
_TABLE = """
create table if not exists pages (
    address    text primary key,
    via        text,  -- the feed or sitemap that it came through
    stamp      text,  -- what that said of its version
    final      text not null,
    media      text not null,
    charset    text,
    etag       text,
    modified   text,
    body       blob not null,
    reader     text,  -- version of the reader that made the document
    document   text,
    fetched_at text not null
)
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was fetched last."""

    reply: Reply
    via: str | None
    stamp: str | None
    document: Document | None


class Store:
    """The kept pages. One process writes it: the one that holds the warehouse's lock."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def get(self, address: str) -> Kept | None:
        """The page of an address; its document only if today's reader made it."""
        row = self.db.execute(
            "select final, body, media, charset, etag, modified, via, stamp, reader, document from pages "
            "where address = ?",
            (address,),
        ).fetchone()
        if row is None:
            return None
        final, body, media, charset, etag, modified, via, stamp, reader, document = row
        reply = Reply(final, zlib.decompress(body), media, charset, etag, modified)
        return Kept(reply, via, stamp, _document(document) if reader == reader_version() else None)

    def put(
        self, address: str, via: str | None, stamp: str | None, reply: Reply, document: Document | None
    ) -> None:
        """Keep a page; it stands on disk when this returns."""
        with self.db:
            self.db.execute(
                "insert or replace into pages (address, via, stamp, final, media, charset, etag, modified, "
                "body, reader, document, fetched_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    address, via, stamp,
                    reply.address, reply.media, reply.charset, reply.etag, reply.modified,
                    zlib.compress(reply.body), reader_version(), _written(document),
                    datetime.now(UTC).isoformat(timespec="seconds"),
                ),
            )  # fmt: skip

    def addresses_via(self, via: str) -> list[str]:
        """The pages that came through a feed or sitemap, oldest first."""
        select = "select address from pages where via = ? order by fetched_at, address"
        return [address for (address,) in self.db.execute(select, (via,))]


@contextmanager
def opened_store(folder: Path | None) -> Iterator[Store]:
    """The store in a folder, or one that is forgotten. A damaged file is put aside, as ….damaged."""
    with closing(_connect(folder)) as db:
        yield Store(db)


def _connect(folder: Path | None) -> sqlite3.Connection:
    if folder is None:
        db = sqlite3.connect(":memory:", check_same_thread=False)
        db.execute(_TABLE)
        return db
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    db = sqlite3.connect(path, check_same_thread=False)
    try:
        db.execute(_TABLE)
        db.execute("select count(*) from pages").fetchone()
    except sqlite3.DatabaseError as error:
        db.close()
        if isinstance(error, sqlite3.OperationalError):  # a full disk or no permission, not damage
            raise
        path.rename(path.with_name(f"{FILE}.damaged"))
        return _connect(folder)
    return db


@lru_cache(maxsize=1)
def reader_version() -> str:
    """A fingerprint of the reading code and of the library that finds main texts."""
    digest = hashlib.blake2b(version("trafilatura").encode(), digest_size=6)
    for path in sorted(Path(__file__).resolve().parents[1].rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _written(document: Document | None) -> str | None:
    if document is None:
        return None
    fields = asdict(document)
    fields["published_on"] = document.published_on.isoformat() if document.published_on else None
    return json.dumps(fields, ensure_ascii=False)


def _document(written: str | None) -> Document | None:
    if written is None:
        return None
    document = Document(**json.loads(written))
    day = document.published_on
    return replace(document, published_on=date.fromisoformat(str(day)) if day else None)
