"""Accounts by market: 大中华区营收 and 北美销量, in an article about a firm, are the firm's."""

from __future__ import annotations

from flows.extract.outline import Topics
from flows.extract.subject.subjects import Scene, Subject
from flows.patterns import lazy

LANDS = frozenset({"nation", "country", "continent", "group", "world"})
ACCOUNT = lazy(
    r"(?:地区|区域|区|市场|大区|业务|分部|及其他地区)?(?:的|总|净|整体|季度|当季|全年|单季|同期|第[一二三四]季度?|业务)*"
    r"(?:营收|营业收入|收入|销售额|销售净额|净?销售收入|营业利润|经营利润|营运利润|净?利润|毛利|销量|交付量?|出货量|订单|门店)"
    r"(?!分配|水平)"
)
"""What a firm has in a land, directly behind it; a land has none."""


def market_of_firm(scene: Scene, subject: Subject, last: Subject, topics: Topics) -> Subject:
    """The firm that the article is about, where a land only tells in which of its markets it earns."""
    firm = last.firm if last.firm and not last.regions else topics.headline.firm
    if firm is None or not topics.headline.firm or topics.headline.regions or subject.firm or subject.model:
        return subject
    named = scene.eligible(scene.floor, scene.number.start) if subject.regions else []
    if not named or named[-1].level not in LANDS or any(m.kind != "region" for m in named):
        return subject
    if ACCOUNT.match(scene.text, named[-1].end, scene.number.start):
        return Subject(firm=firm, rule="market of the firm")
    return subject
