"""Sizes by which a whole is divided: 250人至499人的企业占7.2%, 15万元以上的占两成, 3万到4万辆区间."""

from __future__ import annotations

from flows.extract.numbers.quantities import Quantity
from flows.patterns import lazy

SHARED = lazy(
    r"(?:之间)?的?[^，。；、：0-9的]{0,8}?(?<![只仅也])(?:则|各|分别|约|只|仅)*占(?:比|了|到|据)?(?:约|近|为|超过?|不到|达)*"
    r"(?:[0-9]|[一二三四五六七八九两][成分]|半|过半)"
)
"""What share those of the size have, behind it; it must say 的 or whom."""
WHO = lazy(r"(?:之间)?(?:的|[^，。；、：0-9占]{1,6}占)")
AMOUNTS_TO = lazy(r"(?:[为达至到有是共增减升降过近约破]|合计|总计|累计|突破|达到)$")
BAND_ENDS = ("以上", "以下", "以内", "之间")


def is_size_with_share(text: str, quantity: Quantity) -> bool:
    """Does the quantity, a range or a limit, only tell which part of a whole has the share behind it?"""
    banded = quantity.high is not None or text.endswith(BAND_ENDS, quantity.start, quantity.end)
    if not banded or quantity.unit is None or quantity.unit.symbol == "percent":
        return False
    if AMOUNTS_TO.search(text, max(0, quantity.start - 2), quantity.start):
        return False
    return WHO.match(text, quantity.end) is not None and SHARED.match(text, quantity.end) is not None


_BAND = lazy(r"的?(?:价格)?(?:(?:区间|级别|价位|档位|价格带|量级|赛道)(?![内中])|群体|人群)")
_AT = lazy(r"(?:稳定|保持|维持|处于|达到?|升|降|回落|跌|增|上涨|落)[在至到于]?[了约]?$")


def is_band(text: str, start: int, end: int) -> bool:
    """Whether a quantity names a band that things are sorted into: 3万到4万辆区间; not 稳定在2万辆区间."""
    return _BAND.match(text, end) is not None and _AT.search(text, max(0, start - 5), start) is None
