"""Classes of quantities: claims, and the fillers that say nothing (一个, 两个角度, 500万元以上项目)."""

from __future__ import annotations

import csv
from decimal import Decimal
from functools import lru_cache

from flows.extract.cues import alternation
from flows.extract.numbers.limits import LIMIT, is_condition, is_threshold, sorts_counted_things
from flows.extract.numbers.number import NumberClass
from flows.extract.numbers.quantities import Quantity
from flows.extract.numbers.units import Unit
from flows.extract.words import segmenter
from flows.patterns import lazy
from flows.places import REFERENCE

_SMALL = frozenset("一二两三四五六七八九十几") | {"一两", "两三", "三四", "三五", "四五", "五六", "七八"}
_POINTING = lazy(
    r"(?:[这那哪某每另其任同前后上下头]|其他|其余|另外|剩下的?|上述|以上|以下|任意|第)$"
)
_THESE = frozenset("这那")
_COUNTS_ONE = lazy(r"(?:仅|只|仅有|只有|唯有|唯一的?|不足|不到|不止)$")
COUNTED = frozenset(("concrete", "general", "person", "count", "noun"))
_ABSTRACTABLE = frozenset("个项套条种点类大道组对层重步股维") | {"方面"}
_ALWAYS_FILLER = frozenset("步重批轮番点代期") | {"方面"}
_THRESHOLD_KINDS = frozenset(
    ("money", "parameter", "token", "age", "power", "area", "length", "mass", "volume")
) | frozenset(("data", "compute", "energy", "person"))
_EACH = lazy(r"每一?$")
_AMOUNT_BEFORE = lazy(alternation("amount_before") + r"[^，。；：！？\n\d近过前最值连]{0,5}$")
_AMOUNT_AFTER = lazy(
    rf"期(?!间)|大(?![模部规型])|以[上下](?![、，来])|的?{alternation('amount_after')}"
    r"|[、至到和][\d一二三四五六七八九十]+[年天]期?"
)
_CLAUSE = lazy(r"[\u4e00-\u9fffA-Za-z“”‘’]{1,12}")
_NOMINAL = frozenset("nabjlims")  # the first letters of jieba's tags that a noun phrase is made of
_KINDS = frozenset(("类", "大类", "种", "档", "层", "个层次", "个档次", "级"))
_HEADS = frozenset(("维度", "着力点", "支点"))


_POLICY = lazy(r"”|(?:发布|出台|印发|落地|实施|颁布)(?:以?[来后]|之?后|实施|，)")
PROVINCES = 31
_ALL_PROVINCES = lazy(r"个?(?:省(?:份|级|区市|市区|[、（(]|自治区)|内地省)")
_OF_LAND = lazy(r"(?:全国|我国|大陆|内地|包括|包含|居住在|来自)$")
_GRADED_NOUNS = frozenset(("项目", "企业", "城市", "园区"))
_HOLIDAY = lazy(r"(?:假期|长假|黄金周)的?$")


_SCALES = frozenset(("百", "千", "万", "十万", "百万", "千万", "亿"))
_INTENSITY = lazy(
    r"的?(?:单位)?(?:GDP|(?:国内|地区)?生产总值|(?:规模以上)?(?:工业)?(?:增加值|产值|营收))"
    r"[^，。；\d]{0,6}?(?:耗|用[水电能]|排放|强度)"
)
CIRCLE = lazy(rf"的?{alternation('circle')}")
_FORMULA = lazy(r"[“「‘](?:[一二两三四五六七八九十][\u4e00-\u9fff]{1,3}){2,4}[”」’]")
_OPENING = frozenset("“「‘")


def _is_in_formula(text: str, quantity: Quantity) -> bool:
    """Whether the count is part of a policy's catchword in quotes: “两降一升”, “一核多点”."""
    for at in range(quantity.start - 1, max(-1, quantity.start - 10), -1):
        if text[at] in _OPENING:
            found = _FORMULA.match(text, at)
            return found is not None and found.end() > quantity.start
    return False


