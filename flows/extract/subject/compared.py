"""What something is compared with: 高于甲, 与甲相比, 是甲的三倍."""

from __future__ import annotations

from flows.patterns import lazy

COMPARAND = lazy(
    r"(?:比(?:(?:排名)?第[一二两三四五六0-9]+名?的?)?|较(?:(?:排名)?第[一二两三四五六0-9]+名?的?)?|高于|低于|多于|少于|高出|优于|大于|小于|快于|慢于|超过|不及|相较于|对标|落后于?|领先于?|领先|仅次于|次于|超越|赶超|距离?|追赶|媲美|比肩|匹敌|逼近|看齐|不输|击败|打败|战胜|力压|碾压|不敌|紧追|胜过|好于|弱于|强于|劣于|逊于|略逊于|越过|反超|赶上|追平|逊色于|相当于|等于|接近)了?(?:(?:排名|位居|位列)?第[一二两三四五六0-9]+名?的|最[^，。；的]{1,3}的)?\s?$"
)
COMPARAND_ENDS = frozenset(
    "比较于出过及标后先次越超离距赶美肩敌近齐输败胜压追上平了一二两三四五六名的0123456789"
)
"""What COMPARAND ends with, but for blanks: little stands before a place that does."""
MULTIPLE_OF = lazy(
    r"[市省]?(?:（[^（）]{1,16}）)?的(?:约|近|超过?|逾)?(?:[0-9.]+|[一二两三四五六七八九十百千几]+)(?:倍|成|分之|多?倍|/[0-9])"
    r"|[市省]?的(?:一半|一倍|近一半)"
)
OF_WHAT = lazy(
    r"(?:[，,]\s?(?:约|仅|近|只)|倍、|[仅只约]?(?:[为是]|有(?<!所有))|相当于|不[到足及]|不及|超过?|达到?了?|接近)\s?(?:全|整个)?$"
)
ITS_MULTIPLE = lazy(
    rf"\s?[\u4e00-\u9fffA-Z]{{0,12}}?(?:{MULTIPLE_OF.pattern}|\s?的\s?(?:约|近|超过?|逾)?[0-9.]+%(?=[，。；）左以]|$))"
)
WITH = ("与", "同", "跟", "和")
WITH_AFTER = lazy(
    r"[^，。；]{0,10}(?:相比|相较|持平|相当|差距|之间|对比|并列|类似|相似|相仿|不同|一样|相同)"
    r"|等?[^，。；]{0,8}之[后前]|(?:只|仅|还|不过|已)?相?差(?!异|别|价)(?=[了约近不]?[0-9]|不)"
)
PART_THERE = lazy(r"[市省]?(?:的|内|中)?(?:所?占(?![有地据领])|所占|(?:总量|总额)?的?(?:占比|比重|份额))")
"""What a thing has of a whole: 在全国占四成, 在全省的占比."""
BEHIND = lazy(r"(?:等[^，。；：]{0,4})?之后|[^，。；：]{0,6}(?:相比|还有差距)")


def compared(before: str, after: str) -> str | None:
    last = before[-1:]
    if (last in COMPARAND_ENDS or last.isspace()) and COMPARAND.search(before):
        return "comparand"
    if before.endswith(WITH) and WITH_AFTER.match(after):
        return "comparand"
    behind = "之后" in after or "相比" in after or "差距" in after
    return "comparand" if behind and BEHIND.match(after) else None


def is_its_multiple(before: str, after: str) -> bool:
    """Is what is told a multiple or a part of the name's own: 是甲国该领域投资的五分之一?"""
    return "的" in after and OF_WHAT.search(before) is not None and ITS_MULTIPLE.match(after) is not None
