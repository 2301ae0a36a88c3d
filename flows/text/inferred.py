"""When an article was published, as far as its text gives it away: the first day at which it can know what
it tells.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from flows.patterns import lazy
from flows.text.counted_years import counted_years
from flows.text.dateline import byline_date
from flows.text.day_forms import day_of
from flows.text.known import known_until
from flows.text.told_times import Told, told_times

_WIRE = lazy(
    r"[^。]{0,24}?(?:(20\d{2})年)?(?<!\d)(1[0-2]|0?[1-9]) ?月 ?([12]\d|3[01]|0?[1-9]) ?日(?:电|讯|消息|报道)"
)
_BARE_DAY = lazy(r"(?<![年\d-])(1[0-2]|[1-9])月([12]\d|3[01]|[1-9])日(?!起|前|之前|至|-|—|—)")
_ISSUE = (
    r"《(20\d{2})年?中?(?![-—–~至\d])(?![^《》\n]{0,30}(?:远景|规划))[^《》\n]{0,40}(?:榜|榜单|百强|[一二三四五六七八九]十强|指数|报告|蓝皮书|白皮书|名单|排名|排行|调查)[^《》\n]{0,8}》"
    r"|《[^《》\n\d]{2,40}(?:榜|榜单|百强|指数|报告|蓝皮书|白皮书|名单|排名)[（(·]?(20\d{2})年?(?:版|度)?[）)]?》"
    r"|《(20\d{2})年?[-—–~至]20\d{2}年?度?(?![^《》\n]{0,30}(?:远景|规划))[^《》\n]{0,40}(?:榜|指数|报告|蓝皮书|白皮书)[^《》\n]{0,8}》"
)
_EDITION = lazy(
    rf"{_ISSUE}|(?<![\d.])(?P<met>20\d{{2}})年?[“《]?[^，。；：“”《》\d]{{2,24}}?[”》]?(?:大会|峰会|论坛|年会|博览会|[交推][流介进]会|活动周|榜单|排行榜|百强榜|展(?:览会|会)?(?=上|期间|在|于|开幕|举行|举办))"
)
_YEARS_WORK = lazy(
    r"《[^《》\n]{0,30}?(20\d{2})年(?!度)[^《》\n—–\-~至]{0,12}?"
    r"(?:工作要点|工作方案|行动方案|行动计划|实施方案|重[大点]项目|任务)[^《》\n]{0,6}》"
)
"""A paper on the work of one year is of that year: 《数字经济2024年工作要点》."""
_PLAN_YEARS = lazy(r"[（(](20\d{2})年? ?[—–\-－~～至]+ ?(20\d{2})年?[）)]")
_OVER = lazy(
    r"截[至止]到?(20\d{2})年[，,]|整个?(20\d{2})年"
    r"|(20\d{2})年(?:(?:[，,]|(?=全))[^。]{0,30}?(?:全年|初步统计|初步核算|统计公报|年报)"
    r"|国民经济和社会发展统计公报|(?:政府)?工作(?:情况|回顾)|度?[“《]?(?:报告|财报|年报|业绩报|成绩单|答卷)(?!期)|财年)"
    r"|《(20\d{2})[^《》\n]{0,24}年度报告》"
)
_REVIEW = lazy(r"工作报告(?![^。\n]{0,4}提出)|各位代表")
"""What tells that it is the report of a government, which is given as the year begins."""
_BEGUN = lazy(r"(?<![自从\d])(20\d{2})年以来")
_COPYRIGHT = lazy(r"(?:©|[Cc]opyright|COPYRIGHT|版权所有)[^0-9]{0,12}(?:20\d{2} ?[-—–~至] ?)?(20\d{2})(?!\d)")
_HEAD = 3
"""So many paragraphs tell what an article is about."""
_LONG_AGO = 2012
"""The years before it, told without a month, say nothing of an article: it looks back."""


def infer_date(paragraphs: Sequence[str], others: Iterable[str] = ()) -> date | None:
    """The latest past day that the paragraphs mention, or the end of the latest month or year they mention;
    of figures of a whole year, the end of March of the next one.

    Plans (到2027年) and ranges in brackets are not past; titles in 《》 tell their edition alone. `others`
    are lines about other articles fetched with this one: where one dates from the month that was found, the
    article is not put later than it.
    """
    text = "\n".join(paragraphs)
    told, own = list(told_times(paragraphs)), _own_day(paragraphs)
    year = _year_of(told, paragraphs, own)
    if year is None:
        return None
    month, day = _latest(told, year)
    if month is None and _REVIEW.search(text) and year - 1 in _over(text):
        return date(year, 1, 31)  # 2024年工作回顾 in a report of 2025
    if month is None and any(one.year == year - 1 and one.whole for one in told):
        return date(year, 3, 31)  # by then the figures of a year are out
    if month is None or year in _over(text):
        return date(year, 12, 31)
    if "本月" in text and month < 12 and any(one.month == month and one.offset == 0 for one in told):
        month, day = month + 1, None  # a writer who means this month says 本月, so those with a name are over
    last = date(year, month, day or calendar.monthrange(year, month)[1])
    ceiling = max((found for line in others if (found := byline_date([line]))), default=last)
    return ceiling if day is None and date(year, month, 1) <= ceiling < last else last


def page_date(others: Iterable[str], rest: Iterable[str]) -> date | None:
    """The latest day of the `others`, lines about other articles, or year of the notice of copyright in the
    `rest` of a page: the page is not older, and few articles are read on pages that are much younger.
    """
    days = [found for line in others if (found := byline_date([line]))]
    years = [int(found[1]) for line in rest for found in _COPYRIGHT.finditer(line)]
    return max([*days, *(date(year, 12, 31) for year in years)], default=None)


def wire_date(paragraph: str, paragraphs: Sequence[str]) -> date | None:
    """The day in the head of a wire story, 新华社北京7月4日电; its year is what the text gives away."""
    found = _WIRE.match(paragraph)
    if found is None:
        return None
    if found[1]:
        return day_of(*map(int, found.groups()))
    month, day = int(found[2]), int(found[3])
    year = _year_of(list(told_times(paragraphs)), paragraphs, (month, day))
    return day_of(year, month, day) if year else None


def _year_of(
    told: Sequence[Told], paragraphs: Sequence[str], own: tuple[int, int] | None
) -> int | None:
    """The first year in which an article can know what it tells, on its own day if it names that."""
    text = "\n".join(paragraphs)
    met, issued = _editions(text)
    over = _over(text)
    named = max((year + (year in over) for year in (*_named(text), *met, *issued)), default=0)
    past = list(_past(told, "\n".join(paragraphs[:_HEAD])))
    begun = max((one.year or 0 for one in told if one.kind == "since"), default=0)
    for latest in sorted({one.year or 0 for one in past}, reverse=True):
        top = [one for one in past if one.year == latest]
        if latest < _LONG_AGO and not any(one.dated for one in top):
            break
        is_over = latest in over or (latest not in met and _is_over(top, own, _looks_back(told)))
        if latest + is_over <= known_until() or any(one.day for one in top):
            return max(latest + is_over, named, begun)
    return named or max((int(found[1]) for found in _BEGUN.finditer(text)), default=None)


def _past(told: Sequence[Told], head: str) -> Iterator[Told]:
    """The times with a year that have passed: a whole year that is hoped for elsewhere, or lies within the
    years of a plan that the head of the article names, has not.
    """
    hoped = {one.year for one in told if one.kind == "hope" and not one.dated}
    years = {one.year for one in told}
    for start, end in _plans(head):
        hoped.update(range(start + 1, end + 1) if end in years else ())
    for one in told:
        if one.year is None or (one.year in hoped and not (one.dated or one.sure)):
            continue
        if one.kind == "past" or (one.kind == "since" and one.this and one.dated):
            yield one


def _looks_back(told: Sequence[Told]) -> bool:
    """Whether years are told as 去年, and nothing as of this year."""
    spoken = {one.offset for one in told if one.year is None}
    return -1 in spoken and 0 not in spoken


def _is_over(top: Sequence[Told], own: tuple[int, int] | None, looks_back: bool) -> bool:
    """Whether the year that these times are of is over: figures of the whole year are published after it,
    今年 beside it is a later one, and so is the year of the article's own day where that is earlier in it.
    """
    if any(one.this for one in top):
        return True
    months = [one.month for one in top if one.dated and one.month]
    wholes = sum(one.whole for one in top)
    if months and wholes < max(2, 2 * len(months)):
        return own is not None and max(months) > own[0]
    return looks_back or wholes > 0


def _named(text: str) -> Iterator[int]:
    """The years in which papers begin to be worked by, and those that the text counts to."""
    for found in _YEARS_WORK.finditer(text):
        yield int(found[1])
    for start, _ in _plans(text):
        yield start
    yield from counted_years(text)


def _plans(text: str) -> Iterator[tuple[int, int]]:
    """The first and the last year of each plan named: （2024—2026年）."""
    for found in _PLAN_YEARS.finditer(text):
        yield int(found[1]), int(found[2])


def _own_day(paragraphs: Sequence[str]) -> tuple[int, int] | None:
    """The month and day, without a year, that the first sentence of the text names: the article's own."""
    for paragraph in paragraphs[:2]:
        found = _BARE_DAY.search(paragraph.partition("。")[0])
        if found:
            return int(found[1]), int(found[2])
    return None


def _editions(text: str) -> tuple[set[int], set[int]]:
    """The years in names of meetings, and of lists and reports: 2023某大会, 《2025某某榜》."""
    met: set[int] = set()
    issued: set[int] = set()
    for found in _EDITION.finditer(text):
        (met if found["met"] else issued).add(int(found["met"] or found[1] or found[2] or found[3]))
    return met, issued


def _over(text: str) -> set[int]:
    """The years that the text has figures of as a whole: 2023年全年, 2023年…初步统计, 截至2023年，."""
    return {int(next(filter(None, found.groups()))) for found in _OVER.finditer(text)}


def _latest(told: Iterable[Told], year: int) -> tuple[int | None, int | None]:
    """The latest month of the year, and the latest day of that month when one is named."""
    dated = [
        (one.month, one.day or 0)
        for one in told
        if one.kind == "past" and one.month and (one.year or year + one.offset) == year
    ]
    month, day = max(dated, default=(None, 0))
    return month, day if month and day and day_of(year, month, day) else None
