"""Classes of quantities: what is claimed, what only dates, what carries no information (一个, 两个角度, 三要素)."""

from __future__ import annotations

import csv
import re
from functools import lru_cache

import rjieba

from flows.extract.number import NumberClass
from flows.extract.quantities import Quantity
from flows.places import REFERENCE

_SMALL = frozenset("一二两三四五六七八九十几") | {"一两", "两三", "三四", "三五", "四五", "五六", "七八"}
_POINTING = re.compile(r"(?:[这那哪某每另其任同前后上下头]|其他|其余|另外|剩下的?|上述|以上|以下|任意|第)$")
_COUNTS_ONE = re.compile(r"(?:仅|只|仅有|只有|唯有|唯一的?|不足|不到|不止)$")
_COUNTED = frozenset(("concrete", "general", "person", "count", "noun"))
_ABSTRACTABLE = frozenset(("个", "项", "套", "条", "种", "点", "类", "大", "道", "组", "对", "层", "重", "步", "方面", "股", "维"))
_ALWAYS_FILLER = frozenset(("步", "重", "批", "轮", "番", "点", "方面", "代", "期", "双"))
_THRESHOLD_UNITS = frozenset(("money", "parameter", "time", "power", "area", "length", "mass", "volume", "data", "compute", "energy", "person"))
_LIMIT = re.compile(r"(?:以上|以下|以内|之上|之内|之下)$")
_CATEGORY = re.compile(
    r"(?:规模|级别|级|量级)?(?:及以上|以上|以下|以内)?的?(?:国家级|省级|市级|大型|重大|重点|新建|战略性|高技术|单体|工业|本地|优质|成长型|民营|上市|农村|城镇|新增|在建|产业|投资|外资"
    r"|制造业|高层次|建设|科技|中小|民用|商业|人工智能|垂直|开源|通用|智算|货运|风电|光伏|储能|燃煤|成年|老年|未成年|青壮年|常住|在校|适龄)*"
    r"(?:企业|项目|大模型|模型|公司|单位|工程|人口|老年人|老人|人群|人员|儿童|学生|城市|家庭|用户|客户|机组|基金|园区|车型|车辆|火箭|住房|房源|套房|户型|贷款|大户|工厂|船舶|男性|女性|居民|"
    r"者|村|镇|区县|县|集群)"
)
_CLAUSE = re.compile(r"[\u4e00-\u9fffA-Za-z“”‘’]{1,12}")
_NOMINAL = frozenset("nabjlims")
_HEADS = frozenset(("维度", "着力点", "支点"))
_EACH = re.compile(r"每[一]?$")
_AMOUNT_BEFORE = re.compile(
    r"(?:缩短|减少|延长|提前|推迟|延迟|压缩|压减|节省|节约|用时|耗时|历时|只需|仅需|只用|仅用|需要?|平均|保质期|寿命|周期|工期|期限|有效期|租期|时长|时限|限时|质保|续航"
    r"|刑期?|徒刑|账期|久期|天数|年限|增加|降至|降到|[降减缩延改变]为|缩减|超时|提速|改为|调整为|周转|学制|疗程|禁赛|停赛|停留|驻留|滞留|任期|服役|婚龄|工龄|机龄|车龄|树龄|司龄|年龄|岁数|锁定期|封闭期"
    r"|窗口期|禁售期|观察期|隔离期?|产假|休假|假期|距今|相距|长达|不少于|不低于|不超过|不得少于|最长|最短|最多|最少|至少|至多|达到?|缩至|减至|延至|增至|提高到|提升到|为期|设计|质保期|延长至|半衰期"
    r"|超过|控制在|压缩到|需|等待|候车|等候|响应|上市|滞后|落后|领先|晚|早|快|慢)[^，。；：！？\n\d近过前最]{0,5}$"
)
_AMOUNT_AFTER = re.compile(r"期(?!间)|大(?![模部规型])|以[上下](?![、，来])|的?(?:保质期|寿命|质保|工期|期限|合同|有期徒刑|长协|国债|续航|试用|门槛|年龄|养护|假期|周期|时长|长协|缩短|压缩|疗程|保修|经验|工作经验|工龄)|国债|[、至到和][\d一二三四五六七八九十]+[年天]期?")


