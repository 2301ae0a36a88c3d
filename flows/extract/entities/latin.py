"""Firms by names in Latin letters that no list knows: 初创公司Harvexa, Norwyn Robotics, Quillex完成融资."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract.cues import alternation, cue_words
from flows.patterns import Pattern, lazy

WORD = r"[A-Z][A-Za-z0-9&'’-]*"
NAME = rf"(?:{WORD}(?:\s{WORD}){{0,2}}|[a-z][A-Z][A-Za-z0-9]+)(?![A-Za-z0-9&.-])"
CALLED = lazy(rf"(?:{alternation('firm_noun')}|{alternation('firm_kind')})[“「]?({NAME})")
"""A name behind what it is: 芯片公司Harvexa."""
DOES = lazy(
    rf"({NAME})[”」]?(?=公司|集团|宣布|(?:近日|日前|今日|已|刚刚|正式|也)?(?:完成|获得?|拿下|筹集)[^，。；]{{0,20}}?(?:融资|[A-F]\+?轮|投资)"
    r"|(?:的)?(?:联合)?(?:创始人|创办人|首席执行官|董事长|总裁|CEO)|的?(?:最新)?(?:估值|股价|市值|年化|招股书)|成立于|提交|递交|裁员)"
)
"""A name before what only firms do or have: Quillex完成3亿美元融资."""
INVESTED = lazy(
    rf"(?:(?:向|对)(?={NAME}[^，。；]{{0,8}}?(?:投资|注资|增资))|(?:收购|入股|并购|参股|注资|投资)了?(?!者|人))({NAME})"
)
"""A name that somebody puts money into: 向Quillex追加投资, 收购Quillex."""
TAILED = lazy(rf"((?:{WORD}\s){{1,2}}{alternation('latin_firm_tail')})(?![A-Za-z0-9])")
TERMS = frozenset(cue_words("latin_word"))
LOWER = lazy(r"[a-z]")
LATIN = lazy(r"[A-Za-z]{3}")
SHORTEST = 3


def latin_names(text: str) -> Iterator[str]:
    """Names in Latin letters that the text treats as names of firms."""
    if not LATIN.search(text):
        return
    for pattern in (CALLED, DOES, INVESTED, TAILED):
        yield from (name for name in names_by(pattern, text) if is_name(name))


def names_by(pattern: Pattern, text: str) -> Iterator[str]:
    """What the pattern finds that stands behind no other Latin letter."""
    for match in pattern.finditer(text):
        before = text[match.start(1) - 1 : match.start(1)]
        if not (before.isascii() and before.isalnum()):
            yield match[1]


def is_name(name: str) -> bool:
    """Is it written like a name, with small letters, and none of its words a term or a grade?"""
    if len(name) < SHORTEST or not LOWER.search(name):
        return False
    return not any(word in TERMS for word in (name, *name.split()))
