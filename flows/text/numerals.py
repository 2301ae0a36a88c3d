"""Small whole numbers of a text, in figures or words: editions, anniversaries, years that are counted."""

from __future__ import annotations

_NUMERALS = "一二三四五六七八九"


def small_number(written: str) -> int:
    """The number below a thousand that stands in 第134届, 第二十五届, 十周年, 两年."""
    if written.isdigit():
        return int(written)
    hundreds, hundred, rest = written.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    return (
        (_digit(hundreds) or 1) * 100 * bool(hundred)
        + (_digit(tens) or 1) * 10 * bool(ten)
        + (_digit(ones) if len(ones) < 2 else 0)
    )


def _digit(written: str) -> int:
    return 2 if written == "两" else _NUMERALS.find(written) + 1 if written else 0
