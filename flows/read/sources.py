"""Folders and files to documents, in an order that does not depend on the machine."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from flows.read.document import Document, Rejected
from flows.read.formats import readers
from flows.read.metadata import SIDECAR, Given, given_of, sidecar


class SourceNotFound(FileNotFoundError):
    """A source that the user named does not exist; the message says which, in one line."""

    def __init__(self, source: str) -> None:
        super().__init__(f"{source}: no such file or folder")
        self.source = source

    def __str__(self) -> str:
        return f"{self.source}: no such file or folder"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, and the fields that its folder's list gives it."""

    path: str
    fields: dict[str, str] = field(default_factory=dict)


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
        for item in _walk(source) if os.path.isdir(source) else [_one(source)]:
            key = item.path if isinstance(item, Found) else item.source
            if os.path.realpath(key) not in seen:
                seen.add(os.path.realpath(key))
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
        if not stat.S_ISREG(os.stat(item.path).st_mode):  # a pipe would wait for ever
            yield Rejected(item.path, "not a regular file (a pipe, socket or device)")
            return
        data = Path(item.path).read_bytes()
        given = given_of(item.fields) if item.fields else Given()
    except OSError as error:
        yield Rejected(item.path, _why(error))
    except ValueError as error:
        yield Rejected(item.path, f"{SIDECAR}: {error}")
    else:
        yield from reader(data, item.path, given)


def _one(path: str) -> Found:
    """A file that was named itself; a list beside it still speaks for it."""
    file = Path(path)
    return Found(path, _listed(_sidecar(file.parent), file))


def _walk(root: str) -> Iterator[Found | Rejected]:
    refused: list[OSError] = []
    for folder, folders, files in os.walk(root, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in [name for name in folders if os.path.islink(os.path.join(folder, name))]:
            yield Rejected(os.path.join(folder, name), "a link to a folder; links are not followed")
        listed = _sidecar(Path(folder))
        for name in sorted(files):
            if not name.startswith(".") and name != SIDECAR:
                path = os.path.join(folder, name)
                yield Found(path, _listed(listed, Path(path)))
    for error in refused:
        yield Rejected(str(error.filename), _why(error))


def _sidecar(folder: Path) -> dict[str, dict[str, str]]:
    try:
        return sidecar(folder)
    except (OSError, ValueError):
        return {}


def _listed(rows: dict[str, dict[str, str]], file: Path) -> dict[str, str]:
    return rows.get(file.name) or rows.get(file.stem) or {}


def _why(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, FileNotFoundError):
        return "the file is gone, or is a link to nothing"
    return f"could not be read: {error.strerror or error}"
