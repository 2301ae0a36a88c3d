"""A place at the head of a line, of which its places are only some: 长三角：上海、南京等11城共154款."""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.patterns import lazy

HEADED = lazy(r"[省市区]?(?:地区|区域|板块|片区|城市群|经济圈|方面)?[：:]")
FEW = lazy(r"[市省]?(?:等|加上|为主|居多|领跑|领衔|占(?:大头|主导))")
JOINTS = frozenset({"、", "和", "与", "及", "加上", "市、", "、以"})
LEADS = ("", "以", "由", "主要是", "有", "包括")


def set_aside_parts(text: str, mentions: list[Mention]) -> None:
    """The places of a list at the head of a line step back behind the one that it is labelled with."""
    label = next((m for m in mentions if m.start == 0), None)
    head = HEADED.match(text, label.end) if label and label.kind == "region" else None
    if label is None or head is None:
        return
    run: list[Mention] = []
    for mention in mentions:
        if mention.start < head.end() or mention.kind != "region" or mention.role != "subject":
            continue
        gap = text[run[-1].end if run else head.end() : mention.start]
        if gap not in (JOINTS if run else LEADS):
            break
        run.append(mention)
    if run and (FEW.match(text, run[-1].end) or "加上" in text[run[0].end : run[-1].start]):
        for mention in run:
            mention.role = "example"