def quantity_class(text: str, quantity: Quantity, numeral: str) -> NumberClass:
    """Claim or filler, for a quantity that has a unit; `numeral` is its numeral as written."""
    unit = quantity.unit
    assert unit is not None
    before = text[quantity.start - 1:quantity.start]
    if before in ("每", "一") and _EACH.search(text, max(0, quantity.start - 2), quantity.start):
        return "claim" if unit.kind == "time" else "filler"
    if unit.surface in PROCESS_UNITS and _PROCESS.match(text, quantity.end):
        adopted = _ADOPTED.search(text, max(0, quantity.start - 4), quantity.start)
        return "claim" if adopted else "name"  # 14纳米制程, 12英寸晶圆
    if unit.kind == "compute" and numeral == "1" and _DEFINED.match(text, quantity.end):
        return "filler"  # 1PFLOPS=每秒1000万亿次
    if _DEFINING.search(text, max(0, quantity.start - 18), quantity.start):
        return "filler"
    if unit.surface == "级" and numeral in _SMALL and _is_of_levels(text, quantity, numeral):
        return "filler"
    if unit.surface == "位" and text.startswith("一体", quantity.end):
        return "name"  # 六位一体
    if unit.surface in _IN_A_ROW and quantity.low <= _TEN:
        return "time"  # 九连增
    if numeral in _SMALL and before in _OPENING and text[quantity.end:quantity.end + 1] in _CLOSING:
        return "name"  # 强力实施“三倍”
    if unit.surface == "期" and before == "年" and numeral.isdecimal() and quantity.low <= _TEN:
        return "name"  # 2022年1期
    if _GAIN.search(text, max(0, quantity.start - 6), quantity.start) and quantity.low in _ROUND:
        return "filler"  # 每收100块钱，就能剩下56块
    if unit.surface == "代" and quantity.low <= _TEN:
        if "." in numeral or _LINE_OF.match(text, quantity.end):
            return "name"  # 8.6代线
    if unit.surface[0] in "gG" and numeral in _GENERATIONS:
        if _NETWORK.match(text, quantity.end - len(unit.surface)):
            return "name"  # 5G流量, 5g政策
    if unit.kind == "time" and _READING.search(text, max(0, quantity.start - 10), quantity.start):
        return "name"  # 阅读时间：3分钟
    if unit.surface == "条" and _POLICY.match(text, quantity.end):
        quoted = text.rfind("“", max(0, quantity.start - 12), quantity.start) >= 0
        if quoted or not text.startswith("”", quantity.end):
            return "name"  # “科创十二条”, 民营经济31条发布以来
    if numeral in _SCALES and not quantity.hedged:
        if text.endswith(("单位：", "单位:", "单位 "), 0, quantity.start):
            return "name"  # the unit of a table
        if unit.kind == "money" and _INTENSITY.match(text, quantity.end):
            return "filler"  # 万元GDP能耗
    if numeral in _SMALL and _is_in_formula(text, quantity):
        return "name"  # “两降一升”
    if unit.surface == "天" and _HOLIDAY.search(text, max(0, quantity.start - 4), quantity.start):
        return "time"  # 春节假期7天
    if numeral == "一" and unit.kind != "time" and "每" in text[max(0, quantity.start - 3):quantity.start]:
        return "filler"  # 每发一度电
    if unit.kind == "time" and CIRCLE.match(text, quantity.end):
        return "filler"  # “4小时产业圈”
    if unit.kind == "time" and "岁" not in unit.surface:
        if numeral == "一" and before in ("早", "晚", "迟"):
            return "time"  # 早一天上市
        mere = numeral == "一" and quantity.bound == "eq" and quantity.rule == "chinese"
        return "time" if mere and not _measures(text, quantity) else "claim"
    if sorts_counted_things(text, quantity) or is_condition(text, quantity):
        return "filler"
    if unit.kind == "person" and numeral in ("千", "万") and not quantity.hedged:
        return "filler"  # 万人公交拥有量
    if quantity.low == PROVINCES and _ALL_PROVINCES.match(text, quantity.end - len(unit.surface)):
        return "filler" if _OF_LAND.search(text, max(0, quantity.start - 4), quantity.start) else "claim"
    if unit.kind == "noun" and numeral.endswith("亿") and unit.surface in _GRADED_NOUNS:
        return "filler"  # 过亿项目, 百亿企业
    kind = "age" if "岁" in unit.surface else unit.kind
    if kind in _THRESHOLD_KINDS and is_threshold(text, quantity, unit):
        return "filler"
    if unit.kind in COUNTED:
        return _count_class(text, quantity, unit, numeral)
    return "claim"


