"""Years that an article does not name but counts: 2014年成立…十周年, 自2018年起连续七年, 距2030年还有五年."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from flows.patterns import Pattern, lazy
from flows.text.numerals import small_number
from flows.text.reference import reference_rows

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


def counted_years(text: str) -> Iterator[int]:
    """The years to which an article counts; it is of none before them."""
    for pattern, reckoned in _COUNTED:
        for found in pattern.finditer(text):
            yield reckoned(small_number(found[1]), small_number(found[2]))
    turn, plans = _turn_of_plan()
    for found in turn.finditer(text):
        first, last = plans[found[1]]
        yield last if found[2].startswith("收") else first


@lru_cache(maxsize=1)
def _turn_of_plan() -> tuple[Pattern, dict[str, tuple[int, int]]]:
    """What tells the first or the last year of a five-year plan, and those of each: “十四五”收官之年."""
    rows = reference_rows("five_year_plans")
    plans = {row["name"]: (int(row["first_year"]), int(row["last_year"])) for row in rows}
    names = "|".join(sorted(plans, key=len, reverse=True))
    turn = rf"(?<![一二三四五六七八九十])({names})”?(?:规划)?(?:实施)?的?(收官|收尾|开局|起步)之?年"
    return lazy(turn), plans
