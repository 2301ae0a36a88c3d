"""Groups that a text goes on to call by their name without 集团: 浙江交投 of 浙江交投集团."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract.entities.coined import is_made_up
from flows.extract.entities.gazetteer import Hit
from flows.patterns import lazy

OWN_PART = lazy(r"([省市]?)([\u4e00-\u9fff]{2,4}?)集团(?!军|化|内|外|旗下|各)")
"""What stands between a place and 集团."""
OF_FIRM = lazy(
    r"旗下|党委|董事|总经理|副总|总工|有关负责人|相关负责人|负责人|与|携手|联合|(?:累计|已|共|计划)?(?:投入|投资)|(?:约|近)?[0-9]+[多余]?[座家个名辆]"
    r"|所属|下属|的?(?:矿井|子公司|员工|职工)|在(?:建|手)"
)
"""What follows a firm where its own part is a word of its own: 山东能源旗下, 山东能源40多座矿井."""


def groups_called(texts: list[str], hits: list[list[Hit]]) -> Iterator[tuple[str, str]]:
    """(name without 集团, name) of each group of a place whose name the texts use alone too."""
    body = "\n".join(texts)
    if "集团" not in body:
        return
    for text, named in zip(texts, hits, strict=True):
        for start, end, senses in named if "集团" in text else ():
            own = OWN_PART.match(text, end) if senses[0].kind == "region" else None
            if own is None:
                continue
            head, name = text[start : own.end(2)], text[start : own.end()]
            if is_used(head, own[2], body.replace(name, "\n")):
                yield head, name


def is_used(head: str, own: str, body: str) -> bool:
    """Does the text have the name alone, and as a firm's where its own part is a word?"""
    at = body.find(head)
    while at >= 0:
        if is_made_up(own) or OF_FIRM.match(body, at + len(head)):
            return True
        at = body.find(head, at + 1)
    return False
