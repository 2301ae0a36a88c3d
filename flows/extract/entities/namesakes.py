"""Names that are common words too (苹果, 字节, 星火): whether an article means the firm or the model."""

from __future__ import annotations

from collections.abc import Iterable

from flows.extract.cues import alternation
from flows.extract.entities.gazetteer import Hit
from flows.extract.entities.mention import FIRM_KINDS
from flows.extract.entities.surfaces import Sense
from flows.extract.reference import models
from flows.patterns import lazy

TIMES = (
    r"(?:今日|近日|日前|昨日|昨晚|[今去前当同全]年|同期|[上本首]季|[上下]半年|前[一二三四]季度?|第?[一二三四1-4]季度?"
    r"|[12][0-9]{3}年|[0-9]{1,2}月份?|[0-9]{1,2}日)*"
)
TREATED = lazy(
    rf"[”」]?的?{alternation('firm_after')}|[”」]?的?{TIMES}(?:{alternation('firm_agent')}|{alternation('firm_alone')}|(?:公布|发布|披露)[^，。；]{{0,8}}(?:报|业绩))"
)
"""What follows a firm: 某某今日公布一季报, 某某去年净利润."""
CALLED = lazy(rf"{alternation('firm_before')}[“「]?$")
OF_MODEL = lazy(rf"[”」]?\s?{alternation('model_after')}")
JOINED = lazy(r"[”」]?(?:[（(][^（()）]{1,14}[）)])?(?:、|和|与|及|以及|/)[“「]?")


def meant(texts: Iterable[str], hits: Iterable[list[Hit]]) -> frozenset[str]:
    """The ids of the firms and models that some doubtful surface of the article means: the article names them
    otherwise too, treats them as firms or models, or lists them with others.
    """
    sure: set[str] = set()
    for text, found in zip(texts, hits, strict=True):
        for index, hit in enumerate(found):
            sense = hit[2][0] if hit[2][0].kind != "region" else hit[2][-1]
            if sense.kind not in FIRM_KINDS:
                continue
            if not sense.doubtful or is_treated(text, hit, sense) or is_listed(text, found, index):
                sure.add(sense.ids[0])
            elif is_valued(text, found, index):
                sure.add(sense.ids[0])
    for text, found in zip(texts, hits, strict=True):
        for start, end, senses in found:
            quoted = text[end : end + 1] in CLOSING and text[start - 1 : start] in OPENING
            if quoted and made_by(senses[-1], sure):
                sure.add(senses[-1].ids[0])
    return frozenset(sure)


OPENING, CLOSING = frozenset("“「"), frozenset("”」")


def made_by(sense: Sense, named: set[str]) -> bool:
    """Is the sense a model whose maker is among the ids (元宝 in quotes, in an article that names 腾讯)?"""
    model = models().get(sense.ids[0]) if sense.kind == "model" else None
    return model is not None and model.firm_id in named


def is_treated(text: str, hit: Hit, sense: Sense) -> bool:
    """Do the words around the hit treat it as a firm, or as a model?"""
    start, end, _ = hit
    if sense.kind == "model":
        return OF_MODEL.match(text, end) is not None
    return is_firms(text, start, end)


def is_firms(text: str, start: int, end: int) -> bool:
    """Do the words around a name treat it as a firm's?"""
    return bool(TREATED.match(text, end) or CALLED.search(text, max(0, start - 6), start))


def is_listed(text: str, found: list[Hit], index: int) -> bool:
    """Is the hit joined by 、 or 和 to a firm or a model that is no common word?"""
    start, end, _ = found[index]
    for other in (index - 1, index + 1):
        if 0 <= other < len(found):
            first, last, senses = found[other]
            between = text[last:start] if other < index else text[end:first]
            if senses[0].kind in FIRM_KINDS and not senses[0].doubtful and JOINED.fullmatch(between):
                return True
    return False


VALUED = lazy(
    r"(?:以|约|近|超过?|达到?|为)?[0-9][0-9.,]*(?:万亿|千亿|百亿|亿|兆)(?:美元|元|港元|美金|新台币)"
)
OPENS = frozenset(("", *"，。；、"))


def is_valued(text: str, found: list[Hit], index: int) -> bool:
    """Does the hit open a clause with an amount directly behind it, a firm being named before it
    (甲市值3.7兆美元；苹果3.1兆美元)?
    """
    start, end, senses = found[index]
    if senses[0].kind != "firm" or text[start - 1 : start] not in OPENS or not VALUED.match(text, end):
        return False
    return any(one[0].kind == "firm" and not one[0].doubtful for _, _, one in found[:index])


def is_model(text: str, end: int) -> bool:
    """Does what follows a name that a maker and its model share speak of the model?"""
    return OF_MODEL.match(text, end) is not None
