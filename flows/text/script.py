"""Traditional to simplified, and which of the two a text is written in."""

from __future__ import annotations

from functools import lru_cache
from operator import ne

from opencc import OpenCC

from flows.patterns import Pattern, lazy
from flows.text.reference import reference_rows

_HAN = lazy("[㐀-鿿]+")
_SAMPLE = 800
# a third of the characters of traditional text change, next to none of simplified
_TRADITIONAL_SHARE, _SIMPLIFIED_SHARE = 0.15, 0.01


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")


def simplify(text: str) -> str:
    """The text in simplified characters, as long as it was. Lone surrogates must be gone from it."""
    for _ in range(3):  # a converted word may form a new phrase with its neighbour
        converted = _convert(text)
        if converted == text:
            break
        text = _spell(converted)
    return text


def _spell(text: str) -> str:
    pattern, words = _left_over()
    return pattern.sub(lambda found: words[found[0]], text)


@lru_cache(maxsize=1)
def _left_over() -> tuple[Pattern, dict[str, str]]:
    """Words that the converter leaves in their Taiwan or Hong Kong spelling, and their mainland one."""
    words = {row["written"]: row["simplified"] for row in reference_rows("script_words")}
    # 拥有著作权 holds no particle
    return lazy(f"(?:{'|'.join(sorted(words, key=len, reverse=True))})(?![作名称录述者书])"), words


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
    sample = _encodable(text[:_SAMPLE])
    converted = _convert(sample)
    if converted == sample:
        return "simplified"
    han = sum(map(len, _HAN.findall(sample)))
    changed = sum(map(ne, sample, converted))
    if changed <= han * _SIMPLIFIED_SHARE:
        return "simplified"
    return "traditional" if changed >= han * _TRADITIONAL_SHARE else "mixed"


def _encodable(text: str) -> str:
    """The text without lone surrogates, which the converter refuses."""
    return text.encode("utf-8", errors="replace").decode("utf-8")
