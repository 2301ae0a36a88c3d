"""Web pages: their main text, with headings and tables, by trafilatura; title, outlet and date beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import PurePath
from typing import Any

from flows.read.decoding import decode
from flows.read.document import Document, Given, Rejected, document_of
from flows.read.limits import Unreadable
from flows.read.markup import ROW_END, TooDeep, flat_lines, lines_of, parse, write_out_tables
from flows.read.page_metadata import day_of, head_of, stated_outlet

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
GUARDED = True

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}  # pages name the smaller, and use more
_GAP = 4  # lines; more are another part of the page
_SITE = re.compile(r"\s*(?:[-_|｜—–]|--)\s*[^-_|｜—–]{2,20}$")


def read(data: bytes, source: str, given: Given) -> Iterator[Document | Rejected]:
    """The page's one document: title and main text, as lines."""
    yield document_of_page(page_text(data), source, PurePath(source).stem, given)


def document_of_page(html: str, source: str, name: str, given: Given) -> Document | Rejected:
    """What a page says of its own article wins over what the folder's list or the feed says of it."""
    try:
        tree = parse(html)
    except TooDeep:
        return document_of("\n".join(flat_lines(html)), source, name, given)
    if tree is None:
        return Rejected(source, "no text was found in it")
    everything = lines_of(tree)
    write_out_tables(tree)
    whole = lines_of(tree)
    main, known = _main_text(tree)
    lines = with_gaps_filled(main, whole) or whole
    own = head_of(tree)
    stated = Given(outlet=stated_outlet(everything))
    known = own.over(stated).over(given).over(known)
    title = _title(known.title, everything)
    if title and not any(_bare(title) in _bare(line) for line in lines[:5]):
        lines.insert(0, title)
    given = Given(title, known.outlet, known.published_on, known.url)
    return document_of("\n".join(lines), source, name, given)


def page_text(data: bytes, charset: str | None = None) -> str:
    """The page decoded: by its server's word, its own, or as a Chinese text of unknown encoding."""
    declared = _CHARSET.search(data[:4096])
    for name in (charset, declared[1].decode("ascii") if declared else None):
        if name and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            with suppress(LookupError, UnicodeDecodeError):
                return data.decode(_WIDER.get(name.lower(), name), errors="strict")
    try:
        return decode(data)[0]
    except ValueError as error:
        raise Unreadable(str(error)) from None


def _main_text(tree: Any) -> tuple[list[str], Given]:
    """The article's lines and metadata. Recall is favoured: roles tell later what is no article."""
    from trafilatura import bare_extraction

    # Without the extensive search a date is one that the page states, not one found somewhere in its text.
    dates = {"extensive_search": False, "original_date": True, "max_date": date.today().isoformat()}
    found = bare_extraction(
        tree, favor_recall=True, include_comments=False, with_metadata=True, date_extraction_params=dates
    )
    if found is None or isinstance(found, dict) or found.body is None:
        return [], Given()
    known = Given(found.title or None, found.sitename or None, day_of(found.date), None)
    return lines_of(found.body), known


def with_gaps_filled(main: list[str], whole: list[str]) -> list[str]:
    """The main text's lines with the few of the page's that stand between them: headings, rows of tables.

    What finds main texts leaves them out for their shape; a number in them would be lost.
    """
    places: dict[str, list[int]] = {}
    for index, line in enumerate(whole):
        places.setdefault(_bare(line), []).append(index)
    filled: list[str] = []
    last = None
    for line in main:
        found = places.get(_bare(line), [])
        at = next((index for index in found[bisect_right(found, -1 if last is None else last) :]), None)
        if at is not None and last is not None:
            gap = whole[last + 1 : at]
            if sum(not line.startswith("| ") for line in gap) <= _GAP:
                filled += gap
        filled.append(line)
        last = at if at is not None else last
    return filled


def _title(title: str | None, lines: list[str]) -> str | None:
    """The title without the site's name after it, where the page has it so too."""
    if not title:
        return None
    shorter = title
    for _ in range(3):
        shorter = _SITE.sub("", shorter)
        if shorter != title and any(_bare(line) == _bare(shorter) for line in lines[:200]):
            return shorter.strip()
    return title.replace(ROW_END, " ").strip()


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text)
