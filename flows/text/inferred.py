"""When an article was published, as far as its text gives it away: the first day at which it can know what
it tells.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from flows.patterns import lazy
from flows.text.dateline import FULL_DAY, MONTHS, byline_date, day_of

_WIRE = lazy(
    r"[^。]{0,24}?(?:(20\d{2})年)?(?<!\d)(1[0-2]|0?[1-9])月([12]\d|3[01]|0?[1-9])日(?:电|讯|消息|报道)"
)
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_TIME = lazy(
    rf"(?P<iso>{FULL_DAY.pattern})"
    r"|(?:(?<!\d)(?P<y>(?:19|20)\d{2})(?:年|(?=[上下]半年))|(?P<word>今年|本年|去年|上年|前年|同年|当年|明年|后年))"
    rf"(?:(?P<m>{_MONTH})月(?:(?P<d>[12]\d|3[01]|0?[1-9])日)?"
    r"|(?P<part>上半年|前[三3]季度|(?:第?[一二三四1-4]|首)季度|[年]?[底末]|初))?"
    r"|(?P<now>本月)"
    rf"|(?<![\d个第每—\-~至到十百])(?P<bm>{_MONTH})月(?![饼球球亮薪均租嫂])(?:(?P<bd>[12]\d|3[01]|0?[1-9])日)?"
    r"|(?<![\d.])(?P<edition>20\d{2})(?=(?:[世全中国上北广深亚]|人工)[\u4e00-\u9fff]{3}|[\u4e00-\u9fff]{2,8}(?:百强|[一二三五]十强|排行榜|榜单|白皮书))"
)
_PART_END = {
    "上半年": 6,
    "前三季度": 9,
    "前3季度": 9,
    "一季度": 3,
    "1季度": 3,
    "首季度": 3,
    "二季度": 6,
    "2季度": 6,
    "三季度": 9,
    "3季度": 9,
    "四季度": 12,
    "4季度": 12,
    "底": 12,
    "末": 12,
    "年底": 12,
    "年末": 12,
    "初": 1,
}
_PLAN_BEFORE = lazy(
    r"(?:力争|预计|预期|预估|预测|展望|有望|计划|拟|将|争取|目标|未来|不晚于|最迟)[^，。]{0,4}$"
)
_TARGETED = lazy(r"目标(?:是|为|定为)?[,，：:]$")
_FORECAST = lazy(r"(?:预测|预计|预估|预期)(?!的)")
_PASSED = lazy(
    r"[^。；]{0,30}?(?:已|交出|共有|建成了|达到了|增[至到]了|突破了)(?![^。；]{0,16}?(?:将|力争|预计))"
)
_RANGE_PASSED = lazy(r"年(?:间|期间|来|，|,|的)")
_PLANS = lazy(r"规划|计划|方案|行动|将|预计|目标|力争|到20")
_BARE_DAY = lazy(r"(?<![年\d-])(1[0-2]|[1-9])月([12]\d|3[01]|[1-9])日(?!起|前|之前|至|-|—|—)")
_EDITION = lazy(
    r"《(20\d{2})年?中?(?![-—–~至\d])[^《》\n]{0,40}(?:榜|榜单|百强|[一二三四五六七八九]十强|指数|报告|蓝皮书|白皮书|名单|排名|排行)[^《》\n]{0,8}》"
    r"|《[^《》\n\d]{2,40}(?:榜|榜单|百强|指数|报告|蓝皮书|白皮书|名单|排名)[（(]?(20\d{2})年?(?:版|度)?[）)]?》"
    r"|(?<![\d.])(20\d{2})年?[“《]?[^，。；：“”《》\d]{2,24}?[”》]?(?:大会|峰会|论坛|博览会|榜单|排行榜|百强榜)"
)
_UNTIL = lazy(r"(?<!截)[到至]$")
_RANGE_BEFORE = lazy(r"(?:(?:从|自|由)[^，。]{1,24}|\d年?|年[^，。]{0,6}|月)[到至]$")
_DASH_BEFORE = lazy(r"\d年?[—–\-~]+$")
_HOPED = (
    r"(?:将(?:达|超|突破|实现|建成|形成|有|是|成为|成长|增|全面|基本)|预计|有望|力争|争取|目标)"
    r"(?![^，。]{0,4}\d{4}年)"
)
_PLAN_AFTER = lazy(rf"，?[^，。；]{{0,14}}?{_HOPED}")  # 2027年,产业规模将达到
_PLAN_RIGHT_AFTER = lazy(rf"(?:之?前|以前)?[^，。；]{{0,4}}?{_HOPED}")  # 2025年12月将建成
_SINCE = lazy(r"(?:自|从|早在|相比|较|于|继)$")
_RECORD = lazy(r"以来[^，。；]{0,6}(?:最[高低快大多好强]|新[高低])")
"""What makes a year the last one that saw as much: the article is years behind it."""
_FOUNDED = lazy(r"(?:自|成立|创立|始建|创办|建成|诞生|组建)[于在]?$")
"""What stands before the year of a beginning: nobody writes of it in the same year."""
_SPAN_SINCE = lazy(r"[以之][后前]|[^，。；0-9]{0,24}?(?:以来|至今|到现在|迄今|起[，,])")
"""What makes a year the beginning of a time that goes on."""
_FIGURE = lazy(
    r"(?!起|以来|开始|[前上下第首末底初一二三四])[^。；，0-9]{0,18}?，?[^。；，0-9]{0,16}?"
    r"[0-9][0-9.,]*[多余]?(?:[万亿]|%|家|个|台|件|人|款|项|位)"
)
_WHOLE_YEAR = lazy(r"[^。]{0,30}?(?:全年|初步统计|初步核算|统计公报|年报)")
_QUOTED_TITLE = lazy(r"《[^《》\n]{0,80}》")
_ANCHOR = lazy(r"[年月]|20[0-9]{2}")
_SENTENCE = lazy(r"[^。！？\n]+")


@dataclass(frozen=True, slots=True)
class _Mention:
    """A past time named in the text; year None is the year of publication, offset −1 the year before it.
    `whole`: a figure of the whole year stands behind it.
    """

    year: int | None
    offset: int
    month: int | None
    day: int | None
    whole: bool = False


_CODED = lazy(r"(?<!\d)(20\d{2})年?(Q[1-4]|H[12])(?![0-9A-Za-z])")
_SPELLED = {
    "Q1": "年一季度", "Q2": "年二季度", "Q3": "年三季度", "Q4": "年四季度", "H1": "年上半年", "H2": "年末",
}  # fmt: skip


def _spelled(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs with quarters and halves in words: 2025Q3."""
    return [
        _CODED.sub(lambda found: found[1] + _SPELLED[found[2]], one) if "Q" in one or "H" in one else one
        for one in paragraphs
    ]


