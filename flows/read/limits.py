"""How large a source may be, and how a file is opened without waiting, overrunning or following it away."""

from __future__ import annotations

import os
import stat
from pathlib import Path

MEGABYTE = 1 << 20
TEXT_BYTES = 10 * MEGABYTE
"""A plain text: some three thousand pages. What is larger is no article but a dump of them."""
FILE_BYTES = 64 * MEGABYTE
"""A page, PDF or Word file, pictures and all."""
ARTICLE_CHARACTERS = 2_500_000
"""What one article may hold once it is text: extraction of more would need more than 1.5 GB of memory."""


class Unreadable(ValueError):
    """A source that cannot be read; the message says why in words for the person who put it there."""


def read_limited(path: str | Path, limit: int) -> bytes:
    """The bytes of a regular file. Raises Unreadable for pipes and large files, OSError as open."""
    # Opening a pipe waits for its writer unless told not to; what it is, is asked of the open file itself.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        size = _regular(os.fstat(descriptor))
        if size <= limit:
            data = file.read(limit + 1)
            if len(data) <= limit:
                return data
        raise Unreadable(too_large(max(size, limit + 1), limit))


def refuse_irregular(path: str | Path) -> None:
    """Raise Unreadable for a pipe, socket or device, OSError as stat."""
    _regular(Path(path).stat())


def _regular(state: os.stat_result) -> int:
    if not stat.S_ISREG(state.st_mode):
        raise Unreadable("not a regular file (a pipe, socket or device)")
    return state.st_size


def too_large(size: int, limit: int) -> str:
    return (
        f"{size / MEGABYTE:,.0f} MB are too much for one article (at most {limit / MEGABYTE:,.0f} MB): "
        "split it, or give it as JSON Lines, CSV or Parquet with an article a row"
    )


def shown(path: str | Path) -> str:
    """A path as text that any table can hold: bytes of a name that are no UTF-8 are written out, as \\xb0."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def storable_address(address: str) -> str:
    """An address as any table can hold it."""
    return address.encode("utf-8", "backslashreplace").decode()[:2000]
