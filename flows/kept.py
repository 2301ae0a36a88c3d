"""What every start would work out anew, kept in `__pycache__` as Python keeps what it compiles: plain values,
with a stamp of the files that they were made of. Where nothing can be written, or `PYTHONDONTWRITEBYTECODE`
is set, all works the same and a start takes longer.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from collections.abc import Callable, Iterable
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, TypeVar

from flows.places import PACKAGE

Value = TypeVar("Value")
Stamp = tuple[tuple[str, int, int], ...]


def place(name: str) -> Path:
    """The file of this name, for this release of Python alone."""
    beside = Path(cache_from_source(str(PACKAGE / "kept.py")))
    return beside.with_name(f"{name}.{sys.implementation.cache_tag}")


def recall(name: str) -> object | None:
    """What is kept under the name, else None."""
    try:
        found: object = marshal.loads(place(name).read_bytes())
    except (OSError, EOFError, ValueError, TypeError, NotImplementedError):
        return None
    return found


def keep(name: str, value: Any) -> None:
    """Keep plain values for the next start: whoever reads meanwhile sees the old file or the new one."""
    if sys.dont_write_bytecode:
        return
    with contextlib.suppress(OSError, NotImplementedError):
        path = place(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        written = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            written.write_bytes(marshal.dumps(value))
            written.replace(path)
        finally:
            written.unlink(missing_ok=True)


def stamp(files: Iterable[Path]) -> Stamp:
    """Path, size and time of files: what is made of them holds as long as it stays the same. A file that is
    not there (code within an archive) has none.
    """
    return tuple((str(file), *measured(file)) for file in files)


def measured(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns


def made_of(name: str, files: Iterable[Path], make: Callable[[], Value]) -> Value:
    """What `make` makes of the files, from the last start if they are as they were; plain values only."""
    held, found = stamp(files), recall(name)
    if isinstance(found, tuple) and len(found) == 2 and found[0] == held:
        value: Value = found[1]
        return value
    value = make()
    keep(name, (held, value))
    return value