def infer_date(paragraphs: Sequence[str], others: Iterable[str] = ()) -> date | None:
    """The latest past day that the paragraphs mention, or the end of the latest month or year they mention.

    Plans (到2027年) and ranges in brackets are not past; titles in 《》 tell their edition alone. `others`
    are lines about other articles fetched with this one: where one dates from the month that was found, the
    article is not put later than it.
    """
    paragraphs = _spelled(paragraphs)
    text = "\n".join(paragraphs)
    mentions, own = list(_mentions(paragraphs)), _own_day(paragraphs)
    year = _year_of(mentions, text, own)
    if year is None:
        return None
    month, day = _latest(mentions, year)
    if month is None or _is_over(text, year):
        return date(year, 12, 31)
    if "本月" in text and month < 12 and any(m.month == month and m.offset == 0 for m in mentions):
        month, day = month + 1, None  # a writer who means this month says 本月, so those with a name are over
    last = date(year, month, day or calendar.monthrange(year, month)[1])
    ceiling = max((found for line in others if (found := byline_date([line]))), default=last)
    return ceiling if day is None and date(year, month, 1) <= ceiling < last else last


def wire_date(paragraph: str, paragraphs: Sequence[str]) -> date | None:
    """The day in the head of a wire story, 新华社北京7月4日电; its year is what the text gives away."""
    found = _WIRE.match(paragraph)
    if found is None:
        return None
    if found[1]:
        return day_of(*map(int, found.groups()))
    month, day = int(found[2]), int(found[3])
    year = _year_of(list(_mentions(paragraphs)), "\n".join(paragraphs), (month, day))
    return day_of(year, month, day) if year else None


def _year_of(mentions: list[_Mention], text: str, own: tuple[int, int] | None) -> int | None:
    """The first year in which an article can know what it tells, on its own day if it names that."""
    years = [mention.year for mention in mentions if mention.year is not None]
    editions = set(_editions(text))
    if not years:
        return max(editions, default=None)
    year = max(years)
    if year + 1 in editions or any(after > year for after in _later_years(text)):
        return year + 1
    past = [mention for mention in mentions if mention.year == year]
    if own and any((m.month or 12, m.day or 0) > own for m in past if m.month or m.whole):
        return year + 1
    return year


def _own_day(paragraphs: Sequence[str]) -> tuple[int, int] | None:
    """The month and day, without a year, that the first sentence of the text names: the article's own."""
    for paragraph in paragraphs[:2]:
        found = _BARE_DAY.search(paragraph.partition("。")[0])
        if found:
            return int(found[1]), int(found[2])
    return None


def _editions(text: str) -> Iterator[int]:
    """The years of lists, reports and meetings with one year in their names (《2025某某榜》, 2023某大会)."""
    for found in _EDITION.finditer(text):
        yield int(found[1] or found[2] or found[3])


