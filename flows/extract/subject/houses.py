"""Houses whose analysts speak of markets and of others: banks, brokers, advisers on investments."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.entities.institutions import RESEARCHING
from flows.extract.entities.mention import Mention
from flows.extract.reference import firms
from flows.patterns import lazy

HOUSE = lazy(alternation("analyst_house") + "(?:股份|有限|$)")
"""How the names of brokers and advisers end: 某某证券, 某某投顾."""
VIEW = lazy(rf"[^，。；！？0-9%“]{{0,36}}?{alternation('analyst_view')}")
"""An opinion or a report that a house gives of others, in the clause that its name opens."""
SAYS = lazy(
    r"[^，。；！？0-9%“]{0,36}?(?:表示|称|说(?!明书)|提到|提及|强调|透露|坦言|直言|补充|预[计期]|料|指)"
)
OWN = lazy(alternation("house_own"))
"""What a bank or a broker tells of itself: 贷款余额, 净利润, 我行."""


STUDIED = lazy(
    r"[^，。；！？0-9%“]{0,16}?(?:统计(?!学|系|专业|局|数据库)|调查|预[测估]|估[计算]|测算|推算|分析(?!系统|平台|仪|师)"
    r"|认为|指出|研究(?:显示|表明|指出|发现)|报告(?:显示|指出|称)|数据(?:显示|表明))"
)
"""What a university or an institute has found out, of others."""
TOOL = lazy(r"的?(?:最新|相关)?[“《「][^”》」]{2,30}[”》」](?:[^，。；0-9]{0,8})?(?:显示|指出|表明)")
"""Behind whose index or tool shows something: 某大学的“活力指数”显示."""


STUDY = lazy(
    r"[^，。；！？0-9%《]{0,12}?(?:发布|推出|公布|出品|编制|发表|完成|撰写|编写)了?的?[^，。；《0-9]{0,10}《"
    r"(?![^》]{0,30}(?:年度报告|中期报告|季度报告|财务报告|社会责任|可持续|ESG|治理报告|年报))"
    r"[^》]{0,40}?(?:报告|白皮书|蓝皮书|绿皮书|浅析|洞察|图谱|调查|观察|盘点|趋势|榜单?|排行|指数|名录|年鉴)[^》]{0,6}》"
)
"""A study that a firm brings out, of others: 某某招聘发布《人才浅析》."""


def set_aside_houses(text: str, mentions: list[Mention]) -> None:
    """Whose analysts think or forecast something (某银行研究部认为) is not whom it is of."""
    for mention in mentions:
        if mention.kind == "firm" and mention.role == "subject" and is_source(text, mention):
            mention.role = "source"


def is_source(text: str, mention: Mention) -> bool:
    """Does the name only stand for who has found out, thinks or shows what is told?"""
    if "《" in text and STUDY.match(text, mention.end):
        return True
    if mention.level in RESEARCHING and STUDIED.match(text, mention.end) or TOOL.match(text, mention.end):
        return True
    if not is_house(mention):
        return False
    return VIEW.match(text, mention.end) is not None or speaks_of_others(text, mention.end)


def speaks_of_others(text: str, start: int) -> bool:
    """Does the house speak, in the sentence, of nothing that is its own?"""
    if not SAYS.match(text, start):
        return False
    end = text.find("。", start)
    return OWN.search(text, start, len(text) if end < 0 else end) is None


def is_house(mention: Mention) -> bool:
    """Is it a bank, a broker or an adviser, by what is known of it or by its name?"""
    if mention.level == "bank":
        return True
    known = firms().get(mention.ids[0])
    names = (mention.surface, known.name) if known else (mention.surface,)
    return any(HOUSE.search(name) for name in names)
