"""The scan: where the trigger fires, the grammar is matched and the atom read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from flows.extract.times.atoms import (
    CLOCK,
    DAY,
    DAYPART,
    ERA,
    PART,
    RECURRING,
    WEEK,
    WEEKDAY,
    YEAR,
    Atom,
)  # fmt: skip
from flows.extract.times.english import read_english
from flows.extract.times.eras import read_plan
from flows.extract.times.grammar import ARABIC, CHINESE, CHINESE_DIGITS, FISCAL, beginnings
from flows.extract.times.holidays import day_of_holiday, has_days, last_lunar_day
from flows.extract.times.measured import read_measured
from flows.extract.times.numerals import read_numeral
from flows.extract.times.weekdays import weekday_at
from flows.extract.times.words import Word, word_after, word_before, words_of
from flows.extract.times.years import plain_year
from flows.memo import Memo
from flows.patterns import lazy

GRAMMARS = {
    **dict.fromkeys("0123456789", ARABIC), **dict.fromkeys(CHINESE_DIGITS + "数半", CHINESE),
    **dict.fromkeys("QHFfCJMASOND", FISCAL),
}  # fmt: skip
WORD_GRAINS = {
    "year": (YEAR, "year"), "part": (PART, "year"), "half": (PART, "half"), "quarter": (PART, "quarter"),
    "month": (PART, "month"), "season": (PART, "season"), "same": (PART, "same"), "tenday": (DAY, "tenday"),
    "day": (DAY, "date"), "century": (ERA, "century"), "daypart": (DAYPART, "daypart"),
    "recurring": (RECURRING, "recurring"), "holiday": (PART, "holiday"), "holiday name": (PART, "holiday"),
    "lunar day": (PART, "lunar day"),
}  # fmt: skip
MEANINGS = {row.word: row for role in ("word", "daypart") for row in words_of(role)}


def scan(text: str) -> Iterator[Atom]:
    """The atoms of a text in order, disjoint."""
    done = 0
    for start in beginnings(text):
        if start < done:
            continue
        words = _OPENING[text[start : start + 2]]
        lexical = _first_of(words[0], text, start) if words else None
        if lexical:
            done = start + len(lexical)
            continue
        year = plain_year(text, start) if text.startswith("年", start + 4) else None
        if year is not None:
            yield year
            done = year.end
            continue
        grammar = GRAMMARS.get(text[start])
        match = grammar.match(text, start) if grammar else None
        if match is not None:
            found = READERS[match.lastgroup or ""](text, match)
        else:
            word = _first_of(words[1], text, start) if words else None
            if word is None:
                continue
            found = _word(text, start, word)
        for atom in found:
            if atom.start >= done:
                yield atom
                done = atom.end


def _words_opening(opening: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The words that are no time, and those of time, that a text can begin with whose first two characters
    are `opening`, longest first.
    """
    lexical, words = (
        tuple(word for word in found if opening.startswith(word[:2]) or word.startswith(opening))
        for found in _words_by_first().get(opening[:1], ((), ()))
    )
    return (lexical, words) if lexical or words else None


_OPENING = Memo(_words_opening)

@cache
def _words_by_first() -> dict[str, tuple[list[str], list[str]]]:
    """By their first characters the words that are no time, and those of time, longest first."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for index, roles in enumerate((("lexical",), ("word", "daypart"))):
        words = {row.word for role in roles for row in words_of(role)}
        for word in sorted(words, key=lambda word: (-len(word), word)):
            found.setdefault(word[0], ([], []))[index].append(word)
    return found


def _first_of(words: tuple[str, ...], text: str, start: int) -> str | None:
    """The first of the words that the text has at `start`."""
    for word in words:
        if text.startswith(word, start):
            return word
    return None


def _one(atom: Atom | None) -> tuple[Atom, ...]:
    return (atom,) if atom else ()


def _word(text: str, start: int, surface: str) -> tuple[Atom, ...]:
    end = start + len(surface)
    word = MEANINGS[surface]
    if not word.stands(text, start, end):
        return ()
    if word.grain == "week number":
        return (Atom(start, end, WEEK, word.grain, word.low),)
    if word.grain in ("weekday", "week"):
        return _one(_week(text, start, end, word))
    if word.word == "年中" and not clear_after(text, end):
        return ()
    if word.grain == "holiday name" and not has_days(text, end, word.low):
        return ()
    weekly = word.grain == "recurring" and word.word[-1] in "周期" and not TENS_OF.match(text, end)
    if weekly and weekday_at(text, end):
        return (Atom(start, end + 1, RECURRING, "recurring weekday"),)
    grain, kind = WORD_GRAINS[word.grain]
    return (Atom(start, end, grain, kind, word.low, word.high, word.anchor),)


def _week(text: str, start: int, end: int, word: Word) -> Atom | None:
    """上周, 周三, 上周三: low is the week's offset, high the weekday (0 the whole week, 周末 from 6)."""
    bare = word.grain == "weekday"
    weekday = weekday_at(text, end)
    if weekday:
        kind = "weekend" if text[end] == "末" else "weekday"
        return Atom(start, end + 1, WEEKDAY if bare else WEEK, kind, word.low, weekday, word.anchor)
    return None if bare else Atom(start, end, WEEK, "week", word.low, 0, word.anchor)


