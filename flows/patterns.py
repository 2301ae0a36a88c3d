"""Regular expressions that are compiled when first used: a sentence needs a quarter of ours. What was
compiled the next start finds again, since compiling that quarter alone was a sixth of it.

Before the engine is asked, a pattern looks whether a match is possible at all: see `screens`.
"""

from __future__ import annotations

import atexit
import re
from array import array
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from flows import screens
from flows.kept import keep, recall, stamp
from flows.screens import Screens, screens_of

END = 1 << 60
"""The end of any text."""
FEW, SOME = 4, 12
"""So many characters are sought one by one in any text, and in a short one, sooner than the engine would find
that there is none of them.
"""
SHORT = 120
"""Characters of a short text."""
INTERPRETED = __file__.endswith(".py")
"""Then a screen costs what it saves: the engine's own methods stand for ours once a pattern is compiled."""


class Pattern:
    """A pattern with the methods of `re.Pattern`. Offsets are never negative."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = int(flags)
        self._made: re.Pattern[str] | None = None
        self._firsts: str | None = None
        self._lasts: str | None = None
        self._needs: list[str] | None = None
        self._within: list[str] | None = None
        self._widest = END
        self._needed: str | None = None

    def made(self) -> re.Pattern[str]:
        """The pattern as Python's engine has it. Raises re.error where it has a fault."""
        if self._made is None:
            self._made, found = codes().pattern(self.pattern, self._flags)
            self._firsts = found.firsts
            self._lasts = None if found.lasts is None else found.lasts + "\n"
            self._needs = list(found.needs) if found.needs and len(found.needs) <= FEW else None
            self._within = list(found.needs) if found.needs and len(found.needs) <= SOME else None
            self._widest = found.widest
            self._needed = found.needs
            if INTERPRETED:
                for name in ("match", "fullmatch", "search", "finditer", "sub", "findall", "split"):
                    setattr(self, name, getattr(self._made, name))
        return self._made

    def may_end(self, last: str) -> bool:
        """May a match stand in a text that ends with this character?"""
        if self._made is None:
            self.made()
        return self._lasts is None or last in self._lasts

    def needed(self) -> str | None:
        """The characters of which every match holds one; None where it may be any."""
        if self._made is None:
            self.made()
        return self._needed

    def match(self, text: str, pos: int = 0, end: int = END) -> re.Match[str] | None:
        made = self._made or self.made()
        if self._firsts is not None:
            if pos >= len(text) or text[pos] not in self._firsts:
                return None
        elif self._within is not None:
            last = min(end, pos + self._widest)
            if not any(text.find(one, pos, last) >= 0 for one in self._within):
                return None
        return made.match(text, pos, end)

    def fullmatch(self, text: str, pos: int = 0, end: int = END) -> re.Match[str] | None:
        made = self._made or self.made()
        if self._firsts is not None and (pos >= len(text) or text[pos] not in self._firsts):
            return None
        return made.fullmatch(text, pos, end)

    def search(self, text: str, pos: int = 0, end: int = END) -> re.Match[str] | None:
        made = self._made or self.made()
        if self._lasts is not None:
            last = min(end, len(text)) - 1
            if last < pos or text[last] not in self._lasts:
                return None
        needs = self._needs if len(text) > SHORT else self._within
        if needs is not None and not any(text.find(one, pos, end) >= 0 for one in needs):
            return None
        return made.search(text, pos, end)

    def finditer(self, text: str, pos: int = 0, end: int = END) -> Iterator[re.Match[str]]:
        made = self._made or self.made()
        if self._needs is not None and not any(text.find(one, pos, end) >= 0 for one in self._needs):
            return iter(())
        return made.finditer(text, pos, end)

    def beginning(self, text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
        """What `finditer` finds, where matches can begin at these offsets alone."""
        end = 0
        for start in sorted(set(starts)):
            found = self.match(text, start) if start >= end else None
            if found is not None:
                end = max(start + 1, found.end())
                yield found

    def sub(self, to: str | Callable[[re.Match[str]], str], text: str) -> str:
        made = self._made or self.made()
        if self._lasts is not None and (not text or text[-1] not in self._lasts):
            return text
        if self._needs is not None and not any(one in text for one in self._needs):
            return text
        return made.sub(to, text)

    def findall(self, text: str) -> list[Any]:
        return self.made().findall(text)

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        return self.made().split(text, maxsplit)

    @property
    def groups(self) -> int:
        return self.made().groups


def holds(text: str, words: Iterable[str]) -> bool:
    """Does the text hold one of the words?"""
    for word in words:  # `any` with a generator takes three times as long  # noqa: SIM110
        if word in text:
            return True
    return False


def lazy(source: str, flags: int = 0) -> Pattern:
    """The pattern of `source`. A fault in it shows at the first use: a test compiles all of them."""
    return Pattern(source, flags)


try:  # how `re.compile` itself goes about it, in releases of Python that have it so
    engine, compiler, parser = map(import_module, ("_sre", "re._compiler", "re._parser"))
    MAGIC = int(engine.MAGIC)
except (ImportError, AttributeError):
    MAGIC = 0

Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...], tuple[Any, ...]]
"""Flags, instructions, groups, and the names of groups, as the engine takes them; its screens."""
KEPT = "patterns"
MADE_BY = MAGIC, stamp(Path(file) for file in (__file__, screens.__file__))
"""The engine and our code: what others made is not read."""
MOST = 4000
"""Patterns that are kept: with so many they are those of several revisions, and are gathered anew."""
NO_SCREENS = Screens(None, None, None, END)


