"""Whether a sentence goes on with others than the ones that have been dated: a firm, a place of a list."""

from __future__ import annotations

from flows.extract.discourse import Discourse
from flows.extract.entities.mention import FIRM_KINDS
from flows.extract.period.goals import PARTS, TO_NOW
from flows.extract.spot import Spot
from flows.patterns import lazy

THEIRS = lazy(r"其(?!中)|该[市县区省州院校企公港集]|当地|全[市县区省州]")
"""How a clause opens that tells what a place of a list has (苏州排名第六，其企业2300家)."""
OTHER_SURVEY = lazy(r"测评|评测|抽样|抽查|受访|问卷")
"""What a sentence says that tells of something else than what was counted to a day."""


def names_anew(spot: Spot, discourse: Discourse) -> bool:
    """Does the sentence go on with a firm, behind what a place has (全国备案346款。某公司的应用上线20天…)?"""
    if discourse.subject.firm or discourse.subject.model or spot.to_number.lstrip().startswith(PARTS):
        return False
    named = spot.scene.eligible(spot.sentence.start, spot.number.start)
    return bool(named) and named[0].kind in FIRM_KINDS


def is_of_other_firm(spot: Spot, discourse: Discourse) -> bool:
    """Does the sentence tell what a firm has done by now, of which the claim before has not told
    (全年融资72起。某公司成立8年，累计融资9轮)?
    """
    if TO_NOW.search(spot.text, spot.clause_start, spot.number.start) is None:
        return False
    told = discourse.subject.firm[0] if discourse.subject.firm else ""
    named = spot.scene.eligible(spot.sentence.start, spot.number.start)
    return any(one.kind == "firm" and one.ids[0] != told for one in named)
