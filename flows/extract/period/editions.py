"""The edition year of a list, an index or a report that a sentence quotes from."""

from __future__ import annotations

from flows.extract.numbers.number import Number
from flows.extract.sentences import Sentence
from flows.patterns import lazy

EDITION = lazy(r"(?<![0-9A-Za-z])((?:19|20)[0-9]{2})(?![0-9])")
EDITION_WORDS = lazy(
    r"(?<!揭)榜|指数|报告|排行|百强|500强|白皮书|蓝皮书|年鉴|评价|排名|调查|调研|TOP|强|届(?!全国|中国|世界|国际)"
)
SOURCE_BEHIND = lazy(
    r"[位名]?（[^（）。；《]{0,30}(?:（[A-Za-z]{1,8}）)?《[^》]{0,12}?(20[0-9]{2})(?![0-9])"
    r"[^》]{0,24}?(?:榜|指数|报告|排行|排名|百强|白皮书|蓝皮书|年鉴|年报|评价)"
)
"""The list that a number is quoted from, in brackets behind it: 第7（某学院《2024年竞争力排名》）."""


def edition_year(text: str, sentence: Sentence, number: Number) -> int | None:
    """The edition year of what is named before the number, or in brackets behind it."""
    behind = SOURCE_BEHIND.match(text, number.end)
    if behind:
        return int(behind[1])
    for name in reversed(sentence.names):
        if name.start < number.start:
            year = EDITION.search(name.surface)
            if year and EDITION_WORDS.search(text[max(sentence.start, name.start - 24) : name.end + 20]):
                return int(year[1])
    return None