class Codes:
    """The instructions of patterns that were compiled before, by flags and source."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, str], Code] = self.kept()
        self.new: dict[tuple[int, str], Code] = {}

    @staticmethod
    def kept() -> dict[tuple[int, str], Code]:
        found: Any = recall(KEPT)
        good = isinstance(found, tuple) and len(found) == 2 and found[0] == MADE_BY
        known: dict[tuple[int, str], Code] = found[1] if good else {}
        return known

    def pattern(self, source: str, flags: int) -> tuple[re.Pattern[str], Screens]:
        """The pattern, made of what is known of it where that is possible."""
        try:
            key = flags, source
            code = self.known.get(key)
            if code is None:
                code = self.known[key] = self.new[key] = code_of(source, flags)
            stated, instructions, groups, names, numbered, found = code
            listed = array("I", instructions).tolist()
            made: re.Pattern[str] = engine.compile(source, stated, listed, groups, names, numbered)
        except (AttributeError, NameError, TypeError, ValueError, OverflowError, RuntimeError):
            return re.compile(source, flags), NO_SCREENS  # another engine than the one that we know
        return made, Screens(*found)

    def keep(self) -> None:
        """Add what was compiled anew to what the next start finds."""
        if self.new:
            known = self.kept()
            keep(KEPT, (MADE_BY, (known if len(known) < MOST else {}) | self.new))


def code_of(source: str, flags: int) -> Code:
    """What the engine is to do for the pattern, as `re.compile` works it out."""
    parsed = parser.parse(source, flags)
    stated = int(flags | parsed.state.flags)
    instructions = array("I", compiler._code(parsed, flags)).tobytes()
    names = dict(parsed.state.groupdict)
    numbered = {number: name for name, number in names.items()}
    groups = int(parsed.state.groups)
    ordered = tuple([numbered.get(one) for one in range(groups)])
    return stated, instructions, groups - 1, names, ordered, tuple(screens_of(parsed, stated, END))


_codes: list[Codes] = []


def codes() -> Codes:
    """The codes of this process, kept when it ends."""
    if not _codes:
        _codes.append(Codes())
        atexit.register(_codes[0].keep)
    return _codes[0]
