"""Remembered answers, and tallies: plain dictionaries, which compiled code reads faster than `lru_cache` and
`Counter`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
MISSING: Any = object()


class Memo(Generic[Key, Value]):
    """`memo[key]` is the function's answer, asked once; it forgets all when it holds `most` answers."""

    def __init__(self, answer: Callable[[Key], Value], most: int = 1 << 15) -> None:
        self._held: dict[Key, Value] = {}
        self._answer = answer
        self._most = most

    def __getitem__(self, key: Key) -> Value:
        held = self._held.get(key, MISSING)
        if held is MISSING:
            if len(self._held) >= self._most:
                self._held.clear()
            held = self._held[key] = self._answer(key)
        value: Value = held
        return value

    def each(self, keys: Iterable[Key]) -> list[Value]:
        """The answers for many keys."""
        held = self._held
        return [held[key] if key in held else self[key] for key in keys]


def tally(items: Iterable[Key]) -> dict[Key, int]:
    """How often each item comes, in the order in which they came first."""
    found: dict[Key, int] = {}
    for item in items:
        found[item] = found.get(item, 0) + 1
    return found
