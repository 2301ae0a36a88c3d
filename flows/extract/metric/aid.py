"""What a policy pays: a part of an outlay (按投资的20%给予补助) and the cap of it (最高不超过2000万元)."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import OTHER, unit_kind
from flows.extract.spot import Spot
from flows.patterns import lazy

AID = "subsidy_amount"
PAID = r"(?:补贴|补助|奖励|资助|奖补|扶持|支持|配套|贴息)"
BY_RATE = lazy(r"[按照以][^，。；]{2,24}?的?(?:最高|不超过|给到|给予|予以|以内|比例)*$")
GIVEN_NEXT = lazy(
    rf"[^，。；]{{0,4}}，(?:[^，。；0-9]{{0,4}}|对[^，。；0-9]{{1,10}})(?:给予|予以|获得?|享受)[^，。；]{{0,14}}{PAID}"
)
GIVEN_HERE = lazy(
    r"(?:[、，或及和](?:单个|每|累计|年度|总额|单家)?[^，。；、0-9]{0,10}(?:最高|最多|不超过|上限)[^，。；、0-9]{0,4}[0-9.]+[^，。；、0-9]{1,3}?)?"
    rf"(?:以内|以下)?的?(?:标准|比例|额度)?(?:[^，。；0-9]{{0,6}}(?:给予|予以|给|获得)[^，。；0-9]{{0,4}}[0-9.]*[^，。；0-9]{{0,14}}?{PAID}|(?:进行|实行)?{PAID}(?=[，。；]|$))"
)
GIVEN_SO_FAR = lazy(
    rf"{PAID}[^。；0-9]{{0,16}}，(?:每年)?(?:额度|比例|金额|标准|幅度|力度|资助额|补助额|补贴额)[^。；，0-9]{{0,20}}(?:的|达到?|为)?$"
)
"""The part of an outlay behind what it limits: 可获补助，比例不超过总投入的(30%)."""
GIVEN_BEFORE = lazy(r"(?:可抵扣|给到|给予|予以|补贴|补助|资助|奖励|支持|奖补)(?:最高|不超过|至多|最多)*$")
DEDUCTED = lazy(r"可(?:直接|最高)?(?:抵扣|抵减)(?:最高|不超过|至多)*$")
RAISED = lazy(r"(?:再|可|额外|另)*(?:上浮|提高|增加|叠加|上调)(?:了)?$")
CAP = lazy(r"(?:最高|最多|不超过|上限|封顶)[^，。；、0-9]{0,8}$")
TAKEN = lazy(
    r"(?:[再另各加多可均]|分别|额外|一次性)(?:给予)?奖励?(?:了|最高|约|不超过)*$"
    r"|(?:[可能]|最多|最高|顶格|封顶)(?:再|一次性|累计|直接|可|能)*"
    r"(?:拿到?|领到?|领取|获得?|获补|享受|申领|申请)(?:最高|约|近|不超过)*$"
    r"|顶格(?:奖励|补助|给予)?$"
)
"""What leads to an amount that a policy gives to those who fulfil its terms: 再奖100万元, 最多可拿500万元."""
POLICY = lazy(r"奖|补[贴助]|资助|贴息|认定|申报|评为|政策|新政|扶持")
OPEN = frozenset({OTHER, "investment_amount"})
"""Metrics that an amount which a policy caps may have by the outlay that is spoken of."""


def paid_by_policy(measured: Measured, spot: Spot, here: list[Topic]) -> Measured:
    """The same, or a subsidy where the number is the part of an outlay that is paid, or its cap; `here` is
    what the sentence told before.
    """
    number, text = spot.number, spot.text
    before = text[spot.clause_start : number.start]
    if measured.metric == AID:
        return with_coupon(measured, spot) if CAP.search(measured.noun) else measured
    if number.unit == "percent" and (is_paid_part(spot, before) or is_raised(before, here)):
        return replace(measured, metric=AID, rule="rate of what is given")
    if unit_kind(number.unit) != "money" or measured.own and measured.metric not in OPEN:
        return measured
    if TAKEN.search(before) and POLICY.search(text, spot.sentence.start, spot.sentence.end):
        return replace(measured, metric=AID, noun="奖励", rule="what those get who ask for it")
    if measured.metric not in OPEN:
        return measured
    if is_set_aside(spot, before + number.surface):
        return replace(with_coupon(measured, spot), metric=AID, rule="what is set aside for aid")
    if number.bound != "lt" and not CAP.search(before):
        return measured
    told = any(topic.metric == AID for topic in here[:3])
    if told or GIVEN_HERE.match(text, number.end):
        return replace(measured, metric=AID, rule="cap of what is given")
    return measured


def with_coupon(measured: Measured, spot: Spot) -> Measured:
    """The same with the coupon for its noun that the amount pays for, and no 最高 in it."""
    coupon = COUPON.search(spot.text, spot.number.end, spot.number.end + REACH)
    if coupon:
        return replace(measured, noun=coupon[1] or "")
    return replace(measured, noun="") if CAP.search(measured.noun) else measured


EACH_YEAR = lazy(r"(?:每年|年度|全年|最高|不超过|至多)")
SET_ASIDE = lazy(
    r"(?:拿出|安排|设立|划拨|列支|提供|发放|拨付|预留|拨出)(?:了|总额|资金|财政资金)*"
    r"(?:最高|不超过|至多|约|逾|超过?)*[0-9.]+[万亿]*元?(?:人民币)?$"
)
SPENT_ON = lazy(
    r"(?:人民币)?的?(?:[^，。；0-9]{0,8}(?:资金|专项))?，?(?:用于|用来|发放|支持|扶持|奖励|补贴|资助|补助|兑现|投向)[^。；0-9]{2}"
    r"|的?“[^”]{1,8}券”"
)
"""What an amount is for that a policy sets aside: 每年拿出最高5亿元发放“训力券”."""
COUPON = lazy(r"“([^”，。；]{1,8}券)”")
REACH = 16
"""Code points behind an amount in which the coupon that it pays for is named."""
FIRM_PAYS = lazy(r"公司|企业|集团|我们|银行")


def is_set_aside(spot: Spot, told: str) -> bool:
    """Is it what a treasury sets aside each year, or at the most, to give away? `told` is the clause up to
    the number's end.
    """
    if not EACH_YEAR.search(told) or FIRM_PAYS.search(told) or not SET_ASIDE.search(told):
        return False
    return SPENT_ON.match(spot.text, spot.number.end) is not None


def is_paid_part(spot: Spot, before: str) -> bool:
    """Is it the part of an outlay that a policy pays, in its own clause or the next?"""
    if DEDUCTED.search(before):
        return True
    end = spot.number.end
    if GIVEN_SO_FAR.search(spot.to_number):
        return True
    told = "按" in before or "照" in before or "以" in before and LIMIT.match(spot.text, end)
    if not told or not BY_RATE.search(before):
        return False
    if GIVEN_BEFORE.search(before):
        return True
    return bool(GIVEN_NEXT.match(spot.text, end) or GIVEN_HERE.match(spot.text, end))


LIMIT = lazy(r"的?为(?:上限|标准|限|准)")
"""What makes a rate that 以 leads to one by which is paid: 以合同金额的50%为上限."""


def is_raised(before: str, here: list[Topic]) -> bool:
    """Is it by how many points the rate just told is raised for some (再上浮10个百分点)?"""
    told = bool(here) and here[0].metric == AID and here[0].kind == "percent"
    return told and RAISED.search(before) is not None
