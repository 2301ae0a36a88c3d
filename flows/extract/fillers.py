"""Fillers: counts that say nothing outside their sentence (一个, 两个角度, 三要素)."""

from __future__ import annotations

import csv
import re
from functools import lru_cache

from flows.extract.quantities import Quantity
from flows.places import REFERENCE

_SMALL = re.compile(r"[一二两三四五六七八九十双几数俩]{1,2}")
_THRESHOLD = re.compile(r"(?:以上|以下|及以上|以内)?(?:规模)?(?:以上|以下)?(?:的)(?:大模型|模型|企业|项目|工业企业|城市|人群|人口|老人)")


@lru_cache(maxsize=1)
def _abstract() -> re.Pattern[str]:
    with (REFERENCE / "abstract_nouns.csv").open(encoding="utf-8", newline="") as lines:
        words = sorted((row["noun"] for row in csv.DictReader(lines)), key=len, reverse=True)
    return re.compile(r"[^，。；：、！？\d]{0,8}?(?:" + "|".join(words) + ")")


def is_filler(text: str, quantity: Quantity, numeral: str) -> bool:
    """Whether the count carries no information: a mere one, a few of something abstract, a threshold."""
    unit = quantity.unit
    if quantity.bound != "eq" and unit is not None and unit.kind != "parameter":
        return numeral == "一" and unit.kind in ("general", "concrete", "person")
    if unit is None:
        return bool(_SMALL.fullmatch(numeral))
    if unit.kind == "parameter" and re.match("规模以上|以上", text[quantity.end:quantity.end + 4]):
        return True
    if unit.kind not in ("general", "concrete", "person"):
        return False
    if numeral == "一":
        return True
    if unit.kind == "general" and _SMALL.fullmatch(numeral):
        return bool(_abstract().match(text, quantity.end)) or unit.surface in ("大", "步", "重", "批", "轮")
    return False
