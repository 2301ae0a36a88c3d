"""Steps from which on more is given: 营业收入首次超过5000万元、1亿元的，分别奖励30万元、50万元."""

from __future__ import annotations

from flows.extract.numbers.quantities import Quantity
from flows.patterns import lazy

AMOUNT = r"[0-9.]+[十百千万亿]*(?:元|美元|家|个|人)?(?:及?以上)?"
TIERS = lazy(
    rf"(?:(?:、|和|及|以及|或)(?:超过?|达到?|突破)?{AMOUNT}){{0,8}}(?:及?以上)?(?:[（(][^（()）]{{0,8}}[）)])?的"
    r"(?:[^，。；、：0-9]{0,16}?(?:企业|单位|机构|项目|平台|公司|主体|团队|个人|园区|产品))?"
    r"(?:，(?:可|将|再|每[家年])*(?:分别|依次|按|给予|给与|奖励|补助|补贴|奖补|资助|一次性|最高|最多))"
)
REACHED = lazy(
    rf"(?:达到?|满|不[低少]于|超过?|突破)(?:{AMOUNT}(?:、|和|及|以及|或)(?:超过?|达到?|突破)?){{0,8}}$"
)
BEHIND = frozenset("的、和及以或（(")


def is_tier(text: str, quantity: Quantity) -> bool:
    """Whether the quantity is one of such steps, with what is to be reached before it."""
    if not are_tiers(text, quantity.end):
        return False
    return REACHED.search(text, max(0, quantity.start - 60), quantity.body) is not None


def are_tiers(text: str, end: int) -> bool:
    """Whether an amount that ends at `end` may be one of such steps, by what stands behind."""
    if text[end : end + 1] not in BEHIND or text.find("的", end, end + 60) < 0:
        return False
    return TIERS.match(text, end) is not None
