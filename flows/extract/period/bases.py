"""Times that are no claim's own: those with whose figures a number is compared."""

from __future__ import annotations

from flows.extract.numbers.number import Number
from flows.extract.times import TimeSpan
from flows.patterns import lazy

BASE = lazy(
    r"(?:较|比起?|相比|对比|相对于?|相较于?|与|同|和|跟|相当于|等于|接近|逼近|堪比|追平|超(?:过|出|越)?|[高低快慢多少大小好优]于|不及|不如|[只仅][剩有为及])[“「‘]?$"
)
MOVED = lazy(r"[增减升降提多少高低快慢涨跌扩缩，]")
RATIO_OF = lazy(r"(?:相当于|等于|约?占|达到?|完成|超额|[只仅][剩有为及])[“「‘]?$")
QUOTES = "“「‘ "
BACK_TO = lazy(r"(?:恢复|回升|回到|修复|反弹|达|相当)[至到于]?$")
PART_THEN = lazy(r"(?:全年|同期|同月)?的(?:约|近|超过?|逾)?[0-9.一二三四五六七八九]+(?:%|成)")
"""What follows a time of whose level a part has come back."""
NEARLY = lazy(r"(?:接近|逼近|超越|追平|持平|达到|相当)于?[“「]?$")
WHOLE = lazy(r"(?:全年)?的?(?:总[量和额数]|全年|水平|同期)")
"""What of an earlier time is reached: 中标项目接近2024年总量，订单突破…."""
IS = lazy(r"(?:是|为|约为)$")
COMPARISON = lazy(r"上一?年|去年同期|同期|一年前|上财年|前一年")


NEWS = frozenset(("的新增", "的净增", "的增量"))


def is_base(time: TimeSpan, text: str, number: Number) -> bool:
    """Is the time what the number is compared with (较上年同期提高7.6个百分点, 是五年前的2.6倍)?"""
    before = text[max(0, time.start - 4) : time.start].rstrip(QUOTES).removesuffix("之")
    gap = text[time.end : number.start]
    if gap.endswith("（") and number.unit not in {"percent", "multiple"}:
        return False  # 超过去年全国的融资总额（约100亿元）
    if gap in NEWS and number.unit not in {"percent", "multiple"}:
        return False  # 比去年同期的新增8万户
    if BACK_TO.search(before) and PART_THEN.match(text, time.end):
        return True  # 恢复到2019年的八成二，门票收入3980万元
    if number.unit == "percent" and BACK_TO.search(before) and gap.endswith("的"):
        return True
    if OF_THAT_TIME.match(text, number.end) and OWN.fullmatch(gap):
        return False  # 超过“十三五”期间每年2个百分点的增幅
    if OWN_NOUN.fullmatch(gap) and BASE.search(before) and MOVES_BEHIND.match(text, number.end):
        return False  # 较去年同期亏损31亿元有所收窄
    compared = BASE.search(before) or IS.search(before)
    if compared and text[time.end : time.end + 1] not in ENDS and TIMES.match(text, time.end):
        return True  # 是2014年的1.4倍，居第三位
    if not gap and points(number) and BASE.search(before):
        return True  # 高于去年同期2.1个百分点
    if NEARLY.search(before) and WHOLE.match(gap):
        return True
    if not BASE.search(before) and not (number.unit == "multiple" and IS.search(before)):
        return False
    if number.unit == "multiple" or gap and (not gap.endswith("的") or MOVED.search(gap)):
        return True
    return number.unit == "percent" and RATIO_OF.search(before) is not None


OWN_NOUN = lazy("[^，。；的增减升降提多少高低快慢涨跌扩缩0-9]{2,6}")
"""What stands between a time and its own figure, where that tells what it is (去年同期亏损31亿元)."""
MOVES_BEHIND = lazy(
    r"(?:有所|大幅|略有?|明显|显著|进一步|小幅)(?:收窄|增[加长]|减少|扩大|上升|下降|改善|回落|提升|好转)"
)
OWN = lazy(r"[”」]?(?:期间|全年|同期|当年|年底|底|末)?(?:每年|年均|平均)?的?")
OF_THAT_TIME = lazy(r"(?:左右|上下)?的(?:增幅|增速|占比|水平|规模|比重|总量|纪录|平均)")
"""What follows a number that is itself the figure that another is compared with."""
ENDS = frozenset("，。；")
TIMES = lazy(r"(?:全年|同期|同月|底|末)?的?(?:约|近|超过?|逾|整)?[0-9.一二两三四五六七八九十百]+(?:多|余)?倍")
"""What follows a time whose figure is only what a multiple is of."""


def points(number: Number) -> bool:
    """Is it a difference in points, which is of now and not of the time that is compared with?"""
    return "百分点" in (number.written_unit or "") or number.surface.endswith("百分点")


def compares(time: TimeSpan, text: str) -> bool:
    """Is the time one that another is compared with (去年同期, 2022年同期, 较2023年)?"""
    if text.startswith("同期", time.start):
        return False
    same = text.endswith("同期", 0, time.end) or text.startswith("同期", time.end)
    if same or BASE.search(text, max(0, time.start - 4), time.start):
        return True
    return COMPARISON.match(text, time.start) is not None
