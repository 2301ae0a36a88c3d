"""What a number measures by its clause, its sentence, its passage and the passages before."""

from __future__ import annotations

from itertools import pairwise

from flows.extract.cues import alternation
from flows.extract.metric.behind import phrase_after
from flows.extract.metric.figure import Figure
from flows.extract.metric.fitting import ANY_UNITS, STOCKS, UNDER_HEADING, WHERE, Topic, is_no_price
from flows.extract.metric.inherited import Measured, earlier_clauses, leads_in, nearest_noun
from flows.extract.metric.measure_words import GROWTH_AFTER
from flows.extract.metric.metrics import (
    COUNTS,
    FREE,
    OTHER,
    compatible,
    metric_for,
    rule_metric,
    trigger_metric,
    unit_kind,
)
from flows.extract.metric.nouns import is_generic, phrase_before
from flows.extract.metric.taken_over import inherit
from flows.extract.metric.tokens import TOKEN
from flows.extract.metric.viewed import MEASURED_SO, VOLUME
from flows.extract.metric.wholes import whole_ahead
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

ASPECT = lazy(
    r"(?:^|[。；])(?:(?:其中，?|而|在)?([^，。；：、#]{2,10}?)(?:方面|这一?块)|在([^，。；：、#]{2,10}?)领域|(?:说到|论起|谈到|谈起|要论|至于)([^，。；：、#]{2,10}))[，：]"
)
"""What a sentence or the member of a list turns to: 专利方面，申请量居世界首位."""
DIVISION = lazy(alternation("division") + "$")


def turned_to(window: Window) -> tuple[str, str]:
    """What the sentence turns to before the number, and the text from there on; no division of the same."""
    if not SPOKEN_OF.search(window.sentence):
        return "", ""
    head = window.sentence.split("#", 1)[0]
    last = next(reversed([*ASPECT.finditer(head)]), None)
    said = last[1] or last[2] or last[3] if last else None
    if last is None or not said or DIVISION.search(said):
        return "", ""
    return said, head[last.end() :]


SPOKEN_OF = lazy(r"方面|领域，|这一?块|说到|论起|谈到|谈起|要论|至于")


def done_in_aspect(window: Window, kind: str, specific: list[str]) -> Measured | None:
    """What was done by the number to what the sentence turns to (专利方面，累计申请3200件)."""
    if "方面" not in window.sentence or not specific or not DONE.fullmatch(specific[0]):
        return None
    return by_aspect(window, kind)


def by_aspect(window: Window, kind: str) -> Measured | None:
    """What the sentence turns to, for a number whose clause right behind names only a measure of that."""
    said, clause = turned_to(window)
    if not said or "，" in clause or "；" in clause:
        return None
    bare = BARE_MEASURE.search(clause)
    done = DONE.search(clause) if bare is None else None
    noun = said + bare[0] if bare else said + done[0] if done else said
    if bare is None and done is None and f"{said}领域" in window.sentence:
        return None  # 在大模型领域，甲排名第一
    found = metric_for(noun, noun, kind) or trigger_metric(said, kind)
    if found is None and kind == "money" and SUM.search(said) and LEVEL_AFTER.fullmatch(window.before):
        return Measured(OTHER, said, "what the sentence turns to", False)
    if found is None and done and kind in COUNTS:
        return Measured(OTHER, said, "what the sentence turns to", False)
    if found is None and (bare is None and done is None or kind not in FREE):
        return None
    return Measured(found[0] if found else OTHER, noun, "what the sentence turns to", False)


BARE_MEASURE = lazy(
    r"(?:(?:申请|授权|拥有|保有|有效|发表|发布|存|增|总|交易|成交|装机|使用|调用|储备)量|[总金余]额|总[数值]|总?规模|数量"
    r"|[人户家件台辆次宗个]数)(?=[^，。；]{0,10}$)"
)
"""A measure that names no thing of its own."""


SUM = lazy(r"(?:[额入出用费利息本款资]|收益|亏损|利润|成本|价格|资金)$")
"""An aspect that is an amount of money itself: 研发投入方面，2024年为13亿元."""
DONE = lazy(r"(?:申请|授权|公开|登记|发表|转让)(?=$|[^，。；]{0,4}$)")
"""A deed that names no thing of its own: 专利方面，累计申请3200件."""
BARE = lazy(r"[，；、以为达约则有是共]*")


def by_topic(figure: Figure) -> Measured | None:
    """What the clause, the sentence, the passage or the passages before are about."""
    window, kind, specific = figure.window, figure.kind, figure.specific
    turned = by_aspect(window, kind) if figure.bare else None
    if turned:
        return turned
    inherited = inherit(figure)
    if inherited:
        keeps = inherited.rule.startswith("topic") and inherited.metric != OTHER
        noun = inherited.noun if keeps or figure.bare else specific[0]
        metric = kind_of_firms(inherited.metric, kind, window) if figure.bare else inherited.metric
        return Measured(metric, noun, inherited.rule, False)
    if specific or not (kind in FREE or kind in COUNTS or of_place(figure) or BARE.fullmatch(window.before)):
        return None
    if kind == "person" and figure.same_sentence:
        return None
    return (told_in_sentence(window, kind) if kind != TOKEN else None) or of_passages_before(figure)


