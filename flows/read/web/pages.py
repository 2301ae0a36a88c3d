"""Addresses to documents: a page itself, or the pages that a feed or sitemap lists."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from flows.read.document import Document, Given, Rejected, document_of
from flows.read.formats import formats, html
from flows.read.guard import guarded
from flows.read.limits import Unreadable, storable_address
from flows.read.markup import text_of_fragment
from flows.read.page_metadata import stated_outlet
from flows.read.sourcefile import Manners, Source
from flows.read.web.fetch import Fetcher, Reply
from flows.read.web.listings import Listed, feed_entries, kind_of, sitemap_entries
from flows.read.web.store import Store, opened_store

WHOLE = 500
"""A feed's entry with so many characters of text is taken as the article; below, its page is fetched."""
FRAGMENT = "text/x-feed-content"
MOST_SITEMAPS = 50
_SUFFIX_OF = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
}
_UNNAMED = frozenset({"", "index", "default", "content", "detail", "view", "p"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page to read, and what led there: `via` a feed or sitemap, or None."""

    listed: Listed
    given: Given
    via: str | None


def read_web(
    sources: Iterable[Source], manners: Manners, state: Path | None
) -> Iterator[Document | Rejected]:
    """The documents of addresses, and those that cannot be had with the reason.

    A feed or sitemap also gives the pages that it listed before and no longer does.
    """
    with opened_store(state) as store, Fetcher(manners) as fetcher:
        web = Web(store, fetcher)
        wanted: dict[str, Wanted] = {}
        for source in sources:
            for item in web.look_up(source):
                if isinstance(item, Wanted):
                    wanted.setdefault(item.listed.address, item)
                else:
                    yield item
        for one in by_turns(wanted.values()):
            yield from web.read(one)
        yield from web.earlier(wanted)


def by_turns(wanted: Iterable[Wanted]) -> Iterator[Wanted]:
    """The same, a page of each host in turn, so that the pause for one is spent on the others."""
    queues: dict[str, deque[Wanted]] = defaultdict(deque)
    for one in wanted:
        queues[urlsplit(one.listed.address).netloc].append(one)
    while queues:
        for host in list(queues):
            yield queues[host].popleft()
            if not queues[host]:
                del queues[host]


class Web:
    """The web as one run sees it: fetched where it changed, from the store where it did not."""

    def __init__(self, store: Store, fetcher: Fetcher) -> None:
        self.store = store
        self.fetcher = fetcher

    def look_up(self, source: Source) -> Iterator[Wanted | Document | Rejected]:
        """What an address that a person named leads to."""
        address = source.address
        try:
            reply = self._current(address)
            kind = kind_of(reply.body)
            if kind is None:
                yield from self._document(Wanted(Listed(address, ""), source.given, None), reply)
                return
            listed = self._feed(reply) if kind == "feed" else self._sitemap(reply)
        except Unreadable as error:
            yield Rejected(storable_address(address), str(error))
            return
        self.store.put(address, None, None, reply, None)
        listed = [one for one in listed if source.containing in one.address]
        if kind == "sitemap" and len(listed) > source.newest:
            listed = sorted(listed, key=lambda one: one.stamp, reverse=True)[: source.newest]
        yield from (Wanted(one, source.given, address) for one in listed)

    def read(self, wanted: Wanted) -> Iterator[Document | Rejected]:
        """The document of a page that is listed: kept, in the feed itself, or fetched."""
        listed = wanted.listed
        kept = self.store.get(listed.address)
        if kept is not None and kept.stamp == listed.stamp and wanted.via is not None:
            yield from self._document(wanted, kept.reply, kept.document)
            return
        content = Reply(listed.address, listed.content.encode("utf-8", "replace"), FRAGMENT, "utf-8")
        if _is_whole(listed.content):
            yield from self._document(wanted, content)
            return
        try:
            reply = self._current(listed.address)
        except Unreadable as error:
            if listed.content.strip():
                yield from self._document(replace(wanted, listed=replace(listed, stamp="")), content)
                return
            yield Rejected(storable_address(listed.address), str(error))
            if kept is not None:
                yield from self._document(wanted, kept.reply, kept.document)
            return
        yield from self._document(wanted, reply)

    def earlier(self, wanted: dict[str, Wanted]) -> Iterator[Document | Rejected]:
        """The pages that came through the same feeds and sitemaps before."""
        for via in dict.fromkeys(one.via for one in wanted.values() if one.via):
            for address in self.store.addresses_via(via):
                kept = self.store.get(address) if address not in wanted else None
                if kept is not None:
                    listed = Listed(address, kept.stamp or "")
                    yield from self._document(Wanted(listed, Given(), via), kept.reply, kept.document)

    def _current(self, address: str) -> Reply:
        """The page as it is now, from the store where the server says that it did not change."""
        kept = self.store.get(address)
        if kept is None or kept.reply.media == FRAGMENT:
            return self.fetcher.fetch(address)
        reply = self.fetcher.fetch(address, kept.reply.etag, kept.reply.modified)
        return kept.reply if reply.unchanged else reply

    def _document(
        self, wanted: Wanted, reply: Reply, made: Document | None = None
    ) -> Iterator[Document | Rejected]:
        """Read a page and keep it; a document that was `made` of it before is taken as it is."""
        if made is not None:
            yield made
            return
        listed, source = wanted.listed, storable_address(wanted.listed.address)
        given = Given(listed.title, listed.outlet, listed.published_on)
        given = Given(given.title, wanted.given.outlet, given.published_on, reply.address).over(given)
        try:
            made_now = list(_documents(reply, source, given))
        except ValueError as error:
            made_now = [Rejected(source, str(error))]
        named = name_of(listed.address)
        for item in made_now:
            if isinstance(item, Rejected):
                yield item
                continue
            document = replace(item, name=named, url=reply.address)
            self.store.put(listed.address, wanted.via, listed.stamp or None, reply, document)
            yield document

    def _feed(self, reply: Reply) -> list[Listed]:
        return list(guarded(feed_entries, reply.body, reply.address))

    def _sitemap(self, reply: Reply) -> list[Listed]:
        """The pages of a sitemap and of the sitemaps that it lists, each sitemap once."""
        pages: dict[str, Listed] = {}
        known = {reply.address}
        queue = deque(guarded(sitemap_entries, reply.body, reply.address))
        while queue:
            entry = queue.popleft()
            if not entry.is_sitemap:
                pages.setdefault(entry.address, entry)
            elif entry.address not in known and len(known) < MOST_SITEMAPS:
                known.add(entry.address)
                with suppress(Unreadable):  # one part that fails leaves the others
                    part = self._current(entry.address)
                    self.store.put(entry.address, None, None, part, None)
                    queue.extend(guarded(sitemap_entries, part.body, part.address))
        return list(pages.values())


def _documents(reply: Reply, source: str, given: Given) -> Iterator[Document | Rejected]:
    if reply.media == FRAGMENT:
        yield _document_of_content(reply.body.decode(), source, given)
        return
    suffix = suffix_of(reply)
    if suffix == ".html":
        yield from guarded(_page, reply.body, reply.charset, source, given)
    else:
        yield from formats()[suffix].documents(reply.body, source, given)


def _page(body: bytes, charset: str | None, source: str, given: Given) -> Iterator[Document | Rejected]:
    yield html.document_of_page(html.page_text(body, charset), source, source, given)


def _document_of_content(content: str, source: str, given: Given) -> Document | Rejected:
    lines = _text_of(content).splitlines()
    if given.title and given.title not in lines[:3]:
        lines.insert(0, given.title)
    known = Given(outlet=stated_outlet(lines)).over(given)
    return document_of("\n".join(lines), source, source, known)


def suffix_of(reply: Reply) -> str:
    """The format of a page: by the server's word, its bytes, or the end of its address. Raises Unreadable."""
    if reply.body.startswith(b"%PDF-"):
        return ".pdf"
    by_name = PurePosixPath(urlsplit(reply.address).path).suffix.lower()
    suffix = _SUFFIX_OF.get(reply.media) or (by_name if by_name in formats() and by_name else "")
    if not suffix and (not reply.media or b"<html" in reply.body[:2048].lower()):
        suffix = ".html"
    if not suffix:
        raise Unreadable(f"no reader for {reply.media}")
    return suffix


def name_of(address: str) -> str:
    """A short name for a page: the last part of its path that says something, else its host."""
    parts = urlsplit(address)
    for part in reversed(parts.path.split("/")):
        stem = PurePosixPath(unquote(part)).stem
        if stem.lower() not in _UNNAMED:
            return stem[:120]
    return parts.netloc + (f"-{parts.query[:60]}" if parts.query else "")


def _is_whole(content: str) -> bool:
    """Whether a feed holds the article itself and no teaser."""
    return len(content) >= WHOLE and len(_text_of(content)) >= WHOLE


def _text_of(content: str) -> str:
    return next(guarded(text_of_fragment, content), "")
