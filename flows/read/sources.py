"""Folders and files to documents, in an order that does not depend on the machine."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from flows.read.document import Document, Rejected
from flows.read.formats import readers
from flows.read.metadata import SIDECAR, Given, sidecar


class SourceNotFound(FileNotFoundError):
    """A source that the user named does not exist; the message says which, in one line."""

    def __init__(self, source: str) -> None:
        super().__init__(f"{source}: no such file or folder")
        self.source = source

    def __str__(self) -> str:
        return f"{self.source}: no such file or folder"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, and what its folder's list says of it."""

    path: str
    given: Given = field(default_factory=Given)


def read_sources(sources: Iterable[str]) -> Iterator[Document | Rejected]:
    """Every document under the sources, and every file that is none with the reason.

    Raises SourceNotFound at once, before anything is read, when a source does not exist.
    """
    found = find_files(sources)
    return (result for item in found for result in read_file(item))


def find_files(sources: Iterable[str]) -> list[Found | Rejected]:
    """The files under the sources, each once, sorted within a source. Raises SourceNotFound."""
    named = [str(source) for source in sources]
    for source in named:
        if not os.path.lexists(source):
            raise SourceNotFound(source)
    items: list[Found | Rejected] = []
    seen: set[str] = set()
    for source in named:
        for item in _walk(source) if Path(source).is_dir() else [_one(source)]:
            key = str(Path(item.path).resolve()) if isinstance(item, Found) else item.source + item.reason
            if key not in seen:
                seen.add(key)
                items.append(item)
    return items


def read_file(item: Found | Rejected) -> Iterator[Document | Rejected]:
    """The documents of one file. Never raises for what is in the file or for a file that went away."""
    if isinstance(item, Rejected):
        yield item
        return
    suffix = Path(item.path).suffix.lower()
    reader = readers().get(suffix)
    if reader is None:
        known = " ".join(sorted(filter(None, readers())))
        yield Rejected(item.path, f"no reader for {suffix} files (known: {known})")
        return
    try:
        if not stat.S_ISREG(Path(item.path).stat().st_mode):  # a pipe would wait for ever
            yield Rejected(item.path, "not a regular file (a pipe, socket or device)")
            return
        data = Path(item.path).read_bytes()
    except OSError as error:
        yield Rejected(item.path, _why(error))
        return
    yield from reader(data, item.path, item.given)


def _one(path: str) -> Found:
    """A file that was named itself; the list beside it still speaks for it."""
    file = Path(path)
    return Found(path, sidecar(file.parent).of(file))


def _walk(root: str) -> Iterator[Found | Rejected]:
    refused: list[OSError] = []
    for name, folders, files in os.walk(root, onerror=refused.append):
        folder = Path(name)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for link in [folder / name for name in folders if (folder / name).is_symlink()]:
            yield Rejected(str(link), "a link to a folder; links are not followed")
        listed = sidecar(folder)
        yield from (Rejected(str(folder / SIDECAR), fault) for fault in listed.faults)
        for file in [folder / name for name in sorted(files)]:
            if not file.name.startswith(".") and file.name != SIDECAR:
                yield Found(str(file), listed.of(file))
    for error in refused:
        yield Rejected(str(error.filename), _why(error))


def _why(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, FileNotFoundError):
        return "the file is gone, or is a link to nothing"
    return f"could not be read: {error.strerror or error}"
