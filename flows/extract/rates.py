"""Rates: the denominator of a quantity, after it (元/吨, 次每秒, 76秒一辆) or before it (每平方米5万元)."""

from __future__ import annotations

import re

from flows.extract.units import Unit

_BASES = (
    "平方公里|平方米|立方米|标准箱|千瓦时|吨公里|百公里|百万Tokens?|百万tokens?|千Tokens?|千tokens?|百万词元|万Token|分钟|小时|公里|千米|公斤|千克|千人|万人|百户|"
    "人次|盎司|公顷|课时|学分|学年|学期|季度|个月|年度|月|年|日|天|周|秒|分|时|人|户|吨|克|斤|㎡|方|亩|桶|股|度电|度|瓦时|瓦|千瓦|件|次|套|台|辆|张|份|片|只|个|家|"
    "升|箱|晚|间|毫升|米|头|羽|位|名|篇|字|单|车|票|kWh|Wh|kW|kg|km|m³|m²|m2|m3|W|L|t|h|s|手|盒|支|瓶|公担|担|蒲式耳|加仑|磅|英里|例|床|艘|架|班|趟|km²|克拉"
)
_AFTER = re.compile(rf"[/／每](?:({_BASES})(?:·(?:{_BASES}))?)(?![a-zA-Z])")
_EACH = re.compile(r"一(辆|台|件|个|套|架|次|班|列|单|圈|趟)")
_BEFORE = re.compile(rf"每一?((?:10万|百万|十万|百|千|万|亿)?(?:{_BASES}))[^，。；、：！？\d]{{0,8}}$")
_SPEEDS = {("公里", "小时"): "km/h"}


def read_denominator(text: str, start: int, end: int, unit: Unit) -> tuple[str | None, int]:
    """What the quantity `text[start:end]` is per, and where its expression ends."""
    following = text[end:end + 1]
    if following in ("/", "每", "／"):
        found = _AFTER.match(text, end)
        if found:
            return found[0][1:], found.end()
    elif following == "一" and unit.kind == "time":
        each = _EACH.match(text, end)
        if each:
            return each[1], end
    elif following == "的" or not following:
        pass
    if text.rfind("每", max(0, start - 14), start) >= 0:
        before = _BEFORE.search(text, max(0, start - 16), start)
        if before:
            return before[1], end
    return None, end
