"""Names side by side or in a list, which are one subject together (广州佛山, 北京、上海, 甲的A和乙的B)."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.entities.mention import FIRM_KINDS, Mention
from flows.extract.levels import LARGE
from flows.extract.reference import regions
from flows.patterns import lazy

JOIN = lazy(r"^(?:、|\+|＋|—|–|和|及|与|以及|，|,|等|等地|两地|三地|[（(][^）)]{0,8}[）)])*$")
OF_FIRM = frozenset(("", "的", " ", "旗下", "旗下的"))
"""Between a firm and its product that are one member of a list."""


def product_runs(mentions: list[Mention], text: str) -> list[list[Mention]]:
    """Lists of which some members are products, behind their firms or beside firms: 甲的A、乙的B和丙."""
    grouped: list[list[Mention]] = []
    folded, firm = False, None
    for mention in mentions:
        led = firm is not None and mention.kind == "model" and text[firm.end : mention.start] in OF_FIRM
        if led and firm is not None:
            grouped[-1][-1], folded = mention, True
        elif grouped and mention.kind in FIRM_KINDS and JOIN.match(between(grouped[-1][-1], mention, text)):
            folded = folded or grouped[-1][-1].kind != mention.kind
            grouped[-1].append(mention)
        else:
            grouped.append([mention])
        firm = mention if mention.kind == "firm" else None
    return [run for run in grouped if run[0].kind in FIRM_KINDS] if folded else []


def runs(mentions: list[Mention], text: str) -> list[list[Mention]]:
    """Mentions of one kind joined by 、 and 和, or places side by side (广州佛山): lists of subjects."""
    grouped: list[list[Mention]] = []
    for mention in mentions:
        last = grouped[-1][-1] if grouped else None
        if (
            last
            and last.kind == mention.kind
            and (last.end < mention.start or are_side_by_side(last, mention))
            and JOIN.match(between(last, mention, text))
            and "，" not in text[last.end : mention.start][-1:]
        ):
            grouped[-1].append(mention)
        else:
            grouped.append([mention])
    return grouped


WHAT_IT_IS = lazy(rf"(?:AI|智能|语音)?{alternation('ware_noun')}(?=[、和与及（，])")
"""Behind a product's name, what it is: Kimi智能助手、豆包App."""


def between(first: Mention, second: Mention, text: str) -> str:
    """What stands between two names, without what says that the first is a product's."""
    told = WHAT_IT_IS.match(text, first.end, second.start) if first.kind == "model" else None
    return text[told.end() if told else first.end : second.start]


def are_side_by_side(first: Mention, second: Mention) -> bool:
    """Do two cities or two provinces stand next to each other (广州佛山)?"""
    if first.end != second.start or first.kind != "region" or first.ids[0] not in regions():
        return False
    level = regions()[first.ids[0]].level
    return level in LARGE and second.ids[0] in regions() and regions()[second.ids[0]].level == level
