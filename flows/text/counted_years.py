"""Years that an article does not name but counts: 2014年成立…十周年, 自2018年起连续七年, 距2030年还有五年."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flows.patterns import Pattern, lazy

_NUMBER = r"(\d{1,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_YEAR = r"(?<!\d)((?:19|20)\d{2})年"
_BEGAN = r"(?:成立|创立|创办|创建|始建|启动|揭牌|挂牌|获批|设立|落户|入驻|开园|首届|举办|通车|加入|上市|投用)"
_Reckoned = Callable[[int, int], int]
_COUNTED: tuple[tuple[Pattern, _Reckoned], ...] = (
    # 2014年成立的园区迎来十周年; 园区迎来成立十周年 says nothing of the year
    (
        lazy(rf"{_YEAR}[^。；，0-9]{{0,16}}?{_BEGAN}[^。；0-9]{{0,30}}?{_NUMBER}周年"),
        lambda year, number: year + number,
    ),
    # 自2018年起连续七年; 2018年首次举办，今年已是第七届
    (
        lazy(rf"(?:自|从){_YEAR}(?:起|以来|开始)?[^。；0-9]{{0,24}}?连续(?:举办)?{_NUMBER}[年届]"),
        lambda year, number: year + number - 1,
    ),
    (
        lazy(rf"{_YEAR}[^。；0-9]{{0,24}}?(?:今年)?(?:已|已经|正)?是第{_NUMBER}(?:年|届|个年头)"),
        lambda year, number: year + number - 1,
    ),
    # 2013年落户至今已有十年
    (
        lazy(rf"{_YEAR}[^。；0-9]{{0,20}}?至今[^。；，0-9]{{0,4}}?{_NUMBER}年"),
        lambda year, number: year + number,
    ),
    # 十年前的2013年
    (
        lazy(rf"(?<![\d第]){_NUMBER}年前的{_YEAR}"),
        lambda number, year: year + number,
    ),
    # 距2030年只剩五年
    (
        lazy(rf"距离?{_YEAR}[^。；，0-9]{{0,8}}?(?:还有|只有|只剩|仅剩|不到|不足){_NUMBER}年"),
        lambda year, number: year - number,
    ),
)
_YEARS_OF_PLANS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
_TURN_OF_PLAN = lazy(r"(十[二三四五]五)”?(?:规划)?(?:实施)?的?(收官|收尾|开局|起步)之?年")
_DIGITS = {word: number for number, word in enumerate("一二三四五六七八九", 1)} | {"两": 2}


def counted_years(text: str) -> Iterator[int]:
    """The years to which an article counts; it is of none before them."""
    for pattern, reckoned in _COUNTED:
        for found in pattern.finditer(text):
            yield reckoned(_number(found[1]), _number(found[2]))
    for found in _TURN_OF_PLAN.finditer(text):
        yield _YEARS_OF_PLANS[found[1]] + (4 if found[2].startswith("收") else 0)


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    if "十" not in written:
        return _DIGITS[written]
    tens, _, ones = written.partition("十")
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
