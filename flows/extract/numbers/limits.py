"""Limits: amounts that only sort, grade or band what is spoken of (500万元以上项目, 百亿级企业)."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.numbers.quantities import Quantity
from flows.extract.numbers.sizes import is_band, is_size_with_share
from flows.extract.numbers.tiers import is_tier
from flows.extract.numbers.units import Unit
from flows.patterns import lazy

_GRADED_KINDS = frozenset(("mass", "length", "power", "volume"))
LIMIT = lazy(r"(?:以上|以下|以内|之上|之内|之下)$")
_CATEGORY = lazy(
    rf"(?:规模|级别|级|量级)?(?:及以上|以上|以下|以内)?的?{alternation('category_modifier')}*{alternation('category')}"
)
_DIRECT = lazy(rf"{alternation('category')}(?!化)")
_OWNER = lazy(
    rf"的[^，。；、\d]{{0,6}}?{alternation('category')}(?:(?=[仅只共]|已?有|达)|(?![^，。；、的（(]))"
)


_RACK = lazy(r"的?(?:标准|算力|存储|通算|智算|高密度?|高功率)?(?:机[柜架]|服务器)")
_PRICED_TOKENS = lazy(r"(?:的?(?:输入|输出|价格?|计费|定价|收费)|[”」])")


def is_threshold(text: str, quantity: Quantity, unit: Unit) -> bool:
    """Whether the quantity only delimits a category: 10亿参数规模以上的大模型, 500万元以上项目."""
    if unit.kind == "power" and _RACK.match(text, quantity.end):
        return True  # 2.5千瓦标准机架
    if unit.kind == "token" and quantity.bound == "eq" and _PRICED_TOKENS.match(text, quantity.end):
        return str(int(quantity.low)).strip("0") == "1"  # 百万tokens输入价格
    if unit.kind in _GRADED_KINDS and text.startswith("级", quantity.end):
        return True  # 49公斤级, 10万吨级
    if grades_counted_things(text, quantity.start, quantity.end):
        return True
    if is_band(text, quantity.start, quantity.end) or is_size_with_share(text, quantity):
        return True
    if "岁" in unit.surface and is_age_group(text, quantity):
        return True
    if unit.kind == "money" and is_grade_of_money(text, quantity.start, quantity.end):
        return True
    if text.startswith(("规模以上", "以上规模"), quantity.end):
        return True
    if unit.kind == "money" and is_owned_limit(text, quantity):
        return True
    if unit.kind == "voltage":
        return _GRID.match(text, quantity.end) is not None  # 220千伏变电站
    exact = unit.kind == "money" and quantity.bound == "eq"
    if unit.kind == "money" and _STEP.match(text, quantity.end):
        return text[quantity.start - 1:quantity.start] == "个" or text.startswith("口径", quantity.end)
    if exact and is_size_of_counted(text, quantity.start, quantity.end):
        return True
    if unit.kind == "money" and quantity.bound == "gt" and _DIRECT.match(text, quantity.end):
        if _WON.search(text, max(0, quantity.start - 5), quantity.start):
            return False  # 拿下超10亿元订单
        return not text[quantity.start].isdecimal() or text[quantity.end - 1] in "上下"  # 营收过亿元企业
    return LIMIT.search(text, quantity.body, quantity.end) is not None and delimits(text, quantity.end)


_GRID = lazy(
    r"(?:及以[上下]|级|[双单]回)?的?[\u4e00-\u9fff]{0,4}?"
    r"(?:变电|线|电缆|输电|输变电|配电|电力|开关|变压器|母线|主变|工程|电网|铁塔)"
)
"""What is built for a voltage."""
_STEP = lazy(r"(?:新)?(?:台阶|大关|门槛|关口)|口径")
"""What amounts are the steps or the limits of: 跨越3个千亿元台阶, 500万元口径."""
_WON = lazy(r"(?:拿下|签下|斩获|收获|中标|签订|签署|接获|赢得|收到|手握|揽获|获)得?了?$")
_GRADE_COUNTED = lazy(
    rf"级?的?{alternation('category')}(?:已?有|达到?|共|为|增至|突破|数量为?)?[约近]?"
    r"(?:\d{1,6}|[一二两三四五六七八九十百]{1,4})[多余]?[家间个座条户](?!月)"
)
"""How many there are of those of a size: 百亿元企业有6家, 50亿元园区3个."""
_NO_SIZE = frozenset("，。；、：）)（(") | {""}
_TOTAL = lazy(r"(?:投资|总额|合计|总计|共|引进|签约|签下|资金|金额|规模|达|完成)[了约近达为]*$")
_ASIDE = lazy(r"[（(][^（）()]{1,16}[）)]")
_MORE_THAN = ("过", "超", "超过", "逾")
_IN_ASIDE = lazy(r"(?:超过?|过|逾|[不]低于)[^，。；（）()]{2,12}[（(](?:约|近)?$")
NONE_OF = lazy(r"(?:没有|未有|尚无|并无|无(?![锡人形线源缝障界为忧]))一?[家个只款支项]?[^，。；\d]{0,10}$")


def is_size_of_counted(text: str, start: int, end: int) -> bool:
    """Whether an amount of money is the size of things that are counted behind it: 50亿元企业有11家."""
    counted = text[end:end + 1] not in _NO_SIZE and _GRADE_COUNTED.match(text, end) is not None
    return counted and _TOTAL.search(text, max(0, start - 8), start) is None


def is_owned_limit(text: str, quantity: Quantity) -> bool:
    """Whether an amount of money is the limit that its owners pass: 年营收超百亿元的链主企业,
    估值超10亿美元（70亿元）的公司, 没有一家融资额超过50亿元.
    """
    start, end = quantity.start, quantity.end
    limit = quantity.bound == "gt" or text.endswith(_MORE_THAN, 0, start)
    if limit and _OF_ONE.match(text, end) and _MADE.search(text, max(0, start - 30), start):
        return False
    if limit and quantity.bound == "gt" and NONE_OF.search(text, max(0, start - 16), start):
        return True
    if text[end:end + 1] in "）)" and _IN_ASIDE.search(text, max(0, start - 20), start):
        return _OWNER.match(text, end + 1) is not None
    aside = _ASIDE.match(text, end)
    return limit and _OWNER.match(text, aside.end() if aside else end) is not None


_MADE = lazy(
    rf"{alternation('making')}[出成为起]?了?(?:一个|一座|一条|1个)?"
    r"(?!若干|一批|多[个家条]|几[个家条]|[0-9一二两三四五六七八九十]+[个家条批座])[^，。；、：\d]{0,14}"
    r"(?:规模|产值|营收|收入|销售额|体量|总量|产出|增加值)$"
)
_OF_ONE = lazy(r"的[^，。；、：\d]{0,16}?(?:产业|集群|基地|园区|产业[链带圈]|板块|高地|市场|生态|引擎|名片)")
"""What is made so large is one thing, and so large: 打造规模超500亿元的产业集群; not 培育产值超亿元的企业."""


_GRADED = lazy(
    r"级(及以上|以上)|级的?[大重]?[额型]?(?:订单|融资|项目|合同|投资|单品|爆款|客户|赛事|企业)"
    r"|级的?(?:则|也|已|只|仅)*有?[0-9]{1,4}[余多]?[起家个笔项宗单只]"
)
_REACHED = lazy(r"(?:达到?|破|至|为|成)了?$")
_COUNTED_BEFORE = lazy(r"(?:[0-9一二三四五六七八九十两几多]+[个家批条座大]|若干|一批)(?:省级|国家级)?$")


def is_grade_of_money(text: str, start: int, end: int) -> bool:
    """Whether an amount of money only grades what follows: 千万元级订单, 千万元级及以上; not 达千万元级."""
    found = _GRADED.match(text, end)
    return found is not None and (bool(found[1]) or _REACHED.search(text, max(0, start - 4), start) is None)


_AGED = lazy(r"(?:年龄|寿命|平均|均龄|享年|年仅|岁数|[最为到至达满])[^，。；、\d]{0,5}$")


def is_age_group(text: str, quantity: Quantity) -> bool:
    """Whether ages name those who are spoken of: 25至29岁人群, 60岁及以上户籍人口; not 平均年龄超过40岁."""
    if quantity.high is not None and _OF_AGE.match(text, quantity.end):
        return True
    limited = LIMIT.search(text, quantity.body, quantity.end) is not None
    if not limited and quantity.rule != "range":
        return False
    if limited and _OF_AGE.match(text, quantity.end):
        return True
    if _OF_THAT_AGE.match(text, quantity.end):
        return True
    following = text[quantity.end:quantity.end + 1]
    if following in "之的" or not ("\u4e00" <= following <= "\u9fff" or following == "、"):
        return False
    return _AGED.search(text, max(0, quantity.start - 9), quantity.start) is None


_OF_THAT_AGE = lazy(r"为主|居多|的?(?:占|最多|居多)|的?为?主力|之间的?(?:占|最多|居多)|[0-9.]+[万亿]?人")
"""What is told of those who are of an age: 30岁以上的占8%, 以25至35岁为主, 15—59岁488103人."""
_OF_AGE = lazy(
    r"(?:之间)?的?(?:人(?:[群口数员士]|占)|青[年少壮]|年轻|学[生龄]|儿童|少年|老[年人]|中年|群体|年龄[段组]|适龄|劳动|[女男][性生]?"
    r"|银发|用户|消费|患者|户籍|参保|常住|网民|游客|旅客|读者|投资者|占比?)"
)
def grades_counted_things(text: str, start: int, end: int) -> bool:
    """Whether an amount is the grade of things that are counted beside it: 6个百亿元级园区, 百亿级企业3家."""
    at = end if text.startswith("级", end) else end - 1
    if not text.startswith("级", at):
        return False
    before = _COUNTED_BEFORE.search(text, max(0, start - 8), start)
    return before is not None or _GRADES_COUNTED.match(text, at) is not None


_GRADES_COUNTED = lazy(
    r"级的?[^，。；、：\d达有超为增升]{2,8}?(?:达到?|有|为)?(?:\d{1,5}|[一二两三四五六七八九十]{1,3})[多余]?[家间个座条只支]"
)


_COUNTED_AFTER = lazy(
    rf"(?:的[^，。；、：\d]{{0,8}}?|{alternation('category')}?)"
    r"(?:(?:共计|一?共|总?数|[已只仅共]?(?<![拥没])有|为|达到?|仅|只)[约近超仅只有达为]{0,2}|(?<=的))"
    r"(?:\d{1,6}|[一二两三四五六七八九十百]{1,4})[多余]?[家间所个座款名位户项只支人条部件起笔宗单](?![月百])"
)
_COUNTED_LATER = lazy(
    r"[^，。；、：\d的]{0,6}的[^，。；、：\d的]{1,8}，?[^，。；、：\d]{0,5}?"
    r"(?:[已共现只仅也]{0,2}有|达到?|为|共|一?共计?)[约近超]?"
    r"(?:\d{1,6}|[一二两三四五六七八九十百]{1,4})[多余]?[家间所个座款名位户项只支条部件起笔宗单](?![月百])"
)
"""Things of that size, behind what they have so many of: 5个以上机场的国家有19个, 超千家的品牌，全国40个."""
_KIND_COUNTED = lazy(
    rf"(?:的?[^，。；、：\d的]{{0,4}}?{alternation('category')}|的[^，。；、：\d的]{{0,4}}?(?:产业|集群|园区|乡镇|县域|镇|县))"
    r"(?:\d{1,6}|[一二两三四五六七八九十百]{1,4})[多余]?[家间所个座款名位户项只支条部件起笔宗单](?![月百])"
)
"""The kind of things that stands behind a limit, and how many there are: 过2亿元的重大项目53个."""
_OF_SHARE_COUNTED = lazy(
    rf"的(?:[^，。；、：\d]{{0,4}}?{alternation('category')})?(?:[共仅只]?有|达|为)?[约近超仅只有]?\d{{1,6}}[家间个所座名]"
)
_ON_CONDITION = lazy(
    r"(?:[（(]含[^（()）]{0,6}[）)])?的(?:[，,]|(?=[再另各加][奖给补]|给予|一次性[奖给补]|可(?:再|一次性)?[获领拿享申]))"
)
_FULFILLED = lazy(r"(?:达到?|满|不[低少]于|超过?)$")
_BANDED = lazy(
    r"(?:[0-9][%％]|[家个款只条座名户项]|[一二三四五六七八九]成)[^，。；、0-9]{2,14}(?<![都均皆各])在$"
)
_REWARDED = lazy(r"[^。；\n]{0,70}?(?:给予|给与|奖励|补助|补贴|奖补|资助|扶持|认定为)")
_FOR = lazy(r"(?:^|[。；\n.．、）)])[^。；，\n]{0,4}对(?!于?.{0,6}(?:给予|奖励|补))[^。；\n]{2,80}$")
_GIVEN = lazy(r"给予|给与|奖励|补助|补贴|奖补|资助|最高")
_CLAUSE_OF_POLICY = 90


def is_condition(text: str, quantity: Quantity) -> bool:
    """Whether the quantity is what others must reach, or the band that they are counted in:
    投资1000万元以上的，给予补贴; 709家企业规模在1亿元以内.
    """
    start, end = quantity.start, quantity.end
    limit = quantity.bound in ("gt", "lt")
    if is_term(text, quantity) or limit and is_passed_by_counted(text, quantity) or is_tier(text, quantity):
        return True
    if text.startswith(("的", "（含", "(含"), end) and _ON_CONDITION.match(text, end):
        return limit or _FULFILLED.search(text, max(0, start - 3), start) is not None
    banded = text[start - 1:start] == "在" and text[start - 2:start - 1] != "率"
    if (limit or quantity.high is not None) and banded:
        return _BANDED.search(text, max(0, start - 18), start) is not None
    if not limit or not LIMIT.search(text, quantity.body, end):
        return False
    rule = _FOR.search(text, max(0, start - _CLAUSE_OF_POLICY), start)
    return rule is not None and _GIVEN.search(rule[0]) is None and _REWARDED.match(text, end) is not None


_ROUND_DIGITS = frozenset("15")
_COUNTED_FEW = lazy(
    r"(?:(?<![0-9一二三四五六七八九十百千万.])(?:[2-9]|[1-9][0-9]|[两三四五六七八九十]{1,3})[余多]?[家个只款座]"
    r"|[一二两三四五六七八九]成|半数|分之[一二三])(?:以上|左右)?的?"
    rf"(?:[^，。；、：\d的]{{0,6}}?{alternation('category')}|[^，。；、：\d的]{{0,6}}?(?:产业|集群|园区|县区?|区县|乡镇|地市))的?"
    r"([^，。；、：\d一二两三四五六七八九十百千万亿]{2,8})$"
)
_TOGETHER = lazy(
    r"总(?!值)|[共累均都皆各]|合计|实现|完成|创造|贡献|带动|拉动|达|[增降升减获签拿]|融资|引进|提供|形成"
)
"""What all of them have together, or each has as news: 12家企业合计营收超百亿元."""


def is_passed_by_counted(text: str, quantity: Quantity) -> bool:
    """Whether a round amount of money is what some have that are counted for it: 7家企业营收超百亿元."""
    money = quantity.scale >= _LEAST_OF_MONEY if quantity.unit is None else quantity.unit.kind == "money"
    if not money or str(int(quantity.low)).rstrip("0") not in _ROUND_DIGITS:
        return False
    return not text.startswith("的", quantity.end) and is_beside_counted(text, quantity.start)


def is_beside_counted(text: str, start: int) -> bool:
    """Do a few counted things and what each of them has stand before `start` (7家企业营收)?"""
    counted = _COUNTED_FEW.search(text, max(0, start - 32), start)
    return counted is not None and _TOGETHER.search(counted[1]) is None


_TERMS = lazy(
    r"(?:(?:申报|申请|参评|参选|报名|投标|入围|受评|加盟)(?:企业|单位|主体|对象|机构|项目|人|者|商|条件)"
    r"|(?:上市|准入|认定|评选|入选|入库|评定|贷款|录用|招聘)(?:标准|条件|门槛)|注册(?:时间|成立)?(?:须|需|应)?满)[^。；\d]{0,8}"
    r"(?:[^。；]{0,70}[，、：])?[^，。；\d]{0,24}$"
)
"""What opens the terms on which somebody is admitted: 申报企业…近两年营收均不低于2000万元."""


def is_term(text: str, quantity: Quantity) -> bool:
    """Whether it is the least that those who apply must have."""
    start = quantity.start
    least = text.startswith(("不低于", "不少于", "不得低于", "不得少于"), start)
    least = least or text.endswith(("不低于", "不少于", "不得低于", "不得少于"), 0, start)
    return least and _TERMS.search(text, max(0, start - 100), start) is not None


_AND_UP = ("及以上", "及以下")
_LEAST_OF_MONEY = 10**8
_OF_PEOPLE = lazy(rf"{alternation('person_after')}|{alternation('user')}")


_BY_SCALE = lazy(r"(?:[百千]万|[十百千万]?亿)元(?:产业|工业|重大|重点|招商)*(?:项目|企业|工程)")
"""The order of magnitude that names a kind of project: 212个亿元项目, 百亿元企业5家."""


def sorts_counted_things(text: str, quantity: Quantity) -> bool:
    """Whether the quantity is the limit behind which things are counted: 超过300亿的高校为1所, 过亿影片."""
    if _BY_SCALE.match(text, quantity.start):
        return True
    limit = quantity.bound in ("gt", "lt") or text[quantity.start - 1:quantity.start] == "过"
    if quantity.unit and quantity.unit.symbol in ("percent", "multiple"):
        return limit and _OF_SHARE_COUNTED.match(text, quantity.end) is not None  # 增幅大于30%的企业有20家
    if not limit and quantity.high is None:
        return False
    if text.endswith(_AND_UP, quantity.start, quantity.end) and text.startswith("的", quantity.end):
        return True  # 50台及以上的露天矿
    if quantity.unit and quantity.unit.kind == "money" and _KIND_COUNTED.match(text, quantity.end):
        return True
    if not limit:
        return False
    if quantity.unit is None and quantity.low >= _LEAST_OF_MONEY and text[quantity.start] in "过超":
        if _DIRECT.match(text, quantity.end) and not _OF_PEOPLE.match(text, quantity.end):
            return True
    after = _COUNTED_AFTER.match(text, quantity.end) or _COUNTED_LATER.match(text, quantity.end)
    return after is not None


def delimits(text: str, end: int) -> bool:
    """Whether a category noun follows a limit that ends at `end`: 以上 in 50万以上城市."""
    return _CATEGORY.match(text, end) is not None
