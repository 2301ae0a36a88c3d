"""What a number measures by the claims beside it: deals, parts of amounts, payers, goods in a list, firms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured, between_noun, nearest_noun
from flows.extract.metric.metrics import FIRMS, OTHER, RATE_OF, metric_for, unit_kind
from flows.extract.metric.rated import SHARE_WORD
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

NO_FIRMS = frozenset(
    [
        *"辆台部架艘吨次起宗笔条座篇股张枚套块件幢栋处株头只颗根粒卷首幅",
        *("架次", "人次", "车次", "班次", "航次", "列次"),
    ]
)
"""Classifiers of things that are no firms."""
TOO_MANY = 10**8
"""More than there are firms, institutes or models anywhere."""
SITES = frozenset("座处套架篇")
"""Those of them by which institutes and models are counted."""
OF_BODIES = FIRMS | {"institution_count", "model_count"}


def no_firms(
    measured: Measured, number: Number, specific: list[str], earlier: Sequence[Topic], window: Window
) -> Measured | None:
    """A count whose classifier says that it counts no firms, whatever was spoken of (厂商排名中，37万辆), nor
    institutes or models (机构…持有2万件); nor does a bare number too large for them (月活2亿，厂商4亿).
    """
    if measured.metric not in OF_BODIES:
        return None
    vast = not number.written_unit and number.value is not None and number.value >= TOO_MANY
    vast = vast and not window.after.startswith("级")
    if number.written_unit not in NO_FIRMS and not vast:
        return None
    if measured.metric not in FIRMS and number.written_unit in SITES:
        return None
    for topic in earlier:
        alike = topic.written == number.written_unit and topic.metric not in OF_BODIES
        if alike and (vast or not measured.own):
            return Measured(topic.metric, topic.noun, "topic of the same classifier", False)
    noun = (specific[0] if specific else "") if measured.own else nearest_noun(window)
    return Measured(OTHER, noun, "no firms by the classifier", False)


def deals_again(
    measured: Measured, number: Number, earlier: Sequence[Topic], older: Sequence[Topic]
) -> Measured | None:
    """Deals by the classifier that the text has counted them by, whatever the part is called (算力97起), or
    as projects, where the text speaks of financings (看项目数，北京439个).
    """
    if measured.metric == OTHER and is_deal(measured.noun, number, (*earlier, *older)):
        return replace(measured, metric="financing_event_count", rule="projects of the financings told of")
    if number.written_unit not in DEAL_UNITS or measured.metric in DEALS or OWN_CASE.search(measured.noun):
        return None
    told = next((topic for topic in (*earlier, *older) if topic.written == number.written_unit), None)
    if told is None or told.metric != "financing_event_count":
        return None
    return Measured(told.metric, measured.noun or told.noun, "deals by their classifier", measured.own)


def is_deal(noun: str, number: Number, told: Sequence[Topic]) -> bool:
    """Are projects counted that are financings: their number, or those right behind a claim of financings?"""
    if number.written_unit not in PROJECT_UNITS or not noun.endswith(DEAL_NOUNS):
        return False
    spoken = [topic.metric in DEALS for topic in told[:SPOKEN]]
    return any(spoken) if DEAL_COUNT.fullmatch(noun) else any(spoken[:1]) and not NO_DEAL.search(noun)


PROJECT_UNITS = frozenset({"个", "项", "%", "百分点", "个百分点", "成"})
DEAL_NOUNS = ("项目", "项目数", "项目数量", "项目总数")
DEAL_COUNT = lazy(r"(?:融资|披露)?项目总?数量?")
NO_DEAL = lazy(
    r"签约|开工|竣工|在建|合作|落地|落户|投产|续建|储备|重点|重大|投资|建设|工程|科研|课题|招商|研发|[扶支]持|资助"
    r"|服务|孵化|申报"
)
SPOKEN = 4
"""So many claims before tell what a text speaks of."""
DEALS = frozenset({"financing_event_count", "financed_firm_count", "financing_amount"})


DEAL_UNITS = frozenset({"起", "笔", "宗"})
OWN_CASE = lazy(r"(?:案件?|事故|纠纷|投诉|诉讼|处罚|火灾|并购|订单|申请)$")
"""What is counted by the classifiers of deals and is none."""


def deals(
    number: Number, window: Window, nouns: list[str], specific: list[str], topics: list[Topic]
) -> Measured | None:
    """Deals by their classifier and the amount of deals, behind a claim that speaks of a financing."""
    kind = unit_kind(number.unit)
    named = bool(specific) and OWN_CASE.search(specific[0]) is not None
    if kind == "count" and number.written_unit in DEAL_UNITS and topics and not named:
        if topics[0].metric in DEALS or any(topic.metric in DEALS for topic in topics[:3]):
            noun = next((topic.noun for topic in topics if topic.metric == "financing_event_count"), "")
            noun = specific[0] if specific else noun or "融资事件"
            return Measured("financing_event_count", noun, "deals by their classifier", True)
    if kind == "money" and topics and topics[0].metric == "trade_value" and nouns[0] in {"价值", "货值"}:
        return Measured("trade_value", topics[0].noun, "value of the goods before", True)
    if kind == "money" and topics and nouns[0] in TOTALS and is_project(topics[0]):
        return Measured("investment_amount", nouns[0], "amount of the projects before", True)
    if kind == "money" and topics and nouns[0] in SIZES and topics[0].kind == "count":
        if not window.between.strip("，、") and SECTORS.search(topics[0].noun):
            return Measured("industry_output", topics[0].noun + "规模", "size of the fields before", True)
    if kind == "money" and topics and topics[0].metric == "gdp" and nouns[0] in {"规模", "总规模", "总量"}:
        noun = topics[0].noun + nouns[0]
        found = metric_for(noun, noun, kind)
        return Measured(found[0] if found else OTHER, noun, "size of the part before", True)
    dealt = bool(specific) and topics and (topics[0].written in DEAL_UNITS or "融资" in topics[0].noun)
    priced = kind == "money" and (not specific or dealt and DEALT.fullmatch(specific[0])) or kind == "percent"
    amount = RATE_OF.sub("", nouns[0]) if priced and topics and topics[0].metric in DEALS else ""
    if AMOUNT.search(amount):
        return Measured("financing_amount", amount, "amount of the deals before", True)
    return None


WON = lazy(r"(?:拿下|拿到|斩获|狂揽|揽获|揽下|收获|喜提|入账|吸金|吸纳|吸引)(?:了|约|近|超过?|逾)*$")


def won(window: Window, kind: str, older: tuple[Topic, ...]) -> Measured | None:
    """The financing that somebody has won, where the text before speaks of financings (乙在10月拿下4亿元)."""
    if kind != "money" or not WON.search(window.before):
        return None
    said = window.lead + window.sentence
    if "融资" not in said and not any(topic.metric in DEALS for topic in older[:3]):
        return None
    return Measured("financing_amount", "融资", "financing won", False)


AMOUNT = lazy(r"(?:金额|总额|资金|规模)$")


TOTALS = frozenset({"金额", "总额", "总金额", "总规模", "规模"})
SIZES = frozenset({"规模", "总规模", "合计规模", "规模总量", "总量", "体量"})
SECTORS = lazy(r"(?:集群|产业|产业链|产业带|行业|赛道)(?:数量|总数)?$")
"""Fields that have a size, however many they are: 产业集群已有7个，合计规模2万亿元."""
INVESTED = lazy(r"(?<!采购)(?<!中标)(?<!招标)(?<!科研)(?<!课题)(?<!合作)(?<!融资)项目(?:数|数量)?$")
"""Projects that money is put into: what they come to is an investment."""


def is_project(topic: Topic) -> bool:
    """Did the topic count projects of its own kind, that no metric names?"""
    return topic.metric == OTHER and topic.kind == "count" and INVESTED.search(topic.noun) is not None


DEALT = lazy(
    r"(?:投资|融资|投融资|交易|获投|注资|募资|涉及|披露|公开)?总?(?:金额|总额|额|资金(?:总?规模|总额)?|规模)"
)
"""An amount that is one of the deals spoken of: 投资金额, 交易总额."""


FIELD = lazy(r"(?:(?<!企)(?<!从)业|领域|赛道|板块|产业链)$")


def firms_of(window: Window, earlier: list[Topic]) -> str:
    """The metric of firms that are counted by their field (上榜企业中，制造业336家)."""
    between = between_noun(window, "count")
    if between and between.metric in FIRMS:
        return between.metric
    return next((topic.metric for topic in earlier[:4] if topic.metric in FIRMS), "firm_count")


def is_size_alike(noun: str, here: list[Topic]) -> bool:
    """Is it the size of one more field behind that of a market (AI市场规模…，医疗AI规模…)?"""
    sized = any(topic.metric == "market_size" for topic in here[:4])
    return sized and noun.endswith("规模") and not OTHER_SIZE.search(noun)


OTHER_SIZE = lazy(r"(?:用户|出口|进口|产业|融资|投资|资产|人员|参数|算力|装机|基金|交易|管理)(?:总)?规模$")
NAMES_AMOUNT = lazy(r"(?:[^数总]量|出口|进口|销售|库存)$")
"""A noun that measures something of its own and takes no metric from the claim before: 产量…，销量…."""
RATED = lazy(r"率$")
OWN_RATES = frozenset({"adoption_rate", "accuracy"})
PART_AFTER = lazy(r"以上的|左右的|的|来自|用于|集中|位于|属于")


def of_rate(window: Window, here: list[Topic]) -> bool:
    """Is the percentage of a group one more of the rate before (大型企业应用率为61%，中小企业仅18%)?"""
    if not here or here[0].kind != "percent":
        return False
    if not RATED.search(here[0].noun) and here[0].metric not in OWN_RATES:
        return False
    if "增长" in window.before and "率" not in window.before or CUT.search(window.before):
        return False
    return not (SHARE_WORD.search(window.before) or PART_AFTER.match(window.after))


CUT = lazy(
    r"(?:时间|时长|周期|人员|人数|人手|工时|工作量|次数|频次|耗时|用时|投诉量?|差错|事故|故障|返工|能耗|用[电水]量?|库存)"
    r"[^，。；0-9率]{0,4}(?:减少|缩短|下降|降低|压缩|压降|节[省约]|提[高升]|增加|上升)"
)
"""What has grown less or more beside a rate, and has none itself: 准确率达98%，巡检人员减少六成."""
PAYER = lazy(r"(?:客户|供应商|经销商)(?:贡献)?$")


def pays(window: Window, here: list[Topic]) -> bool:
    """Does the sentence speak of revenue, so that the share of a customer is one of that? Behind a number of
    customers it is one of these.
    """
    if here and here[0].metric == "customer_count" and here[0].kind == "count":
        return False
    spoken = any(topic.metric == "revenue" for topic in here[:3])
    return spoken and ("贡献" in window.before or SHARE_WORD.search(window.before) is not None)


OF_DEALS = lazy(r"占[^，。；]{0,8}(?:事件|案例|笔数|交易数?)[^，。；]{0,4}$")


def part_of_deals(metric: str, before: str, here: list[Topic]) -> bool:
    """Are investments of a round a share of deals (占融资事件的六成), no amount?"""
    if metric not in {"investment_amount", "financing_amount"}:
        return False
    counted = bool(here) and here[0].metric == "financing_event_count" and here[0].kind == "count"
    return OF_DEALS.search(before) is not None or counted and SHARE_WORD.search(before) is not None


def leads(window: Window, noun: str) -> bool:
    """Does the noun stand behind the number, as what it is a part of (六成的企业)?"""
    return window.after.removeprefix("的").startswith(noun)


PART = lazy(r"^(?:其中|当中)")


def part_of_amount(window: Window, here: list[Topic]) -> bool:
    """Is the share one of an amount just told, or of one whose growth stood between (…，其中企业占53%)?"""
    if is_amount(here[0]):
        return True
    grown = here[0].kind == "percent" and len(here) > 1 and here[0].metric == here[1].metric
    return grown and is_amount(here[1]) and PART.match(window.before.lstrip("，；")) is not None


def is_amount(topic: Topic) -> bool:
    """Is the topic an amount of money that shares and growth of firms and customers can be of?"""
    return topic.metric != OTHER and topic.kind == "money"


PROJECT_DEED = lazy(r"(?:签约|签下|开工|竣工|在建|在谈|落地|投产|续建|储备|新签|复工|动工)$")
PROJECT = "项目"


COUNTED_PROJECTS = lazy(r"[0-9][余多]?[个项][、，](?:约|近|超过?|逾)?$")
LED_BY_DEED = lazy(r"项目(?:在|于|已|共|累计)[^，。；0-9]{0,8}?(签约|开工|竣工|落地|投产|落户)$")


def of_projects(measured: Measured, number: Number, told: Sequence[Topic], head: str) -> Measured:
    """The same, or the projects just told where a deed of projects leads to their number (项目63个，…。甲市
    签约18个), or their amount right behind it (签约18个、76亿元); `head` is the sentence up to the number.
    """
    if unit_kind(number.unit) == "money" and not measured.own and told and told[0].noun.endswith(PROJECT):
        if COUNTED_PROJECTS.search(head):
            return Measured("investment_amount", "金额", "amount of the projects before", False)
        return measured
    if measured.metric != OTHER or number.written_unit not in {"个", "项"}:
        return measured
    led = LED_BY_DEED.search(head) if not measured.noun else None
    if led:
        return Measured(OTHER, (led[1] or "") + PROJECT, "projects by their deed", True)
    deed = PROJECT_DEED.search(measured.noun)
    if deed is None or not any(topic.noun.endswith(PROJECT) for topic in told):
        return measured
    return Measured(OTHER, deed[0] + PROJECT, "projects told before", measured.own)
