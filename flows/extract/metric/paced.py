"""Times of an act: how long one takes (1分钟解读一份报告), how often it is done (每10分钟更新一次数据)."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.metric.behind import phrase_after
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import OTHER
from flows.extract.metric.nouns import phrase_before
from flows.extract.numbers.number import Number
from flows.extract.numbers.units import SHORT_TIMES, times
from flows.extract.windows import Window
from flows.patterns import lazy

ACT = lazy(
    r"(?:左右|上下)?(?:以内|之内|内|后)?(?:就|即|便|可|能|够|以|会|自动|快速|迅速)*"
    rf"({alternation('timed_act')})(?:完|好|出|到|了)*(?:一?[份张篇幅段个例套页条首款场单])?"
)
EVERY = lazy(r"每隔?(?:约|近|大约)*$")
ONCE = lazy(
    r"(?:就|便|会|可|自动|能)*([\u4e00-\u9fff]{2,6}?)(?:一[次回遍轮辆台架艘部套箱件颗块片吨])([\u4e00-\u9fff]{0,12})"
)


def paced(number: Number, window: Window, own: bool) -> Measured | None:
    """How long an act of a product takes, or the time between two; `own` tells that a noun before the number
    says what it is.
    """
    if number.unit not in times():
        return None
    if EVERY.search(window.before):
        once = ONCE.match(window.after)
        if once:
            return Measured(OTHER, f"{phrase_after(once[2])}{once[1]}间隔", "time between two acts", True)
    act = ACT.match(window.after) if number.unit in SHORT_TIMES and not own else None
    if act is None:
        return None
    thing = phrase_after(window.after[act.end() :]) or phrase_before(window.before)
    return Measured("latency", f"{thing}{act[1]}", "time of an act", True)
