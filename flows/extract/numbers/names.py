"""Names: the numbers that belong to a code, an address, a title, an edition, a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract.cues import alternation, cue_words
from flows.extract.numbers.units import read_unit
from flows.patterns import lazy

_TOKEN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_+#@&")
_TOKEN_EDGE = frozenset(".-_+&#@")
_URL = lazy(r"(?:https?://|www\.)[\x21-\x7e]+|[\w.+-]+@[\w-]+\.[\w.]+", re.ASCII)
_TITLE = lazy(r"《[^《》\n]{1,80}》")
# 2.1 opens a heading, 2.1亿元 and 2.1万 a sentence
_HEADING = lazy(
    r"[ \t\u3000]*(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]"
    r"|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|\d{1,2}(?:、(?!\d)|\.(?!\d)|．(?!\d))"
    r"|\d{1,2}\.\d{1,2}(?=[\s\u4e00-\u9fff])(?![万亿千百余多折版到至和])"
    r"|第[一二三四五六七八九十百\d]{1,4}[章节条篇编部](?=[\s\u3000：:]|$|.{2,14}$))"
)
_LINE = lazy(r"\n(?=[ \t\u3000（(一二三四五六七八九十第附续图表\d])")
_CAPTION = lazy(r"[ \t\u3000]*[附续]?[图表][ \t]?\d{1,2}(?:[-—]\d{1,2})?(?![\d.%％万亿千百])")
_EDITION = lazy(
    r"(?:19|20)\d\d(?:年?(?=世界|全球|国际|亚洲|夏季达沃斯|中国国际|中国[（(])"
    r"|(?=[\u4e00-\u9fff])(?![年至到和与及前以一上下全财届秋春冬夏第季款版]))"
    rf"[^，。；、！？\s：:“”《》\d]{{2,26}}?(?:{alternation('edition_end')}|\d+强)"
    r"|(?:19|20)\d\d(?:[十百千]强|(?<=[\u4e00-\u9fff]\d{4})(?=[”」』》]))"
)
_PHONE = lazy(
    r"(?:(?:86[- ]?)?1[3-9]\d{9}|0\d{2,3}[-—–]\d{7,8}|400[-—–]?\d{3}[-—–]?\d{4}|\d{3}-\d{4}-\d{4})(?!\d)"
)
_DOTTED = lazy(r"\d+(?:\.\d+){2,}")
_JOINED = lazy(r"\d+(?:[-+×xX*/]\d+)+(?![\d.]*[%％万亿])")
_NUMBERED = lazy(
    rf"号(?!称|召|角|人){alternation('numbered')}?|国道|省道|路公交车?|路车|路公共汽车|次列车|次航班|航班"
    r"|[栋幢座](?=\d+(?![\dA-Za-z千万伏米吨兆]))(?:\d+(?:单元|室|层|号))?|单元(?!格|测)(?:\d+(?:室|号))?|弄(?=\d)|度C"
    r"|室(?![内外友])(?=[，。；、）)的居住厅]|$)"
)
NUMBERED_FIRST = frozenset("号国省路次航栋幢座单弄度室")
_CRAFT = lazy(alternation("craft") + "[-—]?$")
_POINTS = lazy("点(?![火燃亮])")
_CRAFT_TAILS = frozenset([*(word[-2:] for word in cue_words("craft")), "-", "—"])
_CRAFT_LAST = frozenset([*(word[-1] for word in cue_words("craft")), "-", "—"])


def titles(text: str) -> list[tuple[int, int]]:
    """The spans between 《 and 》."""
    return [found.span() for found in _TITLE.finditer(text)] if "《" in text else []


def addresses(text: str) -> list[tuple[int, int]]:
    """The spans of URLs and mail addresses."""
    if "://" in text or "www." in text or "@" in text:
        return [found.span() for found in _URL.finditer(text)]
    return []


def headings(text: str) -> Iterator[tuple[int, int]]:
    """The spans of heading numbers at the beginnings of lines: 1、 （二） 第三章 表2."""
    starts = [0, *(line.end() for line in _LINE.finditer(text))] if "\n" in text else [0]
    for at in starts:
        found = _HEADING.match(text, at)
        if found and not (text[found.end() - 1].isdecimal() and _measured(text, found.end())):  # 3.2公里
            yield found.span()
        elif caption := _CAPTION.match(text, at):
            yield caption.span()


def _measured(text: str, at: int) -> bool:
    """Whether a unit follows, with a space before it where it is of letters: 3.2公里, 3.5 GB."""
    space = text.startswith(" ", at) and text[at + 1:at + 2].isascii()
    return read_unit(text, at + space) is not None


def edition(text: str, at: int) -> int | None:
    """The end of the title that the edition year at `at` opens: 2024世界人工智能大会."""
    found = _EDITION.match(text, at)
    return found.end() if found else None


def code_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the code (GPT-3.5, A100, 5G, v2.1.3) that the digits `text[start:end]` are part of."""
    first, last = start, end
    while first > 0 and text[first - 1] in _TOKEN:
        first -= 1
    while last < len(text) and text[last] in _TOKEN:
        last += 1
    while last > end and text[last - 1] in _TOKEN_EDGE:
        last -= 1
    while first < start and text[first] in _TOKEN_EDGE:
        first += 1
    return (first, last) if any(text[at].isalpha() for at in range(first, last)) else None


def numbered_name(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """The span and rule of a phone number, version or numbered thing that begins with `text[start:end]`."""
    phone = _PHONE.match(text, start) if text[start] in "0148" or text[start + 3:start + 4] == "-" else None
    if phone:
        return *phone.span(), "phone"
    following = text[end:end + 1]
    dotted = _DOTTED.match(text, start) if following == "." else None
    if dotted:
        return *dotted.span(), "version"
    numbered = _NUMBERED.match(text, end) if following in NUMBERED_FIRST else None
    if numbered:
        return start, numbered.end(), "numbered"
    before = _CRAFT.search(text, max(0, start - 6), start) if text[start - 1:start] in _CRAFT_LAST else None
    if before and (_POINTS.match(text, end) or text[end - 1] in "万亿" or text[end:end + 1] in _AMOUNT_FIRST):
        return None  # 沪指3000点, 数据资源5.8万个, 创业板17家
    return (before.start(), end, "numbered") if before else None


_AMOUNT_FIRST = frozenset(("万", "亿", "家", "座", "个", "台", "条", "辆", "项", "户"))


def is_craft(tail: str) -> bool:
    """Whether a craft that numbers are the names of (东风-41) may end in the two characters."""
    return tail in _CRAFT_TAILS or tail[-1:] in _CRAFT_TAILS


def joined_name(text: str, start: int) -> int | None:
    """The end of bare digit runs joined by signs: 0571-87654321, 1+3+N, 1920×1080."""
    found = _JOINED.match(text, start)
    return found.end() if found else None
