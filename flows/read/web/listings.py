"""Feeds and sitemaps: the pages that they list. Parsed in a child process: anybody may have written them."""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urljoin

from flows.read.limits import MEGABYTE, Unreadable
from flows.read.metadata import parse_day

_FEED = re.compile(rb"<(?:[A-Za-z0-9]{1,10}:)?(?:rss|feed|RDF)[\s>]")
_SITEMAP = re.compile(rb"<(?:[A-Za-z0-9]{1,10}:)?(?:urlset|sitemapindex)[\s>]")
_TAG = re.compile(r"<[^<>]{0,500}>")
_ZONED = re.compile(r"(?:[A-Z]{2,4}|[+-]\d\d:?\d\d|Z)\s*$")
_PAGE = re.compile(rb"<(?:html|!doctype html)\b", re.IGNORECASE)
SITEMAP_BYTES = 64 * MEGABYTE
UNDATED = "listed"
"""The stamp of a page whose sitemap does not say when it changed: it is fetched once."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as a feed or sitemap lists it. `stamp` changes when the page does; `content` is HTML."""

    address: str
    stamp: str
    title: str | None = None
    outlet: str | None = None
    published_on: date | None = None
    content: str = ""
    is_sitemap: bool = False


def kind_of(body: bytes) -> str | None:
    """feed, sitemap, or None."""
    head = plain(body)[:4096] if body[:2] == b"\x1f\x8b" else body[:4096]
    if _PAGE.search(head):
        return None
    return "feed" if _FEED.search(head) else "sitemap" if _SITEMAP.search(head) else None


def plain(body: bytes) -> bytes:
    """A sitemap unpacked, where it came as a gzip file. Raises Unreadable past the size limit."""
    if body[:2] != b"\x1f\x8b":
        return body
    try:
        with gzip.open(io.BytesIO(body)) as file:
            data = file.read(SITEMAP_BYTES + 1)
    except (OSError, EOFError) as error:
        raise Unreadable(f"a damaged gzip file ({error})") from None
    if len(data) > SITEMAP_BYTES:
        raise Unreadable(f"it unpacks to more than {SITEMAP_BYTES // MEGABYTE} MB")
    return data


def feed_entries(body: bytes, address: str) -> Iterator[Listed]:
    """The entries of an RSS or Atom feed. Raises Unreadable where it is broken and lists nothing."""
    import feedparser

    # Cleaning of HTML is left to our own reader, and relative links are resolved here.
    feed = feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    if feed.bozo and not feed.entries:
        raise Unreadable(f"the feed is broken: {feed.get('bozo_exception')}")
    name = _words(feed.feed.get("title"))
    for entry in feed.entries:
        link = entry.get("link") or ""
        if not link and str(entry.get("id", "")).startswith(("http://", "https://")):
            link = entry["id"]
        if link:
            yield _entry(entry, urljoin(address, link), name)


def _entry(entry: Any, address: str, name: str | None) -> Listed:
    title = _words(entry.get("title"))
    content = max((part.get("value") or "" for part in entry.get("content", [])), key=len, default="")
    content = content or entry.get("summary") or ""
    stamp = "|".join((entry.get("updated") or entry.get("published") or "", title or "", str(len(content))))
    origin = _words((entry.get("source") or {}).get("title"))
    return Listed(address, stamp, title, origin or name, _day(entry), content)


def _day(entry: Any) -> date | None:
    """The day in China, where the paper came out: feeds give the same moment in many zones."""
    for key in ("published", "updated"):
        written, parsed = entry.get(key) or "", entry.get(f"{key}_parsed")
        if parsed and _ZONED.search(written):
            return (datetime(*parsed[:6]) + timedelta(hours=8)).date()
        try:
            if written:
                return parse_day(written)
        except ValueError:
            if parsed:
                return date(*parsed[:3])
    return None


def _words(html: Any) -> str | None:
    import html as entities

    return entities.unescape(_TAG.sub("", html)).strip()[:500] or None if isinstance(html, str) else None


def sitemap_entries(body: bytes, address: str) -> Iterator[Listed]:
    """The pages, or the further sitemaps, of a sitemap. No entities are expanded and nothing is fetched."""
    from lxml import etree

    walk = etree.iterparse(
        io.BytesIO(plain(body)), events=("end",), resolve_entities=False, no_network=True, load_dtd=False,
        recover=True, huge_tree=False,
    )  # fmt: skip
    try:
        for _, node in walk:
            kind = etree.QName(node).localname if isinstance(node.tag, str) else ""
            if kind in ("url", "sitemap"):
                said = {etree.QName(part).localname: part for part in node if isinstance(part.tag, str)}
                place = "".join(said["loc"].itertext()).strip() if "loc" in said else ""
                stamp = "".join(said["lastmod"].itertext()).strip() if "lastmod" in said else ""
                if place:
                    yield Listed(urljoin(address, place), stamp or UNDATED, is_sitemap=kind == "sitemap")
                node.clear()
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"the sitemap is broken: {error}") from None
