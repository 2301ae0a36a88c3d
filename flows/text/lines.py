"""The lines of a clean text and what can be told from the shape of one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flows.patterns import lazy
from flows.text.day_forms import DAY_FORM

_CLOSERS = "”’」）)】》 "
_SENTENCE_ENDS = ("。", "！", "；", "…", "，", "：", "、", ".")
_NUMBERED = lazy(
    r"(?:第?[一二三四五六七八九十百]{1,3}[、.章节篇]|（[一二三四五六七八九十]{1,3}）|其[一二三四五六]|[（(]?\d{1,2}[、)）]"
    r"|\d{1,2}\.(?!\d)|0\d(?!\d)|#{1,6} |(?:PART|Part) ?\d|第\d{1,2}[章节部条])"
)
_BULLET = lazy(r"[●■◆▲★•○◇▪►▶➤※☆√✓✔◎□※]|[-*·] ")
_DAY = lazy(
    r"二[〇零○][〇零○一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    r"|\d{4}[-/.年] ?\d{1,2}(?:[-/.月] ?\d{1,2}日?|月)|\d{1,2}月\d{1,2}日"
    r"|\d{1,2}[-/]\d{1,2}(?= \d{1,2}:)|(?:19|20)\d{2}[-/.](?:1[0-2]|0?[1-9])$"
    r"|(?:民国)?(?<!\d)1[01]\d(?:年\d{1,2}月\d{1,2}日|/\d{1,2}/\d{1,2}(?!\d))|"
    + DAY_FORM
)
_CLOCK = lazy(r"\d{1,2}:\d{2}(?::\d{2})?")
_AGO = lazy(
    r"(?:\d{1,3}|[一二两三四五六七八九十几]{1,3}) ?个?(?:年|月|周|星期|天|日|小时|分钟|秒)(?:之?前)"
)
_ADDRESS = lazy(r"(?:[^\s，。]{0,8}[：:] ?)?<?(?:https?://|www\.)[!-~]+>?")
_REPORTER = lazy(
    r"[^，。；：]{0,14}(?:记者|通讯员|实习生|作者|特约撰稿人?|撰稿人)[：:/｜| ] ?[^，。；]{2,40}"
    r"|[^，。；：]{0,12}记者[\u4e00-\u9fff]{2,4}[/｜|] ?[^，。；]{0,12}报[道导]"
)
_PICTURE = lazy(
    r"(?:企业)?(?:微信|QQ)?(?:图片|截图|截屏)[_\-\d]{6,}\w{0,4}|(?:IMG|DSC|DJI|MVI|mmexport|Screenshot)[_\-]?[\d_\-]{4,}"
    r"|[\w\-]{1,60}\.(?:jpe?g|png|gif|webp|bmp|mp4)",
    re.IGNORECASE,
)
_CRUMBS = lazy(r"(?:[^\s>»›，。；：0-9]{1,14}\s*(?:>{1,2}|»|›)\s*)+(?:[^\s>»›，。；：]{1,14})?")
"""The way to the page: 人民网>>四川频道>>成都."""
_WAY = lazy(
    rf"(?:您?(?:现在|当前|所在|目前)*的?(?:位置|页面)(?:是|为)?\s*[：:]\s*.{{2,40}}|(?:网站)?首页\s*[>»›/]\s*{_CRUMBS.pattern})$"
)
_RULE = lazy(r"[-=*_—·.~#]{3,}")
_PAGE = r"第?[A-Z]{0,2}\d{1,5}版(?![本权图税面])(?:[:：] ?[^\s|｜，。\d]{1,8})?"
_PAGE_LINE = lazy(rf"(?:[^\s\d，。：]{{2,6}}报 *)?{_PAGE}(?![^\s|｜])[^，。；]{{0,30}}")
"""What stands above a page of a paper: 第A05版：经济新闻 上一版 下一版."""
_BESIDE_DATES = lazy(
    rf"{_PAGE}|星期[一二三四五六日天]"
    r"|(?:浏览|阅读|点击|人气|热度|访问|评论|围观|赞)(?:量|次数|数)?[:：]? ?"
    r"[（(]?[\d,.]+[万wW]?\+?次?℃?[）)]?"
)
"""What stands beside a date of publication: the paper's page, the day of the week, how often it was seen."""


FURNITURE = (_ADDRESS, _CRUMBS, _RULE, _AGO, _PICTURE)


@dataclass(slots=True)
class Line:
    """A non-blank line without the blanks at its ends: clean offsets, and how many blank lines follow it."""

    start: int
    end: int
    text: str
    ends_sentence: bool
    blanks_after: int = 0

    @property
    def is_prose(self) -> bool:
        """A paragraph of running text, as against a heading, an item of a list or a label."""
        return len(self.text) > 64 or "。" in self.text[:-1] or (self.ends_sentence and len(self.text) > 15)

    @property
    def is_long_prose(self) -> bool:
        return len(self.text) >= 50 and self.ends_sentence

    @property
    def is_short(self) -> bool:
        return len(self.text) <= 42 and not self.ends_sentence and "。" not in self.text

    @property
    def is_numbered(self) -> bool:
        return _NUMBERED.match(self.text) is not None

    @property
    def is_bullet(self) -> bool:
        return _BULLET.match(self.text) is not None

    @property
    def is_furniture(self) -> bool:
        """Wherever it stands: an address, the way to the page, a ruled line, 1年前, a picture's name."""
        if self.ends_sentence or len(self.text) > 300:
            return False
        return any(shape.fullmatch(self.text) is not None for shape in FURNITURE)

    @property
    def is_dated(self) -> bool:
        """A date with an outlet or a name beside it and nothing else: 解放日报 2024-07-04 07:21."""
        if len(self.text) > 60 or not (_DAY.search(self.text) or _CLOCK.search(self.text)):
            return False
        rest = _BESIDE_DATES.sub("", _CLOCK.sub("", _DAY.sub("", self.text)))
        rest = rest.strip(" |｜·•-—/[]【】（）()：:")
        return len(rest) <= 24 and re.search(r"[，。；？！%\d、]", rest) is None

    @property
    def is_way(self) -> bool:
        """The way to the page: 您现在的位置：首页 > 新闻 > 正文."""
        return len(self.text) <= 60 and _WAY.match(self.text) is not None

    @property
    def is_page(self) -> bool:
        """The number and name of a paper's page: 第02版：要闻."""
        return not self.ends_sentence and _PAGE_LINE.fullmatch(self.text) is not None

    @property
    def is_reporter(self) -> bool:
        return len(self.text) <= 60 and not self.ends_sentence and _REPORTER.fullmatch(self.text) is not None


def lines_of(text: str) -> list[Line]:
    """The non-blank lines of a clean text, in order."""
    found: list[Line] = []
    position = blanks = 0
    for row in text.replace("\r\n", " \n").replace("\r", "\n").split("\n"):
        stripped = row.strip()
        if stripped:
            if found:
                found[-1].blanks_after = blanks
            start = position + row.index(stripped[0])
            found.append(Line(start, start + len(stripped), stripped, _ends_sentence(stripped)))
            blanks = 0
        else:
            blanks += 1
        position += len(row) + 1
    return found


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)
