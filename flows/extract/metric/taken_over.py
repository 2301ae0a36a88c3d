"""What a number without a noun of its own takes over: from its clause, its sentence, the topics before it."""

from __future__ import annotations

from flows.extract.metric.added import is_added
from flows.extract.metric.counterparts import of_counterpart
from flows.extract.metric.figure import Figure
from flows.extract.metric.fitting import (
    ANY_UNITS,
    SAME_UNIT,
    SHARE_NAME,
    STOCKS,
    Topic,
    by_classifier,
    counts_places,
    gone_back,
    is_no_price,
    is_part_of_places,
    is_share_name,
    moved_price,
    of_other_things,
    share_of_gdp,
    topic_fits,
)
from flows.extract.metric.inherited import Measured, between_noun, earlier_noun
from flows.extract.metric.metrics import (
    BODIES,
    COUNTS,
    FREE,
    OTHER,
    OWN_RATE,
    named_metric,
    rule_metric,
    trigger_metric,
)
from flows.extract.metric.owned import OF_THINGS, RANK_SCOPE, RANKED_AMONG
from flows.extract.metric.set_apart import set_apart
from flows.extract.metric.trimmed import BY_MEANS, without_base
from flows.extract.windows import Window
from flows.patterns import lazy


def inherit(figure: Figure) -> Measured | None:
    """The metric from the clause's words, the sentence's earlier claims or words, or the claim before.

    A count with a noun of its own takes over nothing, an amount with one only what its clause says.
    """
    if figure.bare or figure.kind not in COUNTS:
        said = by_words_of_clause(figure)
        if said:
            return said
    if not figure.bare and figure.kind not in FREE:
        return None
    passage = figure.earlier[figure.same_sentence :]
    return (
        by_sentence_so_far(figure)
        or (of_unit(figure, passage) if figure.bare else None)
        or by_words_of_sentence(figure)
        or (by_passage(figure, passage) if figure.bare else None)
    )


def by_words_of_clause(figure: Figure) -> Measured | None:
    """The metric that a word of the clause names, be it no noun phrase (成交3亿元)."""
    window, kind = figure.window, figure.kind
    metric = rule_metric("", window.clause, kind)
    if metric:
        return Measured(metric, "", "clause rule", False)
    said = said_of_number(window.before, kind)
    found = trigger_metric(said, kind, topic=kind == "percent" and figure.same_sentence > 0)
    if found is None or figure.number.written_unit in OF_THINGS and found[0] in BODIES:
        return None
    return Measured(found[0], found[1], "clause trigger", False)


def said_of_number(before: str, kind: str) -> str:
    """The clause before a number without what it is compared with, by what means, or among whom it ranks."""
    said = without_base(before, kind) if kind == "percent" else before
    if "通过" in said or "凭借" in said or "依托" in said:
        said = BY_MEANS.sub("", said)
    if kind == "rank" and "在" in said:
        said = RANKED_AMONG.sub("", RANK_SCOPE.sub("", said))
    return said


def by_sentence_so_far(figure: Figure) -> Measured | None:
    """What the sentence has told up to the number: the noun of a clause between, or its earlier claims."""
    window, kind = figure.window, figure.kind
    here = [topic for topic in figure.here if topic_fits(topic, kind)]
    here = [topic for topic in here if not share_of_gdp(topic, kind, window.before)]
    apart = set_apart(window, kind) if figure.bare and kind in RANKED else None
    if apart:
        return apart
    between = between_noun(window, kind)
    if between and not (here and between.noun in here[0].noun and f"的{between.noun}" not in window.between):
        return between
    price = moved_price(here, window.before) if kind == "percent" else None
    if price:
        return Measured("stock_price_change", price.noun, "move of a price", False)
    if kind in FREE and "数量" in window.before:
        here = sorted(here, key=lambda topic: topic.kind not in COUNTS)
    elif kind == "percent" and SHARE_NAME.search(window.before[-12:].rstrip(LEADING)):
        here = sorted(here, key=lambda topic: SHARE_NAME.search(topic.noun) is None)
    elif kind in FREE and OF_SUM.search(window.before):
        here = sorted(here, key=lambda topic: topic.kind != "money")
    return (ranked_topic(window, here) if kind == "rank" else None) or topic_of_sentence(figure, here)


def ranked_topic(window: Window, here: list[Topic]) -> Measured | None:
    """What a rank is by where the latest claims had no metric, as their noun names one for a rank; a rate is
    one that the rank is by.
    """
    for topic in here:
        if topic.metric != OTHER or OWN_RATE.search(topic.noun):
            return None
        if topic.kind in RANKED:
            found = named_metric(topic.noun, window.sentence, "rank")
            if found:
                return Measured(found[0], topic.noun, "topic of the sentence, ranked", False)
    return None


