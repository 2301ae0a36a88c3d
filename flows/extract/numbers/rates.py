"""Rates: the denominator of a quantity, after it (元/吨, 次每秒, 76秒一辆) or before it (每平方米5万元)."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.numbers.units import Unit
from flows.patterns import lazy

_BASE = alternation("base")
_AFTER = lazy(rf"[/／每] ?((?:(?:10|100|1000|[十百千万])万?|[1一][KMB]?)? ?{_BASE}(?:·{_BASE})?)(?![a-zA-Z])")
_EACH = lazy(r"一(辆|台|件|个|套|架|次|班|列|单|圈|趟)")
_BEFORE = lazy(rf"每一?((?:10万|百万|十万|百|千|万|亿)? ?{_BASE})[^，。；、：！？\d]{{0,8}}$")
DENOMINATOR_SIGNS = frozenset("/／每")


def read_denominator(text: str, start: int, end: int, unit: Unit) -> tuple[str | None, int]:
    """What the quantity `text[start:end]` is per, and where its expression ends."""
    following = text[end:end + 1]
    if following in DENOMINATOR_SIGNS:
        found = _AFTER.match(text, end)
        if found:
            return found[1], found.end()
    elif following == "一" and unit.kind == "time":
        each = _EACH.match(text, end)
        if each:
            return each[1], end
    if text.rfind("每", max(0, start - 14), start) >= 0:
        before = _BEFORE.search(text, max(0, start - 16), start)
        if before:
            return before[1], end
    return None, end
