"""Whom a product reaches: the organisations and persons that it serves are its customers."""

from __future__ import annotations

from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import COUNTS, OTHER, unit_kind
from flows.extract.metric.parts import name_of_part
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

REACHES = lazy(
    r"(?:接入|连接|链接|覆盖|服务(?!业|器|商|型|外包|贸易)|惠及|触达|赋能|辐射|支撑|走进|进驻|应用于|部署于|推广[至到]|服务于|触及)"
    r"(?:[了着到]|全国|全球|全[省市]|各地|各类|各级|超过?|约|近|逾|累计|共|中小|，|的)*[^，。；：#]{0,6}$"
)
"""What a product does to those who use it."""
PRODUCT = lazy(
    r"(?:模型|产品|系统|平台|助手|机器人|软件|工具|智能体|小程序|[Aa][Pp][Pp]|引擎|解决方案|AI医生|一体机|云服务|该应用|云平台|[^的]算力)"
    r"(?:”|」)?(?:目前|现在|如今|现|已|已经|累计|共|，|先后|陆续|正在?|全面|能够?|可)*"
)
SERVES = lazy(
    r"(?:^|[，、；])(?:累计|共|已)*(?:服务|惠及)(?!业|器|商|型)(?:了|超过?|约|近|逾)*[^，。；：#]{0,6}$"
)
"""What goes on with whom the product serves."""
SHELVES = lazy(r"(?:医院|药店|药房|门店|超市|商超|便利店|卫生院|诊所)$")
ENTERS = lazy(r"(?:进入|进驻|铺进|铺货|落地)(?:了|到|全国|全球|全[省市]|，)*[^，。；：#]{0,6}$")
"""Where goods are sold or used, and how they come there: 进入全国2100家医院."""
PUBLIC = lazy(r"(?:公共|政务|政策|一站式|人才|就业|法律|融资|招聘)[^，。；]{0,6}$")
PARTIES = lazy(
    r"(?:企业|公司|机构|医院|学校|高校|院校|中小学|小学|中学|幼儿园|单位|门店|银行|商家|商户|农户|家庭|工厂|厂商?|律所"
    r"|政府|部门|社区|乡镇|园区|品牌|[车药央国]企|券商|诊所|卫生[院室所]|药店|师生|教师|医生|学生|患者|居民|群众|司机|骑手|考生|采购商|客商|老人|市民|村民)$"
)
USED_BY = lazy(r"被(?:全国|全球|国内|海外|超过?|约|近|逾|多达)*$")
USES = lazy(r"[^，。；]{2,14}?(?:采用|选用|采购|选择|订购|订阅|使用|搭载|部署|引进|引入|青睐)")
"""Who uses a product, between what passes it to them and their verb: 被18家整车厂采用."""
AMONG = lazy(
    r"[，、]?(?:其中|当中|这其中)?，?(?:还|另|也|就|既|又|包括|涵盖|包含|有|和|及|以及|与|约|近|超过?|逾)*"
)
"""What stands before a part of the customers just counted: 客户1200家，其中有86家属于…，还有41家医院."""
OPEN = frozenset({OTHER, "firm_count", "firm_listed_count", "institution_count", "participant_count"})
"""What those are counted as who use no product."""


def served(measured: Measured, number: Number, window: Window, here: list[Topic]) -> Measured:
    """The same, or customers where a product reaches so many (平台接入860家医院，服务患者1200万人次)."""
    if measured.metric not in OPEN or unit_kind(number.unit) not in COUNTS:
        return measured
    if number.unit == "person" and SERVED.search(window.before) and not window.after.strip("，。；"):
        return Measured(CUSTOMERS, "服务人次", "persons served", True)
    if is_of_customers(number, window, here):
        return Measured(CUSTOMERS, measured.noun, "part of the customers", True)
    if not measured.own or not is_reached(measured.noun, window, here):
        return measured
    return Measured(CUSTOMERS, measured.noun, "whom a product reaches", True)


def is_of_customers(number: Number, window: Window, here: list[Topic]) -> bool:
    """Are those counted who use a product, as the verb behind them tells, or a part of the customers?"""
    if USED_BY.search(window.before) and number.written_unit in WHO and USES.match(window.after):
        return True
    if not here or here[0].metric != CUSTOMERS or here[0].kind not in COUNTS:
        return False
    head = window.sentence.split("#", 1)[0].rpartition("；")[2]
    before = window.before.removeprefix(here[0].noun)
    return AMONG_THEM.search(head) is not None and AMONG.fullmatch(before) is not None


SERVED = lazy(r"(?:^|[，、；]|累计|总计|已经?|共|[年月日]均?|以来)服务(?:了|约|近|超过?|逾|达)*$")
"""What tells how many persons have been served, whoever they are: 累计服务5900万人次."""
WHO = frozenset("家户所个")
AMONG_THEM = lazy(r"(?:客户|用户)[^；]{0,40}(?:其中|当中|包括|涵盖|包含)")


def is_reached(noun: str, window: Window, here: list[Topic]) -> bool:
    """Does a product reach those whom the noun names, or the sentence go on with who uses it?"""
    if SHELVES.search(noun) and ENTERS.search(window.before):
        return True
    on = here[0] if here and here[0].metric == CUSTOMERS else None
    if on and on.noun[-2:] == noun[-2:] and name_of_part(window) == noun:
        return True
    verb = REACHES.search(window.before)
    if verb is None:
        return False
    if window.before.endswith(noun) and len(noun) > len(window.before) - verb.start():
        return False  # 培育算力服务企业: the verb is a part of the noun
    if on and SERVES.search(window.before):
        return True
    if not PARTIES.search(noun):
        return False
    return on is not None or by_product(window.sentence.split("#", 1)[0])


def by_product(head: str) -> bool:
    """Does the sentence tell of a product, in the clause or the one before it? What is public serves no
    customers.
    """
    clause = head.rpartition("；")[2]
    verb = REACHES.search(clause)
    told = next(reversed([*PRODUCT.finditer(clause[: verb.start()])]), None) if verb else None
    if verb is None or told is None or PUBLIC.search(clause[: told.start()]):
        return False
    return clause[told.end() : verb.start()].count("，") <= 1


CUSTOMERS = "customer_count"
