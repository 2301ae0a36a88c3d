"""Whether a claim counts what a figure of a statistic counts, or a part of it."""

from __future__ import annotations

from flows.extract.claim import Claim
from flows.extract.metric.metrics import COUNTS, FIRMS, OTHER, metric_natures, unit_kind
from flows.extract.period.parts import is_of, is_peer

EDITION = "period: edition"
BESIDE = frozenset({"share", "rank", "change", "growth"})
"""Measures that say more of what has been counted."""
VALUED = ("估值", "价值", "市值")
"""What lists of firms are ordered by, of each firm as of all."""
LISTED = "firm_listed_count"
"""How many of the firms of a list there are somewhere."""
FEW = 20
"""How many things are too few to be known again by their number."""
ANY_THING = frozenset({None, "", "个", "项", "种", "次", "位", "名"})
"""Classifiers that tell nothing of what is counted."""
RECENT = 3
"""Passages with claims behind a figure of the statistic within which its metric alone is evidence."""


def is_alike(claim: Claim, figure: Claim, opens: bool, behind: int) -> bool:
    """Is the claim of what the figure counts, or of a part of it?"""
    peers = behind <= 1 and claim.metric == figure.metric and is_peer(claim, figure)
    if not (is_of(claim, figure) or peers or opens and EDITION in figure.rule):
        return False
    part = opens and behind <= 1 and figure.measure == "share" and related(claim.noun, figure.noun)
    if part and claim.measure == "value":
        return True  # 国产模型的单月调用量占比过半。分模型看，某模型调用量5万亿
    if claim.measure in {"value", "change"} and unit_kind(claim.unit) != unit_kind(figure.unit):
        return False
    if claim.value == figure.value > FEW and claim.number.written_unit == figure.number.written_unit:
        return claim.measure == figure.measure  # 截至6月底，备案520个。…备案总量为520个
    same = related(claim.noun, figure.noun)
    if claim.metric == LISTED and figure.metric in FIRMS and not claim.firm:
        return True  # 全球独角兽1200家。…从行业看，上榜企业中金融科技160家
    if claim.firm and claim.firm != figure.firm:
        same_thing = figure.metric != OTHER or claim.unit in {figure.unit, "rank"}
        coded = opens and claim.metric == figure.metric and same_thing  # 分申请人看，甲公司（207份）、乙公司
        named = same and (coded or figure.noun in claim.noun or claim.noun.endswith(VALUED))
        return named and (claim.unit == figure.unit or claim.measure in BESIDE)
    if claim.unit == figure.unit == "percent" and behind <= 1 and figure.noun[-2:] in claim.noun:
        return bool(figure.noun)  # 调查显示，64%的企业…。大型企业的应用率为82%
    both = {claim.metric, figure.metric}
    if same and (len(both) == 1 or OTHER in both or both <= FIRMS):
        alike = claim.number.written_unit == figure.number.written_unit
        return alike or claim.measure in BESIDE or figure.noun in claim.noun or claim.noun in figure.noun
    if claim.metric == figure.metric != OTHER and behind <= RECENT and (opens or claim.measure != "share"):
        return figure.period_start is not None or metric_natures().get(claim.metric) != "flow"
    classed = claim.number.written_unit == figure.number.written_unit not in ANY_THING
    if claim.metric != OTHER or behind > RECENT:
        return False
    if claim.measure != "value":
        return opens and behind <= 1 and claim.unit == figure.unit == "percent"
    placed = behind < RECENT and bool(claim.regions) and claim.regions != figure.regions
    classed = classed and (unit_kind(claim.unit) in COUNTS or opens)  # 高速公路320公里; 成都新建绿道500公里
    return classed and (not claim.noun or opens or placed) or not claim.noun and claim.unit == figure.unit


def related(noun: str, other: str) -> bool:
    """Do two nouns name one thing, or one a kind or part of the other?"""
    if not noun or not other:
        return False
    if noun in other or other in noun or noun[-2:] == other[-2:]:
        return True
    if shortened(noun, other) or shortened(other, noun):
        return True
    return noun.endswith(VALUED) and other.endswith(VALUED)


def shortened(noun: str, other: str) -> bool:
    """Is the noun the other with characters left out (高校 of 高等学校)?"""
    rest = iter(other)
    return len(noun) > 1 and all(mark in rest for mark in noun)
