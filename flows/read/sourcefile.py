"""sources.toml: the sources of a warehouse, what is known about each, and how to fetch."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flows.read.document import Given
from flows.read.limits import MEGABYTE
from flows.read.rows import FIELDS


class WrongSources(ValueError):
    """A sources file that does not say what it means to; the message says where and what is allowed."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file, folder, pattern or address, and what a person said of it."""

    address: str
    given: Given = field(default_factory=Given)
    columns: Mapping[str, str] = field(default_factory=dict)
    containing: str = ""  # of a feed's or sitemap's addresses, those with this in them
    newest: int = 1000  # of a sitemap's addresses, so many

    @property
    def is_web(self) -> bool:
        return self.address.lower().startswith(("http://", "https://"))

    @property
    def is_list(self) -> bool:
        """A file of addresses. Only one that a person named is followed, never one that lies in a folder."""
        return self.address.lower().endswith(".urls")


@dataclass(frozen=True, slots=True)
class Manners:
    """How to fetch: politely, and not from where only this machine can reach."""

    delay_seconds: float = 1.0
    timeout_seconds: float = 20.0
    attempts: int = 3
    megabytes: int = 32
    private_addresses: bool = False

    @property
    def bytes(self) -> int:
        return self.megabytes * MEGABYTE


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a run reads."""

    sources: list[Source]
    manners: Manners


_KEYS = {
    "path": (str, list), "url": (str, list), "outlet": str, "columns": dict, "containing": str, "newest": int,
}  # fmt: skip
_MANNERS = {
    "delay_seconds": (int, float), "timeout_seconds": (int, float), "attempts": int, "megabytes": int,
    "private_addresses": bool,
}  # fmt: skip


def plan_of(named: list[str]) -> Plan:
    """The sources named in a command, those of a sources.toml among them. Raises WrongSources."""
    sources: list[Source] = []
    manners = Manners()
    for address in named:
        if address.lower().endswith(".toml") and Path(address).is_file():
            listed = read_source_file(Path(address))
            sources += listed.sources
            manners = listed.manners
        else:
            sources.append(Source(address))
    return Plan(sources, manners)


def read_source_file(path: Path) -> Plan:
    """The plan in a sources.toml; its paths are relative to its folder. Raises WrongSources."""
    try:
        said = tomllib.loads(path.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise WrongSources(f"{path}: {error}") from None
    _known(path, "the file", said, {"source": list, "fetch": dict})
    sources = [
        source
        for number, entry in enumerate(said.get("source", []), 1)
        for source in _sources(path, f"source {number}", entry)
    ]
    if not sources:
        raise WrongSources(f'{path}: no source in it; write [[source]], and below it path = "…" or url = "…"')
    fetch = said.get("fetch", {})
    _known(path, "[fetch]", fetch, _MANNERS)
    for key, value in fetch.items():
        if value is not True and value is not False and value < 0:
            raise WrongSources(f"{path}: {key} in [fetch] is {value}, less than nothing")
    return Plan(sources, Manners(**fetch))


def _sources(path: Path, where: str, entry: Any) -> list[Source]:
    _known(path, where, entry, _KEYS)
    columns = entry.get("columns", {})
    _known(path, f"columns of {where}", columns, dict.fromkeys(FIELDS, str))
    if ("path" in entry) == ("url" in entry):
        raise WrongSources(f"{path}: {where} needs a path or a url, and one of them only")
    for key in ("path", "url"):
        if not all(isinstance(one, str) for one in _several(entry.get(key))):
            raise WrongSources(f"{path}: “{key}” in {where} holds the wrong kind of value")
    given = Given(outlet=entry.get("outlet"))
    rest = (given, columns, entry.get("containing", ""), entry.get("newest", 1000))
    files = [Source(str(path.parent / name), *rest) for name in _several(entry.get("path"))]
    pages = [Source(address, *rest) for address in _several(entry.get("url"))]
    for page in pages:
        if not page.is_web:
            raise WrongSources(f"{path}: {page.address} in {where} does not begin with https:// or http://")
    return files + pages


def _several(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _known(path: Path, where: str, said: Any, allowed: Mapping[str, Any]) -> None:
    """Raise WrongSources for a key that there is not, with the nearest that there is, or a wrong kind."""
    if not isinstance(said, dict):
        raise WrongSources(f'{path}: {where} must be a table of keys, as path = "articles"')
    for key, value in said.items():
        if key not in allowed:
            close = difflib.get_close_matches(key, allowed, n=1)
            hint = f"did you mean “{close[0]}”?" if close else f"known: {', '.join(allowed)}"
            raise WrongSources(f"{path}: “{key}” in {where} means nothing here; {hint}")
        kind = allowed[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise WrongSources(f"{path}: “{key}” in {where} is {value!r}, which is the wrong kind of value")
