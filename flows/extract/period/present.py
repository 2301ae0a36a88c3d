"""Words of the present: what they tell holds when the article is written, and has no period."""

from __future__ import annotations

from functools import lru_cache

from flows.patterns import lazy

_SINCE = r"前(?<![^。！？\n；，][此早]前)(?=，|[^，。；0-9]{0,6}[还曾已共])(?![^。；]{0,10}预[期计测])"
NOW = lazy(
    r"(?:[历往]|前[一二三四五六七八九十0-9]+)届|目前|当前|现在|现已|如今|迄今|至今(?![续仍未没尚])|历年来|近年来|多年来|长期以来|眼下|时下|现阶段|当下"
    r"|最新(?:的|款|一代|版本?)(?!数据|统计|消息|报告|公告|财报)"
    rf"|此{_SINCE}|早{_SINCE}|(?:上市|IPO|挂牌|递表){_SINCE}|(?<![年底初末月日于])(?:成立|创立|创办|创建)以来"
)
PRESENT = lazy(r"现(?:有|存|拥有|共有|已有)")
TO_DATE = lazy(r"截[至止](?:目前|当前|现在|发稿|记者发稿)")


@lru_cache(maxsize=64)
def words_of_now(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where words of the present end in the sentence `text[start:end]`; its numbers ask alike."""
    return tuple(match.end() for match in NOW.finditer(text, start, end))


@lru_cache(maxsize=64)
def first_to_date(text: str, start: int, end: int) -> int:
    """Where the first 截至目前 of the sentence `text[start:end]` ends, 0 without any."""
    match = TO_DATE.search(text, start, end) if text.find("截", start, end) >= 0 else None
    return match.end() if match else 0
