"""Amounts that their noun alone does not name: what is put into research, areas of land and of floors."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.metric.aid import OPEN
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import AREAS, OTHER, unit_kind
from flows.extract.spot import Spot
from flows.patterns import lazy

PUT_IN = lazy(r"投入(?:了|资金|金额|总额|约|近|超过?|逾|达到?|为|共)*$")
OF_RESEARCH = lazy(
    r"(?:^|[，。；、]|在|仅|单)[^，。；、]{0,4}(?:研发|科研|研究)(?:方面|端|上|领域|环节|一项|这一项)[^。；]{0,50}$"
)
"""A sentence that has turned to research: 研发方面，公司总投入2亿元，其中2023年投入1.1亿元."""
SPENT_ON_IT = lazy(r"(?:元|人民币)?，?(?:用于|用在|投向|用来)[^，。；]{0,10}(?:研发|攻关)")


def put_into_research(measured: Measured, spot: Spot) -> Measured:
    """The same, or what is put into research where the sentence says so and the noun does not."""
    if unit_kind(spot.number.unit) != "money" or measured.metric not in OPEN:
        return measured
    head = spot.to_number
    if "投入" not in head[-12:] or PUT_IN.search(head) is None:
        return measured
    if OF_RESEARCH.search(head) or SPENT_ON_IT.match(spot.text, spot.number.end):
        return replace(measured, metric=OTHER, noun="研发投入", rule="what is put into research")
    return measured


REGISTERED = ("注册量", "注册数", "注册数量", "登记量")
IN_STOCK = lazy(
    r"(?:截至|目前|现存|现有|存量|累计|在册|共有)(?![^。；]*(?:去年|今年|当年|半年|季度|新增|[0-9]年))[^。；]*$"
)


def registered(measured: Measured, spot: Spot) -> Measured:
    """The same, or the firms that there are where those registered are told of a day (截至目前，注册量9)."""
    if measured.metric != "firm_new_count" or not measured.noun.endswith(REGISTERED):
        return measured
    in_all = IN_STOCK.search(spot.to_number)
    return replace(measured, metric="firm_count", rule="firms registered by a day") if in_all else measured


TURNED = lazy(r"(.*?)(建筑|用地|占地)(总|规划)面积")
"""总 or 规划 behind what it leads: 建筑总面积."""
OF_LAND = ("用地", "占地", "供地", "征地")


def area_named(measured: Measured, spot: Spot) -> Measured:
    """The same with the area named in full: 占地面积 for 占地, 总建筑面积 for 建筑总面积."""
    noun = measured.noun
    if spot.number.unit not in AREAS or measured.metric != OTHER or not noun.endswith((*OF_LAND, "面积")):
        return measured
    noun = noun.replace("的", "")
    turned = TURNED.fullmatch(noun)
    if turned:
        noun = f"{turned[1]}{turned[3]}{turned[2]}面积"
    return replace(measured, noun=f"{noun}面积" if noun.endswith(OF_LAND) else noun)