def clear_after(text: str, end: int) -> bool:
    """Whether a short part word (中) ends here rather than opens another word (中国, 中央)."""
    after = text[end : end + 1]
    return not after or after in "，。；、：）)的时前后起至到-—" or text.startswith("以", end)


def short_part(text: str, atom: Atom) -> Atom | None:
    """The part word right after an atom: 2022年底, 8月初, 三季度末, 90年代末, 11日晚."""
    if atom.kind == "holiday":
        return day_of_holiday(text, atom.end)
    if atom.kind == "lunar day":
        return last_lunar_day(text, atom.end)
    after = text[atom.end : atom.end + 1]
    if after not in PART_FIRSTS:
        return None
    scale = {ERA: atom.kind, YEAR: "year", PART: atom.kind}.get(atom.grain, "day" if _is_day(atom) else "")
    if scale == "month":
        moon = DAY_OF_MOON.match(text, atom.end)
        if moon and (after == "初" or word_before(text, atom.start, "cue", "lunar")):
            return Atom(atom.end, moon.end(), DAY, "day of the moon")
        if after.isdecimal() or after in TENS:
            return _bare_day(text, atom.end)
    word = word_after(text, atom.end, "part", scale) if scale else None
    if word is None or (word.word == "中" and not clear_after(text, atom.end + 1)):
        return None
    end = atom.end + len(word.word)
    if scale == "day":
        return Atom(atom.end, end, DAYPART, "daypart")
    if atom.grain == PART and scale != "month":
        return Atom(atom.end, end, PART, "month", atom.low + word.low - 1, atom.low + word.high - 1, "part")
    grain, kind = {ERA: (ERA, "era part"), YEAR: (PART, "season" if word.high - word.low else "month"),
                   PART: (DAY, "tenday")}[atom.grain]  # fmt: skip
    return Atom(atom.end, end, grain, kind, word.low, word.high, "year" if grain == PART else "")


def _is_day(atom: Atom) -> bool:
    return atom.kind in ("date", "numbered date", "weekday", "recurring weekday")


def _bare_day(text: str, start: int) -> Atom | None:
    """8月11, 八月十五, with nothing behind: a day that goes without its 日."""
    found = BARE_DAY.match(text, start)
    day = read_numeral(found[0]) if found else None
    return Atom(start, found.end(), DAY, "date", *day) if found and day else None


TENS_OF = lazy(r"[一二三四五六]十[一二三四五六七八九]?(?![点时])")  # 每周五十块
TENS = ("十", "二", "三", "廿", "卅")
PART_FIRSTS = frozenset([*(row.word[0] for row in words_of("part")), *TENS, *"0123456789"])
BARE_DAY = lazy(
    r"(?:0?[1-9]|[12][0-9]|3[01])(?=[，。；、）)早晚]|$)(?!、[0-9]+[^月])"
    r"|(?:三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?)(?=[，。；）)早晚]|$)"
)


STAMP_BEFORE = lazy(r"[0-9]{4}(?:([-/.])[0-9]{1,2}\1[0-9]{1,2}-|[/.][0-9]{1,2} ?[-–—~～至到] ?)$")


DAY_OF_MOON = lazy(
    r"初[一二三四五六七八九十](?![二三四五六七八九十百千万个]*[家个项批次])"
    r"|(?:三十|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)(?![日号])"
)
"""The days of a month of the moon: 腊月初八, 农历八月十五."""
MAY_FOLLOW_MONTH = frozenset("，。；、）) —–-至到") | {""}


