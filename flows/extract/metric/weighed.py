"""The area, the weight or the length of what was just counted: 供应用地31宗917亩, 查获冻品26起、1300吨."""

from __future__ import annotations

from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import OTHER
from flows.extract.windows import Window
from flows.patterns import lazy

SIZE_OF_COUNTED = "size of what was counted"
SIZES = frozenset({"m2", "km2", "mu", "ha", "t", "kg", "m3", "km", "m", "kW", "kWh"})
"""Units of how large what is counted is all together."""
BESIDE = lazy(r"[、，和及]?(?:共计?|总计|合计|总共|计|约|近|超过?|逾|达)*")


def size_of_counted(window: Window, kind: str, here: list[Topic]) -> Measured | None:
    """What was counted by the number right before, where this one has no words of its own."""
    told = here[0] if here else None
    if kind not in SIZES or told is None or told.kind != "count" or len(told.noun) < 2:
        return None
    if window.between not in {"", "，"} or not BESIDE.fullmatch(window.before) or told.metric != OTHER:
        return None
    return Measured(OTHER, told.noun, SIZE_OF_COUNTED, False)
