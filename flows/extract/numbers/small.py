"""Small counts: which of them say something (三家企业), and which count nothing (这三家, 两方面)."""

from __future__ import annotations

import csv
from functools import lru_cache

from flows.extract.numbers.number import NumberClass
from flows.extract.numbers.quantities import Quantity
from flows.extract.numbers.units import Unit
from flows.extract.words import segmenter
from flows.patterns import lazy
from flows.places import REFERENCE

SMALL = frozenset("一二两三四五六七八九十几") | {"一两", "两三", "三四", "三五", "四五", "五六", "七八"}
DIVIDED = lazy(r"分(?:为|成|作)[^，。；]{0,10}$")
_POINTING = lazy(
    r"(?:[这那哪某每另其任同前后上下头]|其他|其余|另外|剩下的?|上述|以上|以下|任意|第)$"
)
_THESE = frozenset("这那")
_COUNTS_ONE = lazy(r"(?:仅|只|仅有|只有|唯有|唯一的?|不足|不到|不止)$")
_ABSTRACTABLE = frozenset("个项套条种点类大道组对层重步股维块张处只篇") | {"方面"}
_ALWAYS_FILLER = frozenset("步重批轮番点代期") | {"方面"}
_CLAUSE = lazy(r"[\u4e00-\u9fffA-Za-z“”‘’]{1,12}")
_NOMINAL = frozenset("nabjlims")  # the first letters of jieba's tags that a noun phrase is made of
_KINDS = frozenset(("类", "大类", "种", "档", "层", "个层次", "个档次", "级"))
_HEADS = frozenset(("维度", "着力点", "支点"))


def count_class(text: str, quantity: Quantity, unit: Unit, numeral: str) -> NumberClass:
    if numeral == "一" and quantity.high is None and quantity.low == 1:
        before = max(0, quantity.start - 4), quantity.start
        return "claim" if unit.kind == "concrete" and _COUNTS_ONE.search(text, *before) else "filler"
    if quantity.bound != "eq" and quantity.hedged:
        return "claim"
    small = numeral in SMALL
    if not small and not (numeral.isdecimal() and len(numeral) <= 2 and int(numeral) <= 10):
        return "claim"
    return "filler" if _says_nothing(text, quantity, unit, numeral, small) else "claim"


_IN_LIST = (
    r"(?:[北上广深杭京沪津渝苏浙皖粤川鄂湘鲁豫闽]|[\u4e00-\u9fffA-Za-z]{2,8})"
    r"(?:[（(][^，。；（()）]{1,12}[）)])?"
)
_LIST = lazy(rf"(?:{_IN_LIST}[、和及与]){{1,9}}{_IN_LIST}?等?$")
_LIST_MARK = lazy(r"[、和及与]")
_TITLES = lazy(r"(?:《[^《》]{2,60}》(?:[（(][^（()）]{2,20}[）)])?[、和及与]{0,2})+等?$")
"""Papers by their titles, whose number behind them counts them again: 《甲》《乙》两份文件."""
_LONGEST_MEMBER = 24  # characters from the last mark of a list to the count behind it


def _sums_up_list(text: str, quantity: Quantity) -> bool:
    """Whether the count says again how long the list before it is: 北京、上海、深圳三座城市."""
    last = quantity.start - _LONGEST_MEMBER
    if text[quantity.start - 1:quantity.start] in ("》", "等"):
        titles = _TITLES.search(text, max(0, quantity.start - 160), quantity.start)
        if titles and (titles[0].endswith("等") or titles[0].count("《") == quantity.low):
            return True
    if quantity.high is not None or not _LIST_MARK.search(text, max(0, last), quantity.start):
        return False
    listed = _LIST.search(text, max(0, quantity.start - 80), quantity.start)
    if listed is None:
        return False
    marks = listed[0].count("、")
    if marks and not text[quantity.start].isdecimal() and quantity.low == marks + 1:
        return True  # 集成电路、海工装备和高技术船舶两个产业
    return len(_LIST_MARK.findall(listed[0])) + 1 == quantity.low


_PLACES = lazy(r"(?:城市|省份|国家|地区|[省市区县])(?![\u4e00-\u9fff])")
_THE_MOST = lazy(r"是[^，。；]{0,20}最[^，。；]{1,6}的$")
"""The places that the sentence has named again: 甲和乙是企业最多的两个区."""


def _lead(start: int) -> tuple[int, int]:
    return max(0, start - 32), start


