"""What a number measures by a noun phrase of its own, alone or beside the claims before it."""

from __future__ import annotations

from flows.extract.metric.counted import BODY_HEAD, FIRM_UNITS
from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.likened import (
    SITE,
    is_plain,
    names_amount,
    parallel_noun,
    shortened,
    special_amount,
)
from flows.extract.metric.metrics import (
    COUNTS,
    FIRMS,
    FREE,
    MEASURE_TAIL,
    OTHER,
    RATE_NAME,
    metric_for,
    metric_units,
    unit_kind,
)
from flows.extract.metric.nouns import phrase_before
from flows.extract.metric.owned import SHARE_WORD
from flows.extract.metric.parts import name_of_part, one_more, one_more_rate
from flows.extract.metric.related import (
    FIELD,
    PAYER,
    firms_of,
    leads,
    of_rate,
    part_of_amount,
    part_of_deals,
    pays,
)
from flows.extract.metric.shares import SPENT, share_of_whole
from flows.extract.metric.unitless import adopted_metric
from flows.extract.metric.wholes import of_set, part_of_listed
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

GDP_SHARE = lazy(
    r"占(?:[^，。；占]{0,6})?(?:GDP|(?:地区|国内)?生产总值)(?:的?(?:比重|比例|份额))?[^，。；]{0,6}$"
)
PART_OF = ("涉及", "其中", "包括", "分别", "共")


def by_own_noun(
    number: Number,
    window: Window,
    specific: list[str],
    behind: bool,
    earlier: list[Topic],
    same_sentence: int,
) -> Measured | None:
    """What the number's own nouns say; `behind` tells that the first of them stands behind it."""
    kind, here = unit_kind(number.unit), earlier[:same_sentence]
    amount = special_amount(number, window, specific, earlier, here) if kind == "money" else None
    if amount:
        return amount
    if kind == "percent" and ("占" in window.before or window.before.endswith("其中的")):
        whole = GDP_SHARE.search(window.before)
        if whole:
            noun = phrase_before(window.before[: whole.start()]) or (here[0].noun if here else "")
            return Measured("gdp", noun, "share of the gross domestic product", True)
        shared = share_of_whole(window, specific, here, earlier)
        if shared:
            return shared
    if kind == "percent" and specific and OF_ALL.search(specific[0]):
        metric = of_set(window)
        if metric:
            return Measured(metric, specific[0], "share of the whole set before", True)
    context = context_of(window, specific)
    for noun in specific:
        found = named_by(noun, context, number) or named_by(noun, window.clause, number)
        more = one_more(number, window, earlier, same_sentence, found[0] if found else None)
        if more:
            return more
        if kind == "rank" and "、" in noun and MEASURE_TAIL.search(noun.split("、", 1)[0]):
            found = metric_for(noun.split("、", 1)[0], context, kind)
        if found and kind == "percent" and PAYER.search(noun) and pays(window, here):
            return Measured("revenue", noun, "who pays a share of the revenue", True)
        if found and kind == "percent" and part_of_deals(found[0], window.before, earlier[:2]):
            return Measured("financing_event_count", noun, "part of the deals", True)
        rated_too = kind == "percent" and of_rate(window, here) and not names_amount(noun)
        if found and found[1] == "of another unit" and rated_too:
            rated = here[0].noun if here[0].metric == OTHER else noun
            return Measured(here[0].metric, rated, "parallel to the rate before", True)
        other_unit = found and found[1] == "of another unit" and not leads(window, noun)
        if other_unit and here and part_of_amount(window, here):
            return Measured(here[0].metric, noun, "noun's part of the topic", True)
        if found:
            metric = counted_as(found[0], noun, window, here, kind)
            return Measured(metric, noun, f"noun, {found[1]}", True)
    if not specific:
        return adopted_metric(specific, window, number) if is_plain(number) else None
    parallel = parallel_noun(number, window, specific[0], behind, here)
    if parallel:
        return parallel
    short = shortened(specific[0], number, earlier)
    if short:
        return short
    if number.written_unit in FIRM_UNITS and (
        FIELD.search(specific[0]) or not behind and is_field(name_of_part(window), specific[0], earlier)
    ):
        return Measured(firms_of(window, earlier), specific[0], "firms of a field", True)
    if kind == "money" and PRICE_NOUN.search(specific[0]):
        return Measured(OTHER, specific[0], "price", True)
    if is_plain(number):
        return adopted_metric(specific, window, number)
    if kind in COUNTS or kind in GOODS and SOLD.search(specific[0]):
        return Measured(OTHER, specific[0], "noun without a metric", True)
    if kind in FREE and SHARE_WORD.search(window.before) and OWN_AMOUNT.search(specific[0]):
        return Measured(OTHER, specific[0], "share of an amount of its own", True)
    more_rate = one_more_rate(window, specific[0], kind, here)
    if more_rate:
        return more_rate
    is_rate = kind in FREE and (not SHARE_WORD.search(window.before) or RATE_NAME.search(specific[0]))
    whole = OF_AMOUNT.search(window.before) if kind in FREE else None
    if whole and not SPENT.search(specific[0]):
        found = metric_for(whole[1], context, "money")
        if found:
            return Measured(found[0], specific[0], "share of a named amount", True)
    same = kind == "rank" and here and here[0].kind == "rank" and not NAMES_MEASURE.search(specific[0])
    if same and not IN_WHAT.search(window.before):
        return Measured(here[0].metric, here[0].noun, "ranked by the same", False)
    if kind == "rank" or is_rate or whole:
        return Measured(OTHER, specific[0], "rate without a metric", True)
    return None


