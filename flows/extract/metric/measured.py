"""What one number measures in its sentence: its own noun phrase first, then the topic that it inherits."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.metric.behind import phrase_after
from flows.extract.metric.compared import compared_level
from flows.extract.metric.divided import kind_told, part_counted, part_of_label, part_within, rest_of_told
from flows.extract.metric.figure import Figure
from flows.extract.metric.fitting import (
    PRICE_NAME,
    Topic,
    counts_places,
    gone_back,
    of_other_things,
    without_places,
    without_wheres,
)
from flows.extract.metric.formed import by_form
from flows.extract.metric.headed import noun_behind_list
from flows.extract.metric.inherited import MARK, SHOWN, Measured, between_noun, lead_metric, nearest_noun
from flows.extract.metric.likened import counted_again, in_full, named_again, of_origin
from flows.extract.metric.metrics import AREAS, COUNTS, FIRMS, FREE, OTHER, metric_for, unit_kind
from flows.extract.metric.nouns import is_generic, phrase_before, verb_before
from flows.extract.metric.own_noun import by_own_noun
from flows.extract.metric.owned import own_nouns
from flows.extract.metric.parts import next_in_line
from flows.extract.metric.related import deals_again, no_firms, of_projects, won
from flows.extract.metric.served import served
from flows.extract.metric.shares import led_by_share
from flows.extract.metric.spread import spread_before, spread_firms
from flows.extract.metric.topical import by_topic, level_of_share
from flows.extract.metric.viewed import is_passed
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

LISTED = lazy(r"^[、和及与，]{1,2}$")


def again(after: str, topic: Topic) -> bool:
    """Is the share one more of what the claim before was a share of (六成的企业…，两成的企业…)?"""
    return topic.kind == "percent" and len(topic.noun) > 1 and after.removeprefix("的").startswith(topic.noun)


def measured_by(
    number: Number, window: Window, earlier: list[Topic], same_sentence: int, older: tuple[Topic, ...] = ()
) -> Measured:
    """The metric and noun of a number. `earlier` are topics, latest first; the first `same_sentence` of them
    stand in the same sentence, `older` are of the passages before."""
    kind = unit_kind(number.unit)
    if kind == "percent":
        window = led_by_share(number, window)
    here = earlier[:same_sentence]
    told = told_on(number, window, earlier, here)
    if told:
        return told
    if kind != "count" and is_passed(window, here):
        window = replace(window, before="", between="")
        here, earlier, same_sentence = [], earlier[same_sentence:], 0
    window = without_topic(window, here)
    if "以" in window.before or "凭" in window.before:
        of_list = noun_behind_list(window, kind)
        if of_list:
            return of_list
    nouns = own_nouns(number, window)
    if kind == "percent" and here and again(window.after, here[0]):
        nouns = [here[0].noun]
    specific = [noun for noun in nouns if not is_generic(noun)]
    if kind == "count":
        specific = without_places(specific, window.before, number.written_unit, here)
    elif earlier or older:
        specific = without_wheres(specific, window, kind)
    if kind in COUNTS and specific and specific[0] == nouns[0]:
        specific = specific[:1]
    figure = Figure(
        number, window, nouns, specific, earlier, same_sentence, older, kind, here, not specific
    )
    measured = compared_level(window, kind, number.written_unit, here) or by_form(figure) or by_nouns(figure)
    measured = served(measured, number, window, here)
    measured = of_projects(measured, number, [*earlier, *older], window.sentence.split("#", 1)[0])
    measured = deals_again(measured, number, earlier, older) or measured
    return no_firms(measured, number, specific, [*earlier[:6], *older], window) or measured


def told_on(number: Number, window: Window, earlier: list[Topic], here: list[Topic]) -> Measured | None:
    """What a number measures that goes on a list: what the claim before did, or the list's next label."""
    if earlier and counts_places(earlier[0], number.written_unit):
        spread = spread_firms(window)
        if spread:
            return spread
    if not here or len(window.before) > 2 or not LISTED.match(window.before):
        return None
    kind = unit_kind(number.unit)
    relabelled = label_between(number, window, here) if window.between and kind in COUNTS else None
    if relabelled:
        return relabelled
    if here[0].kind != kind or of_other_things(here[0], kind, number.written_unit):
        return None
    if kind != "money" and phrase_after(window.after):
        return None
    told = gone_back(here[0], here, kind, number.written_unit, window)
    rule = "listed with the claim before" if told is here[0] else "topic of the sentence"
    return Measured(told.metric, told.noun, rule, False)


def without_topic(window: Window, here: list[Topic]) -> Window:
    """The window without the noun of the claim before, where that stands again before another noun."""
    before = window.before.removeprefix("的")
    if not here or not here[0].noun or not before.startswith(here[0].noun):
        return window
    rest = before.removeprefix(here[0].noun)
    return window if is_generic(phrase_before(rest)) else replace(window, before=rest)