_FUNDED = lazy(r"的?(?:[A-Za-z]{1,3}轮|天使轮?|[股战私风大早亿][权略募险额期元]级?)?(?:融资|投资(?!者|人))")
_EXCEPT = lazy(r"除了?[^，。；]{0,24}$")
_APART = lazy(r"[^，。；]{0,6}[之以]?外(?![资商贸籍国])")
_NAMED_NEXT = lazy(r"[^，。；：、\d]{2,12}：(?=[^，。；：\d]{2,16}[和与及、])")
"""What stands between a count and the names of what it counts: 两个主要产业部门：核心产业和融合产业."""
_MEMBERS_NEXT = lazy(
    r"[^，。；：、\d]{0,14}?(?:分别|依次)?(?:是|为|即|包括|有)[^，。；：、\d]{2,12}(?:、[^，。；：、\d]{2,12})*"
    r"(?:[、和及与][^，。；：、\d]{2,12}[。；]|(?:、[^，。；：、\d]{2,12}){3}，)"
)
"""The names of what is counted in the same clause: 产量最多的五个省是甲、乙、丙、丁和戊."""
_ISSUED = lazy(r"(?:发布|公布|出台|印发|推出|发表|提交|出具)了?$")
"""What is done with papers, whose number says nothing: 发布两份报告."""
_TAKES_UP = lazy(
    r"(?:指标|数据|数字|数|增速|总量|业务){0,2}(?:合计|总计|共计|加起来|之和|总和|均|皆|都|双双|分别|的(?:总和|合计|占比总和))"
    r"|(?:营收|收入|净利润?|销量|份额)分别"
)
_TOGETHER = lazy(
    r"(?:企业|公司|城市|机构|银行|[车药]企|平台)[^，。；\d]{0,12}?(?:合计|总计|共计|加起来|之和|总和)"
)
"""What those come to together whom the clauses before have named: ，两家企业的销售额合计."""
"""What is said of all that the sentence has named before: 三家合计超过六成."""
_OPENS = frozenset(("", *"，。；、：！？\n（( "))
_OF_ALIKE = lazy(r"(?:不同|相同|相反|各异|互补|相近|相似)的$")
_STARTS = frozenset("。！？\n")
_NAMED_AGAIN = frozenset("座家")
_HAPPENS = lazy(
    r"[^，。；、]{0,14}(?:入选|上榜|入围|获|新增|落户|签约|开工|投产|上市|倒闭|破产|在建|落地|投用|启用|关停)"
)
"""What is news of the things that a sentence opens with the number of: 三家企业入选."""
_NAMES_KIND = lazy(
    r"(?!城市|省份|地区|国家的|国家[^，。；、的\d]{0,8}企业|企业|公司)[^，。；、的\d]{2,12}"
    r"(?:先导区|试验区|示范区|企业|基地|中心|枢纽|平台|城市群|联盟|产业园|园区|实验室|研究院)"
    r"|(?:[十百千万]+亿元?级?|万亿元?级?|[国省市]级|国家级|世界级)[^，。；、的\d]{0,8}产业(?:集群)?"
)
"""A count behind a list that names what kind of thing its members are says something: 成都八个…先导区."""


def _says_nothing(text: str, quantity: Quantity, unit: Unit, numeral: str, small: bool) -> bool:
    """Whether a small count counts nothing of the world: 这三家, 两方面, 三要素, 四个维度."""
    surface = unit.surface
    if surface == "轮" and _FUNDED.match(text, quantity.end):
        return small and _POINTING.search(text, max(0, quantity.start - 3), quantity.start) is not None
    if _EXCEPT.search(text, max(0, quantity.start - 26), quantity.start):
        if _APART.match(text, quantity.end):
            return True  # 除广深两座城市外
    if small and (unit.kind == "noun" or surface in _ALWAYS_FILLER):
        return True
    if surface == "方面":
        return True  # 围绕6方面
    if small and surface in _ABSTRACTABLE and text[quantity.end:quantity.end + 1] in _OPENS:
        if _OF_ALIKE.search(text, max(0, quantity.start - 6), quantity.start):
            return True  # 是截然不同的两条。
    if surface in _KINDS and DIVIDED.search(text, max(0, quantity.start - 14), quantity.start):
        return True  # 分为五类
    if surface in _KINDS and text[quantity.start - 1:quantity.start] == "等":
        return True  # 甲、乙、丙等6大类
    if numeral == "几":
        return True
    if small and _POINTING.search(text, max(0, quantity.start - 3), quantity.start):
        return True
    if numeral.isdecimal() and text[quantity.start - 1:quantity.start] in _THESE:
        return True
    named = small or surface == "家"
    if named and _TAKES_UP.match(text, quantity.end) and text[quantity.start - 1:quantity.start] in _OPENS:
        return True
    if small and text[quantity.start - 1:quantity.start] == "，" and _TOGETHER.match(text, quantity.end):
        return True
    if small and _PLACES.match(text, quantity.end) and _THE_MOST.search(text, *_lead(quantity.start)):
        return True
    again = small and quantity.high is None and surface in _ABSTRACTABLE | _NAMED_AGAIN
    if again and quantity.start and text[quantity.start - 1] in _STARTS:
        return not _HAPPENS.match(text, quantity.end)  # 。三大板块各有看点
    if _sums_up_list(text, quantity) and (unit.kind == "noun" or not _NAMES_KIND.match(text, quantity.end)):
        return True
    if small and unit.kind == "general" and _NAMED_NEXT.match(text, quantity.end):
        return True
    if small and _MEMBERS_NEXT.match(text, quantity.end):
        return True
    if small and surface == "份" and _ISSUED.search(text, max(0, quantity.start - 8), quantity.start):
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
