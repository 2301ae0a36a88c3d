"""When an article was published, as its byline, its address, or its last line says."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from flows.patterns import lazy
from flows.text.day_forms import DAY_FORM, day_in, day_of

Source = Literal["given", "byline", "inferred"]

FULL_DAY = lazy(
    r"(?<!\d)(?P<year>(?:19|20)\d{2}) ?[-/.年] ?(?P<month>0?[1-9]|1[0-2])"
    r" ?[-/.月] ?(?P<day>0?[1-9]|[12]\d|3[01])(?!\d| ?月)"
)
_CHINESE_DAY = lazy(
    r"([二][〇零○][〇零○一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_ADDRESS_DAY = lazy(r"/(20\d{2})[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d)")
_ENDS_IN_MONTH = lazy(r"[^\d，。；]{0,16}((?:19|20)\d{2}) ?[-/.年] ?(1[0-2]|0?[1-9])月?")
_ROC_DAY = lazy(r"(?:民国)?(?<!\d)(10\d|11\d)[/年] ?(1[0-2]|0?[1-9])[/月] ?([12]\d|3[01]|0?[1-9])(?!\d)")
"""A day of Taiwan's calendar: 113/11/06, 民国113年11月6日."""
_ROC_END = lazy(r"[）)】]\s*(1[01]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\s*$")
"""The day in figures with which a story of Taiwan's agency ends, behind its editor: （编辑：某某）1130506."""
_ROC_FIRST = 1911
MONTHS = {word: number for number, word in enumerate([*"一二三四五六七八九十", "十一", "十二"], 1)}


def byline_date(lines: Iterable[str]) -> date | None:
    """The day that the lines about the article (outlet, time, address) give. The first one wins."""
    for line in lines:
        if line.lstrip(" 【[").startswith(("今天是", "今天:", "今天：")):  # the day of the visit
            continue
        found = FULL_DAY.search(line)
        if found and (day := day_of(int(found["year"]), int(found["month"]), int(found["day"]))):
            return day
        if (written := _CHINESE_DAY.search(line)) and (day := _chinese_day(*written.groups())):
            return day
        address = _ADDRESS_DAY.search(line)
        if address and (day := day_of(*map(int, address.groups()))):
            return day
        taiwan = _ROC_DAY.search(line) or _ROC_END.search(line)
        if taiwan and (day := _roc_day(taiwan)):
            return day
        if day := day_in(line):
            return day
        month = _ENDS_IN_MONTH.fullmatch(line.strip())
        if month:
            year, number = int(month[1]), int(month[2])
            return date(year, number, calendar.monthrange(year, number)[1])
    return None


_DAY_IN_NAME = lazy(
    r"(?<![0-9A-Za-z])(20[0-4]\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![0-9A-Za-z])"
)


def name_date(name: str) -> date | None:
    """The day in the name of a file: 2024-07-04_人工智能大会, 20240704-003."""
    found = _DAY_IN_NAME.search(name)
    return day_of(int(found[1]), int(found[3]), int(found[4])) if found else None


_MONTH_NAMED = lazy(r"(?:^|[^0-9])20\d{2}年(?:1[0-2]|0?[1-9])月")


def names_month(line: str) -> bool:
    """Does a line of the head name a year and a month, as a headline of statistics does (2024年1月入住率)?"""
    return _MONTH_NAMED.search(line) is not None


_STAMP = lazy(
    r"\s*(20\d{2})([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?=\s|$|[\u4e00-\u9fff])(?![至到前后起])"
)


_MONTH_STAMP = lazy(
    r"\s*(?:date|日期|时间|发布(?:时间|日期)?)[:：]?\s*(20\d{2})[-/.](1[0-2]|0?[1-9])(?![-/.\d])"
)
"""A label with the month of publication with which a paragraph opens: date 2024-02."""


def stamp_date(paragraph: str) -> date | None:
    """The day in figures with which a paragraph opens (2025-10-30 某机构预期…), or of a month."""
    found = _STAMP.match(paragraph)
    if found:
        return day_of(int(found[1]), int(found[3]), int(found[4]))
    labelled = _MONTH_STAMP.match(paragraph)
    if labelled:
        year, month = int(labelled[1]), int(labelled[2])
        return date(year, month, calendar.monthrange(year, month)[1])
    return day_in(paragraph) if _OPENS.match(paragraph) else None


_OPENS = lazy(rf"\s*(?:{DAY_FORM})(?=[\s\u4e00-\u9fff]|$)")


def end_date(paragraph: str) -> date | None:
    """The day in figures of Taiwan's calendar with which the last paragraph of an agency's story ends."""
    found = _ROC_END.search(paragraph)
    return _roc_day(found) if found else None


def _roc_day(found: re.Match[str]) -> date | None:
    year, month, day = map(int, found.groups())
    return day_of(year + _ROC_FIRST, month, day)


def _chinese_day(year: str, month: str, day: str) -> date | None:
    digits = {"〇": "0", "零": "0", "○": "0"} | {"一二三四五六七八九"[i]: str(i + 1) for i in range(9)}
    tens, _, ones = day.rpartition("十")
    number = (int(digits.get(tens, "1")) * 10 if "十" in day else 0) + int(digits.get(ones, "0"))
    return day_of(int("".join(digits[c] for c in year)), MONTHS.get(month, 0), number)