_ADOPTED = lazy(r"(?:采用|基于|达到?|突破|为|至|到)了?$")
PROCESS_UNITS = frozenset(("纳米", "奈米", "nm", "英寸", "吋"))
_PROCESS = lazy(
    r"(?:及以[上下]|以[上下])?级?的?(?:[\u4e00-\u9fff]{0,2}(?:先进|成熟|特色|逻辑|车规|高端))?"
    r"(?:制程|平台|营收|收入|投片|代工|产能|良率|家族|世代|工艺|技术|芯片|光刻|刻蚀|蚀刻|节点|产线|生产线|晶圆|硅片|产品|标准逻辑|碳化硅|半导体|衬底|外延|硅光|FinFET|GPU|CPU|SoC)"
)
_DEFINED = lazy(r"(?:算力)?\s*(?:[=＝]|(?:约|即|指|就)?(?:相当于|等于|代表|表示|是指|意味着|[为是](?=每秒)))")
_DEFINING = lazy(
    r"(?<![0-9.])1\s*(?:[PET](?:FLOPS|Flops|FLOPs|flops|OPS)?)(?:算力)?\s*(?:[=＝]|(?:约|即|指|就)?(?:相当于|等于|代表|表示|是指|意味着|[为是](?=每秒)))"
    r"[^，。；0-9]{0,8}$"
)
"""A unit of compute explained, and the amount that explains it."""
def _measures(text: str, quantity: Quantity) -> bool:
    return quantity.per is not None or is_amount_of_time(text, quantity.start, quantity.end)


def is_amount_of_time(text: str, start: int, end: int) -> bool:
    """Whether a duration is a measured quantity (缩短3天, 8年质保期) and no date or history."""
    if text.endswith("天", start, end) and _HOLIDAY.search(text, max(0, start - 4), start):
        return False  # 春节假期7天
    if _AMOUNT_BEFORE.search(text, max(0, start - 12), start) or _AMOUNT_AFTER.match(text, end):
        return True
    return LIMIT.search(text, start, end) is not None


def _count_class(text: str, quantity: Quantity, unit: Unit, numeral: str) -> NumberClass:
    if numeral == "一" and quantity.high is None and quantity.low == 1:
        before = max(0, quantity.start - 4), quantity.start
        return "claim" if unit.kind == "concrete" and _COUNTS_ONE.search(text, *before) else "filler"
    if quantity.bound != "eq" and quantity.hedged:
        return "claim"
    small = numeral in _SMALL
    if not small and not (numeral.isdecimal() and len(numeral) <= 2 and int(numeral) <= 10):
        return "claim"
    return "filler" if _says_nothing(text, quantity, unit, numeral, small) else "claim"


_IN_LIST = (
    r"(?:[北上广深杭京沪津渝苏浙皖粤川鄂湘鲁豫闽]|[\u4e00-\u9fffA-Za-z]{2,8})"
    r"(?:[（(][^，。；（()）]{1,12}[）)])?"
)
_LIST = lazy(rf"(?:{_IN_LIST}[、和及与]){{1,9}}{_IN_LIST}?等?$")
_LIST_MARK = lazy(r"[、和及与]")
_LONGEST_MEMBER = 24  # characters from the last mark of a list to the count behind it


def _sums_up_list(text: str, quantity: Quantity) -> bool:
    """Whether the count says again how long the list before it is: 北京、上海、深圳三座城市."""
    last = quantity.start - _LONGEST_MEMBER
    if quantity.high is not None or not _LIST_MARK.search(text, max(0, last), quantity.start):
        return False
    listed = _LIST.search(text, max(0, quantity.start - 80), quantity.start)
    return listed is not None and len(_LIST_MARK.findall(listed[0])) + 1 == quantity.low


_PLACES = lazy(r"(?:城市|省份|国家|地区|[省市区县])(?![\u4e00-\u9fff])")
_THE_MOST = lazy(r"是[^，。；]{0,20}最[^，。；]{1,6}的$")
"""The places that the sentence has named again: 甲和乙是企业最多的两个区."""


def _lead(start: int) -> tuple[int, int]:
    return max(0, start - 32), start


_LEVELS = lazy(r"[省市区县镇乡村旗州][”’]?$")
_OF_LEVELS = lazy(r"联动|体系|网络|架构|管理|服务|治理|平台|政府|书记|法院|财政|统筹|调度|机制|节点|贯通")
_LINE_OF = lazy(r"(?:AM|LTPS|LCD|OLED|TFT|[^，。；]{0,4}(?:面板|玻璃|产线|生产线))|线")
_IN_A_ROW = frozenset(("连增", "连涨", "连跌", "连降", "连阳", "连阴", "连红", "连升", "连板"))
_CLOSING = frozenset("”」’")
_GAIN = lazy(r"每(?:收入?|投入?|花费?|卖出?|赚|售出|销售|生产|消费)了?\s?$")
_ROUND = frozenset(map(Decimal, (1, 10, 100, 1000, 10**4, 10**6, 10**8)))
_TEN = 10
_GENERATIONS = frozenset("23456")
_NETWORK = lazy(
    r"[gG](?:流量|网|基站|技术|手机|用户|时代|新|套餐|终端|应用|通信|建设|移动|信号|芯片|消息|工厂|专网|政策|商用|牌照|频|产业|覆盖|场景|融合|[+＋-])"
)
_READING = lazy(r"阅读(?:本文|全文)?(?:时间|时长)?(?:约?需要?|预计|大约)?[:：\s]*(?:约|大约)?\s*$")