def _mentions(paragraphs: Sequence[str]) -> Iterator[_Mention]:
    for paragraph in paragraphs:
        spoken: int | None = None  # the year that a bare month of this paragraph belongs to
        offset = 0
        plain = _QUOTED_TITLE.sub("《》", paragraph)
        for found in _times(plain):
            if found["now"]:
                continue
            mention = _read(found, spoken, offset)
            if mention is None or _is_plan(plain, found) or _RECORD.match(plain, found.end()):
                continue
            if found["y"] and _FOUNDED.search(plain, max(0, found.start() - 8), found.start()):
                continue
            if found["y"] and not found["m"] and _SPAN_SINCE.match(plain, found.end()):
                continue
            if found["y"] and mention.month is None and _FIGURE.match(plain, found.end()):
                mention = replace(mention, whole=True)
            if not found["bm"] and not found["edition"]:
                spoken, offset = mention.year, mention.offset
            yield mention


def _times(text: str) -> Iterator[re.Match[str]]:
    """The times of a text, looked for only about the characters that each has: the pattern is slow."""
    for sentence in _SENTENCE.finditer(text):
        anchors = [found.start() for found in _ANCHOR.finditer(text, *sentence.span())]
        if anchors:
            start, end = max(sentence.start(), anchors[0] - 8), min(sentence.end(), anchors[-1] + 12)
            yield from _TIME.finditer(text, start, end)


def _read(found: re.Match[str], spoken: int | None, offset: int) -> _Mention | None:
    if found["iso"]:
        return _Mention(int(found["year"]), 0, int(found["month"]), int(found["day"]))
    if found["edition"]:
        return _Mention(int(found["edition"]), 0, None, None)
    if found["bm"]:
        return _Mention(spoken, offset, _month(found["bm"]), int(found["bd"]) if found["bd"] else None)
    month = _month(found["m"]) if found["m"] else _PART_END.get((found["part"] or "").removeprefix("第"))
    day = int(found["d"]) if found["d"] else None
    if found["y"]:
        return _Mention(int(found["y"]), 0, month, day)
    back = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2}
    if found["word"] in back:
        return _Mention(None, back[found["word"]], month, day)
    return _Mention(spoken, offset, month, day) if found["word"] in ("同年", "当年") else None


def _month(written: str) -> int:
    return MONTHS.get(written) or int(written)


def _is_plan(text: str, found: re.Match[str]) -> bool:
    start = text.rfind("。", 0, found.start()) + 1
    before = text[max(start, found.start() - 32) : found.start()]
    if _PLAN_BEFORE.search(before) or _TARGETED.search(before):
        return True
    if _FORECAST.search(text, start, found.start()):
        return True
    if _DASH_BEFORE.search(before):
        end = (text.find("。", found.end()) + 1 or len(text)) - 1
        return not _RANGE_PASSED.match(text, found.end() - 1) or _PLANS.search(text, start, end) is not None
    if _UNTIL.search(before) and not _RANGE_BEFORE.search(before):
        return _PASSED.match(text, found.end()) is None or _PLANS.search(before[:-1]) is not None
    dated = found["m"] or found["bm"] or found["iso"]
    return (_PLAN_RIGHT_AFTER if dated else _PLAN_AFTER).match(text, found.end()) is not None


def _later_years(text: str) -> Iterator[int]:
    """The year after each year that a sentence sets apart from 今年: 自2023年8月以来,截至今年8月."""
    for sentence in _SENTENCE.finditer(_QUOTED_TITLE.sub("《》", text)):
        if "今年" not in sentence[0]:
            continue
        for found in _TIME.finditer(sentence[0]):
            year = found["year"] or found["y"]
            dated = found["iso"] or found["m"] or _SINCE.search(sentence[0][: found.start()])
            until = sentence[0].endswith(("截至", "截止", "截至到", "截止到"), 0, found.start())
            if year and dated and not until and not _is_plan(sentence[0], found):
                yield int(year) + 1


def _latest(mentions: Iterable[_Mention], year: int) -> tuple[int | None, int | None]:
    """The latest month of the year, and the latest day of that month when one is named."""
    dated = [(m.month, m.day or 0) for m in mentions if m.month and (m.year or year + m.offset) == year]
    month, day = max(dated, default=(None, 0))
    return month, day if month and day and day_of(year, month, day) else None


def _is_over(text: str, year: int) -> bool:
    """Whether the text has figures of the whole year: 2023年全年, 2023年…初步统计, 截至2023年，."""
    if re.search(rf"截[至止]到?{year}年[，,]", text):
        return True
    ends = (found.end() for found in re.finditer(rf"{year}年(?=[，,]|全)", text))
    return any(_WHOLE_YEAR.match(text, end) for end in ends)
