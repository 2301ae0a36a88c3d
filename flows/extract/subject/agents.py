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


def set_aside_agents(text: str, mentions: list[Mention]) -> None:
    """Those between 该模型由 and what they do with it are not whom the text speaks of."""
    if "由" not in text:
        return
    for found in MADE_BY.finditer(text):
        for mention in mentions:
            if found.start("who") <= mention.start < found.end("who") and mention.role == "subject":
                mention.role = "maker"