def by_nouns(figure: Figure) -> Measured:
    """What a number measures by its nouns, else by what was told before, else by what is left."""
    window, kind, specific, here = figure.window, figure.kind, figure.specific, figure.here
    return (
        part_of_told(figure)
        or (told_again(figure, specific[0]) if specific else None)
        or by_own_noun(figure)
        or (
            won(window, kind, figure.older) or next_in_line(figure.number, window, here)
            if figure.bare
            else None
        )
        or (amount_of_counted(figure.nouns, here) if kind == "money" and figure.bare else None)
        or by_topic(figure)
        or (level_of_share(window, kind, here) if figure.bare else None)
        or by_the_rest(window, specific or [noun for noun in figure.nouns if AMOUNT_OF.search(noun)], kind)
    )


def part_of_told(figure: Figure) -> Measured | None:
    """The kind, origin or rest of what was told before, as the noun names it (国产147款，进口11款)."""
    number, window, kind, specific = figure.number, figure.window, figure.kind, figure.specific
    here, behind = figure.here, figure.behind
    return (
        rest_of_told(kind, specific, here)
        or (kind_told(kind, window, here) if figure.bare else None)
        or of_origin(number, specific, here)
        or part_of_label(number, window, specific)
        or part_counted(number, window, specific, behind, figure.earlier, figure.same_sentence, figure.older)
        or (part_within(number, window, specific, here) if not behind else None)
    )


def told_again(figure: Figure, noun: str) -> Measured | None:
    """What was told before by a fuller name, or by the same one (652家公司拿到投资…，公司数多了21%)."""
    kind, earlier, older = figure.kind, figure.earlier, figure.older
    return (
        (counted_again(noun, earlier, older) if kind in FREE else None)
        or in_full(noun, kind, earlier, older)
        or (named_again(noun, figure.number, earlier, older) if kind == "count" else None)
    )


def amount_of_counted(nouns: list[str], here: list[Topic]) -> Measured | None:
    """What the things just counted come to, where the noun is no more than 金额 (项目80个，金额9亿元), or
    the industry of the firms just counted, where it is no more than 规模 (企业600家，规模200亿元).
    """
    amount = next((noun for noun in nouns if noun.endswith(SUMS) or noun == SIZE), "")
    counted = (one for one in here if one.kind not in BESIDE and not PRICE_NAME.search(one.noun))
    told = next(counted, None) if amount else None
    if told is None or told.kind != "count" or len(told.noun) < SHORTEST:
        return None
    if amount == SIZE:
        firms = told.metric == "firm_count"
        return Measured("industry_output", "产业规模", "size of the firms counted", False) if firms else None
    if told.metric in FIRMS:
        return None  # 八家企业扩大投资，金额2亿元
    noun = f"{told.noun}金额"
    found = metric_for(noun, f"{noun}#", "money")
    return Measured(found[0] if found else OTHER, noun, "amount of what was counted", False)


SUMS = ("金额", "总额")
SIZE = "规模"
BESIDE = FREE | AREAS
"""Kinds of what is told of things between their number and their amount."""
SHORTEST = 2


def label_between(number: Number, window: Window, here: list[Topic]) -> Measured | None:
    """What a list goes on to count, by the label between (智算中心，甲31个、乙24个；企业数量，甲120家)."""
    kind = unit_kind(number.unit)
    named = between_noun(window, kind)
    label = window.between.rstrip("，；：").rpartition("；")[2]
    if named or SHOWN.match(label) or any(number.written_unit == topic.written for topic in here):
        return named
    noun = phrase_before(label)
    return None if is_generic(noun) else Measured(OTHER, noun, "noun of the clause between", False)


def by_the_rest(window: Window, specific: list[str], kind: str) -> Measured:
    """What is left: the noun, a verb that stands for one, one of an earlier clause or sentence."""
    if kind == "money" and len(specific) > 1 and window.after.startswith("的"):
        behind = (noun for noun in specific if window.after.startswith(f"的{noun[:2]}"))
        return Measured(OTHER, next(behind, specific[-1]), "no metric named, noun behind", True)
    noun = specific[0] if specific else verb_before(window.before) or nearest_noun(window)
    noun = noun or spread_before(window)
    if not specific and noun and noun in MARK.split(window.sentence.split("#", 1)[0]):
        found = metric_for(noun, noun, kind)  # 全省茶叶产量，甲县排第一
        if found:
            return Measured(found[0], noun, "noun of a clause of its own", False)
    if not noun and window.lead:
        told = lead_metric(window.lead, kind)
        if told:
            return told
    if kind in AREAS and not specific and LED_TO.fullmatch(window.before):
        noun = "面积"
    return Measured(OTHER, noun, UNNAMED, bool(specific))


LED_TO = lazy(r"[，、；]?(?:共|总共|合计|总|占地|达到?|为|有|约|近|超过?|逾|其中)*")
"""What leads to an area that no noun stands before: 范围东到河边，约3平方公里."""


UNNAMED = "no metric named"
AMOUNT_OF = lazy(r"[^数总体存增]量$|规模$|[^总金]额$|得分$|指数$|业绩$")
"""A noun without a thing of its own that still says more than nothing: 保有量."""
