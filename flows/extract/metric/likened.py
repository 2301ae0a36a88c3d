"""Special cases of what a number measures: prices, sizes beside a market, nouns parallel to earlier ones."""

from __future__ import annotations

from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.markets import is_share_price, name_of_price
from flows.extract.metric.metrics import COUNT_NAME, COUNTS, FIRMS, FREE, OTHER, unit_kind
from flows.extract.metric.noun_behind import HOLDER
from flows.extract.metric.nouns import noun_verbs
from flows.extract.metric.parts import MEASURE, name_of_part
from flows.extract.metric.related import NAMES_AMOUNT, OWN_CASE, is_size_alike
from flows.extract.metric.viewed import viewed_noun
from flows.extract.numbers.number import Number
from flows.extract.scores import SCORE
from flows.extract.windows import Window
from flows.patterns import lazy

DATA = "dataset_size"
ANY_THING = frozenset({"个", "项", "多个", "余个", "种", "类"})
"""Classifiers of anything: what is counted by them is not alike for that."""
TOKENS = ("token", "tokens", "Token", "Tokens")


def special_amount(
    number: Number, window: Window, specific: list[str], earlier: list[Topic], here: list[Topic]
) -> Measured | None:
    """A price of tokens or of a share, or the size of one more market: no amount by its noun alone."""
    if number.per and number.per.endswith(TOKENS):
        viewed = viewed_noun(window.sentence.split("#", 1)[0])
        return Measured(OTHER, price_noun([*specific, viewed], earlier), "price of a unit", bool(specific))
    if is_share_price(number, window) and not any("价" in noun for noun in specific):
        return Measured(OTHER, name_of_price(window), "price of a unit", False)
    if specific and is_size_alike(specific[0], here):
        return Measured("market_size", specific[0], "size parallel to the market's", True)
    return None


def in_full(noun: str, kind: str, earlier: list[Topic], older: tuple[Topic, ...]) -> Measured | None:
    """What a bare 收入 is in a text that has told of one by its full name (旅游收入…。收入超600亿元)."""
    if noun not in SHORTENED or kind not in {"money", "percent", "rank"}:
        return None
    told = [topic for topic in (*earlier, *older) if topic.kind == "money" and topic.noun.endswith(SHORTENED)]
    full = told[0] if told and all(topic.noun == told[0].noun for topic in told) else None
    if full is None or full.noun == noun:
        return None
    return Measured(full.metric, full.noun, "name told in full before", True)


SHORTENED = ("收入", "总收入")


def names_amount(noun: str) -> bool:
    """Does the noun name a number or an amount of its own (销售片数), no group with a rate?"""
    return bool(NAMES_AMOUNT.search(noun) or COUNT_NAME.search(noun) or YIELD.search(noun))


YIELD = lazy(r"(?:产出|产值|能耗|成本|利润|营收)$")
"""What is gained or spent, and no group with a rate: 不良率下降41%，人均产出提高19%."""


def goes_on_data(prior: Topic, window: Window) -> bool:
    """Does the number go on a list of what a data set holds (2亿个文本，300万个图文对)?"""
    return prior.metric == DATA and not window.before.strip("，、和及与")


def is_parallel(noun: str, prior: Topic) -> bool:
    """Is the noun one more kind of what was counted before by the same classifier?"""
    if NAMES_AMOUNT.search(noun) or OWN_CASE.search(noun):
        return False
    if prior.metric == OTHER:
        return True
    if prior.written not in ANY_THING:
        own = SITE if prior.written in BODIES else PRODUCT
        return prior.noun[-2:] == noun[-2:] or own.search(noun) is None
    return prior.noun[-2:] == noun[-2:]


def shortened(noun: str, number: Number, earlier: list[Topic]) -> Measured | None:
    """The metric of an earlier noun that this one is short for (专利申请数量…，美国的申请数量)."""
    free = unit_kind(number.unit) in FREE and len(noun) > 2
    for topic in earlier[:4]:
        if topic.metric == OTHER or noun not in topic.noun:
            continue
        counted = unit_kind(number.unit) in COUNTS and topic.written == number.written_unit is not None
        counted = counted and not (len(noun) == SHORTEST and topic.noun.startswith(noun))
        if counted or free and topic.noun.endswith(noun):
            return Measured(topic.metric, noun, "short for an earlier noun", True)
    return None


SITE = lazy(r"(?:工厂|车间|门店|商场|影院|景区|场馆|媒体|网站|基金|网点|作坊|剧院|展馆)$")
"""What is counted by 家 as firms are, and is none."""


PRODUCT = lazy(
    r"(?:终端|产品|新品|机器人|芯片|汽车|车型|手机|眼镜|设备|软件|游戏|应用|服务器|无人机|新药|药物|器械)$"
)
"""A thing of its own beside what was counted so: 大模型40款、智能终端50款."""


