"""What a policy gives to those who meet its terms: the year of the terms does not date it."""

from __future__ import annotations

from flows.extract.modality_words import is_past
from flows.extract.spot import Spot
from flows.patterns import holds, lazy

WORDS = ("给予", "予以", "奖励", "最高")
AWARD = lazy(r"(?:给予|予以|奖励|奖补|补助|补贴|资助|支持|最高|按)[^，。；]{0,28}$")
AWARDED = lazy(r"[^，。；]{0,28}(?:给予|予以|奖励|奖补|补助|补贴|资助|支持(?!名额|的?项目)|一次性)")


def is_award(spot: Spot) -> bool:
    """Is the number what is given to those who meet terms (上一年度营收超5000万元的，给予100万元奖励;
    对获奖者分别奖励20万元、10万元)?
    """
    clause = spot.text[spot.clause_start : spot.number.start]
    if not holds(clause, WORDS) or is_past(clause):
        return False
    if any(spot.clause_start <= time.start < spot.number.start for time in spot.sentence.times):
        return False
    given = clause.startswith("对") or AWARDED.match(spot.text, spot.number.end) is not None
    return given and AWARD.search(clause) is not None
