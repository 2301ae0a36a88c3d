"""Whose the income is that a number tells: what a firm has sold, or what an industry or a place brings."""

from __future__ import annotations

from collections.abc import Sequence

from flows.extract.discourse import NAMED_BESIDE
from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.reference import regions
from flows.extract.spot import Spot
from flows.extract.subject.seats import is_place
from flows.extract.subject.subjects import Subject
from flows.patterns import lazy

OF_PLACES = NAMED_BESIDE | {"the place's own word", "subject of the claim before", "opens an earlier clause"}
"""Rules by which a text itself names the place that it speaks of."""


def is_sold(noun: str, spot: Spot) -> bool:
    """Is the output of a firm what it has sold, and no output that it brings an industry?"""
    if "产业" in noun or OF_ALL_ABOVE.search(noun) or noun.endswith(("业规模", "产能")):
        return False
    return not ("产值" in noun and BROUGHT.search(spot.window.clause))


OF_ALL_ABOVE = lazy(r"规上|规模以上|工业总产值|农业总产值|农林牧渔业")
"""What is counted of all firms or farms of a place, whoever is told of beside it."""


def is_of_industry(measured: Measured, subject: Subject, spot: Spot, told: Sequence[Topic]) -> bool:
    """Is the revenue that of a place, an industry or all firms of a place (云计算产业投资3亿元，实现营收
    9亿元), or a part of the industry's that was `told`?
    """
    head = spot.text[spot.sentence.start : spot.number.start]
    if (subject.rule in OF_PLACES or is_park(subject)) and is_place(subject):
        return UNNAMED_FIRM.search(head) is None
    if subject.firm or subject.model:
        return False
    if SECTOR_INCOME.search(measured.noun):
        return True
    clause = spot.window.clause
    part = any(topic.metric == "industry_output" and topic.noun.endswith("收入") for topic in told)
    if OF_ALL_FIRMS.match(clause) or part and not OF_FIRM.search(clause):
        return True
    return measured.noun in EARNED and EARNS.search(head) is not None


def is_park(subject: Subject) -> bool:
    """Is the subject a zone or a park, which sells nothing itself?"""
    place = regions().get(subject.regions[0][0]) if len(subject.regions) == 1 else None
    return subject.firm is not None or place is not None and place.level == "zone"


SECTOR_INCOME = lazy(
    r"(?:(?:服务|软件|制造|技术|通信|电信|互联网|旅游|物流|文化|数字|电子|装备|机器人|智能|游戏|零售|餐饮)(?:产|行)?业|规模以上[^，。；]{0,12}企业)"
    r"(?:总|完成|实现|业务|营业|主营业务)*(?:营收|收入)(?:增[速幅]|总额)?$"
)
"""The income of a sector by its name: 软件和信息技术服务业收入."""
OF_FIRM = lazy(r"公司|集团|我们|本行|该行|旗下|股份")
OF_ALL_FIRMS = lazy(r"[，；]?(?:全[省市区县])?(?:规上)?企业(?:年|总)*(?:营收|收入|营业收入)")
EARNED = frozenset({"营收", "营业收入", "收入", "总营收", "主营业务收入"})
EARNS = lazy(
    r"(?:产业|行业|产业集群|产业园|园区|制造业|服务业|软件业|(?<!务)工业)(?:增加值|产值|企业)?(?:已|共|全年|累计|去年)*"
    r"(?:完成|实现|集聚|拥有|汇聚|投资|吸引|同比|比上年|增长)[^。]{0,60}$"
    r"|(?<![企就从作毕失事创物])业，其?(?:营收|营业收入|收入)[^，。；]{0,8}$"
)
UNNAMED_FIRM = lazy(r"(?:这|那|一|两)家[^，。；]{0,6}(?:企业|公司|工厂)|该(?:企业|公司|厂)|[小该]店")
"""A firm without a name of its own: 去年，这家企业出货12万台，收入突破6亿元."""
BROUGHT = lazy(r"产业|集群|达产|投产|带动|缔造|衍生|创造|新增|撬动|拉动|项目|计划")
"""What brings an industry its output: 达产后年新增产值500亿元."""
