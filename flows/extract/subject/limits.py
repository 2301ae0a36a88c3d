"""Places and firms that say to whom a grant goes (对在甲市投资的企业，按…%奖励), not who grants it."""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.extract.subject.modifiers import opens
from flows.patterns import holds, lazy

TO_WHOM = lazy(
    r"(?:^|[，。；：\n])(?P<who>(?:对|凡|在|符合|满足)[^。；：\n]{4,120}?|[^，。；：\n]{3,60}?)的[^，。；：、的\n]{0,14}，"
    r"(?=[^。；\n]{0,50}?[0-9一二三四五六七八九十百千万])"
)
"""A clause that says which ones get what the next clause tells: 在甲市设厂的企业，…."""
GRANT = lazy(
    r"(?:奖励|奖补|补助|补贴|资助|给予|予以|贴息|安家费|津贴|扶持|兑现|发放|返还|减免)[^。；\n]{0,24}?[0-9一二三四五六七八九十百]"
    r"|(?:每[^，。；\n]{0,6}|另加|再加|最高|封顶|上限|一次性)[^，。；\n]{0,10}[0-9]"
    r"|按照?[^。；\n]{0,40}?[0-9.]+%[^。；\n]{0,20}?[奖补贴助支给]"
)
GRANTS = ("奖", "补", "资助", "给予", "予以", "贴", "费", "减免", "支持", "另加")
REACH = 60


def set_aside_limits(text: str, mentions: list[Mention]) -> None:
    """Whom a grant is limited to steps back; a place that opens the clause may be who grants."""
    if not holds(text, GRANTS):
        return
    for found in TO_WHOM.finditer(text):
        if not GRANT.search(text, found.end(), found.end() + REACH):
            continue
        for mention in mentions:
            if found.start("who") <= mention.start < found.end("who") and mention.kind != "self":
                if mention.role == "subject" and not opens(text, mention):
                    mention.role = "limit"
