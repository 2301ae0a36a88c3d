"""Sources of every kind to documents: files and folders, tables, pages, feeds, sitemaps, lists of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from flows.read.decoding import decode
from flows.read.document import Document, Rejected
from flows.read.folders import Found, SourceNotFound, find_files, paths_of, why
from flows.read.formats import formats
from flows.read.limits import FILE_BYTES, TEXT_BYTES, read_limited, refuse_irregular, shown
from flows.read.records import tables
from flows.read.sourcefile import Plan, Source, WrongSources, plan_of

__all__ = [
    "Found",
    "SourceNotFound",
    "WrongSources",
    "addresses_of",
    "check_sources",
    "find_files",
    "read_file",
    "read_sources",
]


def read_sources(sources: Iterable[str], state: Path | None = None) -> Iterator[Document | Rejected]:
    """Every document of the sources, and everything that is none with the reason.

    A source is a file, a folder, a pattern, an http or https address, or a sources.toml that lists more.
    `state` is the folder that remembers what was fetched (None: nothing is). Raises SourceNotFound or
    WrongSources at once, before anything is read.
    """
    plan = plan_of([str(source) for source in sources])
    found = find_files([source for source in plan.sources if not source.is_web and not source.is_list])
    pages = [page for source in plan.sources for page in _pages(source)]
    return chain((result for item in found for result in read_file(item)), _read_web(pages, plan, state))


def check_sources(sources: Iterable[str]) -> None:
    """Raise SourceNotFound or WrongSources where `read_sources` would, without reading or fetching."""
    for source in plan_of([str(source) for source in sources]).sources:
        if not _pages(source):
            paths_of(source.address)


def addresses_of(sources: Iterable[str]) -> list[str]:
    """The files, folders, patterns and addresses that the sources name, those in lists among them."""
    named = plan_of([str(source) for source in sources]).sources
    return [shown(page.address) for source in named for page in _pages(source) or [source]]


def read_file(item: Found | Rejected) -> Iterator[Document | Rejected]:
    """The documents of one file. Never raises for what is in the file or for a file that went away."""
    if isinstance(item, Rejected):
        yield item
        return
    suffix = Path(item.path).suffix.lower()
    source = shown(item.path)
    try:
        if suffix in tables():
            refuse_irregular(item.path)
            yield from tables()[suffix].documents(item.path, item.given, item.columns)
        elif suffix in formats():
            data = read_limited(item.path, FILE_BYTES)
            yield from formats()[suffix].documents(data, source, item.given)
        else:
            yield Rejected(source, _no_reader(suffix))
    except OSError as error:
        yield Rejected(source, why(error))
    except ValueError as error:  # Unreadable and Undecodable; what else a text can be wrong in
        yield Rejected(source, str(error))


def _no_reader(suffix: str) -> str:
    if suffix == ".urls":
        return "a list of addresses is followed only where it is named itself, not where it lies in a folder"
    known = " ".join(sorted(filter(None, [*formats(), *tables()])))
    return f"no reader for {suffix} files (known: {known})"


def _pages(source: Source) -> list[Source]:
    """The addresses of a source: itself; those in a list, one a line, # before remarks; none."""
    if source.is_web:
        return [source]
    if not source.is_list:
        return []
    if not Path(source.address).is_file():
        raise SourceNotFound(source.address)
    try:
        lines = decode(read_limited(source.address, TEXT_BYTES))[0].splitlines()
    except ValueError as error:
        raise WrongSources(f"{shown(source.address)}: {error}") from None
    said = [(number, line.strip("\ufeff \t")) for number, line in enumerate(lines, 1)]
    pages: list[Source] = []
    for number, line in said:
        if line and not line.startswith("#"):
            pages.append(replace(source, address=line))
            if not pages[-1].is_web:
                place = f"{shown(source.address)}, line {number}"
                raise WrongSources(f"{place}: “{line[:80]}” is no http or https address")
    return pages


def _read_web(sources: list[Source], plan: Plan, state: Path | None) -> Iterator[Document | Rejected]:
    if sources:
        from flows.read.web.pages import read_web

        yield from read_web(sources, plan.manners, state)
