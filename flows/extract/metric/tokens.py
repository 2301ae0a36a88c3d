"""Tokens that models use: by the word before a bare number, or going on from an amount told in tokens."""

from __future__ import annotations

from collections.abc import Sequence

from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import FREE, OTHER
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

TOKEN = "token"
LEAST = 10**6
LEAST_MORE = 10**8
"""From here on a bare number that goes on from an amount of tokens is one."""
OF_OTHERS = lazy(r"[用客]户|企业|[家人次元]|模型|参数|收入|服务|价格|成本|公司")


def is_of_tokens(number: Number, head: str, before: str, topics: Sequence[Topic]) -> bool:
    """Is the bare number one of tokens, by the noun before it (日均消耗的Token，年初是1000亿) or by what
    was told before? `head` is the sentence up to the number, `before` its segment, `topics` the latest first.
    """
    if number.unit not in {None, "count"} or number.written_unit or not (number.value or 0) >= LEAST:
        return False
    if goes_on_in_tokens(number, before, topics):
        return True
    at = max(head.rfind(word) for word in ("oken", "OKEN", "词元"))
    return at >= 0 and OF_OTHERS.search(head, at + 2) is None


def goes_on_in_tokens(number: Number, before: str, topics: Sequence[Topic]) -> bool:
    """Is it one more amount of the tokens just told (中国模型用了6.3万亿Token，美国模型为5.1万亿)?"""
    if (number.value or 0) < LEAST_MORE:
        return False
    told = next((topic for topic in topics[:5] if topic.kind not in FREE), None)
    return told is not None and told.kind == TOKEN and OWN_AMOUNT.search(before) is None


OWN_AMOUNT = lazy(
    r"(?:参数|[用客订]户|人次|次数|收入|营收|投资|融资|价格?|元|市值|估值|下载|访问|成本|资金)[量数额]?"
    r"(?:规模|总[数额量])?(?:分别|有望|预计|将|可|已|也|均|更|约|近|达到?|为|有|是|超过?|突破|逾|至|升|降|增)*$"
)
"""What a bare number beside tokens may be an amount of itself."""


def more_tokens(window: Window, specific: list[str], earlier: list[Topic]) -> Measured | None:
    """What the tokens are that somebody else has: those told before, where the number's own noun, if any,
    names whose they are and no measure of them.
    """
    told = next((topic for topic in earlier[:5] if topic.kind not in FREE), None)
    if told is None or told.kind != TOKEN or not USED.search(told.noun) or OF_DATA.search(window.clause):
        return None
    if specific and MEASURE.search(specific[0]):
        return None
    return Measured(OTHER, told.noun, "one more amount of the tokens told", False)


USED = lazy(r"调用|使用|消耗|处理|吞吐|用量|总量")
"""What tells of tokens in use, of which each has its part; a length of context is each model's own."""
OF_DATA = lazy(r"训练|语料|数据|学习")
MEASURE = lazy(r"[量数集库额值价格度力]$|上下文|窗口|吞吐")
