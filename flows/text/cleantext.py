"""The clean text and its map back to the raw text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import overload

Edit = tuple[int, int, str]  # start, end (exclusive), what stands there instead


class Layer:
    """One round of edits: pieces that were kept as they were, and pieces that were written anew.

    A kept piece maps character by character. Each character of a new piece maps to all that it replaced.
    """

    __slots__ = ("at", "begin", "finish")

    def __init__(self) -> None:
        self.at: list[int] = []  # where a piece begins after the edits
        self.begin: list[int] = []  # where it began before them
        self.finish: list[int] = []  # where a replaced piece ended before them; -1 for a kept piece

    def add(self, at: int, begin: int, finish: int) -> None:
        self.at.append(at)
        self.begin.append(begin)
        self.finish.append(finish)

    def start(self, index: int) -> int:
        piece = bisect_right(self.at, index) - 1
        return self.begin[piece] if self.finish[piece] >= 0 else self.begin[piece] + index - self.at[piece]

    def end(self, index: int) -> int:
        piece = bisect_right(self.at, index) - 1
        finish = self.finish[piece]
        return finish if finish >= 0 else self.begin[piece] + index - self.at[piece] + 1


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, Layer]:
    """The text with the edits done (sorted by start, none overlapping) and the layer that undoes them."""
    layer, parts, position, length = Layer(), [], 0, 0
    for start, end, replacement in edits:
        if start > position:
            parts.append(text[position:start])
            layer.add(length, position, -1)
            length += start - position
        if replacement:
            parts.append(replacement)
            layer.add(length, start, end)
            length += len(replacement)
        position = end
    if position < len(text):
        parts.append(text[position:])
        layer.add(length, position, -1)
    return "".join(parts), layer


class Offsets(Sequence[int]):
    """Raw offsets of the characters of a clean text, read through the layers of edits (last round first)."""

    __slots__ = ("_ends", "_layers", "_length")

    def __init__(self, layers: Sequence[Layer], length: int, ends: bool) -> None:
        self._layers = tuple(reversed(layers))
        self._length = length
        self._ends = ends

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> list[int]: ...
    def __getitem__(self, index: int | slice) -> int | list[int]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self._length))]
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError(index)
        if self._ends:
            for layer in self._layers:
                index = layer.end(index) - 1
            return index + 1
        for layer in self._layers:
            index = layer.start(index)
        return index


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text made easy to read for rules, and where each of its characters stands in the raw text.

    `text` is simplified, with half-width digits and Latin letters, without injected pinyin, with
    Chinese punctuation between Chinese characters. Character i came from raw[starts[i]:ends[i]].
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    raw_length: int
    converted: bool = False
    """Did it hold traditional characters, or words that are written otherwise on the mainland?"""

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Clean offsets to raw offsets (end exclusive). Pinyin after the last character is left out."""
        if start >= end:
            at = self.starts[start] if start < len(self.text) else self.raw_length
            return at, at
        return self.starts[start], self.ends[end - 1]


def mapped(text: str, layers: Sequence[Layer], raw_length: int, converted: bool = False) -> CleanText:
    """A clean text over its layers; without layers the map is the identity and costs nothing."""
    if not layers:
        return CleanText(text, range(len(text)), range(1, len(text) + 1), raw_length, converted)
    starts, ends = Offsets(layers, len(text), False), Offsets(layers, len(text), True)
    return CleanText(text, starts, ends, raw_length, converted)
