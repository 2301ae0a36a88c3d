"""Who makes the models that an article names: 某某发布的Y, 某某旗下Y, Y由某某开发."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.entities.cast import Cast
from flows.extract.entities.mention import Mention
from flows.extract.entities.wares import OWNED
from flows.patterns import lazy

MADE = lazy(rf"[^，。；！？\n]{{0,18}}?{alternation('made_verb')}[了的出]?[^，。；！？\n]{{0,18}}")
BY = lazy(r"[”」]?(?:大模型|模型|App|APP|应用|系统|平台)?，?(?:是|系|均|皆|也)?由")
IS = lazy(r"[”」]?(?:大模型|模型)?(?:就)?是(?:由)?")
WHOSE = ("的", "自研", "自主", "研发", "开发", "推出", "打造", "旗下")
"""What stands behind the maker of a model of which is said what it is: X是某某公司的数字人."""
MAKES = lazy(rf"[^，。；！？\n]{{0,12}}?{alternation('made_verb')}")
NO_MAKERS = frozenset({"agency", "media", "association", "index"})


def note_makers(text: str, mentions: list[Mention], cast: Cast) -> None:
    """Keep the makers of the models that the passage names, by what it says of firm and model."""
    for index, model in enumerate(mentions):
        if model.kind == "model" and model.ids[0] not in cast.makers:
            for firm in (*reversed(mentions[:index]), *mentions[index + 1 : index + 2]):
                if firm.kind == "firm" and firm.level not in NO_MAKERS and makes(firm, model, text):
                    cast.makers[model.ids[0]] = (firm.ids[0], firm.names[0])
                    break


def makes(firm: Mention, model: Mention, text: str) -> bool:
    """Does the text say that the firm makes the model?"""
    if firm.end <= model.start:
        gap = text[firm.end : model.start]
        return len(gap) <= 40 and (OWNED.fullmatch(gap) or MADE.fullmatch(gap)) is not None
    if IS.fullmatch(text, model.end, firm.start) and text.startswith(WHOSE, firm.end):
        return True
    by = BY.fullmatch(text, model.end, firm.start)
    return by is not None and MAKES.match(text, firm.end) is not None
