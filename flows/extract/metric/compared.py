"""The level that a number just told is compared with: 月活8亿，高于7月的7亿."""

from __future__ import annotations

from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import COUNTS, FREE
from flows.extract.windows import Window
from flows.patterns import lazy

BASE = lazy(
    r"(?:高于|低于|多于|少于|超过|超出|不及|不如|优于|逊于|好于|差于|符合|[较比])[^，。；的]{0,4}的$|次于[^。；的]{0,8}的$"
    r"|^[，；]?(?:此前|先前|原先|原来|之前|上一?版|原)(?:的?(?:版本|预测|预计|预期|计划|估计|口径|公布|方案|定))*的?(?:则|仅|只|是|为|有)*(?:约|近)?$"
    r"|(?:预估|预期|预测|指引|共识)(?:[中均]值|平均|区间)?的?$"
    r"|(?:预计|预料|估计)(?:[中均]值|平均|区间)?的$"
)
"""The level that one just told is compared with: 月活8亿，高于7月的7亿."""


def compared_level(window: Window, kind: str, written: str | None, here: list[Topic]) -> Measured | None:
    """What the number before measured, the one of its own classifier first, for the level that it is compared
    with (备案439款，分布在47个城市，比上年的197款).
    """
    if kind == "percent" and here and here[0].kind == kind and EXPECTED.match(window.after):
        if BETTER.search(window.before):
            return Measured(here[0].metric, here[0].noun, "level compared with", True)
    if kind == "percent" and here and here[0].kind == kind and LEVEL.match(window.after):
        if BESIDE.search(window.before):
            return Measured(here[0].metric, here[0].noun, "level compared with", True)
    alike = [topic for topic in here if topic.kind == kind] if kind not in FREE else []
    level = next((topic for topic in alike if topic.written == written), alike[0] if alike else None)
    if level and (BASE.search(window.before) or is_profit_before(level.noun, window)):
        return Measured(level.metric, level.noun, "level compared with", True)
    counted = level and kind in COUNTS and level.written == written
    if level and counted and RAISED.fullmatch(window.before):
        return Measured(level.metric, level.noun, "level of the same unit", True)
    return None


RAISED = lazy(
    r"(?:[，；]|年内|年底前?|将|已|又|再|要|计划|拟|力争|预计|有望|进一步|逐步|目前|如今)*(?:扩大|增加|提升|减少|降低|扩容|扩充|扩展|拓展|推广|[增升扩减降])[到至为]了?"
    r"(?:约|近|超过?|逾)*"
)
"""Between the count just told and the one that it has come to or will: 在16座矿推广，年内扩大到40座."""
BETTER = lazy(r"(?:高出|高于|高过|超出|超过|好于|好过|优于|胜过|低于|不及|落后于|跑赢)[^，。；]{0,8}$")
EXPECTED = lazy(r"的(?:市场|此前|业绩|官方|公司|机构)*(?:预期|预测|指引|目标)")
"""What a rate just told is better or worse than: 增长7.8%，高出5%-7%的预期值."""


LEVEL = lazy(r"的(?:平均|整体|总体|一般)?(?:水平|均值)")
BESIDE = lazy(r"(?:接近|逼近|高于|低于|超过|不及|优于|好于|落后于|领先于?)[^，。；率比重度]{0,14}$")
"""With whose rate the one just told is compared: 占比达21%，接近大型企业24%的水平."""


def is_profit_before(noun: str, window: Window) -> bool:
    """Is the amount the same profit of an earlier time, as its clause says no more than that there was one
    (扣非净利润亏损3亿元，上年同期为盈利1亿元)?
    """
    return PROFIT.search(noun) is not None and EARNED.fullmatch(window.before) is not None


PROFIT = lazy(r"(?:扣非|扣除|归母|归属|经调整)[^，]*[利亏盈]")
"""A profit that is more than the bare word for it, which its clause a year before may do with."""
EARNED = lazy(
    r"[，；]?(?:而|同期|上期|则|为|是|仅|也|尚)*(?:净?亏损?|盈利|净赚|净利)(?:约|近|超过?|达|为|了)*"
)
