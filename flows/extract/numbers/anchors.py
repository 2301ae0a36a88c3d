"""Where numbers may begin: runs of numeral characters, without the lone ones that are no number."""

from __future__ import annotations

import re
from functools import lru_cache

from flows.extract.numbers.units import units_by_first
from flows.patterns import Pattern, lazy

NUMERAL_CHARACTERS = "〇零○一二三四五六七八九十百千万亿兆几半数两俩仨廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟萬億首番"
BEFORE_ORDINAL = frozenset("第前")
VAGUELY_COUNTED = "[十百千万亿家名位款项次天月年周人种件倍]|小时|分钟|秒钟"
_LONE = frozenset("一二三四五六七八九两零〇○")
# what may follow a lone Chinese digit that is a number, beside the first characters of units
_AFTER_LONE = frozenset(NUMERAL_CHARACTERS + "分点折番至到或-—–~～、 比半多又号甲儿")
_ENDS = ("", "。", "，", "；")
_BEFORE_ZERO = frozenset("为到至是")


@lru_cache(maxsize=1)
def _followers() -> frozenset[str]:
    """The characters that may follow a lone Chinese digit which is a number."""
    return _AFTER_LONE | frozenset(units_by_first())


@lru_cache(maxsize=1)
def anchors() -> Pattern:
    """Runs of numeral characters, but for lone ones that are no number: 一 in 一些, 数 in 数据.

    It begins with one class of characters, which `re` skips through without entering the pattern.
    """
    lone, followers = "".join(_LONE), re.escape("".join(_followers()))
    return lazy(
        rf"[\d{NUMERAL_CHARACTERS}][\d{NUMERAL_CHARACTERS}]*+(?:(?<![{lone}数首])|(?<=[\d{NUMERAL_CHARACTERS}第前负].)"
        rf"|(?<=[{lone}])(?=[{followers}])|(?<=数)(?=以|{VAGUELY_COUNTED})"
        rf"|(?<=首)(?=位)|(?<=[之榜居]首)|(?<=[为到至是]零)|(?<=[{lone}]、[{lone}])(?=[。，；]|\Z)"
        r"|(?<=\A.)\Z|(?<=于.)(?=[。，；]|\Z))"
    )


def is_lone(text: str, at: int) -> bool:
    """Whether the Chinese digit at `at` is no number, by the characters beside it: 一 in 一些."""
    char = text[at]
    if char not in _LONE or text[at + 1:at + 2] in _followers():
        return False
    before = text[at - 1:at]
    alone = len(text) == 1 or before == "负" or (before == "于" and text[at + 1:at + 2] in _ENDS)
    return not alone and before not in BEFORE_ORDINAL and (char != "零" or before not in _BEFORE_ZERO)