def _is_of_levels(text: str, quantity: Quantity, numeral: str) -> bool:
    """Whether 级 counts the levels of something: 市、区两级财政, 五级服务网络; not 七级大风."""
    if numeral in ("两", "二") or _LEVELS.search(text, max(0, quantity.start - 2), quantity.start):
        return numeral == "两" or text[quantity.start - 1:quantity.start] in "省市区县镇乡村旗州”"
    divided = _DIVIDED.search(text, max(0, quantity.start - 14), quantity.start)
    return divided is not None or _OF_LEVELS.match(text, quantity.end) is not None


_FUNDED = lazy(r"的?(?:[A-Za-z]{1,3}轮|天使轮?|[股战私风大早亿][权略募险额期元]级?)?(?:融资|投资(?!者|人))")
_DIVIDED = lazy(r"分(?:为|成|作)[^，。；]{0,10}$")
_EXCEPT = lazy(r"除了?[^，。；]{0,12}$")
_APART = lazy(r"[^，。；]{0,6}[之以]?外(?![资商贸籍国])")
_NAMED_NEXT = lazy(r"[^，。；：、\d]{2,12}：(?=[^，。；：\d]{2,16}[和与及、])")
"""What stands between a count and the names of what it counts: 两个主要产业部门：核心产业和融合产业."""
_TAKES_UP = lazy(
    r"(?:指标|数据|增速|总量|业务){0,2}(?:合计|总计|共计|加起来|之和|总和|均|皆|的(?:总和|合计|占比总和))"
)
"""What is said of all that the sentence has named before: 三家合计超过六成."""
_OPENS = frozenset(("", *"，。；、：！？\n（( "))
_NAMES_KIND = lazy(
    r"(?!城市|省份|地区|国家的|国家[^，。；、的\d]{0,8}企业|企业|公司)[^，。；、的\d]{2,12}"
    r"(?:先导区|试验区|示范区|企业|基地|中心|枢纽|平台|城市群|联盟)"
)
"""A count behind a list that names what kind of thing its members are says something: 成都八个…先导区."""


def _says_nothing(text: str, quantity: Quantity, unit: Unit, numeral: str, small: bool) -> bool:
    """Whether a small count counts nothing of the world: 这三家, 两方面, 三要素, 四个维度."""
    surface = unit.surface
    if surface == "轮" and _FUNDED.match(text, quantity.end):
        return small and _POINTING.search(text, max(0, quantity.start - 3), quantity.start) is not None
    if small and _EXCEPT.search(text, max(0, quantity.start - 14), quantity.start):
        if _APART.match(text, quantity.end):
            return True  # 除广深两座城市外
    if small and (unit.kind == "noun" or surface in _ALWAYS_FILLER):
        return True
    if surface == "方面":
        return True  # 围绕6方面
    if surface in _KINDS and _DIVIDED.search(text, max(0, quantity.start - 14), quantity.start):
        return True  # 分为五类
    if surface in _KINDS and text[quantity.start - 1:quantity.start] == "等":
        return True  # 甲、乙、丙等6大类
    if numeral == "几":
        return True
    if small and _POINTING.search(text, max(0, quantity.start - 3), quantity.start):
        return True
    if numeral.isdecimal() and text[quantity.start - 1:quantity.start] in _THESE:
        return True
    if small and _TAKES_UP.match(text, quantity.end) and text[quantity.start - 1:quantity.start] in _OPENS:
        return True
    if small and _PLACES.match(text, quantity.end) and _THE_MOST.search(text, *_lead(quantity.start)):
        return True
    if _sums_up_list(text, quantity) and (unit.kind == "noun" or not _NAMES_KIND.match(text, quantity.end)):
        return True
    if small and unit.kind == "general" and _NAMED_NEXT.match(text, quantity.end):
        return True
    return surface == "大" or (surface in _ABSTRACTABLE and _counts_something_abstract(text, quantity.end))


@lru_cache(maxsize=1)
def _abstract() -> tuple[str, ...]:
    with (REFERENCE / "abstract_nouns.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(row["noun"] for row in csv.DictReader(lines))


def _counts_something_abstract(text: str, at: int) -> bool:
    """Whether the head of the noun phrase at `at` is abstract: 三个需下足功夫的着力点, not 三个重点项目."""
    clause = _CLAUSE.match(text, at)
    head = ""
    for word, tag in segmenter().tag(clause[0]) if clause else ():
        if tag[0] in _NOMINAL or tag == "vn" or word in _HEADS:
            head += word
        elif head and word == "的":
            head = ""
        elif head:
            break
    return head.endswith(_abstract())