def context_of(window: Window, specific: list[str]) -> str:
    """What the metric of a noun is sought beside: its item, or all that a part has been told of before it;
    what 共 counts by the noun before it is no part (上市企业83家，单项冠军企业共有24家).
    """
    opened = window.before.removesuffix("有")
    counted = bool(specific) and opened.removesuffix("共").endswith(specific[0])
    if not opened.endswith(PART_OF) or counted:
        return window.item
    return window.sentence.split("#", 1)[0] + window.item[window.item.find("#") :]


def named_by(noun: str, context: str, number: Number) -> tuple[str, str] | None:
    """The metric that the noun and its context name for the number; points (分) count no things."""
    found = metric_for(noun, context, unit_kind(number.unit))
    if found and number.written_unit == "分" and metric_units().get(found[0]) in COUNTS:
        return None  # 头部模型与平均水平相差12.4分
    return found


OF_ALL = lazy(r"(?:比例|占比|比重)$")
"""A part that is named by its ratio to what an earlier clause sets: 用户里，来自甲的比例为5%."""
IN_WHAT = lazy(r"在[^，。；在]{2,14}(?:上|方面)(?:则|也|均|都|更|又)?(?:[排位名列居]|稳居|高居)")
"""What a rank is by, in a clause of its own list: 在海外订单上则居首位."""
NAMES_MEASURE = lazy(
    r"(?:[率额量数值价力度]|规模|营收|利润|收入|份额|水平|环境|生态|质量|基础|优势|成效|成果|速度|增速|进度|位次|排名|榜|增幅|出口|进口|外贸)$"
)
"""A noun that a rank can be by; any other one in a list of ranks names who ranks."""


def is_field(part: str, noun: str, earlier: list[Topic]) -> bool:
    """Does the name before 家 tell what firms make or do, of which the text speaks, and name no body itself,
    nor the noun that it is read with (减速器14家)?
    """
    if not part or any(BODY_HEAD.search(name) or SITE.search(name) for name in (part, noun)):
        return False
    return any(topic.metric in FIRMS for topic in earlier[:4])


def goes_through(window: Window) -> bool:
    """Is the number in the list of parts that 其中 opens?"""
    return "其中" in window.sentence and "；" not in window.sentence.split("#", 1)[0].rpartition("其中")[2]


PARTS_TOO = frozenset({"firm_new_count", "firm_listed_count", "financed_firm_count"})
"""What is told of firms and of their parts behind 其中: 上市公司17家，其中民营企业7家."""


def counted_as(metric: str, noun: str, window: Window, here: list[Topic], kind: str) -> str:
    """The metric of a count or a share that may be a part of what is listed, or of what was just counted
    (新登记主体2万户，其中企业6000户; 新客户640家，其中车企占四成).
    """
    told = [topic.metric for topic in here if topic.kind == "count"]
    if metric == "firm_count" and told and kind in {"count", "percent"} and goes_through(window):
        wholes = PARTS_TOO if kind == "count" else PARTS_TOO | {"customer_count"}
        if told[0] in wholes and ("其中" in window.before + window.between or set(told) == {told[0]}):
            return told[0]
    if kind != "count":
        return metric
    return told[0] if told and is_listed_too(metric, noun, here) else part_of_listed(metric, window)


def is_listed_too(metric: str, noun: str, here: list[Topic]) -> bool:
    """Are firms counted by their bare name beside those of a list (榜单上，甲市企业9家；乙市企业4家)?"""
    return metric == "firm_count" and here[0].metric == "firm_listed_count" and here[0].noun == noun == "企业"


GOODS = frozenset({"t", "kg", "kWh", "m3", "kW"})
SOLD = lazy(r"(?:销量|销售量|出货量|交付量|库存量?|装机量|装车量|订单量|进口量|出口量|消费量|需求量)$")
"""What a weight or a volume of goods measures itself, and no output of the same clause."""
OWN_AMOUNT = lazy(r"(?:[数总税]额|[^数总]量|数量|收入|利润|税收|产值|投资|支出|面积|人口|营收|出口|进口)$")
"""A noun whose share is no share of what was spoken of before: 利润总额占全省七成."""
OF_AMOUNT = lazy(r"占[^，。；]{0,4}?((?:总|营业)?(?:营收|收入)|GDP|生产总值|产值|利润)[^，。；]{0,8}$")
PRICE_NOUN = lazy(r"(?:[均单售房租票运报]价|价格|租金)$")
