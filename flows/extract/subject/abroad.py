"""国内 where another country speaks of itself: 韩国计划…，国内自给率超过60%."""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.patterns import lazy

OWN_WORDS = frozenset({"国内", "全国"})
ACTS = lazy(
    r"(?:政府|内阁|当局)?(?:近日|日前|还|也|正|将|于|在[^，。；]{2,10}|[0-9年月日]{2,11}){0,2}"
    r"(?:推出|计划|宣布|提出|拟|力争|实施|出台|启动|制定|公布|推行|批准|发布|通过|希望|打算|承诺)"
)
"""What a country that a sentence begins with does as a state."""
ENDS = frozenset("。！？\n")
STOPS = frozenset({"", *ENDS})


def set_abroad(text: str, mentions: list[Mention]) -> None:
    """Let 国内 behind a country that acts be that country's own, up to the sentence's end."""
    if not any(mention.surface in OWN_WORDS for mention in mentions):
        return
    acting: Mention | None = None
    for mention in mentions:
        if acting and not ENDS.isdisjoint(text[acting.end : mention.start]):
            acting = None
        if mention.level == "country" and text[mention.start - 1 : mention.start] in STOPS:
            acting = mention if ACTS.match(text, mention.end) else None
        elif acting and mention.surface in OWN_WORDS:
            mention.ids, mention.names, mention.level = acting.ids, acting.names, acting.level
