"""What one number measures in its sentence: its own noun phrase first, then the topic that it inherits."""

from __future__ import annotations

from flows.extract.inherited import (
    Measured,
    Topic,
    adopted_metric,
    bare_amount,
    inherit,
    nearest_noun,
)
from flows.extract.metrics import COUNTS, FREE, OTHER, metric_for, unit_kind
from flows.extract.nouns import is_generic, phrase_after, phrase_before, verb_before
from flows.extract.number import Number
from flows.extract.owned import SHARE_WORD, own_nouns
from flows.extract.windows import Window
from flows.patterns import lazy

LISTED = lazy(r"^[、和及与，]{1,2}$")
BARE = lazy(r"[，；以为达约则有是共]*")
PART_OF = lazy(r"(?:涉及|其中|包括|分别|共)(?:有)?$")


def again(after: str, topic: Topic) -> bool:
    """Is the share one more of what the claim before was a share of (六成的企业…，两成的企业…)?"""
    return topic.kind == "percent" and len(topic.noun) > 1 and after.removeprefix("的").startswith(topic.noun)


def measured_by(
    number: Number, window: Window, earlier: list[Topic], same_sentence: int, older: tuple[Topic, ...] = ()
) -> Measured:
    """The metric and noun of a number. `earlier` are topics, latest first; the first `same_sentence` of them
    stand in the same sentence."""
    kind = unit_kind(number.unit)
    if (
        same_sentence
        and LISTED.match(window.before)
        and earlier[0].kind == kind
        and not phrase_after(window.after)
    ):
        return Measured(earlier[0].metric, earlier[0].noun, "listed with the claim before", False)
    if same_sentence and earlier[0].noun and window.before.startswith(earlier[0].noun):
        rest = window.before.removeprefix(earlier[0].noun)
        if not is_generic(phrase_before(rest)):
            window = window._replace(before=rest)
    nouns = own_nouns(number, window)
    if kind == "percent" and same_sentence and again(window.after, earlier[0]):
        nouns = [earlier[0].noun]
    specific = [noun for noun in nouns if not is_generic(noun)]
    if kind in COUNTS and specific and specific[0] == nouns[0]:
        specific = specific[:1]
    context = window.sentence if PART_OF.search(window.before) else window.item
    bare = bare_amount(number, window, specific, earlier, same_sentence, older) if kind == "count" else None
    if bare:
        return bare
    if kind == "money" and number.per in TOKENS:
        return Measured(OTHER, price_noun(specific, earlier), "price of a unit", bool(specific))
    for noun in specific:
        found = metric_for(noun, context, kind) or metric_for(noun, window.clause, kind)
        if found and found[1] == "of another unit" and same_sentence and is_amount(earlier[0]):
            return Measured(earlier[0].metric, noun, "noun's part of the topic", True)
        if found:
            return Measured(found[0], noun, f"noun, {found[1]}", True)
    parallel = earlier[0] if same_sentence else None
    if (
        specific
        and kind in COUNTS
        and parallel
        and parallel.written == number.written_unit
        and specific[0] == nouns[1]
    ):
        return Measured(parallel.metric, specific[0], "parallel to the claim before", True)
    if kind == "count" and not number.written_unit:
        adopted = adopted_metric(specific, window, number)
        if adopted:
            return adopted
    if specific and kind in COUNTS and number.written_unit:
        return Measured(OTHER, specific[0], "noun without a metric", True)
    if specific and (kind == "rank" or kind in FREE and not SHARE_WORD.search(window.before)):
        return Measured(OTHER, specific[0], "rate without a metric", True)
    inherited = inherit(kind, window, earlier, same_sentence, bool(specific), number.written_unit)
    if inherited:
        noun = inherited.noun if not specific or inherited.rule.startswith("topic") else specific[0]
        return Measured(inherited.metric, noun, inherited.rule, False)
    if not specific and (kind in FREE or kind in COUNTS or BARE.fullmatch(window.before)):
        for topic in older:
            if (
                kind in FREE
                or topic.kind == kind
                and (kind not in COUNTS or topic.written == number.written_unit)
            ):
                return Measured(topic.metric, topic.noun, "topic of the passage before", False)
    noun = specific[0] if specific else verb_before(window.before) or nearest_noun(window)
    return Measured(OTHER, noun, "no metric named", bool(specific))


TOKENS = frozenset({"token", "tokens"})


def price_noun(specific: list[str], earlier: list[Topic]) -> str:
    """The price that is meant: the number's own noun, that of a topic, else 价格."""
    named = (noun for noun in (*specific, *(topic.noun for topic in earlier[:4])) if "价" in noun)
    return next(named, "价格")


def is_amount(topic: Topic) -> bool:
    """Is the topic an amount of money that shares and growth of firms and customers can be of?"""
    return topic.metric != OTHER and topic.kind == "money"
