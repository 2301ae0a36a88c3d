"""国内 where another country speaks of itself: 韩国计划…，国内自给率超过60%."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.entities.mention import Mention
from flows.extract.reference import ancestors, regions
from flows.extract.subject.homes import is_chinese
from flows.patterns import lazy

OWN_WORDS = frozenset({"国内", "全国"})
ACTS = lazy(
    r"(?:政府|内阁|当局)?(?:近日|日前|还|也|正|将|于|在[^，。；]{2,10}|[0-9年月日]{2,11}){0,2}"
    r"(?:推出|计划|宣布|提出|拟|力争|实施|出台|启动|制定|公布|推行|批准|发布|通过|希望|打算|承诺)"
)
"""What a country that a sentence begins with does as a state."""
OF_ITSELF = lazy(
    r"(?!、|和|与|及|对华|是我国)(?:(?!对华|[自从向]华|对中国|需求|订单|关税|制裁|疫情|影响|加征|限制|禁令|禁运|冲突)[^，。；！？]){2,60}"
    r"(?:全国|(?<![后时下])(?<!以来)，(?!我国|中国))"
)
"""What is told of a country itself, in the first clause of its sentence: 爱尔兰的数据中心用掉全国…."""
ENDS = frozenset("。！？\n")
STOPS = frozenset({"", *ENDS})


def land_of(mention: Mention) -> Mention | None:
    """The country that opens a sentence with its name or with that of a place in it, as a mention."""
    if mention.kind != "region" or len(mention.ids) != 1 or is_chinese(mention.ids[0]):
        return None
    if mention.level == "country":
        return mention
    for one in ancestors(mention.ids[0]) if mention.ids[0] in regions() else ():
        land = regions()[one]
        if land.level == "country":
            return replace(mention, ids=(one,), names=(land.short_name,), level="country")
    return None


def set_abroad(text: str, mentions: list[Mention]) -> None:
    """Let 国内 behind a country that acts, and 全国 behind what is told of one, be that country's own, up to
    the sentence's end.
    """
    if not any(mention.surface in OWN_WORDS for mention in mentions):
        return
    acting: Mention | None = None
    acts = False
    for mention in mentions:
        if acting and not ENDS.isdisjoint(text[acting.end : mention.start]):
            acting = None
        opens = text[mention.start - 1 : mention.start] in STOPS
        land = land_of(mention) if opens else None
        if land:
            acts = mention.level == "country" and ACTS.match(text, mention.end) is not None
            acting = land if acts or OF_ITSELF.match(text, mention.end) else None
        elif acting and (mention.surface == "全国" or acts and mention.surface in OWN_WORDS):
            mention.ids, mention.names, mention.level = acting.ids, acting.names, acting.level
        elif acting and mention.kind == "region" and is_chinese(mention.ids[0]):
            acting = None
