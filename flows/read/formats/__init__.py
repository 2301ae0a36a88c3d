"""One module a format: it names its SUFFIXES and reads bytes into documents. To be here is to be known.

GUARDED says that the format is read in a child process, because the library behind it is large.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from flows.read.document import Document, Given, Rejected
from flows.read.guard import guarded

Reader = Callable[[bytes, str, Given], Iterator[Document | Rejected]]


@dataclass(frozen=True, slots=True)
class Format:
    """How the files of a suffix are read: here, or guarded in a child."""

    read: Reader
    guarded: bool

    def documents(self, data: bytes, source: str, given: Given) -> Iterator[Document | Rejected]:
        """The documents in a file's bytes. Raises Unreadable or Undecodable, with the reason."""
        return guarded(self.read, data, source, given) if self.guarded else self.read(data, source, given)


@lru_cache(maxsize=1)
def formats() -> dict[str, Format]:
    """Format by file suffix (lower case, with its dot; the empty suffix for names without one)."""
    known: dict[str, Format] = {}
    for module in pkgutil.iter_modules(__path__):
        format_ = importlib.import_module(f"{__name__}.{module.name}")
        known.update(dict.fromkeys(format_.SUFFIXES, Format(format_.read, format_.GUARDED)))
    return known
