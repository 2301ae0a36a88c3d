"""Remembered answers, and tallies: plain dictionaries, which compiled code reads faster than `lru_cache` and
`Counter`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Memo(dict[Key, Value]):
    """`memo[key]` is the function's answer, asked once; it forgets all when it holds `most` answers. What is
    known is looked up as in any dictionary, without a call of ours.
    """

    def __init__(self, answer: Callable[[Key], Value], most: int = 1 << 15) -> None:
        super().__init__()
        self._answer = answer
        self._most = most

    def __missing__(self, key: Key) -> Value:
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._answer(key)
        return value

    def each(self, keys: Iterable[Key]) -> list[Value]:
        """The answers for many keys."""
        return [self[key] for key in keys]


def tally(items: Iterable[Key]) -> dict[Key, int]:
    """How often each item comes, in the order in which they came first."""
    found: dict[Key, int] = {}
    for item in items:
        found[item] = found.get(item, 0) + 1
    return found
