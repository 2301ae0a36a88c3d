"""The year of a day that is named with its weekday: 4月13日 星期日 is one of 2025, not of 2024 or 2026."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from flows.patterns import lazy
from flows.text.day_forms import day_of
from flows.text.known import known_until

_MONTH_DAY = r"(1[0-2]|0?[1-9]) ?月 ?([12]\d|3[01]|0?[1-9]) ?日"
_NAMED_BEHIND = lazy(
    rf"(?<![年\d-]){_MONTH_DAY}[\s，,]*(?:[（(]?(?:星期|礼拜)|[（(]周|周(?=.(?![\u4e00-\u9fff])))([一二三四五六日天])"
)
_NAMED_BEFORE = lazy(rf"(?:星期|礼拜|周)([一二三四五六日天])[（(，,\s]{{1,2}}{_MONTH_DAY}")
_WEEK = "一二三四五六日"
_EARLIER, _LATER = 2, 3
"""Years about the one that the text gives away in which its day is looked for: the same weekday comes back
after five years at the earliest."""


def weekday_date(lines: Iterable[str], about: date | None) -> date | None:
    """The first day that the lines name with its weekday, in the year nearest to that of `about`, the day
    about which the article was written, or in the latest of the last years where nothing tells that.
    """
    if about is None:
        years = list(range(known_until(), known_until() - _EARLIER - _LATER - 1, -1))
    else:
        near = range(about.year - _EARLIER, about.year + _LATER + 1)
        years = sorted(near, key=lambda year: abs(year - about.year))
    for line in lines:
        if not ("星期" in line or "周" in line or "礼拜" in line) or line.lstrip(" 【[").startswith("今天"):
            continue
        if found := _NAMED_BEHIND.search(line):
            month, day, name = int(found[1]), int(found[2]), found[3]
        elif found := _NAMED_BEFORE.search(line):
            name, month, day = found[1], int(found[2]), int(found[3])
        else:
            continue
        weekday = _WEEK.index(name.replace("天", "日"))
        for year in years:
            one = day_of(year, month, day)
            if one and one.weekday() == weekday:
                return one
    return None