def topic_of_sentence(figure: Figure, here: list[Topic]) -> Measured | None:
    """The latest of the sentence's claims that the number can go on with; counts go on in their own unit."""
    window, kind, written = figure.window, figure.kind, figure.number.written_unit
    alike = [topic for topic in here if topic.written == written] if kind in COUNTS else here
    for topic in alike or here:
        if counts_places(topic, written) or of_other_things(topic, kind, written):
            continue
        if is_no_price(topic, figure.number) or is_share_name(topic, figure.earlier, kind, window.before):
            continue
        if not is_part_of_places(topic, here, kind, window.before):
            return gone_on(gone_back(topic, here, kind, written, window), figure)
    return None


def gone_on(told: Topic, figure: Figure) -> Measured:
    """What the claim before told, in all (总数达…) or of new ones (新增企业…) where the clause says so."""
    if told.metric in STOCKS and IN_ALL.search(figure.window.before):
        return Measured(STOCKS[told.metric], told.noun, "topic of the sentence, in all", False)
    counts_firms = told.metric == "firm_count" and figure.kind == "count"
    if counts_firms and is_new(figure.window, figure.number.written_unit):
        return Measured("firm_new_count", told.noun, "topic of the sentence, new ones", False)
    noun = of_counterpart(told.noun, figure.window.before)
    return Measured(told.metric, noun, "topic of the sentence", False)


def of_unit(figure: Figure, passage: list[Topic]) -> Measured | None:
    """What was counted in the same unit earlier in the passage, where few things are (去程3万标箱)."""
    kind, written = figure.kind, figure.number.written_unit
    if kind in FREE or kind == "money" or not written or written in ANY_UNITS:
        return None
    for topic in passage[:SAME_UNIT]:
        if topic.written == written and len(topic.noun) > 1:
            return Measured(topic.metric, topic.noun, "topic of the same unit", False)
    return None


def by_words_of_sentence(figure: Figure) -> Measured | None:
    """The metric that the sentence names before the number, in whatever clause."""
    window, kind = figure.window, figure.kind
    metric = rule_metric("", window.sentence, kind)
    if metric:
        return Measured(metric, "", "sentence rule", False)
    noun = earlier_noun(window, kind) if figure.number.written_unit not in NO_PARTY else None
    if noun:
        return Measured(noun[1], noun[0], "noun of an earlier clause", False)
    head = window.sentence.split("#", 1)[0]
    found = trigger_metric(without_base(head, kind) if kind == "percent" else head, kind, topic=True)
    return Measured(found[0], found[1], "sentence trigger", False) if found else None


def by_passage(figure: Figure, passage: list[Topic]) -> Measured | None:
    """The latest topic of the passage before the sentence that the number fits."""
    kind, written = figure.kind, figure.number.written_unit
    for topic in by_classifier(passage, kind, written):
        if topic_fits(topic, kind) and not counts_places(topic, written):
            if is_no_price(topic, figure.number) or is_share_name(topic, passage, kind, figure.window.before):
                continue
            if topic.metric in STOCKS and kind == "count" and IN_ALL.search(figure.window.before):
                return Measured(STOCKS[topic.metric], topic.noun, "topic of the passage, in all", False)
            return Measured(topic.metric, topic.noun, "topic of the passage", False)
    return None


def is_new(window: Window, written: str | None) -> bool:
    """Are new firms counted by themselves, and not what the stock just told has grown by?"""
    if NEW.search(window.before) is None:
        return False
    return not is_added(written, window.before, window.after, window.sentence.split("#", 1)[0])


NEW = lazy(
    r"^[^比较]*(?:新增|净增|诞生|新注册|新成立|新设立?|新登记|注册(?:量|了)?)(?:了|约|近|超过?|逾|达|共)*$"
)
IN_ALL = lazy(r"总数|总量|累计|总计|现[存有]|存量|在册|实有|达到?[^，。；]{0,2}$")
LEADING = "只仅也就则为有约近达到至升降了超过是逾不足减扩大缩小提高下"
"""What may stand between the name of a share and its figure: 不过份额只有1%."""
OF_SUM = lazy(r"^[，、；]?[^，。；]{0,8}?(?:规模|[总]?金额|总额)(?!以上|以下)")
"""What goes back to an amount, behind counts: 产业规模3600亿元，企业2800家，规模增长两成."""
RANKED = COUNTS | FREE | {"money"}
"""Kinds whose unit tells no metric, as that of tokens does."""
NO_PARTY = frozenset({"宗", "件", "项", "笔"})
"""Classifiers of what is neither a firm nor a customer."""
