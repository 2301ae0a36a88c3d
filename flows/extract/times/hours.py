"""Hours of the clock in words: 3时30分, 晚8点半, 差五分八点."""

from __future__ import annotations

import re

from flows.extract.times.atoms import CLOCK, Atom
from flows.extract.times.words import word_after, word_before
from flows.patterns import lazy

MINUTES = r"(?:[0-5]?[0-9]|[零一二三四五六七八九十]{1,3})分(?![之钟数])"
SECONDS = r"(?:[0-5]?[0-9](?:\.[0-9]{1,3})?|[零一二三四五六七八九十]{1,3})秒"
CLOCK_TAIL = lazy(
    rf"(?:整|半|[一三1-3]刻| ?{MINUTES}(?: ?{SECONDS})?|[0-5][0-9](?![0-9年月日个家点.,%])"
    r"|过(?:一刻|[0-9]{1,2}分|[一二三四五六七八九十]{1,3}分)|差(?:一刻|[0-9]{1,2}分|[一二三四五六七八九十]{1,2}分)"
    r"|[一二三四五]?十[一二三四五六七八九]?(?![零一二三四五六七八九十万亿个家年月日%])|多钟?(?![个项条名种元万亿]))?许?"
)
ZERO_MINUTES = lazy(r"零[一二三四五六七八九](?![零一二三四五六七八九十百千万亿个家分倍米元%成])")
HOUR_AFTER = lazy(r"到?(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})点")
SHORT_OF = lazy(r"差(?:一刻|[0-9]{1,2}分|[一二三四五六七八九十两]{1,2}分)钟?(?:到)?$")
NOT_BEFORE_EVENING = tuple("今昨明当每傍日号天一二三四五六上早")


def read_hour(text: str, match: re.Match[str], found: tuple[int, int]) -> Atom | None:
    """3时30分, 晚8点半, 差五分八点; without minutes or 早, 晚 it is "bare" and must prove to be one."""
    start, end = match.span()
    tail = CLOCK_TAIL.match(text, end)
    stop = tail.end() if tail else end
    lead = start
    if text[start - 1 : start] in ("早", "晚") and text[start - 2 : start - 1] not in NOT_BEFORE_EVENING:
        lead = start - 1
    zero = ZERO_MINUTES.match(text, end) if stop == end and text.startswith("零", end) else None
    if zero and _is_clock(text, start, zero.end(), found[0]):
        stop = zero.end()
    short = SHORT_OF.search(text, max(0, start - 5), start)
    if short and match["unit"] == "点":
        lead = short.start()
    if text[end : end + 1] == "多" and text[start - 1 : start] == "了":
        return None  # 涨了3点多
    sure = stop > end or lead < start or match["unit"] == "点钟"
    return Atom(lead, stop, CLOCK, "clock" if sure else f"bare {match['unit']}", *found)


def _is_clock(text: str, start: int, end: int, hour: int) -> bool:
    """Whether 零五 behind an hour is minutes: 早上八点零五, 八点零五出发, 八点零五 and nothing else."""
    if word_before(text, start, "daypart") or word_after(text, end, "sure clock", "after"):
        return True
    return bool(hour) and start == 0 and end == len(text)


def is_short_of(text: str, match: re.Match[str]) -> bool:
    """Whether the minutes are what an hour lacks: 差五分钟十点."""
    return text[match.start() - 1 : match.start()] == "差" and HOUR_AFTER.match(text, match.end()) is not None
