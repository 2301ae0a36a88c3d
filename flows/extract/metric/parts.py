"""One more part of what was told: a name and an amount of the same unit (产量31万吨，其中柑橘为18万吨)."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.metric.attributes import LEVELS
from flows.extract.metric.behind import phrase_after
from flows.extract.metric.fitting import Topic
from flows.extract.metric.headed import PARTS_FIRST
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import COUNTS, FREE, OTHER, RATE_NAME, metric_for, unit_kind
from flows.extract.metric.nouns import is_generic, light_verbs, link_words, noun_verbs, phrase_before
from flows.extract.metric.related import FIELD, NAMES_AMOUNT, of_rate
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.extract.words import tagged
from flows.patterns import lazy

OPENS_PART = lazy(
    r"^(?:而|但|不过|同时|另外|此外)?(?:其中|当中)?[，,：]?(?:[上中下]游(?:的)?)?(?:(?:分|从|按)[^，。；#]{1,12}(?:看|分)，)?"
)
IS = lazy(
    r"(?:次之|居首|居次|最[多大高]|紧随其后|则|仅|也|更|分别|约|都是?|均|全年|共|累计|总计|合计|实现|完成|贡献|录得|拿走|拿到|拿下|分得|揽走|揽得|斩获|占|有|以|，"
    r"|[由从自]|可能|预计|预期|预估|估计?|有望|或将?|将)*"
    r"(?:(?:达到?|[约估]?为|仅为|突破|超过|完成|实现|合计|贡献|录得|拿走|拿到|拿下|分得|揽走|揽得|斩获|只?有|以|约|近|超|逾|仅)(?:人民币|新台币|了)?)*$"
)
"""What stands between the name of a part and its amount."""
IS_NAMED = lazy(r"为(?:约|近|超|逾|(?:人民|新台|港|澳门)[币元])*$")
OWN_AMOUNT = lazy(
    r"(?:[额量价税费资利盈亏益款贷债率数比度]|费用|开支|[产市货估总]值|资金|基金|奖金|租金|佣金|现金|财富|身家|资本|流[入出]|投入|支出|开支|投资|融资"
    r"|外贸|预算|经费|流水|票房|订单|税收|[A-Z]{3,6}|收入|利润|成本|规模|顺差|逆差|面积|人口|人次|库存|存货|产能|装机|储备|研发|缺口|需求"
    r"|能力|收益|出口|进口|销售|消费|产出|能耗|用时|耗时|周期|工期|时长|寿命)$"
)
"""A noun that has an amount of its own, and is no part of the one just told."""
FIELD_OF_ALL = lazy(
    r"(?:市场|产业|(?<!企)(?<!从)(?<!就)业|业务|板块|领域|地区|赛道|渠道|环节|品类|类目?|企业|产品)$"
)
"""A part whose own metric gives way to the amount told: 投资…，第二产业12亿元; 营收…，海外市场3亿元."""
LONGEST = 14
NEAREST = 4
"""Topics of the passage, at most, that a part in a sentence of its own can be of."""


def one_more(
    number: Number, window: Window, earlier: list[Topic], same_sentence: int, own: str | None
) -> Measured | None:
    """The metric of an amount that is one more of those told, as only the name of a part stands between;
    `own` is the metric that the name has by itself.
    """
    kind = unit_kind(number.unit)
    if kind in FREE or kind == "person" or number.written_unit is None or not earlier:
        return None
    if own is not None and own not in OF_FIELDS:
        return None
    name = name_of_part(window)
    if not name or own and not FIELD_OF_ALL.search(name):
        return None
    told = next(iter(amounts_told(window, earlier, same_sentence, name)), None)
    if told is not None and told.metric == OTHER and own is None and told.written == number.written_unit:
        measure = MEASURE.search(told.noun) if kind not in COUNTS | {"money"} else None
        return Measured(OTHER, name + measure[0], "one more of the amounts told", True) if measure else None
    if told is None or told.metric in {OTHER, own} or not alike(kind, told):
        return None
    if name.endswith("市场") and told.metric not in OF_MARKETS:
        return None
    return Measured(told.metric, name, "one more of the amounts told", True)


def of_owners(window: Window, kind: str, told_so_far: list[Topic]) -> Measured | None:
    """The same amount of the next kind of firms (民营企业进出口12亿元，占53%；国有企业3亿元)."""
    named = OF_OWNERS.fullmatch(window.before) if kind == "money" and told_so_far else None
    told = next((topic for topic in told_so_far if topic.kind == kind), None) if named else None
    if named is None or told is None:
        return None
    amount = AMOUNT_TAIL.search(told.noun) if told.metric == OTHER else None
    return Measured(told.metric, named[1] + (amount[0] if amount else ""), "of the next kind of firms", True)


OF_OWNERS = lazy(
    rf"[，；、]?(?:而|其中|其中，)?"
    rf"({alternation('ownership')}(?:工业|商业|服务业)?(?:企业|单位)|{alternation('owner_whole')})"
    r"(?:则|也|为|达到?|共|完成|实现|约|近|超过?|逾)*"
)
AMOUNT_TAIL = lazy(
    r"(?:总资产|资产总额|负债总额|总负债|余额|[贷存]款|净?利润(?:总额)?|营业收入|收入|支出|保费|税收)$"
)
OF_FIELDS = frozenset({"gdp", "industry_output", "market_size", "revenue"})
"""Metrics that a field, a market or a sector has by its name alone."""
OF_MARKETS = frozenset({"revenue", "market_size", "trade_value", "financing_amount"})
"""What is told of markets one by one; beside any other amount a market has its own size."""


def alike(kind: str, told: Topic) -> bool:
    """Can the number measure the same of one more part? Goods are counted in all kinds of units."""
    if kind == "money" or told.kind == "money":
        return kind == told.kind
    if told.metric == "production_volume":
        return told.kind == kind or told.kind not in {"t", "m2"}
    return kind not in COUNTS and told.kind == kind


def name_of_part(window: Window) -> str:
    """The name that is all that stands before the amount but for what leads to it, else ''."""
    if phrase_after(window.after):
        return ""
    said = OPENS_PART.sub("", window.before.strip("，；、：: "))
    name = IS.sub("", said).strip("，；、：: ")
    if not 1 < len(name) <= LONGEST or not NAMES.fullmatch(name) or OWN_AMOUNT.search(name):
        return ""
    if (
        USED.search(name)
        or is_generic(name)
        or NAMES_AMOUNT.search(name)
        or RATE_NAME.search(name)
        or light_verbs().match(name)
    ):
        return ""
    words = tagged(name)
    if any(word in link_words() or word in noun_verbs() for word, _ in words):
        return ""
    noun = phrase_before(name)
    rest = name.removeprefix(noun)
    joined = rest == words[-1][0] or AND_MORE.fullmatch(rest)
    return name if noun and name.startswith(noun) and joined else ""


MEASURE = lazy(rf"(?:{alternation('volume_noun')}|[\u4e00-\u9fff]{{2}}量|装机)$")
"""The measure that a part shares with what was told before: 私人桩 of 充电桩保有量."""
AND_MORE = lazy(r"(?:[和与及、][^，。；为达0-9]{1,8})?")
"""The rest of a name that its noun stands first in: 甲与其他乙."""
USED = lazy(
    r"^出口|^进口|外送|外输|外运|消纳|消耗|耗用|自用|出售|卖出|采购|购入|回收|结转|结余|结存|缴纳|上缴|实缴|返还|到位|拨付|兑付|支付|交付"
)
"""What was done with an amount, and is no part of it: 发电量…，其中本地消纳3亿千瓦时."""


def is_label(window: Window, noun: str) -> bool:
    """Is the noun all that stands before the number but for what leads to it?"""
    if OWN_AMOUNT.search(noun) or RATE_NAME.search(noun) or DEGREE.search(noun):
        return False
    said = IS.sub("", OPENS_PART.sub("", window.before.strip("，；、：: ")))
    if said.endswith("比例"):
        return False  # 落实率96%，留省就业比例71%
    return GROWN.sub("", said).strip("，").removesuffix("制造") == noun.removesuffix("制造")


DEGREE = lazy(
    r"(?:出货|发货|交付|装机|装车|库存|产能|费用|[增涨降跌升]幅|增速|水平|程度|效率|指数|质量|速度|价格|股|指|GDP|社零|房价|物价)$"
)
"""What has a rate of its own and shares none with what stands before."""
GROWN = lazy(
    r"(?:[同环]比|比上年|较上年|按年|年)?(?:实际|名义|更|则|也|只|仅|大幅|小幅|微幅)*(?:增长|成长|衰退|下降|上升|上涨|下跌|下滑|增加|减少|回落|倒退|[大锐急微劲]?[增降涨跌减升])(?:了|约|近|超过?|逾|仅|为|达)*$"
)


NEXT_LEVEL = lazy(rf"^[，、；]?({LEVELS})的?(?:有|达到?|为|共|约)*$")


def next_level(window: Window, here: list[Topic]) -> Measured | None:
    """The same things of another level: 国家级的有13家、省级的264家."""
    said = NEXT_LEVEL.match(window.before) if "级" in window.before and here else None
    if said is None or len(here[0].noun) < LEAST:
        return None
    first = LEVEL.match(here[0].noun)
    noun = here[0].noun[first.end() if first else 0 :]
    return Measured(here[0].metric, f"{said[1]}{noun}", "another level", True)


EDITION = lazy(
    r"^[，、；]?(?:而|其)?([\u4e00-\u9fffA-Za-z0-9+ ]{1,10}?(?:版本?|套装|套餐|顶配|低配|高配|标配))"
    r"(?:则|的|也)*(?:为|卖|是|仅|只要|要|需)?$"
)


def price_of_edition(window: Window, kind: str, here: list[Topic]) -> Measured | None:
    """The price of another edition than the one just told: 标准版售价1999元，墨镜版2299元."""
    if kind != "money" or not here or here[0].kind != kind or not here[0].noun.endswith(PRICES):
        return None
    told = EDITION.match(window.before)
    return Measured(OTHER, here[0].noun, "price of an edition", False) if told else None


PRICES = ("价", "价格", "定价", "月费", "年费")
LEAST = 2


LEVEL = lazy(LEVELS)
SOME = lazy(
    r"^[，、；]?(?:有的|有些|个别|少数|其中有的|最[高低好差]的)[^，。；]{0,8}?(?:达到?|超过?|仅|只有|为|是|高达|不到|不足|接近|已|甚至)+$"
)


NEXT_SHARE = lazy(
    r"^[，、；]?(?:而|其中)?((?!在)[\u4e00-\u9fffA-Za-z]{2,8}?)(?:则|各|也|均|仅|只)?占比?(?:约|近|为|达到?|超过?|逾|不足|不到)*$"
)


def next_share(window: Window, here: list[Topic]) -> Measured | None:
    """The part that has one more of the shares told, by what stands before 占: 科研占52%，数据采集占21%."""
    if not here or here[0].kind != "percent" or not here[0].noun:
        return None
    said = NEXT_SHARE.match(window.before) if "占" in window.before else None
    if said is None or is_generic(said[1]):
        return None
    return Measured(here[0].metric, said[1], "one more of the shares told", True)


def one_of_them(window: Window, kind: str, here: list[Topic]) -> Measured | None:
    """The rate of one of those whose rate was just told: 覆盖率已超过90%，有的省份达到100%."""
    if kind != "percent" or not here or here[0].kind != "percent" or SOME.match(window.before) is None:
        return None
    return Measured(here[0].metric, here[0].noun, "one of those told", False)


OF_PART = lazy(
    r"[，；](?:其中|而)，?[^，。；0-9占的]{2,14}?(?:更是|更|则|却|仅|也|只)*"
    r"(?:只有|仅有|为|达到?|高达|超过?|低至|不足|不到|是|[仅只])(?:约|近)*"
)
RATE_OF_ALL = lazy(r"(?<![增长占])率$|[^程]度$|指数$")


def rate_of_part(window: Window, kind: str, here: list[Topic]) -> Measured | None:
    """The rate just told, as one of those that it was told of has it: 平均上架率61%，其中智算中心只有48%."""
    if kind != "percent" or not here or here[0].kind != "percent" or "增" in window.before:
        return None
    if not RATE_OF_ALL.search(here[0].noun) or OF_PART.fullmatch(window.between + window.before) is None:
        return None
    return Measured(here[0].metric, here[0].noun, "rate of a part", False)


OF_THOSE = lazy(r"其中(?:的|，?就有)(?:约|近|超过?|逾|不到|不足|了)*$")


def of_those(number: Number, window: Window, told: list[Topic]) -> Measured | None:
    """Those of what was told last that somebody else has: 规上企业有210家，高新区集中了其中的120家."""
    if "其中" not in window.before[-6:] or not number.written_unit or phrase_after(window.after):
        return None
    if OF_THOSE.search(window.before) is None:
        return None
    alike = (one for one in told if one.written == number.written_unit and one.noun)
    whole = next(alike, None)
    return Measured(whole.metric, whole.noun, "those of what was told", False) if whole else None


def one_more_rate(window: Window, noun: str, kind: str, here: list[Topic]) -> Measured | None:
    """The metric of a share or a growth that is one more of those told, as only the name of a part stands
    between (营收构成：整车62%，服务17%; 工业投资增长9%，房地产下降11%).
    """
    if kind != "percent" or not here or here[0].kind != "percent":
        return None
    label = is_label(window, noun)
    if (label or FIELD.search(noun)) and of_rate(window, here):
        named = here[0].noun if here[0].metric == OTHER else noun
        return Measured(here[0].metric, named, "parallel to the rate before", True)
    if not label or here[0].metric not in OF_PARTS:
        return None
    return Measured(here[0].metric, noun, "one more of the rates told", True)


OF_PARTS = OF_MARKETS | {"investment_amount", "industry_output", "production_volume"}
"""What is told of parts one by one."""


NAMES = lazy(r"[\u4e00-\u9fffA-Za-z0-9、“”（）()+\-]+")


def amounts_told(window: Window, earlier: list[Topic], same_sentence: int, noun: str) -> list[Topic]:
    """The topics that an amount can be one more of, latest first: those of the sentence, of the passage where
    其中 or a field opens it; without the growth between that is one of the same amount
    (规模3亿元，增长8%，其中甲2亿元).
    """
    parts = PARTS_FIRST.match(window.sentence) is not None
    opens = not same_sentence and (IS_NAMED.search(window.before) or FIELD.search(noun)) is not None
    told = earlier[:NEAREST] if parts or opens else earlier[:same_sentence]
    if parts or "其中" in window.before or "其中" in window.between:
        return [topic for topic in told if topic.kind not in FREE]
    while len(told) > 1 and told[0].kind in FREE and told[0].metric == told[1].metric:
        told = told[1:]
    return told


NEXT = lazy(
    r"(?:其次|再次|第[二三四五]|最后|最少|紧随其后|紧跟其后|排在其后|随后|接着)(?:的)?[是为]([^，。；：0-9]{2,16})$"
    r"|(?:^|[，；：])(?:而|则)?([^，。；：0-9]{2,16}?)(?:则|也|以及)*(?:次之|其次|居次|居其次|紧随其后|紧跟其后|(?:排名?|位列|位居|居)第[二三四五])$"
)
"""A clause that names what comes next in a list told by size: 其次是纺织品，占16%; 动作片次之，为8亿元."""


def next_in_line(number: Number, window: Window, here: list[Topic]) -> Measured | None:
    """What the clause before the number names as the next in line of what was told; names are subjects."""
    if not here or "次" not in window.between and "后" not in window.between and "第" not in window.between:
        return None
    found = NEXT.search(window.between.rstrip("，；：、"))
    noun = phrase_before(found[1] or found[2]) if found else ""
    kind = unit_kind(number.unit)
    if is_generic(noun) or here[0].kind != kind or IS.fullmatch(window.before.strip("，")) is None:
        return None
    own = metric_for(noun, noun, kind) if here[0].metric == OTHER else None
    return Measured(own[0] if own else here[0].metric, noun, "next in line", True)