def _stamp(text: str, match: re.Match[str]) -> tuple[Atom, ...]:
    start, end = match.span()
    before = text[start - 1 : start]
    ranged = STAMP_BEFORE.search(text, max(0, start - 11), start) is not None
    if before and not ranged and before.isascii() and (before.isalnum() or before in "./_-"):
        return ()
    digits = [int(part) for part in re.findall(r"[0-9]+", match[0])]
    if len(digits) == 2 and digits[0] < 13:
        return _slash_day(text, match, *digits)
    if digits[0] < 36 and digits[-1] < 32:  # 24/8/15
        digits[0] += 2000
    if digits[0] < 32:  # 8/11/2024, and 31/8/2024 where the first can be no month
        digits = [digits[2], *(digits[:2] if digits[0] < 13 else digits[1::-1])]
    compact = digits[0] > 9999
    if compact:
        digits = [digits[0] // 10000, digits[0] // 100 % 100, digits[0] % 100]
    if not 1 <= digits[1] <= 12 or (len(digits) > 2 and not 1 <= digits[2] <= 31):
        return ()
    if len(digits) == 2:
        if match[0][4] == "." and not ranged and text[end : end + 1] not in MAY_FOLLOW_MONTH:
            return ()  # 2024.12元 is an amount
        return (Atom(start, end, DAY, "month stamp", digits[0] * 100 + digits[1]),)
    return (Atom(start, end, DAY, "date stamp", (digits[0] * 100 + digits[1]) * 100 + digits[2]),)


def _slash_day(text: str, match: re.Match[str], month: int, day: int) -> tuple[Atom, ...]:
    """8/15 where the text is nothing else, or where a word beside wants a day (于8/15, 8/15出发)."""
    start, end = match.span()
    behind = word_after(text, end, "day") or word_after(text, end, "sure clock", "after")
    if end - start < len(text) and not behind and word_before(text, start, "numbered") is None:
        return ()
    middle = text.index("/", start) + 1
    return Atom(start, middle, PART, "month", month, month), Atom(middle, end, DAY, "date", day, day)


def _clock(text: str, match: re.Match[str]) -> tuple[Atom, ...]:
    """07:21; a score or a ratio (比分21:15, 按1:50的比例) is none."""
    start, end = match.span()
    ratio = word_before(text, start, "ratio", "before") or word_after(text, end, "ratio", "after")
    return () if ratio or text[start - 1 : start] == ":" else (Atom(start, end, CLOCK, "clock"),)


OF_BUSINESS = lazy(
    r"的?(?:单季|合并|总|全球|中国)?(?:营[收业]|净利|毛利|归母|财报|业绩|收入|出货|销量|交付|产值|利润|亏损|纯益|盈[利余])"
)
QUARTERS = lazy(r"Q([1-4])(?: ?[-–—~～] ?Q?([1-4]))?(?![0-9])|(?<![0-9])([1-4])Q")
HALVES = lazy(r"H([12])|(?<![0-9])([12])H")
FISCAL_YEAR = lazy(r"(?:20)?[0-9]{2}(?![0-9])")


def _fiscal(text: str, match: re.Match[str]) -> tuple[Atom, ...]:
    """2024Q1, Q1-Q3, 1H24, FY2024: low the year or 0, high the quarters (11 to 44) or half (51, 52)."""
    start, end = match.span()
    before = text[start - 1 : start]
    if before and before.isascii() and (before.isalnum() or before in "./-"):
        return ()
    quarter, half, found = QUARTERS.search(match[0]), HALVES.search(match[0]), FISCAL_YEAR.search(match[0])
    if found is None and before != "年" and (half or "\u4e00" <= before <= "\u9fff"):
        if text.endswith("奥迪", 0, start) or not OF_BUSINESS.match(text, end):
            return ()  # 奥迪Q3, 英伟达H1 are models
    code = 0
    if quarter:
        first = quarter[1] or quarter[3]
        code = int(first + (quarter[2] or first))
    elif half:
        code = 50 + int(half[1] or half[2])
    year = int(found[0]) if found else 0
    year += 2000 if 0 < year < 100 else 0
    if 0 < code < 50 and code // 10 > code % 10:
        return ()
    return (Atom(start, end, PART if code else YEAR, "fiscal", year, code or year),)


def _bare(text: str, match: re.Match[str]) -> tuple[Atom, ...]:
    """2024 before 上半年, and 2018-2023."""
    start = match.start()
    if re.search(r"[0-9A-Za-z./_-] ?$", text[max(0, start - 2) : start]):
        return ()
    years = [int(year) for year in re.findall(r"[0-9]{4}", match[0])]
    if len(years) == 2 and not years[0] < years[1]:
        return ()
    return (Atom(start, start + len(match[0].rstrip()), YEAR, "year", years[0], years[-1]),)


READERS: dict[str, Callable[[str, re.Match[str]], tuple[Atom, ...]]] = {
    "stamp": _stamp, "clock": _clock, "fiscal": _fiscal, "plan": read_plan, "bare": _bare,
    "measured": read_measured, "english": read_english,
}  # fmt: skip
