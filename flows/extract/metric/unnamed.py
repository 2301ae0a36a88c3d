"""Nouns without the names before them: a model's last characters, or nothing but names."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import OTHER, unit_kind
from flows.extract.spot import Spot


def without_name(measured: Measured, spot: Spot, told: list[Topic]) -> Measured:
    """The same without the end of a model's name that its noun begins with (X2售价 behind 某某X2); what the
    sentence has `told` of, where the noun is nothing but names (甲的投放14亿元，乙约1.5亿元).
    """
    if measured.metric == OTHER and measured.noun and is_of_names(measured.noun, spot):
        kind = unit_kind(spot.number.unit)
        same = next((one for one in told if one.kind == kind and one.noun), None)
        return Measured(same.metric, same.noun, SAME_TOPIC, False) if same else measured
    for one in spot.sentence.mentions:
        if one.kind == "model" and one.end <= spot.number.start:
            for size in range(len(one.surface), 0, -1):
                tail, rest = one.surface[-size:], measured.noun[size:].lstrip("的 ")
                if len(rest) > 1 and rest[0] not in "、和与及" and measured.noun.startswith(tail):
                    if tail.isascii() or spot.text.startswith(measured.noun, one.end - size):
                        return replace(measured, noun=rest)
    return measured


def is_of_names(noun: str, spot: Spot) -> bool:
    """Is the noun nothing but names of firms and models before the number?"""
    left = noun
    for one in spot.sentence.mentions:
        if one.kind in {"firm", "model"} and one.end <= spot.number.start:
            part = noun if one.kind == "model" and one.surface.startswith(noun) else one.surface
            left = left.replace(part, "")
    return not left.strip("、和与及 ")


SAME_TOPIC = "topic of the sentence"
