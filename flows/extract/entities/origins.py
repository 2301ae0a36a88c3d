"""Who makes the models that an article names: 某某发布的Y, 某某旗下Y, Y由某某开发."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.entities.cast import Cast
from flows.extract.entities.mention import Mention
from flows.extract.entities.wares import AGENCIES, BESIDE_OWN, OWNED
from flows.extract.subject.agents import MADE_BY
from flows.patterns import lazy

MADE = lazy(rf"[^，。；！？\n]{{0,18}}?{alternation('made_verb')}[了的出]?[^，。；！？\n]{{0,18}}")
BY = lazy(r"[”」]?(?:大模型|模型|App|APP|应用|系统|平台)?，?(?:是|系|均|皆|也)?由")
IS = lazy(r"[”」]?(?:大模型|模型)?(?:就)?是(?:由)?")
WHOSE = ("的", "自研", "自主", "研发", "开发", "推出", "打造", "旗下")
"""What stands behind the maker of a model of which is said what it is: X是某某公司的数字人."""
MAKES = lazy(rf"[^，。；！？\n]{{0,12}}?{alternation('made_verb')}")


def note_makers(text: str, mentions: list[Mention], cast: Cast) -> None:
    """Keep the makers of the models that the passage names, by what it says of firm and model."""
    for index, model in enumerate(mentions):
        if model.kind == "model" and model.ids[0] not in cast.makers:
            for firm in (*reversed(mentions[:index]), *mentions[index + 1 : index + 2]):
                if firm.kind == "firm" and firm.level not in AGENCIES and makes(firm, model, text):
                    first = foremost(firm, mentions, text)
                    cast.makers[model.ids[0]] = (first.ids[0], first.names[0])
                    break
    for found in MADE_BY.finditer(text) if "由" in text else ():
        told = [m for m in mentions if m.kind == "model" and m.end <= found.start()]
        by = [m for m in mentions if found.start("who") <= m.start < found.end("who") and m.kind == "firm"]
        if told and by:
            cast.makers.setdefault(told[-1].ids[0], (by[0].ids[0], by[0].names[0]))


JOINED = lazy(r"(?:[（(][^（）()]{1,24}[）)])?(?:和|与|及|、|同|以及|携手|联合|联手)")
"""Between those who make something together: 由甲（简称“乙”）和丙共同打造."""


def foremost(firm: Mention, mentions: list[Mention], text: str) -> Mention:
    """The first of those who make something together, the firm being one."""
    for before in reversed(mentions):
        if (
            before.kind == "firm"
            and before.end < firm.start
            and JOINED.fullmatch(text, before.end, firm.start)
        ):
            firm = before
    return firm


def makes(firm: Mention, model: Mention, text: str) -> bool:
    """Does the text say that the firm makes the model?"""
    if firm.end <= model.start:
        gap = text[firm.end : model.start]
        if BESIDE_OWN.match(gap):
            return False
        return len(gap) <= 40 and (OWNED.fullmatch(gap) or MADE.fullmatch(gap)) is not None
    if IS.fullmatch(text, model.end, firm.start) and text.startswith(WHOSE, firm.end):
        return True
    by = BY.fullmatch(text, model.end, firm.start)
    return by is not None and MAKES.match(text, firm.end) is not None
