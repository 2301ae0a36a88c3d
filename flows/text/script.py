"""Traditional to simplified, and which of the two a text is written in."""

from __future__ import annotations

import re
from functools import lru_cache

from opencc import OpenCC

_HAN = re.compile("[㐀-鿿]")
_SAMPLE = 20_000
_TRADITIONAL_SHARE, _SIMPLIFIED_SHARE = 0.15, 0.01  # a third of traditional text changes, next to none of simplified


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")


def simplify(text: str) -> str:
    """The text in simplified characters, as long as it was. Lone surrogates must be gone from it."""
    for _ in range(3):  # a converted word may form a new phrase with its neighbour
        converted = _convert(text)
        if converted == text:
            break
        text = converted
    return text


def _convert(text: str) -> str:
    converted: str = _converter().convert(text)
    if len(converted) == len(text):
        return converted
    # A phrase that changes length would shift every offset after it, so there each character goes by itself.
    return "".join(_convert_line(line) for line in text.splitlines(keepends=True))


def _convert_line(line: str) -> str:
    converted: str = _converter().convert(line)
    if len(converted) == len(line):
        return converted
    return "".join(_convert_character(character) for character in line)


@lru_cache(maxsize=10_000)
def _convert_character(character: str) -> str:
    converted: str = _converter().convert(character)
    return converted if len(converted) == 1 else character


def script_of(text: str) -> str:
    """simplified, traditional or mixed, by the share of the characters that simplification changes."""
    sample = "".join(_HAN.findall(text[:_SAMPLE]))
    if not sample:
        return "simplified"
    changed = sum(a != b for a, b in zip(sample, _convert(sample), strict=True))
    if changed >= len(sample) * _TRADITIONAL_SHARE:
        return "traditional"
    return "simplified" if changed <= len(sample) * _SIMPLIFIED_SHARE else "mixed"
