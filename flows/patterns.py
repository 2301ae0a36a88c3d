"""Regular expressions that are compiled when first used: a sentence needs a quarter of ours, and compiling
all of them takes longer than reading it.
"""

from __future__ import annotations

import re
from typing import Any, cast


class LazyPattern:
    """A pattern whose methods are those of `re.Pattern`; each is looked up once and then an attribute."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of `source`. A fault in it shows at the first use: a test compiles all of them."""
    return cast("re.Pattern[str]", LazyPattern(source, flags))
