"""Names: the numbers that belong to a code, an address, a title, an edition, a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_+#@&")
_URL = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+|[\w.+-]+@[\w-]+\.[\w.]+", re.ASCII)
_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_HEADING = re.compile(
    r"[ \t\u3000]*(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])"
    r"|\d{1,2}(?:、(?!\d)|\.(?![\d０-９])|．(?!\d))|\d{1,2}\.\d{1,2}(?=[\s\u4e00-\u9fff])(?![万亿千百个元倍%％级折米分万年月度版克吨公])"
    r"|第[一二三四五六七八九十百\d]{1,4}[章节条篇编部](?=[\s\u3000：:]|$|.{2,14}$))"
)
_LINE = re.compile(r"\n")
_TITLE_END = (
    r"(?:大会|论坛|峰会|博览会|展览会|展会|交易会|洽谈会|博览交易会|贸易交易会|服贸会|进博会|广交会|消博会|链博会|百强|\d+强|榜单|排行榜|榜|年会|大赛|锦标赛|杯|联赛"
    r"|指数|报告|白皮书|蓝皮书|年鉴|发布会|行动方案|艺术节|文化节|电影节|购物节|嘉年华|马拉松|公开赛|挑战赛|计划)"
)
_EDITION = re.compile(
    rf"(?:19|20)\d\d(?:年?(?=世界|全球|国际|亚洲|夏季达沃斯|中国国际|中国[（(])|(?=[\u4e00-\u9fff])(?![年至到和与及前以一上下全财届秋春冬夏第季款版]))"
    rf"[^，。；、！？\s：:“”《》\d]{{2,26}}?{_TITLE_END}"
)
_PHONE = re.compile(r"(?:1[3-9]\d{9}|0\d{2,3}[-—–]\d{7,8}|400[-—–]?\d{3}[-—–]?\d{4}|\d{3}-\d{4}-\d{4})(?!\d)")
_DOTTED = re.compile(r"\d+(?:\.\d+){2,}")
_JOINED = re.compile(r"\d+(?:[-+×xX*/]\d+)+(?![\d.]*[%％万亿])")
_NUMBERED = re.compile(
    r"号(?!称|召|角)(?:线|楼|机组|公告|文件?|令|馆|店|门|院|厅|井|站|台风|航站楼|公路|仓|矿|坑|院落|桥|岛|地块|车厢|泊位|码头|船|轮|炉|单元|厂房|楼栋|座|通知)?"
    r"|国道|省道|路公交车?|路车|次列车|次航班|航班|路公共汽车|[栋幢座](?=\d)(?:\d+(?:单元|室|层|号))?|单元(?!格|测)(?:\d+(?:室|号))?|弄(?=\d)|度C"
    r"|室(?![内外友])(?=[，。；、）)的居住厅]|$)"
)
_NUMBERED_BEFORE = re.compile(
    r"(?:神舟|嫦娥|长征|天问|天舟|天宫|北斗|风云|快舟|力箭|朱雀|捷龙|谷神星|引力|实践|遥感|高分|海洋|资源|吉林一|玉兔|祝融|蛟龙|奋斗者|雪龙|华龙|国和"
    r"|悟空|东风|红旗|波音|空客|运|歼|轰|直|麒麟|骁龙|鲲鹏|昇腾|鸿蒙|天玑|龙芯|文心|盘古|混元|悟道|星火|台风|中央|国发|发改|财税|证监会公告|沪指|中证|标普|沪深|科创|创业板)[-—]?$"
)
_NUMBERED_LAST = frozenset("舟娥征问宫斗云箭雀龙星力践感分洋源一兔融号者和空风旗音客运歼轰直麟龙鹏腾蒙玑芯心古元道火台央发改税告指证普深创板-—")


def titles(text: str) -> list[tuple[int, int]]:
    """The spans between 《 and 》."""
    return [found.span() for found in _TITLE.finditer(text)] if "《" in text else []


def addresses(text: str) -> list[tuple[int, int]]:
    """The spans of URLs and mail addresses."""
    if "://" in text or "www." in text or "@" in text:
        return [found.span() for found in _URL.finditer(text)]
    return []


def headings(text: str) -> Iterator[tuple[int, int]]:
    """The spans of heading numbers at the beginnings of lines: 1、 （二） 第三章."""
    found = _HEADING.match(text)
    if found:
        yield found.span()
    for line in _LINE.finditer(text) if "\n" in text else ():
        found = _HEADING.match(text, line.end())
        if found:
            yield found.span()


def edition(text: str, at: int) -> int | None:
    """The end of the title that the edition year at `at` opens: 2024世界人工智能大会."""
    found = _EDITION.match(text, at)
    return found.end() if found else None


def code_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the code (GPT-3.5, A100, 5G, v2.1.3) that the digits `text[start:end]` belong to, if they do."""
    first, last = start, end
    while first > 0 and text[first - 1] in _TOKEN:
        first -= 1
    while last < len(text) and text[last] in _TOKEN:
        last += 1
    while last > end and text[last - 1] in ".-_+&#@":
        last -= 1
    while first < start and text[first] in ".-_+&#@":
        first += 1
    for at in range(first, last):
        if text[at].isalpha():
            return first, last
    return None


def numbered_name(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """The span and rule of a phone number, address or numbered thing that begins with the digits `text[start:end]`."""
    phone = _PHONE.match(text, start) if text[start] in "014" or text[start + 3:start + 4] == "-" else None
    if phone:
        return *phone.span(), "phone"
    following = text[end:end + 1]
    if following == ".":
        dotted = _DOTTED.match(text, start)
        if dotted:
            return *dotted.span(), "version"
    numbered = _NUMBERED.match(text, end) if following and following in "号国省路次航栋幢座单弄度室" else None
    if numbered:
        return start, numbered.end(), "numbered"
    if text[start - 1:start] in _NUMBERED_LAST:
        before = _NUMBERED_BEFORE.search(text, max(0, start - 6), start)
        if before:
            return before.start(), end, "numbered"
    return None


def joined_name(text: str, start: int) -> int | None:
    """The end of bare digit runs joined by signs: 0571-87654321, 1+3+N, 1920×1080."""
    found = _JOINED.match(text, start)
    return found.end() if found else None
