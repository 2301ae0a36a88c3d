"""Does a name open its clause, as subjects do?"""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.entities.mention import Mention
from flows.extract.sentences import Sentence
from flows.patterns import lazy

BRACKETS = frozenset("（(")
OPENING = lazy(
    r"^(?:[·•●■▪◆►▶*–—-]\s*)?(?:(?:NO\.?|No\.?)?[0-9]{1,3}[.．、)）]\s*)?"
    r"(?:[“「]|但|而|其中|同时|此外|另外|目前|近年来|当前|在|以|从|对于|对|至于|反观|再看"
    r"|于是|今后|未来|例如|比如|如|截至|除|除了|作为|据悉|据了解"
    r"|(?:其次|再次|其后|随后|之后|紧随其后|排名?第[一二三四五])的?(?:则?[是为])|，|、)*$"
)


CODE_AFTER = lazy(r"[（(][0-9A-Z][0-9A-Z.:]{3,12}[）)]")


def in_subject_position(mention: Mention, sentence: Sentence, text: str) -> bool:
    """Does the name open its clause, as subjects do (促成…, 推动X… name objects), or follow a list's mark?
    One in brackets explains the word before them: 苹果（Apple）.
    """
    if text[mention.start - 1 : mention.start] in BRACKETS and text[mention.end : mention.end + 1] in {
        "）",
        ")",
    }:
        return False
    head = text[sentence.clause_start(mention.start) : mention.start]
    if OPENING.match(head) or is_titled(head, text[mention.end : mention.end + 2]):
        return True
    if mention.kind == "model" and QUOTED.fullmatch(head):
        return True
    if head.endswith(("的", "”")) and mention.kind == "firm" and CODE_AFTER.match(text, mention.end):
        return True  # 早一天上市的某公司（02513.HK）涨14.9%
    if head.endswith("的") and text[mention.end : mention.end + 1] in TURNING:
        return True  # 起步最早的甲市却放慢了脚步
    if mention.kind == "firm" and text[mention.end : mention.end + 1] == "，":
        if SEATED.fullmatch(head) or DOING.fullmatch(head):
            return True  # 园区内的某公司，销售额…; 推出新品的某公司，产值…
    if head.endswith("的") and mention.kind == "region" and LED_TO.match(text, mention.end):
        return SENT_TO.search(head) is None  # 一江之隔的甲市，产值…
    return bool(head) and head[-1] in "是为属次数有" and names_next(head)


QUOTED = lazy(r"(?:其中，?)?[^，、与和对把用将]{0,6}[“「]")
"""Before the name of a product that opens its clause with what it is: 智能“某某助手”."""
LED_TO = lazy(r"[市省]?(?:市场)?，")
"""Behind a place that a relative clause leads to, which the next clause speaks of."""
SEATED = lazy(
    r"(?:[^，和与及、]{0,10}[内里中]|(?:位于|来自|坐落[于在]|地处|落户|扎根|总部[设位]?[于在])[^，和与及、]{2,14}|由?[^，]{0,8}孵化)的"
)
"""Before a firm that a relative clause of its place leads to, and of which the next clause speaks."""
DOING = lazy(
    r"(?:(?:加快|加大|持续|不断|率先|积极|主动|成功|刚刚|正在|已经?)?(?:推出|完成|拿下|加大|投产|扩产|转型|布局|研发|深耕|主打|专注|聚焦|从事|生产|拥有|获得|获批))"
    r"[^，的]{0,16}的"
)
"""The same where the clause tells what the firm does."""
SENT_TO = lazy(r"(?:出口|[运销卖发寄送飞驶输])[^，]{0,2}?[到往向至给]|来自")
"""Before the place that goods go to or things come from (运往万里之外的甲国，)."""
TURNING = frozenset("则却也更仍还亦已就")
TITLED = lazy(rf"^(?:[^与和对]{{0,10}}{alternation('firm_before')}|[^与和对的]{{1,8}}[“「])$")


def is_titled(head: str, after: str) -> bool:
    """Does the clause hold nothing but the name behind its title (芯片龙头某某，…; 代理先驱“某某”，…)?"""
    return after.lstrip("”」")[:1] == "，" and TITLED.match(head) is not None


NEXT_NAMED = lazy(
    r"(?:其次|再次|随后|接着|再往下|往后|再往后|再下来)(?:则?是|为)?$"
    r"|(?:后|最为?(?:[多高大快低少强好密]|突出|亮眼|抢眼|活跃|典型|耀眼)|第?[一二三四五六七八九十0-9]{1,3}[位名]?)的?[^，。；的]{0,6}(?:则?是|为|当[属数]|[要还]数|莫过于|属|有)$"
)


def names_next(head: str) -> bool:
    """Does the clause lead to the next name of a ranking: 其次是, 紧随其后的是, 增长最快的是?"""
    return NEXT_NAMED.search(head) is not None
