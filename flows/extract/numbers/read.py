"""Every number of a text: quantities, times, names and fillers, with nothing left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from flows.extract.numbers.enumerated import complete_lists, compositions, join_bounds, with_compositions
from flows.extract.numbers.number import Number
from flows.extract.numbers.walk import Walk
from flows.extract.numbers.worded import worded_amounts
from flows.extract.times import TimeSpan, read_times
from flows.patterns import lazy

_WIDE = lazy("[０-９％．]")
_POINT = lazy(
    r"[.](?<=[^\s。；：、][一二三四五六七八九十百廿卅〇○零].)(?=[一二三四五六七八九〇○零])"
    r"|[·](?<=[一二三四五六七八九十百廿卅〇○零].)(?=[一二三四五六七八九〇○零]{1,3}(?:[万亿兆%倍]|个?百分点))"
)
"""The point of a numeral written out digit by digit: 达二.五二兆, 达二·五二兆; not a heading's, nor a date's
(九·一八).
"""
_NARROW = str.maketrans("０１２３４５６７８９％．", "0123456789%.")


def read_numbers(
    text: str, today: date | None = None, times: Sequence[TimeSpan] | None = None
) -> list[Number]:
    """All numeric expressions of the clean `text`, in order; the spans are disjoint and cover every digit.

    `today` is the date of the document, against which relative times are resolved; `times` are the times of
    the text where they have been read already.
    """
    plain = text.translate(_NARROW) if _WIDE.search(text) else text
    if ("." in plain or "·" in plain) and _POINT.search(plain):
        plain = _POINT.sub("点", plain)
    numbers = Walk(plain, read_times(plain, today) if times is None else times).read()
    worded = worded_amounts(plain)
    if worded:
        numbers = _merged(numbers, worded)
    parts = compositions(plain)
    if parts:
        numbers = with_compositions(numbers, parts)
    complete_lists(plain, numbers)
    join_bounds(plain, numbers)
    for number in numbers:
        number.surface = text[number.start:number.end]
    return numbers


def _merged(numbers: list[Number], worded: list[Number]) -> list[Number]:
    """The numbers in order with those in words that touch none of them."""
    free = [one for one in worded if all(one.end <= n.start or n.end <= one.start for n in numbers)]
    return sorted([*numbers, *free], key=lambda number: number.start)
