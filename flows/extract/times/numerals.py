"""The small numerals of time expressions: 2024, 十一, 二〇二四, 两, 几十, 十七八."""

from __future__ import annotations

from functools import lru_cache

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "元": 1}
SCALES = {"十": 10, "百": 100, "千": 1000, "廿": 20, "卅": 30}
VAGUE = "几数"


@lru_cache(4096)
def read_numeral(surface: str) -> tuple[int, int] | None:
    """Low and high value of a numeral (equal when exact); None when it is vague (几, 数十) or no number.

    七八 reads as 7 to 8, 二三十 as 20 to 30, 十七八 as 17 to 18; 二〇二四 positionally.
    """
    if surface.isdecimal():
        return int(surface), int(surface)
    if any(c in VAGUE for c in surface):
        return None
    if surface == "三两":
        return 2, 3
    if all(c in DIGITS for c in surface):
        return _positional(surface)
    pair = _adjacent_pair(surface)
    if pair is not None:
        low = _scaled(surface[: pair + 1] + surface[pair + 2 :])
        high = _scaled(surface[:pair] + surface[pair + 1 :])
        return (low, high) if low is not None and high is not None else None
    value = _scaled(surface)
    return (value, value) if value is not None else None


def is_positional(surface: str) -> bool:
    """Digits only, written one after the other: 二〇二四, 九八."""
    return len(surface) > 1 and all(c in DIGITS and c != "两" for c in surface)


def _positional(surface: str) -> tuple[int, int]:
    values = [DIGITS[c] for c in surface]
    if len(values) == 2 and 0 < values[0] < values[1] <= values[0] + 2 and values[1] - values[0] == 1:
        return values[0], values[1]
    number = int("".join(map(str, values)))
    return number, number


def _adjacent_pair(surface: str) -> int | None:
    """Where two ascending digits stand side by side (十七八, 二三十), else None."""
    for i in range(len(surface) - 1):
        low, high = DIGITS.get(surface[i], 0), DIGITS.get(surface[i + 1], 0)
        if low and high == low + 1:
            return i
    return None


def _scaled(surface: str) -> int | None:
    """十一, 二十, 一百零八, 两千: None when a digit follows a digit."""
    total, digit = 0, 0
    for c in surface:
        if c in SCALES:
            total += SCALES[c] if c in "廿卅" else (digit or 1) * SCALES[c]
            digit = 0
        elif c not in DIGITS or digit:
            return None
        else:
            digit = DIGITS[c]
    return total + digit


def is_ordinal(text: str, start: int) -> bool:
    """Whether the numeral at `start` has a 第 before it."""
    return text[start - 1 : start] == "第"