def counted_again(noun: str, earlier: list[Topic], older: tuple[Topic, ...]) -> Measured | None:
    """What was counted before by its full name, where a number of it goes by the bare one
    (652家公司拿到投资…，公司数多了21%).
    """
    named = AGAIN.fullmatch(noun)
    if named is None:
        return None
    deals = named[1] is None
    for topic in (*earlier, *older):
        alike = topic.metric == "financing_event_count" if deals else named[1] in topic.noun
        if topic.kind == "count" and alike:
            told = deals or topic.metric in FULLER
            return Measured(topic.metric, noun, "counted again", True) if told else None
    return None


def named_again(
    noun: str, number: Number, earlier: list[Topic], older: tuple[Topic, ...]
) -> Measured | None:
    """Firms of a list that go by the same name as before (图谱收录108家标杆企业。…108家标杆企业布满全市)."""
    for topic in (*earlier, *older):
        if topic.written == number.written_unit and topic.noun == noun and len(noun) > SHORT_NAME:
            return Measured(topic.metric, noun, "named again", True) if topic.metric in OF_LISTS else None
    return None


SHORT_NAME = 2
OF_LISTS = frozenset({"firm_listed_count", "financed_firm_count"})
AGAIN = lazy(r"(企业|公司|大?模型|服务)(?:总?数量?|家数|款数)|(?:事件|案例|交易|笔)(?:总?数量?)?")
FULLER = FIRMS - {"firm_count"} | {"model_filing_count"}
"""Metrics that a bare noun does not tell."""


SHORTEST = 2
"""Characters of a noun that a longer one may begin with by chance: 国家, 国家实验室."""


def is_plain(number: Number) -> bool:
    """Is the number a count without a classifier?"""
    return unit_kind(number.unit) == "count" and not number.written_unit


def price_noun(specific: list[str], earlier: list[Topic]) -> str:
    """The price that is meant: the number's own noun, that of a topic, else 价格."""
    named = (noun for noun in (*specific, *(topic.noun for topic in earlier[:4])) if "价" in noun)
    return next(named, "价格")


def parallel_noun(
    number: Number, window: Window, noun: str, behind: bool, here: list[Topic]
) -> Measured | None:
    """What is counted in parallel to the claim before, by the same classifier; the name of a holder, or of a
    place that is visited, says what that said.
    """
    prior = next((topic for topic in here[:3] if topic.kind != "rank"), None)
    if not prior or unit_kind(number.unit) not in COUNTS or prior.written != number.written_unit:
        return None
    if number.written_unit is None and UNITLESS.search(noun) and not UNITLESS.search(prior.noun):
        return None
    if not goes_on_data(prior, window) and (behind or not is_parallel(noun, prior)):
        return None
    if prior.metric == OTHER:
        named = number.written_unit not in BODIES and HOLDER.search(noun)
        members = window.before.endswith("等")  # 其中甲、乙等9个
        done = noun in noun_verbs() and f"{noun}{prior.noun}" not in window.sentence
        done = done or noun[-TAIL:] == prior.noun[-TAIL:]  # 公路发送旅客9万人次；铁路发送旅客8万人次
        same = named or members or number.written_unit in VISITS and not done
        noun = prior.noun if same else part_of(window, noun, prior)
    return Measured(prior.metric, noun, "parallel to the claim before", True)


UNITLESS = lazy(rf"(?:{SCORE}|指数|系数)$")
"""What has no unit as a count has none, and is none (参数320亿，某测试得分60.1)."""


def part_of(window: Window, noun: str, told: Topic) -> str:
    """The name of the part before a number, with the measure that what was told before ends with."""
    name = name_of_part(window)
    part = (name if name.startswith(noun) else noun).rstrip("的")
    measure = MEASURE.search(told.noun)
    return part + measure[0] if measure and not MEASURE.search(part) else part


TAIL = 2
ORIGINS = frozenset({"进口", "国产", "境内", "境外", "海外", "国内"})


def of_origin(number: Number, specific: list[str], here: list[Topic]) -> Measured | None:
    """A part of what was just counted in the same classifier, told by its origin: 国产147款，进口11款."""
    if unit_kind(number.unit) != "count" or not number.written_unit or not here or not specific:
        return None
    if specific[0] not in ORIGINS or here[0].written != number.written_unit:
        return None
    return Measured(here[0].metric, specific[0] + here[0].noun, "part told by its origin", True)


BODIES = frozenset("家户所个")
VISITS = frozenset({"人次", "架次", "车次", "班次"})
"""What is counted by these is no part by its name: 甲口岸旅客2万人次；乙口岸1万人次."""
