"""The part that a model plays behind its maker's name, and chips of which something is told."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.entities.mention import Mention
from flows.extract.subject.firm_roles import firm_role
from flows.extract.subject.runs import OF_FIRM
from flows.patterns import lazy

CHIP_ITSELF = lazy(
    r"(?:芯片|加速卡|处理器|GPU|显卡|系列)?(?:的|(?:FP|BF|INT|TF)[0-9]{1,2}|单卡|单芯片|峰值|总|平均|在)*"
    r"[^，。；0-9]{0,8}?"
    r"(?:算力|功耗|性能|显存|内存|带宽|售价|单价|价格|出货|制程|能效|晶体管|主频|频率|良率)"
)
"""What follows a chip of which something is told; else it is what others use."""
RELEASED = lazy(rf"{alternation('chip_released')}了?[^，。；0-9]{{0,8}}$")
"""Before a chip that is told of because it comes out: 推出芯片某某."""


def is_told_of(before: str, after: str) -> bool:
    """Is something told of the chip between these?"""
    return CHIP_ITSELF.match(after) is not None or RELEASED.search(before) is not None



def role_of_pair(text: str, mention: Mention, firm: Mention | None, before: str, after: str) -> str:
    """The role of a firm or a model; `firm` may stand directly before its model, and then shares its role
    (价格仅为甲的某某-Long的8%).
    """
    if firm is None or (firm.kind, mention.kind) != ("firm", "model"):
        return firm_role(mention, before, after)
    if text[firm.end : mention.start] not in OF_FIRM:
        return firm_role(mention, before, after)
    role = firm_role(mention, text[max(0, firm.start - 10) : firm.start] or before, after)
    if role == "comparand" and firm.role == "subject":
        firm.role = role
    return role
