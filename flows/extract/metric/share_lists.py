"""Shares of a list whose heading says what they are shares of: 企业数占比居前的有：软件18%，芯片12%."""

from __future__ import annotations

from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import OTHER, metric_for
from flows.extract.metric.nouns import is_generic, phrase_before
from flows.extract.windows import Window
from flows.patterns import lazy

HEADING = lazy(
    r"(?:^|[，。；：、年月])([^，。；：0-9%（(]{0,18}?)(?:所占的?)?(?:占比|比重)"
    r"(?:[当之]?[中里]，|[^，。；：0-9%占增降升]{0,12}?(?:[较最][高大]|[居靠]前|前列|领先|依次|分别)"
    r"(?:[^，。；：0-9%占增降升]{0,16}：|[^，。；：0-9%占增降升]{0,12}?(?:[有为是]|包括)))"
)
MEMBERS = lazy(
    r"(?:[^，。；：0-9%增降升占]{1,16}占?[^，。；：0-9%占]{0,2}[0-9.]+[%％][）)]?(?:以上|左右)?[，、和与及以]*)*"
    r"([^，。；：0-9%增降升占]{1,16}?)占?(?:[为是达约近超逾（(]|达到|超过)*"
)
"""The members of such a list up to a percentage, the last one's label told apart."""

DIVIDED = lazy(r"([^，。；：]{2,20}?)(?:按|从)[^，。；：]{1,8}(?:划分|统计|分类|来?看|分)，$")
"""What is divided, before a heading that does not name it: 高新技术企业按领域划分，占比较高的有."""


def in_share_list(window: Window, earlier: list[Topic]) -> Measured | None:
    """The share that the heading of the number's list names, or one more of those just told
    (占比较高的还有：芯片8%); the noun is the label of the number.
    """
    head = window.sentence.split("#", 1)[0]
    if "占比" not in head and "比重" not in head:
        return None
    heading = next(reversed([*HEADING.finditer(head)]), None)
    member = MEMBERS.fullmatch(head, heading.end()) if heading else None
    if heading is None or member is None:
        return None
    whole = phrase_before(heading[1])
    if is_generic(whole):
        divided = DIVIDED.search(head, 0, heading.start() + 1)
        whole = phrase_before(divided[1]) if divided else whole
    metric = metric_of(whole, earlier)
    if metric is None:
        return None
    label = phrase_before(member[1])
    named = bool(label) and label in window.between + window.before  # no place, which would be masked
    return Measured(metric, label if named else whole, "share in a list with a heading", named)


def metric_of(whole: str, earlier: list[Topic]) -> str | None:
    """The metric of what the heading names, or of the shares told before one that names nothing."""
    if is_generic(whole):
        told = next((topic for topic in earlier[:1] if topic.kind == "percent"), None)
        return told.metric if told and told.metric != OTHER else None
    found = metric_for(whole, whole, "percent")
    return found[0] if found else None


PARTED = lazy(
    r"(?:^|，)([^，。；：#]{2,24}?)(?:主要|大多|多数|大都|多)*"
    r"(?:来自|来源于|集中[在于]|分布[在于]|流向|销往|投向|以(?=[^；：]{1,40}(?:居多|为主|最多|居前|领先)，$))[^；：]{1,40}$"
)
"""A clause that lists the parts of something, before their shares: 旅客主要来自甲、乙，分别占."""


def parted(window: Window, kind: str) -> Measured | None:
    """What the clause before lists the parts of, where their shares follow in order."""
    if kind != "percent" or "占" not in window.before:
        return None
    found = PARTED.search(window.between)
    noun = phrase_before(found[1]) if found else ""
    if is_generic(noun):
        return None
    named = metric_for(noun, noun, kind)
    return Measured(named[0] if named else OTHER, noun, "whole whose parts are listed", False)
