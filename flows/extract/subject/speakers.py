"""Analysts, whose firms only say how things stand with others: 某银行分析师, 某行将甲的目标价上调."""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.patterns import lazy

ANALYST = lazy(
    r"(?:[^，。；、0-9]{0,10}?(?:分析师|分析员|经济学家|策略师|研究总监|研究主管|基金经理|研究团队|研报|研究报告|投研)"
    r"|[：:]?(?:已?将|把|上调|下调|维持|给予|重申|首予|调高|调升|调降|调低)[^，。；]{1,24}?"
    r"(?:目标价|评级|盈利预测|每股收益预测|(?:归母)?(?:净?利润?|营收|收入|盈利|EPS|销量)(?:的)?(?:预测|预期)))"
)
BROKERS = frozenset({"firm", "bank", "fund"})


def is_analyst(firm: Mention, after: str) -> bool:
    """Does the firm, or one of its analysts, speak of others?"""
    if firm.kind != "firm" or firm.level not in BROKERS:
        return False
    return ANALYST.match(after) is not None