def told_in_sentence(window: Window, kind: str) -> Measured | None:
    """What a clause of the sentence names that is measured, or a whole (论文里，甲国占23%): nearer than what
    the passages before told.
    """
    whole = whole_ahead(window.sentence.split("#", 1)[0]) if "占" in window.before else ""
    if whole and kind == "percent":
        found = metric_for(whole, whole, kind)
        return Measured(found[0] if found else OTHER, whole, "whole set in the sentence", False)
    for clause in earlier_clauses(window):
        noun = phrase_before(clause)
        if is_generic(noun) or leads_in(clause):
            continue
        found = metric_for(noun, f"{noun}#", kind)
        if found or (VOLUME if kind in COUNTS else MEASURED_SO).search(noun):
            return Measured(found[0] if found else OTHER, noun, "noun told in the sentence", False)
    return None


def of_passages_before(figure: Figure) -> Measured | None:
    """The latest topic of the passages before that the number goes on with, or what their heading counts."""
    number, window, kind = figure.number, figure.window, figure.kind
    head = window.sentence.split("#", 1)[0]
    listed = kind == "rank" and "中" in head and IN_RANKING.search(head)
    aspect = turned_to(window)[0]
    for topic in figure.older:
        if topic.written == UNDER_HEADING:
            if kind == "count" and number.written_unit in ANY_UNITS:
                return Measured(topic.metric, topic.noun, "what the heading counts", False)
            continue
        if is_no_price(topic, number):
            continue
        if aspect and not any(pair in topic.noun for pair in map("".join, pairwise(aspect))):
            continue
        if topic.kind == "rank" and kind != "rank" or listed and topic.kind != "rank":
            continue
        if topic.metric == OTHER and not (of_place(figure) or says_no_more(number, window)):
            continue
        written = kind not in COUNTS or topic.written == number.written_unit
        if kind in FREE or topic.kind == kind and written:
            stock = STOCKS.get(topic.metric) if SPREAD.search(window.sentence) else None
            metric = stock or kind_of_firms(topic.metric, kind, window)
            return Measured(metric, topic.noun, "topic of the passage before", False)
    return None


def of_place(figure: Figure) -> bool:
    """Does the number's noun tell no more than where its amount is (农村1300亿元)?"""
    return figure.bare and any(WHERE.search(noun) for noun in figure.nouns)


def kind_of_firms(metric: str, kind: str, window: Window) -> str:
    """The metric, or that of the firms of which the clause says that they got money or went public."""
    if metric != "firm_count" or kind != "count":
        return metric
    behind = "#" + window.item.partition("#")[2]
    return rule_metric("企业", behind, kind) or metric


def says_no_more(number: Number, window: Window) -> bool:
    """Does the sentence name nothing that could be measured but the number, so that what no metric names may
    be taken from the passage before (乙录得-7%的负增长; 去程3万标箱)?
    """
    if number.unit == "rank" or not number.written_unit or number.written_unit in ANY_UNITS:
        return False
    kind = unit_kind(number.unit)
    if phrase_before(window.before) or kind in COUNTS and phrase_before(window.clause.split("#", 1)[0]):
        return False
    if kind not in FREE:
        return not phrase_after(window.after)
    if nearest_noun(window):
        return False
    return GROWTH_AFTER.match(window.after) is not None or not phrase_after(window.after)


IN_RANKING = lazy(r"(?:榜单?|排行|排名|指数|评选|评比|评价)[中里上]")
"""A ranking that the sentence itself speaks of: what the passages before measured is not what it ranks by."""
LEVEL_AFTER = lazy(r"[，；]?(?:达到?|为|约|共|计|合计|总量)*")


def level_of_share(window: Window, kind: str, here: list[Topic]) -> Measured | None:
    """The level of what a share was told of (用电量占七成，达到38亿千瓦时)."""
    if kind in FREE or kind in COUNTS or not here or here[0].kind != "percent" or not here[0].noun:
        return None
    if not LEVEL_AFTER.fullmatch(window.before):
        return None
    metric = here[0].metric if compatible(here[0].metric, kind) else OTHER
    return Measured(metric, here[0].noun, "level of the share before", False)


SPREAD = lazy(r"(?:地域|区域|地区|省份|城市|空间|行业)(?:分布)?上?来?看|分布|现有|现存|存量|拥有|共有")
"""Words of a sentence that speaks of all there are, no longer of the new ones alone."""
