"""The times that an article tells and what each says of the article's own: past, hoped for, or the beginning
of something that goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from flows.patterns import holds, lazy
from flows.text.dateline import FULL_DAY, MONTHS

Kind = Literal["past", "hope", "until", "since"]
"""`until`: a year told as 到2027年, most often hoped for, and no word near it says which."""

_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_TIME = lazy(
    rf"(?P<iso>{FULL_DAY.pattern})"
    r"|(?:(?<![\d/])(?P<y>(?:19|20)\d{2})(?: ?年|(?=[上下]半年))"
    r"|(?<!\d)(?P<roc>1[01]\d)年(?=(?:1[0-2]|[1-9])月)"
    r"|(?P<word>今年|本年|去年|上年|前年|同年|当年|明年|后年))"
    rf"(?:(?:{_MONTH}月?[至到—–\-~]+)?(?P<m>{_MONTH})月(?:(?P<d>[12]\d|3[01]|0?[1-9])日)?"
    r"|(?P<part>上半年|前[三3]季度|(?:第?[一二三四1-4]|首)季度|[年]?[底末]|初|半年[度报]|中期|[三3]季报))?"
    r"|(?P<now>本月)|(?<![年每第各连])(?P<half>上半年|前[三3]季度|[一首二三]季度)"
    rf"|(?<![\d个第每—\-~至到十百])(?P<bm>{_MONTH})月(?![饼球球亮薪均租嫂])(?:(?P<bd>[12]\d|3[01]|0?[1-9])日)?"
    r"|(?<![\d.])(?P<edition>20\d{2})(?=(?:[世全中国上北广深亚]|人工)[\u4e00-\u9fff]{3}|[\u4e00-\u9fff]{2,8}(?:百强|[一二三五]十强|排行榜|榜单|白皮书))"
)
_PART_END = {
    "上半年": 6, "前三季度": 9, "前3季度": 9, "一季度": 3, "1季度": 3, "首季度": 3, "二季度": 6, "2季度": 6,
    "三季度": 9, "3季度": 9, "四季度": 12, "4季度": 12, "底": 12, "末": 12, "年底": 12, "年末": 12, "初": 1,
    "半年度": 6, "半年报": 6, "中期": 6, "三季报": 9, "3季报": 9,
}  # fmt: skip
_YEAR_ENDS = ("底", "末", "年底", "年末")
_UP_TO = ("截至", "截止", "截至到", "截止到")
_LAST_MONTH, _LAST_DAY = 12, 31
_ROC_FIRST = 1911

_HOPE_BEFORE = lazy(
    r"(?:力争|预计|预期|预估|估计|预测|展望|有望|希望|计划|拟|将|争取|目标|未来|不晚于|最迟|有效期|距离?)[^，。]{0,4}$"
    r"|(?:(?:按|按照|根据|依照)[^，。]{0,12}(?:规划|部署|安排|目标)|计划|预计|力争|提出)，$"
)
_TARGETED = lazy(r"目标(?:是|为|定为)?[,，：:]$")
_FORECAST = lazy(r"(?:预测|预计|预估|估计|预期|力争|路线图|时间表)(?!的)")
_PASSED = lazy(
    r"[^。；]{0,30}?(?:已|交出|共有|收[到录]|检索|检出|注册|建成了|达到了|增[至到]了|突破了)"
    r"(?![^。；]{0,16}?(?:将|力争|预计))"
)
_RANGE_PASSED = lazy(r"年(?:间|期间|来|，|,|的)")
_PLANS = lazy(r"规划|计划|方案|行动|将|预计|目标|力争|到20")
_UNTIL = lazy(r"(?<!截)[到至]$")
_SPAN = lazy(r"(?:19|20)\d{2}年?[到至—–\-~]+$")
_RANGE_BEFORE = lazy(r"(?:(?:从|自|由)[^，。]{1,24}|\d年?|年[^，。]{0,6}|月)[到至]$")
_DASH_BEFORE = lazy(r"\d年?[—–\-~]+$")
_HOPED = (
    r"(?:将(?!军|近|来|要求)|要(?:[达到]|超|突破|实现|建成|带来|有)"
    r"|预计|有望|力争|争取|目标|计划(?![的书》单]|生育|印发|出台)|拟[新投建]|希望(?!小学|工程|田野)|打算)"
    r"(?![^，。]{0,4}\d{4}年)"
)
_HOPE_AFTER = lazy(rf"，?[^，。；]{{0,14}}?{_HOPED}")  # 2027年,产业规模将达到
_HOPE_RIGHT_AFTER = lazy(rf"(?:之?前|以前)?[^，。；]{{0,4}}?{_HOPED}")  # 2025年12月将建成
_BEGINS_SOON = lazy(r"(?:起|开始)，?[^，。；]{0,10}?将(?!军|近|来)")
"""Behind the first year of what is to come: 自2027年起，协会将每月发布."""
_BY = lazy(r"年?(?:底|末)?(?:之前|以前|前(?![0-9一二三四五六七八九十几半]))(?![^，。；]{0,12}(?:已|了))")
"""What makes a year one that is to come: 2026年底前."""
_COUNTED = lazy(r"(?:统计|(?<!大)数据|显示|透露)[^，。]{0,6}，$")
"""What makes 到2024年底 a past day: 据工信部统计，到2024年底."""
_COMPARED = lazy(r"(?:在|比|较|与|同|相比于?)$")
_COMPARED_AFTER = lazy(r"(?:的)?(?:基础|相比|水平|底数|规模)")
"""A year that something is measured against has passed: 在2023年的基础上翻一番."""
_RECORD = lazy(r"以来[^，。；]{0,6}(?:最[高低快大多好强]|新[高低])")
"""What makes a year the last one that saw as much: the article is years behind it."""
_FOUNDED = lazy(r"(?:自|成立|创立|始建|创办|建成|诞生|组建)[于在]?$")
"""What stands before the year of a beginning: nobody writes of it in the same year."""
_FOUNDED_BEHIND = lazy(
    r"[^，。；、0-9]{0,6}?(?:建成|成立|创立|创办|创建|开园|挂牌|投产|投用|投运|开业|奠基|落成|落户|设立|组建)[，。；]"
)
"""What makes a year that of a beginning behind it: 基地2021年建成，."""
_SPAN_SINCE = lazy(r"[以之][后前]|[^，。；0-9]{0,24}?(?:以来|至今|到现在|迄今|起[，,])")
"""What makes a year the beginning of a time that goes on."""
_FIGURE = lazy(
    r"(?!起|春|夏|秋|冬|暑|寒假|元旦|新年|五一|国庆|中秋|清明|端午|伊始|开年"
    r"|度(?![^。，]{0,6}(?:营|收|利|报|财))|以来|开始|[前上下第首末底初一二三四半])[^。；0-9]{0,40}?"
    r"[0-9][0-9.,]*[多余]?(?:[万亿]|%|家|个|台|件|人|款|项|位|起|笔|宗|例|辆|套|场|座|条|户|P)"
)
_EXPECTED = lazy(r"(?:全年)?的?[^，。；0-9]{0,10}?(?:预期|预测|预估|指引|展望)")
"""What is told of a year that is not over: 把2024年的销售预期上调至45亿元."""
_SO_FAR = lazy(r"截[至止][^，。；]{0,12}?[月日]底?，$")
"""What makes the figure behind a year that of a part of it: 截至7月10日，2025年共融资51起."""
_QUOTED_TITLE = lazy(r"《[^《》\n]{0,80}》")
_ANCHOR = lazy(r"[年月季]|20[0-9]{2}")
SENTENCE = lazy(r"[^。！？\n]+")
_CODED = lazy(r"(?<!\d)(20\d{2})年?(Q[1-4]|H[12])(?![0-9A-Za-z])")
_SPELLED = {
    "Q1": "年一季度", "Q2": "年二季度", "Q3": "年三季度", "Q4": "年四季度", "H1": "年上半年", "H2": "年末",
}  # fmt: skip
_THIS, _LAST = ("今年", "本年"), ("去年", "上年")
_OFFSETS = dict.fromkeys(_THIS, 0) | dict.fromkeys(_LAST, -1) | {"前年": -2}


@dataclass(frozen=True, slots=True)
class Told:
    """A time that is told. Year None is the year of publication, offset −1 the year before it. `whole`: it is
    a whole year, of which a figure stands behind it, or the end of one.
    """

    kind: Kind
    year: int | None
    offset: int
    month: int | None
    day: int | None
    whole: bool = False
    this: bool = False
    """In a sentence with 今年, which is another year."""
    sure: bool = False
    """Told as the end of what is counted (截至2025年底), which has passed, whatever is hoped elsewhere."""

    @property
    def dated(self) -> bool:
        """Whether it is a part of a year that ends before the year does."""
        return self.month is not None and not self.whole


def plain(paragraph: str) -> str:
    """A paragraph without its titles, with quarters and halves in words: 2025Q3."""
    if "Q" in paragraph or "H" in paragraph:
        paragraph = _CODED.sub(lambda found: found[1] + _SPELLED[found[2]], paragraph)
    return _QUOTED_TITLE.sub("《》", paragraph)


def told_times(paragraphs: Sequence[str]) -> Iterator[Told]:
    """Every time that is told, in order. A month without a year is of the year its paragraph speaks of."""
    for paragraph in map(plain, paragraphs):
        spoken, offset = None, 0
        hoped = 0  # the last year hoped for so far: a later one of the paragraph is another
        for sentence in SENTENCE.finditer(paragraph):
            this = holds(sentence[0], _THIS)
            for found in _times(paragraph, sentence.span()):
                told = _read(found, spoken, offset)
                if told is None or _RECORD.match(paragraph, found.end()):
                    continue
                kind = _kind(paragraph, found, sentence.start())
                if found["y"] and told.year:
                    if kind == "past" and not found["m"] and 0 < hoped < told.year:
                        kind = "hope"
                    if kind in ("hope", "until"):
                        hoped = max(hoped, told.year)
                if kind == "past" and not (found["bm"] or found["half"] or found["edition"]):
                    spoken, offset = told.year, told.offset
                beside = this and (found["y"] is not None or kind == "since")
                sure = paragraph.endswith(_UP_TO, 0, found.start())
                whole = _is_whole(paragraph, found, told)
                yield replace(told, kind=kind, whole=whole, this=beside, sure=sure)


def _is_whole(text: str, found: re.Match[str], told: Told) -> bool:
    """Whether a year is told as a whole: its figure stands behind it, or it is its end that is told, as the
    figures of its last month do (截至2024年12月31日, 2024年12月出口增长3%).
    """
    if told.month == _LAST_MONTH and told.day == _LAST_DAY:
        return found["y"] is not None or found["iso"] is not None
    if not found["y"]:
        return False
    if told.month == _LAST_MONTH and told.day is None:
        return found["part"] in _YEAR_ENDS or _FIGURE.match(text, found.end()) is not None
    if told.month is not None or _EXPECTED.match(text, found.end()):
        return False
    if _SO_FAR.search(text, max(0, found.start() - 16), found.start()):
        return False
    return _FIGURE.match(text, found.end()) is not None or _is_end(text, found)


def _is_end(text: str, found: re.Match[str]) -> bool:
    """Whether a year ends a span (2014年至2023年), or is what something is measured against."""
    before = text[max(0, found.start() - 8) : found.start()]
    if _COMPARED.search(before) and _COMPARED_AFTER.match(text, found.end()):
        return True
    return _SPAN.search(before) is not None


def _times(text: str, span: tuple[int, int]) -> Iterator[re.Match[str]]:
    """The times of a sentence, looked for only about the characters that each has: the pattern is slow."""
    anchors = [found.start() for found in _ANCHOR.finditer(text, *span)]
    if anchors:
        yield from _TIME.finditer(text, max(span[0], anchors[0] - 8), min(span[1], anchors[-1] + 12))


def _read(found: re.Match[str], spoken: int | None, offset: int) -> Told | None:
    if found["now"]:
        return None
    if found["half"]:
        return Told("past", spoken, offset, _PART_END[found["half"]], None)
    if found["iso"]:
        return Told("past", int(found["year"]), 0, int(found["month"]), int(found["day"]))
    if found["edition"]:
        return Told("past", int(found["edition"]), 0, None, None)
    if found["bm"]:
        return Told("past", spoken, offset, _month(found["bm"]), int(found["bd"]) if found["bd"] else None)
    month = _month(found["m"]) if found["m"] else _PART_END.get((found["part"] or "").removeprefix("第"))
    day = int(found["d"]) if found["d"] else None
    if found["roc"]:
        return Told("past", int(found["roc"]) + _ROC_FIRST, 0, month, day)
    if found["y"]:
        return Told("past", int(found["y"]), 0, month, day)
    if found["word"] in _OFFSETS:
        return Told("past", None, _OFFSETS[found["word"]], month, day)
    return Told("past", spoken, offset, month, day) if found["word"] in ("同年", "当年") else None


def _month(written: str) -> int:
    return MONTHS.get(written) or int(written)


def _kind(text: str, found: re.Match[str], start: int) -> Kind:
    """What the words about a time say of it; `start` is where its sentence begins."""
    before = text[max(start, found.start() - 32) : found.start()]
    if found["y"] and _COMPARED.search(before) and _COMPARED_AFTER.match(text, found.end()):
        return "past"
    if any(hope.search(before) for hope in (_HOPE_BEFORE, _TARGETED)):
        return "hope"
    if _FORECAST.search(text, start, found.start()):
        return "hope"
    if _DASH_BEFORE.search(before):
        return _kind_of_span(text, found, start)
    if _UNTIL.search(before) and not _RANGE_BEFORE.search(before):
        return _kind_of_end(text, found, before[:-1])
    if _hope_follows(text, found):
        return "hope"
    return "since" if _begins(text, found) else "past"


def _kind_of_span(text: str, found: re.Match[str], start: int) -> Kind:
    """Of the last year of a span, 2017—2022年间."""
    end = (text.find("。", found.end()) + 1 or len(text)) - 1
    over = _RANGE_PASSED.match(text, found.end() - 1) and not _PLANS.search(text, start, end)
    return "past" if over else "until"


def _kind_of_end(text: str, found: re.Match[str], before: str) -> Kind:
    """Of a time up to which something is told: 到2027年."""
    if found["y"] and _HOPE_AFTER.match(text, found.end()):
        return "hope"
    over = found["d"] or _COUNTED.search(before) or _PASSED.match(text, found.end())
    return "past" if over and not _PLANS.search(before) else "until"


def _hope_follows(text: str, found: re.Match[str]) -> bool:
    dated = found["m"] or found["bm"] or found["iso"]
    if (_HOPE_RIGHT_AFTER if dated else _HOPE_AFTER).match(text, found.end()):
        return True
    if found["y"] and _BEGINS_SOON.match(text, found.end()):
        return True
    return found["y"] is not None and _BY.match(text, found.end()) is not None


def _begins(text: str, found: re.Match[str]) -> bool:
    """Whether a year is the one in which something began."""
    if not (found["y"] or found["iso"]):
        return False
    if _FOUNDED.search(text, max(0, found.start() - 8), found.start()):
        return True
    if not (found["m"] or found["part"]) and _FOUNDED_BEHIND.match(text, found.end()):
        return True
    return not found["m"] and _SPAN_SINCE.match(text, found.end()) is not None
