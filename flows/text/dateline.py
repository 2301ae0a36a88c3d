"""When an article was published: what its byline says, else the latest past date that its text gives away."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from flows.patterns import lazy
from flows.text.day_forms import DAY_FORM, day_in

Source = Literal["given", "byline", "inferred"]

_FULL_DAY = lazy(
    r"(?<!\d)(?P<year>(?:19|20)\d{2}) ?[-/.年] ?(?P<month>0?[1-9]|1[0-2])"
    r" ?[-/.月] ?(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)"
)
_CHINESE_DAY = lazy(
    r"([二][〇零○][〇零○一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_ADDRESS_DAY = lazy(r"/(20\d{2})[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d)")
_ENDS_IN_MONTH = lazy(r"[^\d，。；]{0,16}((?:19|20)\d{2}) ?[-/.年] ?(1[0-2]|0?[1-9])月?")
_WIRE = lazy(
    r"[^。]{0,24}?(?:(20\d{2})年)?(?<!\d)(1[0-2]|0?[1-9])月([12]\d|3[01]|0?[1-9])日(?:电|讯|消息|报道)"
)
_ROC_DAY = lazy(r"(?:民国)?(?<!\d)(10\d|11\d)[/年] ?(1[0-2]|0?[1-9])[/月] ?([12]\d|3[01]|0?[1-9])(?!\d)")
"""A day of Taiwan's calendar: 113/11/06, 民国113年11月6日."""
_ROC_END = lazy(r"[）)】]\s*(1[01]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\s*$")
"""The day in figures with which a story of Taiwan's agency ends, behind its editor: （编辑：某某）1130506."""
_ROC_FIRST = 1911
_MONTHS = {word: number for number, word in enumerate([*"一二三四五六七八九十", "十一", "十二"], 1)}
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_TIME = lazy(
    rf"(?P<iso>{_FULL_DAY.pattern})"
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
_WHOLE_YEAR = lazy(r"[^。]{0,30}?(?:全年|初步统计|初步核算|统计公报|年报)")
_QUOTED_TITLE = lazy(r"《[^《》\n]{0,80}》")
_ANCHOR = lazy(r"[年月]|20[0-9]{2}")
_SENTENCE = lazy(r"[^。！？\n]+")


@dataclass(frozen=True, slots=True)
class _Mention:
    """A past time named in the text; year None is the year of publication, offset −1 the year before it."""

    year: int | None
    offset: int
    month: int | None
    day: int | None


def byline_date(lines: Iterable[str]) -> date | None:
    """The day that the lines about the article (outlet, time, address) give. The first one wins."""
    for line in lines:
        found = _FULL_DAY.search(line)
        if found and (day := _day(int(found["year"]), int(found["month"]), int(found["day"]))):
            return day
        if (written := _CHINESE_DAY.search(line)) and (day := _chinese_day(*written.groups())):
            return day
        address = _ADDRESS_DAY.search(line)
        if address and (day := _day(*map(int, address.groups()))):
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


def infer_date(paragraphs: Sequence[str], others: Iterable[str] = ()) -> date | None:
    """The latest past day that the paragraphs mention, or the end of the latest month or year they mention.

    Plans (到2027年), titles in 《》 and ranges in brackets are not past. `others` are lines about
    other articles fetched with this one: where one dates from the month that was found, the article is
    not put later than it.
    """
    mentions = list(_mentions(paragraphs))
    years = [mention.year for mention in mentions if mention.year is not None]
    if not years:
        return None
    year = max(years)
    text = "\n".join(paragraphs)
    if any(after > year for after in _later_years(text)):
        year += 1
    month, day = _latest(mentions, year)
    if month is None or _is_over(text, year):
        return date(year, 12, 31)
    if "本月" in text and month < 12 and any(m.month == month and m.offset == 0 for m in mentions):
        month, day = month + 1, None  # a writer who means this month says 本月, so those with a name are over
    last = date(year, month, day or calendar.monthrange(year, month)[1])
    ceiling = max((found for line in others if (found := byline_date([line]))), default=last)
    return ceiling if day is None and date(year, month, 1) <= ceiling < last else last


_MONTH_NAMED = lazy(r"(?:^|[^0-9])20\d{2}年(?:1[0-2]|0?[1-9])月")


def names_month(line: str) -> bool:
    """Does a line of the head name a year and a month, as a headline of statistics does (2024年1月入住率)?"""
    return _MONTH_NAMED.search(line) is not None


_STAMP = lazy(
    r"\s*(20\d{2})([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?=\s|$)"
)


def stamp_date(paragraph: str) -> date | None:
    """The day in figures with which a paragraph opens (2025-10-30 某机构预期…)."""
    found = _STAMP.match(paragraph)
    if found:
        return _day(int(found[1]), int(found[3]), int(found[4]))
    return day_in(paragraph) if _OPENS.match(paragraph) else None


_OPENS = lazy(rf"\s*(?:{DAY_FORM})(?=[\s\u4e00-\u9fff]|$)")


def end_date(paragraph: str) -> date | None:
    """The day in figures of Taiwan's calendar with which the last paragraph of an agency's story ends."""
    found = _ROC_END.search(paragraph)
    return _roc_day(found) if found else None


def _roc_day(found: re.Match[str]) -> date | None:
    year, month, day = map(int, found.groups())
    return _day(year + _ROC_FIRST, month, day)


def wire_date(paragraph: str, paragraphs: Sequence[str]) -> date | None:
    """The day in the head of a wire story, 新华社北京7月4日电; its year is the latest that the text names."""
    found = _WIRE.match(paragraph)
    if found is None:
        return None
    if found[1]:
        return _day(*map(int, found.groups()))
    rest = infer_date(paragraphs)
    return _day(rest.year, int(found[2]), int(found[3])) if rest else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _chinese_day(year: str, month: str, day: str) -> date | None:
    digits = {"〇": "0", "零": "0", "○": "0"} | {"一二三四五六七八九"[i]: str(i + 1) for i in range(9)}
    tens, _, ones = day.rpartition("十")
    number = (int(digits.get(tens, "1")) * 10 if "十" in day else 0) + int(digits.get(ones, "0"))
    return _day(int("".join(digits[c] for c in year)), _MONTHS.get(month, 0), number)


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
    return _MONTHS.get(written) or int(written)


def _is_plan(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 32) : found.start()]
    if _PLAN_BEFORE.search(before) or _DASH_BEFORE.search(before):
        return True
    if _UNTIL.search(before) and not _RANGE_BEFORE.search(before):
        return True
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
    return month, day if month and day and _day(year, month, day) else None


def _is_over(text: str, year: int) -> bool:
    """Whether the text has figures of the whole year: 2023年全年, 2023年…初步统计, 截至2023年，."""
    if re.search(rf"截[至止]到?{year}年[，,]", text):
        return True
    ends = (found.end() for found in re.finditer(rf"{year}年(?=[，,]|全)", text))
    return any(_WHOLE_YEAR.match(text, end) for end in ends)
