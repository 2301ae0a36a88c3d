"""One module a format: it names its SUFFIXES and reads bytes into documents. To be here is to be known."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import lru_cache

from flows.read.document import Document, Rejected
from flows.read.metadata import Given

Reader = Callable[[bytes, str, Given], Iterator[Document | Rejected]]


@lru_cache(maxsize=1)
def readers() -> dict[str, Reader]:
    """Reader by file suffix (lower case, with its dot; the empty suffix for names without one)."""
    known: dict[str, Reader] = {}
    for module in pkgutil.iter_modules(__path__):
        format_ = importlib.import_module(f"{__name__}.{module.name}")
        known.update(dict.fromkeys(format_.SUFFIXES, format_.read))
    return known
