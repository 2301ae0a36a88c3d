"""Calendar years: 2024年, 二〇二四年, 24年3月, 公元前221年; and the numerals before 年 that count years."""

from __future__ import annotations

import re

from flows.extract.times.atoms import YEAR, Atom
from flows.extract.times.numerals import is_ordinal, is_positional, read_numeral
from flows.extract.times.words import word_after, word_before, words_of
from flows.patterns import lazy

Match = re.Match[str]
FULL_YEARS = range(1000, 2200)
_OTHER_UNITS = "".join(
    {row.word[1] for row in words_of("unit") if row.word[0] == "年" and len(row.word) > 1}
    | set("".join(row.not_after for row in words_of("unit") if row.word == "年"))
)
PLAIN_YEAR = lazy(rf"(?:1[6-9]|2[01])(?!00)[0-9]{{2}}年(?![{_OTHER_UNITS}QH])")
NOT_BEFORE_PLAIN = frozenset("第之前元国龄、和与及至到")


def plain_year(text: str, start: int) -> Atom | None:
    """2024年 with nothing beside it that could make it more; None: ask the grammar, which reads it so too."""
    before = text[start - 1] if start else "，"
    if before.isascii() or before in NOT_BEFORE_PLAIN or not PLAIN_YEAR.match(text, start):
        return None
    year = int(text[start : start + 4])
    return Atom(start, start + 5, YEAR, "year", year, year)


def read_year(text: str, match: Match) -> Atom | None:
    start, end = match.span()
    if is_ordinal(text, start):
        return None
    era = _other_era(text, match)
    if era is not None:
        return era
    low = _calendar_year(text, match)
    if low is None:
        return None
    if not match["n2"]:
        return Atom(start, end, YEAR, "year", low, low)
    found = read_numeral(match["n2"])
    if found is None:
        return None
    high = found[0] + low // 100 * 100 if found[0] < 100 else found[0]
    return Atom(start, end, YEAR, "year", low, high) if low < high <= low + 300 else None


def _other_era(text: str, match: Match) -> Atom | None:
    """公元618年, 公元前221年 (no ISO period: year 0), 民国38年."""
    start, end = match.span()
    if text[start - 1 : start] not in ("前", "元", "国"):
        return None
    found = read_numeral(match["n1"])
    if found is None:
        return None
    if text.endswith(("公元前", "西元前"), 0, start):
        return Atom(start - 3, end, YEAR, "year", 0, 0)
    if text.endswith(("公元", "西元"), 0, start):
        return Atom(start - 2, end, YEAR, "year", found[0], found[0])
    if text.endswith("民国", 0, start) and found[0] < 200:
        return Atom(start - 2, end, YEAR, "year", found[0] + 1911, found[0] + 1911)
    return None


def _calendar_year(text: str, match: Match) -> int | None:
    """The calendar year that a numeral before 年 names, None when it counts years."""
    numeral = match["n1"]
    found = read_numeral(numeral)
    if found is None or found[0] != found[1]:
        return None
    value, digits = found[0], numeral.isdecimal() or is_positional(numeral)
    if len(numeral) == 4 and digits:
        return value if value in FULL_YEARS and not _ancient(text, value, match) else None
    if len(numeral) == 3 and digits and value in REPUBLICAN and _republican(text, match, value):
        return value + REPUBLIC
    if len(numeral) == 2 and digits:
        named = _short_year if numeral.isdecimal() else _short_chinese_year
        return _century_of(value) if named(text, match, value) else None
    if numeral in ("两千", "二千") and MONTH_AFTER.match(text, match.end()):
        return value  # 两千年一月
    return value if numeral.startswith(("两千零", "二千零", "一千九百")) else None


def _republican(text: str, match: Match, value: int) -> bool:
    """112年12月; 114年出口… at the beginning of a clause, where 114年的历史 and 114年来 count years."""
    start, end = match.span()
    if REPUBLIC_AFTER.match(text, end):
        return True
    if value in RECENT_REPUBLICAN:
        if REPUBLIC_TO.match(text, end) or REPUBLIC_FROM.search(text, max(0, start - 6), start):
            return True  # 113年至115年
    opens = not start or text[start - 1] in CLAUSE_START or text[start - 1] in "较比"
    if not opens or value not in RECENT_REPUBLICAN or text[end : end + 1] in LASTING or end == len(text):
        return False
    return word_after(text, end, "stretch") is None


def _short_chinese_year(text: str, match: Match, _value: int) -> bool:
    """九八年, 零八年, 二四年三月; but 二三年 counts years."""
    return match["n1"][0] in "零〇七八九" or MONTH_AFTER.match(text, match.end()) is not None


def _century_of(value: int) -> int:
    return value + (1900 if value >= 50 else 2000)


def _ancient(text: str, value: int, match: Match) -> bool:
    """2000年的历史, 近1000年, 已有1500年, 树龄1200年 count years."""
    start, end = match.span()
    if text[start - 1 : start] == "龄":
        return True  # 树龄1200年
    if value % 100:
        return False
    held = word_after(text, end, "stretch", "held")
    if (held is not None and held.word not in ("来", "以来", "间")) or text.startswith("文明", end):
        return True
    return text[start - 1 : start] == "有" or word_before(text, start, "prefix") is not None


REPUBLIC = 1911
"""What a year of 民国 is behind."""
REPUBLICAN = range(90, 131)
RECENT_REPUBLICAN = range(105, 126)
LASTING = frozenset("的来以之多余内间后前里中历风华老校庆纪峥征、，。；！？（）：”—至到-")
"""What follows a count of years, or a year that says nothing of itself."""
REPUBLIC_AFTER = lazy(
    r" ?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?![内后前])|[上下]半年|第[一二三四1-4]季|Q[1-4]|全年"
    r"|前[0-9一二三四五六七八九十]{1,3}个?月|年?[底末初](?![期代])|年度"
)
"""What follows a year of 民国 that is written without its name: 112年12月."""
REPUBLIC_TO = lazy(r"[至到~－—-]1[0-2][0-9]年(?![的来以之多余])")
REPUBLIC_FROM = lazy(r"(?<![0-9])1[0-2][0-9]年[至到~－—-]$")
MONTH_AFTER = lazy(r" ?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?![内后前])")
YEAR_LIST = lazy(r"(?<![0-9.,])[0-9]{2}(?:年?[、/]|年?[和与及至到—-]|年[^，。]{0,12}到)$")
CLAUSE_START = frozenset("，。；、：（“在于从自\n")


LASTED = ("缩短", "延长", "压缩", "增至", "降至", "减至", "提高", "增加")


def _short_year(text: str, match: Match, value: int) -> bool:
    """Whether NN年 names a year (24年3月, 24年底, 较23年, 24/25年) rather than a span of years."""
    start, end = match.span()
    before = text[start - 1 : start]
    if match["n1"][0] == "0" or before in ("'", "’", "‘") or MONTH_AFTER.match(text, end):
        return True
    if text.startswith(LASTED, end):
        return False  # 从11年缩短为8年
    if value % 10 == 0 or 36 <= value < 70 or word_before(text, start, "prefix"):
        return False
    if word_after(text, end, "stretch") or text[end : end + 1] in tuple("多余的了之"):
        return False
    if match["sep"] == "/":
        second = read_numeral(match["n2"])
        return value > 14 and second is not None and value < second[0] < value + 8
    if value > 70 and (not before or before in CLAUSE_START):
        return True
    beside = word_after(text, end, "short year") or word_before(text, start, "short year", "before")
    return beside is not None or YEAR_LIST.search(text, max(0, start - 8), start) is not None
