"""What a large number without a unit is an amount of: 参数量720亿, 吸资42亿."""

from __future__ import annotations

from flows.extract.metric.behind import phrase_after
from flows.extract.metric.figure import Figure
from flows.extract.metric.fitting import LEVEL_OF
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import (
    OTHER,
    metric_for,
    metric_units,
    named_metric,
    rule_metric,
    trigger_metric,
)
from flows.extract.metric.nouns import is_generic
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

AMOUNTS = frozenset({"parameter", "token", "money"})
HUGE = 10**8
COUNTED = lazy(r"(?:人次|人数|次数|数量|人口|[户件台辆家]数)$")
"""What a bare number beside an amount of money counts itself: 观展人次达8.6万."""
BARE_LIKE = "bare number of the topic's unit"


def bare_amount(figure: Figure) -> Measured | None:
    """What a number without a unit is an amount of: 参数量720亿; 参数量1亿，甲26亿; 融资额以1万亿居首."""
    number, window, specific = figure.number, figure.window, figure.specific
    earlier, same_sentence = figure.earlier, figure.same_sentence
    if number.written_unit:
        return None
    if "参数" in window.before[-8:]:
        noun = specific[0] if specific else "参数量"
        return Measured("model_parameter_count", noun, "unit of the metric, 参数", True)
    if number.value is None or number.value < 10000 or not is_generic(phrase_after(window.after)):
        return None
    told = same_sentence and earlier[0].kind in {"count", "person"} and not specific
    if told and LEVEL_OF.search(window.before):
        return Measured(earlier[0].metric, earlier[0].noun, "topic of the sentence", False)
    counted = bool(specific) and (COUNTED.search(specific[0]) or rule_metric(specific[0], "", "count"))
    if same_sentence and earlier[0].kind in AMOUNTS and not counted:
        noun = specific[0] if specific else earlier[0].noun
        own = metric_for(noun, window.clause, earlier[0].kind) if specific else None
        return Measured(own[0] if own else earlier[0].metric, noun, BARE_LIKE, False)
    if number.value < HUGE:
        return None
    head = window.sentence.split("#", 1)[0]
    if "参数" in head and not trigger_metric(window.before, "money"):
        return Measured("model_parameter_count", "参数量", "unit of the metric, 参数", False)
    if specific:
        return None
    found = trigger_metric(head, "money", topic=True)
    if found:
        return Measured(found[0], found[1], "unit of the metric, sentence trigger", False)
    for topic in (*earlier[:3], *(topic for topic in figure.older[:2] if topic.metric != OTHER)):
        if topic.kind in AMOUNTS or metric_units().get(topic.metric) in AMOUNTS:
            return Measured(topic.metric, topic.noun, BARE_LIKE, False)
    return None


def adopted_metric(nouns: list[str], window: Window, number: Number) -> Measured | None:
    """A large number without a unit takes it from its metric: 参数量为720亿, 吸资42亿."""
    if number.value is None or number.value < 10000:
        return None
    for kind in ("money", "person"):
        for noun in nouns:
            found = named_metric(noun, window.clause, kind)
            if found:
                return Measured(found[0], noun, f"unit of the metric, {found[1]}", True)
        found = trigger_metric(window.before, kind)
        if found and not (nouns and OWN_COUNT.search(nouns[0]) and not nouns[0].startswith(found[1])):
            return Measured(found[0], found[1], "unit of the metric, clause trigger", False)
    return None


OWN_COUNT = lazy(r"[^参系指倍]数$|数量$|[次频]次$")
"""A noun that counts something itself, whatever else its clause names: 平台的设备连接数."""