@lru_cache(maxsize=1)
def _abstract() -> tuple[str, ...]:
    with (REFERENCE / "abstract_nouns.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(row["noun"] for row in csv.DictReader(lines))


def _counts_something_abstract(text: str, at: int) -> bool:
    """Whether the head of the noun phrase at `at` is abstract: 三个需下足功夫的着力点, but not 三个重点项目."""
    clause = _CLAUSE.match(text, at)
    head = ""
    for word, tag in rjieba.tag(clause[0]) if clause else ():
        if tag[0] in _NOMINAL or tag == "vn" or word in _HEADS:
            head += word
        elif head and word == "的":
            head = ""
        elif head:
            break
    return head.endswith(_abstract())


def quantity_class(text: str, quantity: Quantity, numeral: str) -> NumberClass:
    """Claim, time or filler, for a quantity that has a unit; `numeral` is its numeral as written."""
    unit = quantity.unit
    assert unit is not None
    if text[quantity.start - 1:quantity.start] in ("每", "一") and _EACH.search(text, max(0, quantity.start - 2), quantity.start):
        return "filler" if quantity.unit and quantity.unit.kind not in ("time",) else "claim"
    if unit.kind == "time":
        return "filler" if "岁" in unit.surface and _is_threshold(text, quantity) else "claim"
    if unit.kind in _THRESHOLD_UNITS and _is_threshold(text, quantity):
        return "filler"
    if unit.kind in _COUNTED:
        return _count_class(text, quantity, numeral)
    return "claim"


def _is_threshold(text: str, quantity: Quantity) -> bool:
    """Whether the quantity only delimits a category: 10亿参数规模以上的大模型, 500万元以上项目."""
    unit = quantity.unit
    assert unit is not None
    if text.startswith("级", quantity.end) and unit.kind in ("mass", "length", "power", "volume"):
        return True  # 49公斤级, 10万吨级
    if text.startswith("规模以上", quantity.end) or text.startswith("以上规模", quantity.end):
        return True
    if _LIMIT.search(text, quantity.body, quantity.end) is None:
        return False
    return delimits(text, quantity.end)


def delimits(text: str, end: int) -> bool:
    """Whether a category noun follows a limit that ends at `end`: 以上 in 50万以上城市."""
    return _CATEGORY.match(text, end) is not None


def is_amount_of_time(text: str, start: int, end: int) -> bool:
    """Whether a duration is a measured quantity (缩短3天, 8年质保期) and no date or history."""
    if _AMOUNT_BEFORE.search(text, max(0, start - 12), start) or _AMOUNT_AFTER.match(text, end):
        return True
    return _LIMIT.search(text, start, end) is not None


def _count_class(text: str, quantity: Quantity, numeral: str) -> NumberClass:
    unit = quantity.unit
    assert unit is not None
    if numeral == "一" and quantity.high is None:
        return "claim" if _COUNTS_ONE.search(text, max(0, quantity.start - 4), quantity.start) and unit.kind == "concrete" else "filler"
    if quantity.bound != "eq" and quantity.hedged:
        return "claim"
    small = numeral in _SMALL
    if not small and not (numeral.isdecimal() and len(numeral) <= 2 and int(numeral) <= 10):
        return "claim"
    surface = unit.surface
    if small and (unit.kind == "noun" or surface in _ALWAYS_FILLER or _POINTING.search(text, max(0, quantity.start - 3), quantity.start)):
        return "filler"
    if small and numeral == "几" and unit.kind == "general":
        return "filler"
    if surface == "大" or surface in _ABSTRACTABLE and _counts_something_abstract(text, quantity.end):
        return "filler"
    return "claim"
