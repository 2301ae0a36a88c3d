"""What one number measures in its sentence: its own noun phrase first, then the topic that it inherits."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.metric.behind import phrase_after
from flows.extract.metric.counterparts import compared_with
from flows.extract.metric.divided import part_counted, part_of_label, rest_of_told
from flows.extract.metric.fitting import Topic, counts_places, gone_back, of_other_things
from flows.extract.metric.headed import (
    discounted,
    grown_alike,
    in_brackets,
    labelled,
    noun_before_from,
    noun_behind_list,
    rated_in_benchmark,
    score_of_test,
)
from flows.extract.metric.headless import told_of_whole
from flows.extract.metric.inherited import MARK, Measured, lead_metric, nearest_noun
from flows.extract.metric.likened import (
    is_plain,
    names_amount,
    of_origin,
    parallel_noun,
    shortened,
    special_amount,
)
from flows.extract.metric.markets import market_move
from flows.extract.metric.metrics import (
    COUNTS,
    FREE,
    MEASURE_TAIL,
    OTHER,
    RATE_NAME,
    metric_for,
    metric_units,
    unit_kind,
)
from flows.extract.metric.moved import of_moved_clause
from flows.extract.metric.nouns import is_generic, phrase_before, verb_before
from flows.extract.metric.owned import SHARE_WORD, own_nouns
from flows.extract.metric.paced import paced
from flows.extract.metric.parts import next_in_line, next_level, one_more, one_more_rate, one_of_them
from flows.extract.metric.ranked_by import of_ranked_list, ranked_by
from flows.extract.metric.related import (
    FIELD,
    PAYER,
    deals,
    firms_of,
    leads,
    no_firms,
    of_rate,
    part_of_amount,
    part_of_deals,
    pays,
    won,
)
from flows.extract.metric.shares import SPENT, share_of_whole
from flows.extract.metric.spread import spread_firms
from flows.extract.metric.topical import by_topic, done_in_aspect, level_of_share
from flows.extract.metric.unitless import adopted_metric, bare_amount
from flows.extract.metric.viewed import by_view, level_of, most_of
from flows.extract.metric.wholes import of_set, part_of_listed
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

RESPECTIVELY = "分别"
LISTED = lazy(r"^[、和及与，]{1,2}$")
GDP_SHARE = lazy(
    r"占(?:[^，。；占]{0,6})?(?:GDP|(?:地区|国内)?生产总值)(?:的?(?:比重|比例|份额))?[^，。；]{0,6}$"
)

LOOKED_AT_ANEW = frozenset({"rank", "percent", "money"})
SIGNS = frozenset("+-−＋－↑↓")
BASE = lazy(
    r"(?:高于|低于|多于|少于|超过|超出|不及|不如|优于|逊于|好于|差于|符合|[较比])[^，。；的]{0,4}的$"
    r"|^[，；]?(?:此前|先前|原先|原来|之前|上一?版|原)(?:的?(?:版本|预测|预计|预期|计划|估计|口径|公布|方案|定))*的?(?:则|仅|只|是|为|有)*(?:约|近)?$"
    r"|(?:预估|预期|预测|预计|预料|指引|共识|估计)(?:[中均]值|平均|区间)?的?$"
)
"""The level that one just told is compared with: 月活8亿，高于7月的7亿."""
PART_OF = ("涉及", "其中", "包括", "分别", "共")


def again(after: str, topic: Topic) -> bool:
    """Is the share one more of what the claim before was a share of (六成的企业…，两成的企业…)?"""
    return topic.kind == "percent" and len(topic.noun) > 1 and after.removeprefix("的").startswith(topic.noun)


def measured_by(
    number: Number, window: Window, earlier: list[Topic], same_sentence: int, older: tuple[Topic, ...] = ()
) -> Measured:
    """The metric and noun of a number. `earlier` are topics, latest first; the first `same_sentence` of them
    stand in the same sentence, `older` are of the passages before."""
    kind = unit_kind(number.unit)
    here = earlier[:same_sentence]
    listed = here and len(window.before) <= 2 and LISTED.match(window.before)
    if earlier and counts_places(earlier[0], number.written_unit):
        spread = spread_firms(window)
        if spread:
            return spread
    other = here and of_other_things(here[0], kind, number.written_unit)
    if listed and not other and here[0].kind == kind and (kind == "money" or not phrase_after(window.after)):
        told = gone_back(here[0], here, kind, number.written_unit, window)
        rule = "listed with the claim before" if told is here[0] else "topic of the sentence"
        return Measured(told.metric, told.noun, rule, False)
    if here and here[0].noun and window.before.removeprefix("的").startswith(here[0].noun):
        rest = window.before.removeprefix("的").removeprefix(here[0].noun)
        if not is_generic(phrase_before(rest)):
            window = replace(window, before=rest)
    if "以" in window.before or "凭" in window.before:
        of_list = noun_behind_list(window, kind)
        if of_list:
            return of_list
    nouns = own_nouns(number, window)
    if kind == "percent" and here and again(window.after, here[0]):
        nouns = [here[0].noun]
    specific = [noun for noun in nouns if not is_generic(noun)]
    if kind in COUNTS and specific and specific[0] == nouns[0]:
        specific = specific[:1]
    behind = bool(specific) and specific[0] != nouns[-1]
    if here and here[0].kind == kind and kind not in FREE and BASE.search(window.before):
        return Measured(here[0].metric, here[0].noun, "level compared with", True)
    bare = bare_amount(number, window, specific, earlier, same_sentence, older) if kind == "count" else None
    seen = None
    anew = not here or (kind in LOOKED_AT_ANEW or number.written_unit == "分") and "，" in window.between
    if anew and (kind in LOOKED_AT_ANEW or kind in COUNTS):
        seen = by_view(number, window, specific, here[0].noun if here else None)
    if kind == "percent" and not here and not specific and SHARE_ITSELF.match(window.after):
        return Measured(OTHER, "市场份额", "share of a market", True)
    measured = (
        bare
        or (of_moved_clause(window, kind) if not specific else None)
        or score_of_test(number, window)
        or (rated_in_benchmark(number, window) if kind == "percent" else None)
        or one_of_them(window, kind, here)
        or told_of_whole(number, window, earlier, same_sentence, older)
        or next_level(window, here)
        or discounted(number, specific)
        or paced(number, window, bool(specific))
        or seen
        or (of_ranked_list(window, kind) if kind not in FREE and not specific else None)
        or in_brackets(window, kind, here, number.surface[:1] in SIGNS)
        or grown_alike(window, kind, earlier, same_sentence)
        or (noun_before_from(window, kind) if not here and not specific else None)
        or (labelled(window, kind) if not here and not specific else None)
        or (level_of(number, window, here) if not specific else None)
        or deals(number, window, nouns, specific, [*here, *earlier[same_sentence : same_sentence + 2]])
        or market_move(number, window)
        or (compared_with(window, here) if kind == "multiple" else None)
        or (ranked_by(window, bool(specific)) if kind == "rank" else None)
        or (most_of(window, kind) if RESPECTIVELY in window.before else None)
        or done_in_aspect(window, kind, specific)
        or rest_of_told(kind, specific, here)
        or of_origin(number, specific, here)
        or part_of_label(number, window, specific)
        or part_counted(number, window, specific, behind, earlier, same_sentence, older)
        or by_own_noun(number, window, specific, behind, earlier, same_sentence)
        or (won(window, kind, older) or next_in_line(number, window, here) if not specific else None)
        or by_topic(number, window, specific, earlier, same_sentence, older)
        or (level_of_share(window, kind, here) if not specific else None)
        or by_the_rest(window, specific or [noun for noun in nouns if AMOUNT_OF.search(noun)], kind)
    )
    return no_firms(measured, number, specific, [*earlier[:6], *older], window) or measured


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
    context = window.item
    if window.before.removesuffix("有").endswith(PART_OF):
        context = window.sentence.split("#", 1)[0] + context[context.find("#") :]
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
            metric = counted_as(found[0], window, here) if kind == "count" else found[0]
            return Measured(metric, noun, f"noun, {found[1]}", True)
    if not specific:
        return adopted_metric(specific, window, number) if is_plain(number) else None
    parallel = parallel_noun(number, window, specific[0], behind, here)
    if parallel:
        return parallel
    short = shortened(specific[0], number, earlier)
    if short:
        return short
    if number.written_unit in {"家", "户"} and FIELD.search(specific[0]):
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


def counted_as(metric: str, window: Window, here: list[Topic]) -> str:
    """The metric of a count that may be a part of what is listed, or of new firms counted just before
    (新登记主体2万户，其中企业6000户).
    """
    told = next((topic for topic in here if topic.kind == "count"), None)
    if metric == "firm_count" and told and told.metric == "firm_new_count":
        if "其中" in window.before or "其中" in window.between:
            return "firm_new_count"
    return part_of_listed(metric, window)


GOODS = frozenset({"t", "kg", "kWh", "m3", "kW"})
SOLD = lazy(r"(?:销量|销售量|出货量|交付量|库存量?|装机量|装车量|订单量|进口量|出口量|消费量|需求量)$")
"""What a weight or a volume of goods measures itself, and no output of the same clause."""
OWN_AMOUNT = lazy(r"(?:[数总税]额|[^数总]量|数量|收入|利润|税收|产值|投资|支出|面积|人口|营收|出口|进口)$")
"""A noun whose share is no share of what was spoken of before: 利润总额占全省七成."""
OF_AMOUNT = lazy(r"占[^，。；]{0,4}?((?:总|营业)?(?:营收|收入)|GDP|生产总值|产值|利润)[^，。；]{0,8}$")


def by_the_rest(window: Window, specific: list[str], kind: str) -> Measured:
    """What is left: the noun, a verb that stands for one, one of an earlier clause or sentence."""
    if kind == "money" and len(specific) > 1 and window.after.startswith("的"):
        return Measured(OTHER, specific[-1], "no metric named, noun behind", True)
    noun = specific[0] if specific else verb_before(window.before) or nearest_noun(window)
    if not specific and noun and noun in MARK.split(window.sentence.split("#", 1)[0]):
        found = metric_for(noun, noun, kind)  # 全省茶叶产量，甲县排第一
        if found:
            return Measured(found[0], noun, "noun of a clause of its own", False)
    if not noun and window.lead:
        told = lead_metric(window.lead, kind)
        if told:
            return told
    return Measured(OTHER, noun, UNNAMED, bool(specific))


UNNAMED = "no metric named"
SHARE_ITSELF = lazy(r"(?:以上|左右)?的?(?:市场)?(?:份额|占有率)")
AMOUNT_OF = lazy(r"[^数总体存增]量$|规模$|[^总金]额$|得分$|指数$")
"""A noun without a thing of its own that still says more than nothing: 保有量."""
PRICE_NOUN = lazy(r"(?:[均单售房租票运报]价|价格|租金)$")
