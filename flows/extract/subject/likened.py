"""Firms and models that another is only likened to: 与甲的A性能相当, 被称为“中国版甲”的乙."""

from __future__ import annotations

from flows.extract.entities.mention import FIRM_KINDS, Mention
from flows.patterns import holds, lazy

LIKENED = lazy(
    r"[与同跟](?P<who>[^，。；]{2,50}?)"
    r"(?:(?:大致|基本|几乎|水平|性能|效果|表现|能力|价格|规模)*(?:相当|持平|不相上下|齐平|旗鼓相当|相差无几|看齐|媲美|比肩)|不同，|相反，|类似，)"
)
LIKE = ("相当", "持平", "不相上下", "齐平", "相差无几", "看齐", "媲美", "比肩", "不同，", "相反，", "类似，")


def set_aside_likened(text: str, mentions: list[Mention]) -> None:
    """All firms and models between 与 and 相当 are what something is compared with."""
    if not holds(text, LIKE):
        return
    for found in LIKENED.finditer(text):
        for mention in mentions:
            if found.start("who") <= mention.start < found.end("who") and mention.kind in FIRM_KINDS:
                mention.role = "comparand"


ANOTHER = lazy("(?:[下又另]一[个家座]|再造一?[个家座]?|第二[个家座]|国产?版的?)“?$")
"""Before the name of one that others may come to be like: 下一个甲在哪里, 中国版甲."""
ANOTHERS = ("下一", "又一", "另一", "再造", "第二", "国版", "产版")


def set_aside_models_to_follow(text: str, mentions: list[Mention]) -> None:
    """One that others may come to be like, a place too, is not spoken of: 谁是下一个甲."""
    if not holds(text, ANOTHERS):
        return
    for mention in mentions:
        if ANOTHER.search(text, max(0, mention.start - 6), mention.start):
            mention.role = "title"


CALLED = lazy(
    r"(?:被?(?:称为|称作|誉为|视为|喻为|看作|唤作|叫作|冠以)|号称|自称|人称|外号|绰号|昵称|素?有着?)(?:是|为)?[^，。；“”]{0,6}“(?P<who>[^“”]{2,16})”"
)
CALLS = ("称", "誉为", "视为", "喻为", "看作", "唤作", "叫作", "冠以", "外号", "绰号")


def set_aside_namesakes(text: str, mentions: list[Mention]) -> None:
    """What a nickname in quotes names is nobody spoken of: 被称为“某国版甲”."""
    if "“" not in text or not holds(text, CALLS):
        return
    for found in CALLED.finditer(text):
        for mention in mentions:
            inside = found.start("who") <= mention.start and mention.end <= found.end("who")
            if inside and mention.end - mention.start < found.end("who") - found.start("who"):
                mention.role = "title"
