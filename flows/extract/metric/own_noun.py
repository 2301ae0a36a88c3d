"""What a number measures by a noun phrase of its own, alone or beside the claims before it."""

from __future__ import annotations

from flows.extract.metric.counted import BODY_HEAD, FIRM_UNITS
from flows.extract.metric.figure import Figure
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
from flows.extract.metric.parts import name_of_part, one_more, one_more_rate
from flows.extract.metric.rated import SHARE_WORD
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


def by_own_noun(figure: Figure) -> Measured | None:
    """What the number's own nouns say: by their metric, by the claims before them, or by themselves."""
    number, window, specific = figure.number, figure.window, figure.specific
    context = context_of(window, specific)
    measured = special_case(figure) or first_named(figure, context)
    if not measured and specific:
        measured = like_told(figure, specific[0])
    if measured:
        return measured
    if is_plain(number):
        return adopted_metric(specific, window, number)
    return without_metric(figure, specific[0], context) if specific else None


def special_case(figure: Figure) -> Measured | None:
    """A price or the size of one more market, a share of a whole that the text names: no metric of a noun."""
    if figure.kind == "money":
        here, earlier = figure.here, figure.earlier
        return special_amount(figure.number, figure.window, figure.specific, earlier, here)
    return part_of_whole(figure) if figure.kind == "percent" else None


def part_of_whole(figure: Figure) -> Measured | None:
    """The share of a whole that the text names, has told or set before (占GDP的5%; 营收中，…的比例为5%)."""
    window, specific, here = figure.window, figure.specific, figure.here
    if "占" in window.before or window.before.endswith("其中的"):
        shared = part_of_gdp(window, here) or share_of_whole(window, specific, here, figure.earlier)
        if shared:
            return shared
    metric = of_set(window) if specific and OF_ALL.search(specific[0]) else None
    return Measured(metric, specific[0], "share of the whole set before", True) if metric else None


def part_of_gdp(window: Window, here: list[Topic]) -> Measured | None:
    """The share of the gross domestic product that something has: 数字经济占GDP比重达42%."""
    whole = GDP_SHARE.search(window.before)
    if whole is None:
        return None
    noun = phrase_before(window.before[: whole.start()]) or (here[0].noun if here else "")
    return Measured("gdp", noun, "share of the gross domestic product", True)


def first_named(figure: Figure, context: str) -> Measured | None:
    """What the first of the nouns says that has a metric."""
    for noun in figure.specific:
        measured = by_metric_of(figure, noun, context)
        if measured:
            return measured
    return None


def by_metric_of(figure: Figure, noun: str, context: str) -> Measured | None:
    """What the metric of the noun is in the list or the sentence where it stands."""
    number, window, kind = figure.number, figure.window, figure.kind
    found = named_by(noun, context, number) or named_by(noun, window.clause, number)
    more = one_more(number, window, figure.earlier, figure.same_sentence, found[0] if found else None)
    if more:
        return more
    first = noun.split("、", 1)[0] if kind == "rank" else noun
    if first != noun and MEASURE_TAIL.search(first):
        found = metric_for(first, context, kind)  # 产量、销量均居第一
    if found is None:
        return None
    told = share_of_told(figure, noun, *found)
    if told:
        return told
    return Measured(counted_as(found[0], noun, window, figure.here, kind), noun, f"noun, {found[1]}", True)


def share_of_told(figure: Figure, noun: str, metric: str, rule: str) -> Measured | None:
    """What was told before that a noun's number is a part or one more rate of, though it has a metric itself
    (营收3亿元，前五大客户占六成; 大型企业应用率为61%，中小企业仅18%).
    """
    window, here = figure.window, figure.here
    percent = figure.kind == "percent"
    if percent and PAYER.search(noun) and pays(window, here):
        return Measured("revenue", noun, "who pays a share of the revenue", True)
    if percent and part_of_deals(metric, window.before, figure.earlier[:2]):
        return Measured("financing_event_count", noun, "part of the deals", True)
    if rule != "of another unit" or not here:
        return None
    if percent and of_rate(window, here) and not names_amount(noun):
        rated = here[0].noun if here[0].metric == OTHER else noun
        return Measured(here[0].metric, rated, "parallel to the rate before", True)
    if not leads(window, noun) and part_of_amount(window, here):
        return Measured(here[0].metric, noun, "noun's part of the topic", True)
    return None


def like_told(figure: Figure, noun: str) -> Measured | None:
    """What a noun without a metric measures by what it is like: an earlier noun, a field's firms, a price."""
    number, window, earlier = figure.number, figure.window, figure.earlier
    like = parallel_noun(number, window, noun, figure.behind, figure.here) or shortened(noun, number, earlier)
    if like:
        return like
    if number.written_unit in FIRM_UNITS and (
        FIELD.search(noun) or not figure.behind and is_field(name_of_part(window), noun, earlier)
    ):
        return Measured(firms_of(window, earlier), noun, "firms of a field", True)
    if figure.kind == "money" and PRICE_NOUN.search(noun):
        return Measured(OTHER, noun, "price", True)
    return None


def without_metric(figure: Figure, noun: str, context: str) -> Measured | None:
    """What a noun that no metric names measures: things, goods that were sold, or a share, a rate, a rank."""
    kind = figure.kind
    if kind in COUNTS or kind in GOODS and SOLD.search(noun):
        return Measured(OTHER, noun, "noun without a metric", True)
    return free_of_metric(figure, noun, context) if kind in FREE else None


def free_of_metric(figure: Figure, noun: str, context: str) -> Measured | None:
    """A share of an amount, one more rate, a rank by the same, or a rate of the noun itself."""
    window, kind, here = figure.window, figure.kind, figure.here
    shared = SHARE_WORD.search(window.before)
    if shared and OWN_AMOUNT.search(noun):
        return Measured(OTHER, noun, "share of an amount of its own", True)
    whole = OF_AMOUNT.search(window.before)
    told = (
        one_more_rate(window, noun, kind, here)
        or (part_of_amount_named(whole[1] or "", noun, context) if whole else None)
        or (ranked_alike(window, noun, here) if kind == "rank" else None)
    )
    if told:
        return told
    if kind == "rank" or whole or not shared or RATE_NAME.search(noun):
        return Measured(OTHER, noun, "rate without a metric", True)
    return None


def part_of_amount_named(whole: str, noun: str, context: str) -> Measured | None:
    """The share of an amount that a metric names (占总收入的三成); what is spent is no part of one."""
    found = metric_for(whole, context, "money") if not SPENT.search(noun) else None
    return Measured(found[0], noun, "share of a named amount", True) if found else None


def ranked_alike(window: Window, noun: str, here: list[Topic]) -> Measured | None:
    """One more rank by what the one before is by, where the noun is who ranks (甲排第一，乙排第二)."""
    if not here or here[0].kind != "rank" or NAMES_MEASURE.search(noun) or IN_WHAT.search(window.before):
        return None
    return Measured(here[0].metric, here[0].noun, "ranked by the same", False)


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
