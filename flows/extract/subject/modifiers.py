"""Names within a clause that tells of another: 打入甲供应链的乙, 与甲市隔江相望的乙县 speak of 乙."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.entities.mention import Mention
from flows.patterns import lazy

REACH = 44
"""Code points between a name of the clause and the name that it leads to."""
LEADS = lazy(r"[^，。；：！？\n“”]{0,32}的[^，。；：、的\n“”0-9]{0,12}")
"""From a name of the clause to the name that it tells of."""
ITEM = lazy(r"[0-9][^、]{0,8}、")
"""The end of an item of a list that tells a number of each."""
OPENED = lazy(
    r"(?:^|[，。；：！？\n“”])(?:[0-9]{1,4}[年月日]|[去今明前当同全][年期]|[上下]半年|[一二三四]季度|截至|目前|此前|其中|同时|此外"
    r"|例如|比如|而|但|据|由|如|以)*$"
)
"""What a clause opens with before its first name: that may be who does what is told."""
JOINTS = frozenset("、和及与")
JOINED = frozenset("、和与及的等”」》")
GOES_ON = lazy(
    r"[，则却也更仍还已亦就共均都以在于年将拟从与由把对][^，。；]?|[去今明前当同全][年期]|[上下]半年|[第前]?[一二三四]季度|[0-9]{1,4}[年月日]"
    rf"|近?[一二两三几近]年|截至|目前|首[次度]|单[季月]|{alternation('firm_between')}|{alternation('firm_does')}"
    rf"|{alternation('firm_told')}|{alternation('predicate_noun')}"
)
"""Behind a firm that is spoken of, no further part of a longer name."""


def set_aside_modifiers(text: str, mentions: list[Mention]) -> None:
    """Names within the clause before a name (操盘甲的乙, 总部位于甲市的乙) step back before it."""
    if "的" not in text:
        return
    for index, head in enumerate(mentions):
        if head.kind not in {"firm", "region"} or head.role != "subject" or not is_told_of(text, head):
            continue
        for mention in reversed(mentions[:index]):
            if head.start - mention.end > REACH or not LEADS.fullmatch(text, mention.end, head.start):
                break
            if ITEM.search(text, mention.end, head.start):
                break
            if mention.role == "subject" and mention.kind != "self" and not opens(text, mention):
                if text[mention.start - 1] == "的" and text[mention.end] in JOINTS:
                    break  # 估值100亿元的甲和市值超万亿元的乙
                mention.role = "modifier"


def is_told_of(text: str, head: Mention) -> bool:
    """Is the name one of which something is said: not one of a list, nor the beginning of a longer name?"""
    if text[head.end : head.end + 1] in JOINED or "的" not in text[max(0, head.start - 13) : head.start]:
        return False
    return head.kind == "region" or GOES_ON.match(text, head.end) is not None


def opens(text: str, mention: Mention) -> bool:
    """Does its clause begin with the name?"""
    return OPENED.search(text, max(0, mention.start - 16), mention.start) is not None
