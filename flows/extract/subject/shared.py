"""A value that several share: one claim each, or the total over all."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.subject.subjects import EACH, Subject
from flows.patterns import lazy

TOTAL = lazy(alternation("in_all"))


TOTALS = lazy(r"总[数量额]")
"""Nouns with a total in them, which a list may still have each for itself (两省总量均破千万)."""


COUNTED_MEMBERS = lazy(r"[二两三四五六七八九十\d](?:个?省市?|市|地|城|省份|城市|国|区|县)")


SHARED_PLACE = lazy(
    r"以#[^，。；]{0,16}(?:位居|位列|并列|同列|同居|排名|居)|(?:位居|位列|并列|同列|排名)[^，。；]{0,6}#"
)
"""With a rank of all (北京、深圳以1027家位居第一) each has the value and the rank."""


IN_TURN = lazy(
    r"双双|(?:先后|陆续|相继|纷纷|接连)(?:也|又|都|对外|正式|成功|已|还)*"
    r"(?:宣布|官宣|披露|公布|公告|完成|获|拿|斩获|签|收|敲定|突破|跨[过入越]|迈[过入]|站上|超过?|达到?|跌破|交付|实现|启动|发行|募)"
)
"""What several firms have done one after the other, each with its own amount (甲、乙先后完成10亿元融资)."""


def is_rank_of_each(told: str) -> bool:
    """Is a rank each one's own (甲、乙同居首位), not that of all together (甲、乙两市合计居首位)?"""
    return TOTAL.search(TOTALS.sub("", told)) is None


def split_each(subject: Subject, context: str, approximate: bool, each: bool = False) -> list[Subject]:
    """One subject for each region where the text gives each its own value, else the total over all."""
    if len(subject.regions) < 2 and len(subject.firms) < 2 and len(subject.models) < 2:
        return [subject]
    own = each or EACH.search(context) is not None or IN_TURN.search(context) is not None
    if len(subject.models) > 1 and own:
        return [Subject(model=pair, rule=f"{subject.rule}, each") for pair in subject.models]
    if len(subject.firms) > 1 and own:
        return [
            Subject(subject.regions, pair, subject.model, f"{subject.rule}, each") for pair in subject.firms
        ]
    own = EACH.search(context) is not None
    if len(subject.regions) < 2 or TOTAL.search(TOTALS.sub("", context) if own else context):
        return [subject]
    if not own and IN_TURN.search(context) is None and COUNTED_MEMBERS.search(context):
        return [subject]  # 甲、乙、丙三省占比超过五成, 甲乙两市生产总值突破4万亿元
    each = each or own or SHARED_PLACE.search(context) is not None
    if each or approximate and subject.rule in {"segment", "directly before"}:
        return [
            Subject((pair,), subject.firm, subject.model, f"{subject.rule}, each") for pair in subject.regions
        ]
    return [subject]
