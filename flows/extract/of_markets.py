"""Articles of a market: reports and news that tell of many firms and are about none of them."""

from __future__ import annotations

from flows.extract.depth import Part
from flows.extract.entities.mention import Mention
from flows.extract.levels import LANDS
from flows.extract.subject.subjects import Subject
from flows.memo import tally
from flows.patterns import lazy

LONG_LINE = 40
"""Code points of a passage that is more than a line, at least."""
MARKET = lazy(r"[^，。；、0-9]{0,14}(?:市场|行业|赛道|产业|领域)")
REPORT = lazy(r"报告|数据|统计|监测|盘点|调研|榜单|白皮书|指数")
SEVERAL = 3
"""Firms and models of which a report on a market tells, at least."""


def is_of_market(parts: list[Part]) -> bool:
    """Does the article open with a report on a market of the land, and tell of several firms or models?"""
    lead = next((part for part in parts if part[0].role == "body"), None)
    if lead is None or not REPORT.search(lead[1]):
        return False
    named = {m.ids[0] for part in parts for m in part[2] if m.kind == "model" or m.level == "firm"}
    lands = [m for m in lead[2] if m.level in LANDS and MARKET.match(lead[1], m.end)]
    return bool(lands) and len(named) >= SEVERAL and not any(is_lead(m) for m in lead[2])


QUOTED = 5
"""Passages of the body among which an article of a market quotes what a research house reckons of it."""


def quotes_market(parts: list[Part], firm: Subject) -> bool:
    """Does one of the first passages quote figures of a market of the land, and speak of no firm, in an
    article that names no firm in its headline and none in most of its passages?
    """
    body = [part for part in parts if part[0].role == "body" and len(part[1]) > LONG_LINE]
    if firm.firm or not any(is_of_figures(part) for part in body[:QUOTED]):
        return False
    spoken = tally(one for part in body for one in {m.ids[0] for m in part[2] if is_lead(m)})
    return 2 * max(spoken.values(), default=0) <= len(body)


def is_of_figures(part: Part) -> bool:
    """Does the passage quote a research house on a market of the land with figures, and speak of no firm from
    there on?
    """
    _, text, mentions, _ = part
    houses = [m.start for m in mentions if m.role == "source"]
    lands = [m for m in mentions if m.level in LANDS and m.role == "subject" and SIZED.match(text, m.end)]
    if not houses or not lands:
        return False
    start = text.rfind("。", 0, lands[0].start)
    return not any(is_lead(m) and m.start > start for m in mentions) and houses[0] < lands[0].start


SIZED = lazy(
    r"[^，。；、0-9]{0,14}(?:市场|行业|赛道|产业|领域|出货量?|销量|零售[额量])[^，。；0-9]{0,12}[0-9]"
)
"""Behind the land whose market has the figure that follows."""


def is_lead(mention: Mention) -> bool:
    """Is it a firm that is spoken of?"""
    return mention.kind == "firm" and mention.level == "firm" and mention.role == "subject"
