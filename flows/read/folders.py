"""Folders and patterns to files, in an order that does not depend on the machine."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from flows.read.document import Given, Rejected
from flows.read.limits import shown
from flows.read.metadata import SIDECAR, sidecar
from flows.read.sourcefile import Source


class SourceNotFound(FileNotFoundError):
    """A source that the user named does not exist; the message says which, in one line."""

    def __init__(self, source: str) -> None:
        kind = "no file matches" if glob.has_magic(source) else "no such file or folder"
        super().__init__(f"{kind}: {shown(source)}")
        self.source = source

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, and what its folder's list and its source say of it."""

    path: str
    given: Given = field(default_factory=Given)
    columns: Mapping[str, str] = field(default_factory=dict)


def find_files(sources: Iterable[str | Source]) -> list[Found | Rejected]:
    """The files under the sources, each once, sorted within a source. Raises SourceNotFound."""
    wanted = [source if isinstance(source, Source) else Source(str(source)) for source in sources]
    named = [(source, path) for source in wanted for path in paths_of(source.address)]
    items: list[Found | Rejected] = []
    seen: set[str] = set()
    for source, path in named:
        for item in _walk(path) if Path(path).is_dir() else [_one(path)]:
            key = os.path.realpath(item.path) if isinstance(item, Found) else item.source + item.reason
            if key not in seen:
                seen.add(key)
                items.append(_as_said(item, source))
    return items


def _as_said(item: Found | Rejected, source: Source) -> Found | Rejected:
    if isinstance(item, Rejected):
        return item
    return replace(item, given=item.given.over(source.given), columns=source.columns)


def paths_of(address: str) -> list[str]:
    """The address itself where there is such a file, else what matches it. Raises SourceNotFound."""
    if os.path.lexists(address):
        return [address]
    matching = sorted(glob.glob(address, recursive=True)) if glob.has_magic(address) else []
    folders = {path for path in matching if Path(path).is_dir()}
    # `**` matches folders as well as the files in them, which it names itself.
    paths = [path for path in matching if path not in folders or not address.endswith("**")]
    if not paths:
        raise SourceNotFound(address)
    return paths


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
            yield Rejected(shown(link), "a link to a folder; links are not followed")
        listed = sidecar(folder)
        yield from (Rejected(shown(folder / SIDECAR), fault) for fault in listed.faults)
        for file in [folder / name for name in sorted(files)]:
            if not file.name.startswith(".") and file.name != SIDECAR:
                yield Found(str(file), listed.of(file))
    for error in refused:
        yield Rejected(shown(error.filename), why(error))


def why(error: OSError) -> str:
    """What keeps a file from being read, in words."""
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, FileNotFoundError):
        return "the file is gone, or is a link to nothing"
    return f"could not be read: {error.strerror or error}"
