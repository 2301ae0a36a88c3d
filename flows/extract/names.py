"""Names: the numbers that belong to a title, a code, a heading, an address, an edition."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[A-Za-z0-9.\-_/+#@:]+")
_TOKEN_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_+#@")
_URL = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+|[\w.+-]+@[\w-]+\.[\w.]+", re.ASCII)
_HEADING = re.compile(
    r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:、|\.(?!\d)|．)|"
    r"\d{1,2}\.\d{1,2}(?=[\s\u4e00-\u9fff])(?!亿|万|%)|第[一二三四五六七八九十百\d]{1,4}[章节条篇编])"
)
_CHAPTER = re.compile(r"第[零一二两三四五六七八九十百千\d]+(?:届[^，。；、：\s]{0,14}?(?:会议|全会|大会|论坛|峰会|博览会|运动会|展会)?"
                      r"(?:第[一二三四五六七八九十]+次(?:全体)?(?:会议|会议))?|[章节条款项编篇号期次]|[回集]|版)")
_TITLE_END = r"(?:大会|论坛|峰会|博览会|展览会|展会|交易会|洽谈会|进博会|服贸会|百强|\d+强|榜单|排行榜|榜|指数|年鉴|报告|白皮书|蓝皮书|大赛|年会|计划|活动|发布会)"
_EDITION = re.compile(rf"(?:19|20)\d\d(?:(?!年)|年(?=世界|全球|中国国际|国际|夏季))(?=[\u4e00-\u9fff])(?!上半年|下半年|财年|至|到|和|与|及|前|以|一|全年|学年)[^，。；：、！？\s（）()]{{2,24}}?{_TITLE_END}")
_PAREN_YEAR = re.compile(r"[（(](?:19|20)\d\d[)）]")
_KNOWN = re.compile(r"360(?=公司|集团|安全|数字|搜索|手机|董事长|创始人|政企)|58同城|4399|12306|12345|12315|12388|7-11|1688|第四范式|第一财经|第一书记|一带一路|百[“\"]?[模团镜][”\"]?大战|"
                    r"[^\s，。；“”]{2,6}第一城|一号(?:创新)?工程|双十一|双11|“?三只松鼠|世界500强|中国500强|财富500强|500强")
_PHONE = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8}|400-?\d{3}-?\d{4}|\d{3}-\d{4}-\d{4})(?!\d)")


def titles(text: str) -> list[tuple[int, int]]:
    """The spans between 《 and 》."""
    if "《" not in text:
        return []
    return [found.span() for found in re.finditer(r"《[^《》\n]{1,80}》", text)]


def fixed_names(text: str) -> list[tuple[int, int, str]]:
    """Spans of names that a look at single numerals would not see, with their rule; unsorted, may overlap."""
    found = [(*match.span(), "known_name") for match in _KNOWN.finditer(text)]
    found += [(*match.span(), "edition_year") for match in _EDITION.finditer(text)]
    found += [(*match.span(), "ordinal_name") for match in _CHAPTER.finditer(text)]
    if "www" in text or "://" in text or "@" in text:
        found += [(*match.span(), "url") for match in _URL.finditer(text)]
    found += [(*match.span(), "phone") for match in _PHONE.finditer(text)]
    heading = _HEADING.match(text)
    if heading:
        found.append((heading.start(), heading.end(), "heading"))
    return found


def code_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the code (GPT-3.5, A100, 5G, v2.1) that the digits `text[start:end]` belong to, if they do."""
    first, last = start, end
    while first > 0 and text[first - 1] in _TOKEN_CHARACTERS:
        first -= 1
    while last < len(text) and text[last] in _TOKEN_CHARACTERS:
        last += 1
    token = text[first:last].rstrip(".-_+")
    last = first + len(token)
    if last < end or not any(char.isalpha() for char in token):
        return None
    return first, last
