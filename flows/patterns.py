"""Regular expressions that are compiled when first used: a sentence needs a quarter of ours. What was
compiled the next start finds again, since compiling that quarter alone was a sixth of it.
"""

from __future__ import annotations

import atexit
import re
from array import array
from importlib import import_module
from typing import Any, cast

from flows.kept import keep, recall

try:  # how `re.compile` itself goes about it, in releases of Python that have it so
    engine, compiler, parser = map(import_module, ("_sre", "re._compiler", "re._parser"))
    MAGIC: int = engine.MAGIC
except (ImportError, AttributeError):
    MAGIC = 0

Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, instructions, groups, and the names of groups, as the engine takes them."""
KEPT = "patterns"
MOST = 4000
"""Patterns that are kept: with so many they are those of several revisions, and are gathered anew."""


class Codes:
    """The instructions of patterns that were compiled before, by flags and source."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, str], Code] = self.kept()
        self.new: dict[tuple[int, str], Code] = {}

    @staticmethod
    def kept() -> dict[tuple[int, str], Code]:
        found = recall(KEPT)
        good = isinstance(found, tuple) and len(found) == 2 and found[0] == MAGIC
        return cast("Any", found)[1] if good else {}

    def pattern(self, source: str, flags: int) -> re.Pattern[str]:
        """The pattern, made of what is known of it where that is possible."""
        key = int(flags), source
        code = self.known.get(key)
        if code is None:
            code = self.known[key] = self.new[key] = code_of(source, int(flags))
        stated, instructions, groups, names, numbered = code
        return cast(
            "re.Pattern[str]",
            engine.compile(source, stated, array("I", instructions).tolist(), groups, names, numbered),
        )

    def keep(self) -> None:
        """Add what was compiled anew to what the next start finds."""
        if self.new:
            known = self.kept()
            keep(KEPT, (MAGIC, (known if len(known) < MOST else {}) | self.new))


def code_of(source: str, flags: int) -> Code:
    """What the engine is to do for the pattern, as `re.compile` works it out."""
    parsed = parser.parse(source, flags)
    instructions = array("I", compiler._code(parsed, flags)).tobytes()
    names = dict(parsed.state.groupdict)
    numbered = {number: name for name, number in names.items()}
    groups = parsed.state.groups
    stated = int(flags | parsed.state.flags)
    return stated, instructions, groups - 1, names, tuple(numbered.get(one) for one in range(groups))


_codes: list[Codes] = []


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, sooner where an earlier start compiled the same. Raises re.error for a faulty one."""
    if not _codes:
        _codes.append(Codes())
        atexit.register(_codes[0].keep)
    try:
        return _codes[0].pattern(source, flags)
    except (AttributeError, NameError, TypeError, ValueError, OverflowError, RuntimeError):
        return re.compile(source, flags)  # another engine than the one that we know


class LazyPattern:
    """A pattern whose methods are those of `re.Pattern`; each is looked up once and then an attribute."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(compiled(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of `source`. A fault in it shows at the first use: a test compiles all of them."""
    return cast("re.Pattern[str]", LazyPattern(source, flags))
