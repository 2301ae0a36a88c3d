"""Who makes a product that the text points at (该模型由甲与乙联合打造，训练数据…): what follows is of the
product.
"""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.entities.mention import Mention
from flows.patterns import lazy

MADE_BY = lazy(
    rf"(?:(?:该|此|这[一个款套]|本)(?:新款?)?{alternation('that_product')}|(?<=[，。；\n])它)(?:就)?[是系]?由"
    rf"(?P<who>[^。；0-9]{{2,40}}?)(?:{alternation('made_verb')})"
)


BUILT_BY = lazy(
    r"(?:(?:园区?|项目|基地|中心|小镇|工程|工厂|社区|片区|枢纽|集群|大厦|广场)(?:[一二三]期)?(?:将|拟|计划|主要)?[是系]?|，)由"
    r"(?P<who>[^，。；0-9]{2,30}?)(?:负责|投资|出资|承建|建设|运营|开发|打造|牵头|统筹|主导|实施)"
)
"""Who builds or runs what is told of: 产业园由甲公司负责建设运营."""


def set_aside_agents(text: str, mentions: list[Mention]) -> None:
    """Those between 该模型由 and what they do with it are not whom the text speaks of."""
    if "由" not in text:
        return
    for said, role in ((MADE_BY, "maker"), (BUILT_BY, "partner")):
        for found in said.finditer(text):
            for mention in mentions:
                if found.start("who") <= mention.start < found.end("who") and mention.role == "subject":
                    mention.role = role
